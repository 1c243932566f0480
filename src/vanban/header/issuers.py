"""Who issues a document: from the letterhead, else from an annex caption, else from the signature."""

import re

from vanban.header.kinds import LOWER, spaced
from vanban.joined import Joined
from vanban.model import Quote
from vanban.paragraphs.numbering import UPPER
from vanban.text import plain

NOT_A_NAME = re.compile(
    rf"CỘNG\s+H(?:ÒA|OÀ)\s+{spaced('XÃ HỘI CHỦ NGHĨA VIỆT NAM')}|{spaced('ĐẢNG CỘNG SẢN VIỆT NAM')}"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc|[-_–—*=~]{3,}|^[ \t]*\*+[ \t]*$"
    r"|^[ \t]*(?:(?:(?:TUYỆT|TỐI)\s+)?MẬT|(?:THƯỢNG\s+)?KHẨN|H[ỎO][ẢA]\s+TỐC)[ \t]*$",
    re.I | re.M,
)
COMMITTEE_HEAD = r"[ỦU][ỶY]\s+BAN"
ORGANISATIONS = (
    "UBND", "HĐND", "HỘI ĐỒNG", "CHÍNH PHỦ", "THỦ TƯỚNG", "QUỐC HỘI", "TỔNG CỤC", "CHI CỤC", "VĂN PHÒNG", "TRUNG TÂM",
    "LIÊN ĐOÀN", "TỔNG CÔNG TY", "CÔNG TY", "CÔNG AN", "BẢO HIỂM XÃ HỘI", "KHO BẠC", "NGÂN HÀNG", "THANH TRA",
    "TÒA ÁN", "TOÀ ÁN", "BỆNH VIỆN", "ĐẠI HỌC", "HỌC VIỆN", "HẢI QUAN", "MẶT TRẬN", "TẬP ĐOÀN", "BẢO TÀNG", "THƯ VIỆN",
    "ĐẢNG BỘ", "TỈNH ĐOÀN", "THÀNH ĐOÀN", "HUYỆN ĐOÀN", "BỘ CHỈ HUY", "BCĐ", "BQL", "CHI BỘ", "CHI NHÁNH", "LIÊN HIỆP",
    "KIỂM TOÁN", "TỔNG LIÊN ĐOÀN", "TỔNG HỘI", "THÔNG TẤN XÃ", "BCH", "BTV", "LIÊN MINH", "BƯU ĐIỆN", "ĐIỆN LỰC",
    "HỢP TÁC XÃ", "NHÀ VĂN HÓA", "CÂU LẠC BỘ", "LIÊN HIỆP HỘI", "HIỆP HỘI", "NHÀ HÁT", "VƯỜN QUỐC GIA",
)  # fmt: skip
# One word may as well be the end of a name that goes on in the next line ("MÔI / TRƯỜNG"): more must follow it.
SINGLE = (
    "BỘ",
    "CỤC",
    "SỞ",
    "PHÒNG",
    "BAN",
    "VIỆN",
    "TRƯỜNG",
    "HỘI",
    "ĐOÀN",
    "VỤ",
    "TRẠM",
    "HẠT",
    "ĐỘI",
    "ĐÀI",
    "QUỸ",
)
PARTY = r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s+[ỦU][ỶY]"
HEAD = re.compile(
    rf"(?m)^\s*(?:(?:{COMMITTEE_HEAD}|{PARTY}|{'|'.join(map(spaced, ORGANISATIONS))})(?![^\W\d_])"
    rf"|(?:{'|'.join(SINGLE)})[ ](?=[{UPPER}]))"
)
KIND = re.compile(rf"(?:{'|'.join(map(spaced, ORGANISATIONS))})(?![^\W\d_])")
LONE = re.compile(
    r"(?m)^[ \t]*(?P<word>BỘ|SỞ|BAN|CỤC|VĂN[ ]PHÒNG|THANH[ ]TRA|TỔNG[ ]CỤC|TRƯỜNG)\s*\Z"
)
OFFICE = "VĂN PHÒNG"  # alone it is the office of the body printed above it
UNITS = ("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường", "đặc khu")
UNIT = rf"(?:{'|'.join(map(spaced, UNITS))})"
PROPER = rf"[{UPPER}][^\W\d_]*(?:\s+(?:[{UPPER}][^\W\d_]*|\d+))*"
CAPTION = re.compile(
    rf"\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s[^()]{{0,300}}?\scủa\s+(?P<name>[{UPPER}][^()]{{2,120}}?)\s*\)"
)
COMMITTEE = re.compile(
    rf"(?P<name>(?:[ỦU][ỷyỶY]\s+ban\s+nhân\s+dân|UBND)\s+{UNIT}\s+(?P<place>{PROPER}))"
)
COMMITTEE_SIGNS = re.compile(rf"{COMMITTEE_HEAD}\s+NHÂN\s+DÂN|UBND")
COMMITTEE_WRITTEN = re.compile(r"^(?:[UỦ][ỷỶyY]\s+ban\s+nhân\s+dân|UBND)(?=\s|$)", re.I)
WORD = re.compile(r"\S+")
UNION = re.compile(r"(?<=^bch )đoàn(?= )|(?<=^btv )đoàn(?= )|(?<=^ban chấp hành )đoàn(?= )", re.I)
PLACED = re.compile(
    rf"(?:(?<= )(?:{UNIT})(?!\s+hội)|^(?:tỉnh|thành|huyện|quận|thị) [uủ][yỷ]) (?P<place>.+)$", re.I
)
SHORT = re.compile(
    r"UBND|HĐND|[BCDĐGHKLMNPQRSTVX&-]{2,}\d*"
)  # abbreviations: no word without a vowel

