"""The signature block: in whose name, in what capacity, and who signs."""

import re
from dataclasses import dataclass

from vanban.header.kinds import LOWER, TITLED
from vanban.joined import Joined
from vanban.model import Quote
from vanban.paragraphs.numbering import UPPER
from vanban.text import plain

RECEIVERS = re.compile(r"Nơi\s+nhận\s*:")
ON_BEHALF = re.compile(rf"(?<!\S)(?:(?:TM|KT|TL|TUQ|Q)\.|T/M|K/T|T/L)\s?(?=[{UPPER}]{{2}})")
HEADS = re.compile(
    r"(?m)^(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+PHÒNG|TRƯỞNG\s+BAN|"
    r"BỘ\s+TRƯỞNG|CỤC\s+TRƯỞNG|BÍ\s+THƯ)\s*$"
)
SIGNED = re.compile(
    r"\s*[(\[]\s*(?:[Đđ]ã\s+ký|[Kk]ý\s+(?:số|tên|bởi)|[Cc]hữ\s+ký)[^)\]]*[)\]]", re.I
)
# A second capacity on one line ("KT. BỘ TRƯỞNG THỨ TRƯỞNG") is a line of its own.
SECOND = re.compile(
    r"(?<=\w)(?<!PHÓ)(?<!QUYỀN)\s+(?=(?:KT|TL|TUQ|Q)\.|PHÓ\s|THỨ\s+TRƯỞNG|(?:QUYỀN\s+)?CHỦ\s+TỊCH$|CHÁNH\s+VĂN"
    r"|GIÁM\s+ĐỐC$)"
)
RECEIVER = re.compile(r"(?:^|(?<=[;:.,\n]))\s*[-–+*]\s*(?=\S)")
BRACE = re.compile(r"[;,]?\s*[{}]\s*")  # around those who get it "để báo cáo"
LONGEST_LIST = 4000  # characters of a list of receivers
TITLED_LINE = re.compile(rf"(?m)^\s*(?:{TITLED.pattern}|PHỤ\s+LỤC(?!\w))")
# A rank or a degree before the name is not part of it.
RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|(?:P?GS\.?\s?)?(?:TS|ThS|BS|KS|CN)(?:\.?(?:CK)?I{0,2})\.?)"
NAME = re.compile(
    rf"\s*(?:{RANK}\s+)?(?P<name>[{UPPER}]{LOWER}+(?:[ \t]+[{UPPER}]{LOWER}+){{1,5}})(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """`capacity` holds the printed lines with " / " between; `signer` is None where nobody is named."""

    capacity: str | None
    signer: str | None
    capacity_quote: Quote | None
    signer_quote: Quote | None
    span: tuple[int, int] | None = None  # of the block in the joined text, the name included


UNSIGNED = Signature(None, None, None, None)


def read_signature(whole: Joined) -> Signature | None:
    """The first signature block after "Nơi nhận", or the first of all; None where there is none."""
    receivers = RECEIVERS.search(whole.text)
    begin = receivers.end() if receivers else 0
    start = _block_start(whole.text, begin)
    if start is None and begin:
        start = _block_start(whole.text, 0)
    if start is None:
        return None
    end = _block_end(whole.text, start)
    lines = [plain(line) for line in whole.text[start:end].split("\n") if line.strip()]
    capacity = " / ".join(part for line in lines for part in SECOND.split(line))
    after = SIGNED.match(whole.text, end)
    name = NAME.match(whole.text, after.end() if after else end)
    return Signature(
        capacity,
        plain(name["name"]) if name else None,
        whole.quote(start, end),
        whole.quote(*name.span("name")) if name else None,
        (start, name.end() if name else end),
    )


def read_recipients(whole: Joined) -> tuple[str, ...]:
    """What is listed under "Nơi nhận", as printed, without bullets and closing points."""
    receivers = RECEIVERS.search(whole.text)
    if receivers is None:
        return ()
    start = receivers.end()
    stop = min(len(whole.text), start + LONGEST_LIST)
    ends = (pattern.search(whole.text, start, stop) for pattern in (ON_BEHALF, HEADS, TITLED_LINE))
    end = min((match.start() for match in ends if match), default=stop)
    listed = RECEIVER.split(whole.text[start:end])
    texts = (plain(BRACE.sub(" ", _first_block(part))).rstrip(" ;.,/") for part in listed)
    return tuple(text for text in texts if text)


def _first_block(text: str) -> str:
    """What stands before an empty line: what follows it is no receiver."""
    return re.split(r"\n\s*\n", text.strip(), maxsplit=1)[0]


def _block_start(text: str, begin: int) -> int | None:
    found = [
        match.start() for pattern in (ON_BEHALF, HEADS) if (match := pattern.search(text, begin))
    ]
    return min(found, default=None)


def _block_end(text: str, start: int) -> int:
    """Where the capitals end, or an empty line follows them that opens something else."""
    end = start
    for word in re.compile(r"\S+").finditer(text, start):
        if re.search(LOWER, word.group()) or not re.search(r"[^\W\d_]", word.group()):
            break
        if (
            "\n\n" in text[end : word.start()]
            and end > start
            and not _continues(text, word.start())
        ):
            break
        end = word.end()
    return end


def _continues(text: str, at: int) -> bool:
    return bool(ON_BEHALF.match(text, at) or HEADS.match(text, at))