Found = tuple[str, Quote | None]


def issuer_of(
    whole: Joined, head_end: int, capacity: str | None, place: str | None
) -> tuple[str | None, Quote | None]:
    """The issuer's name in usual capitals, and the words it was read from; None where nobody is named.

    `head_end` is where the letterhead ends; `capacity` and `place` are those of the signature and of
    the head. Without letterhead and caption, a signature "on behalf of the People's Committee" gives
    the committee's full name only if the text names one whose place is that of the head.
    """
    return (
        _from_letterhead(whole, head_end)
        or _from_caption(whole)
        or _from_signature(whole, capacity, place)
        or (None, None)
    )


def _from_letterhead(whole: Joined, end: int) -> Found | None:
    text = NOT_A_NAME.sub(lambda match: " " * len(match.group()), whole.text[:end])
    starts = [_with_lone_word(text, match.start()) for match in HEAD.finditer(text)]
    if not starts:
        return None
    stop = _end_of_capitals(text, starts[-1])
    starts[-1] = _past_parent(text, starts[-1], stop)
    name = plain(text[starts[-1] : stop]).rstrip(" *")
    if not name:
        return None
    if name == OFFICE and len(starts) > 1:
        name = f"{name} {plain(text[starts[-2] : starts[-1]])}"
        return usual(name, whole.text[end:]), whole.quote(starts[-2], stop)
    return usual(name, whole.text[end:]), whole.quote(starts[-1], stop)


def _past_parent(text: str, start: int, stop: int) -> int:
    """Where the issuer begins whose parent body of the same kind was run onto the same line."""
    first = KIND.match(text, start)
    again = first and list(
        re.finditer(rf"(?<=\s){spaced(plain(first[0]))}(?!\w)", text[start:stop])
    )
    return start + again[-1].start() if again else start


def _with_lone_word(text: str, start: int) -> int:
    """Where a name begins whose first word a line break cut off: "BỘ / CÔNG AN", "THANH TRA / CHÍNH PHỦ"."""
    lone = LONE.search(text, max(0, start - 40), start)
    return lone.start("word") if lone else start


def _end_of_capitals(text: str, start: int) -> int:
    """Where the run of words in capitals ends that begins at `start`."""
    end = start
    for word in WORD.finditer(text, start):
        if re.search(LOWER, word.group()):
            break
        end = word.end()
    return end


def _from_caption(whole: Joined) -> Found | None:
    match = CAPTION.search(whole.text)
    if match is None:
        return None
    return _spelled(plain(match["name"])), whole.quote(*match.span("name"))


def _from_signature(whole: Joined, capacity: str | None, place: str | None) -> Found | None:
    if not capacity or not COMMITTEE_SIGNS.search(capacity):
        return None
    for match in COMMITTEE.finditer(whole.text):
        if place and plain(match["place"]) == place:
            return _spelled(plain(match["name"])), whole.quote(*match.span("name"))
    signs = COMMITTEE_SIGNS.search(whole.text)
    return ("Ủy ban nhân dân", whole.quote(*signs.span())) if signs else None


def _spelled(name: str) -> str:
    """One spelling for the people's committees, whose names are written three ways."""
    return COMMITTEE_WRITTEN.sub("Ủy ban nhân dân", name)


def usual(name: str, rest: str) -> str:
    """A name in capitals as it is usually written.

    A committee of a place follows the rule (Decree 30/2020, annex II): the unit small, the place with
    capitals. Any other name is taken as the document itself (`rest`) writes it, else only its first
    letter stays a capital, because which of its words are fields of work nobody can tell.
    """
    if " - " in name and len(HEAD.findall(name.replace(" - ", "\n"))) > 1:
        return " - ".join(usual(part, rest) for part in name.split(" - "))
    lower = _spelled(name.lower())
    lower = UNION.sub("Đoàn", lower[:1].upper() + lower[1:])
    place = PLACED.search(lower)
    if place:
        lower = f"{lower[: place.start('place')]}{_with_capitals(place['place'])}"
        return _abbreviated(lower, name)
    for printed in re.finditer(rf"(?<![^\W_]){spaced(lower)}(?![^\W_])", rest, re.I):
        if not printed.group().isupper() and printed.group()[0].isupper():
            return plain(printed.group())
    return _abbreviated(lower, name)


def _abbreviated(usual_name: str, name: str) -> str:
    """The name with its abbreviations in capitals again, and the country's name as it is written."""
    short = {word.lower(): word for word in name.split() if SHORT.fullmatch(word)}
    written = " ".join(short.get(word.lower(), word) for word in usual_name.split())
    return re.sub(r"(?<=\s)việt nam(?=\s|$)", "Việt Nam", written, flags=re.I)


def _with_capitals(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split())
