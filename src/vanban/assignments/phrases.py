"""What a phrase says about who does the work: "Giao Sở A chủ trì, phối hợp với Sở B, UBND các xã xây dựng …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.deadlines.reading import is_deadline
from vanban.offices.agencies import bare, begins_office, split_items
from vanban.passages import Word, text_of, trimmed
from vanban.text import fold
from vanban.work.prose import find_deadline

GIVING = frozenset(["giao", "phân", "công", "đề", "nghị", "yêu", "cầu", "kính", "do", "cho"])
_TRUST = ("trách nhiệm của", "nhiệm vụ của", "đối với")
# Verbs (their first two words) that tell an office's name is over wherever they stand.
STRONG = "chủ trì|có trách|chịu trách|làm đầu|là cơ|là đơn|là đầu|được giao|căn cứ|theo chức|trong phạm|trên cơ"
# Verbs that may also be words of a name ("Ban quản lý dự án"): never right behind the first word of one.
WEAK = """phối hợp|chủ động|tham mưu|theo dõi|xây dựng|triển khai|thực hiện|hướng dẫn|bố trí|cân đối|đẩy mạnh|tiếp tục
tăng cường|chỉ đạo|kiểm tra|tổng hợp|báo cáo|tổ chức|lập kế|trình cấp|trình ubnd|trình ủy|trình hđnd|cử cán|đôn đốc
giám sát|tiến hành|phát động|ký kết|duy trì|bảo đảm|đảm bảo|nghiên cứu|đề xuất|rà soát|thành lập|ban hành|cập nhật
công khai|công bố|cung cấp|thẩm định|giải quyết|kịp thời|thường xuyên|định kỳ|huy động|vận động|tuyên truyền|quán triệt
lồng ghép|đăng tải|khảo sát|ưu tiên|bổ sung|hoàn thiện|hoàn thành|nâng cao|giúp ubnd|giúp ủy|tập trung|quan tâm
khẩn trương|nghiêm túc|tích cực|quản lý|mở rộng|mở các|đa dạng|khuyến khích|hỗ trợ|phổ biến|gửi báo|vận hành|tạo điều
nắm tình|xử lý|đưa nội|lựa chọn|chuẩn bị|thống nhất|đánh giá|tổng kết|sơ kết|thống kê|xác định|ứng dụng|kết nối|sử dụng
phát triển|thu hút|làm việc|giám định|điều tra|thanh tra|phê duyệt|soạn thảo|biên soạn|in ấn|phát hành|đầu tư|tư vấn
giới thiệu|lãnh đạo|ra quân|vào cuộc|tham gia|hưởng ứng|phát huy|tổng kiểm|tổng rà|tổng điều|tổng vệ|đổi mới|khắc phục
hoàn tất|niêm yết|cải tạo|nâng cấp|kiện toàn|củng cố|thúc đẩy|nhân rộng|trang bị|lắp đặt|giải ngân|hoàn trả|xem xét
chấn chỉnh|siết chặt|nhắc nhở|thông tin cho|thông báo đến|thông báo cho|trực tiếp|kịp báo|sớm hoàn|chuyển giao
chuyển đổi|tháo gỡ|giải phóng|đẩy nhanh|phân công|phân bổ|phân loại|kêu gọi|mời gọi|xúc tiến đầu|quy hoạch lại
cụ thể|thể chế|gương mẫu|nêu cao|đề cao|quyết liệt|đồng hành|cam kết|đăng ký|tiếp nhận|tiếp thu|nghiệm thu|quyết toán
thanh toán|bàn giao|thẩm tra|xây mới|in sao|sao gửi|rút kinh|xác minh|truy thu|cưỡng chế|xử phạt|tuần tra|diễn tập"""
# Verbs of one word that no office's name holds.
SINGLE = "mở|lập|mua|trồng|dạy|xét|chọn|giúp|viết|soạn|gửi|đưa|tìm|làm|nắm|giữ|tạo|đặt|lắp|sửa|ngăn|lấy|đón|dành|ký|rà"
_STRONG = frozenset(re.findall(r"[^|\n]+", STRONG))
# Of these, those that offices are named after: "Sở Kế hoạch - Đầu tư".
_IN_NAMES = frozenset(
    ["đầu tư", "phát triển", "quản lý", "tư vấn", "thanh tra", "kiểm tra", "tổng hợp"]
)
_SINGLE = frozenset(SINGLE.split("|"))
_WEAK = frozenset(re.findall(r"[^|\n]+", WEAK))
# "tổ chức" is a noun in "tổ chức, cá nhân", "tổ chức chính trị - xã hội", "tổ chức có liên quan".
NOUN_AFTER = "cá|chính|xã|có|liên|đoàn|quốc|tôn|kinh|tín|cơ|đảng|khác"
_NOUN_AFTER = frozenset(NOUN_AFTER.split("|"))
# Behind such a word a verb belongs to the name or to a clause about it ("trường có tổ chức …").
_WITHIN_NAME = frozenset(
    ["các", "và", "những", "của", "hội", "ban", "có", "được", "đã", "đang", "để"]
)
_PURPOSE = frozenset(["để", "nhằm", "trước", "theo", "về", "khi"])
_DURING = frozenset(
    ["tháng", "năm", "quý", "quá", "việc", "công", "thời", "lĩnh", "suốt", "các", "ngày"]
)
_MORE = frozenset(["và", "của", "thuộc", "trên", "tại", "ở", "khác", "đến"])
_UNITS = "ap|thon|khom|xa|phuong|thi tran|quan|huyen|thi xa|thanh pho|tinh|dac khu|so|ban|nganh|bo|doan the|dia phuong"
_GROUP = re.compile(rf"(?<!\w)cac (?:{_UNITS})(?:, (?:{_UNITS}))*$")
_GROUP_WORDS = 12
# Behind a group such a word tells which of them: "các xã ven biển", "các sở quản lý ngành".
QUALIFIERS = """có liên miền vùng ven biên bị được trọng nông nghèo khu tỉnh thành quận huyện xã phường thị nơi đã do
phía phối hữu lân giáp cùng còn này đặc trong ngoài trực quản chưa đang mới khó thí đảo núi không là nói"""
_QUALIFIERS = frozenset(QUALIFIERS.split())
_LONGEST = 90  # words of the offices a sentence names
_WITH = re.compile(
    r"(?<!\w)phoi hop(?: chat che| dong bo| thuc hien| tham muu| trien khai)*,?(?P<with> (?:voi|cung(?: voi)?))? "
)
_HELPING = re.compile(r"(?<= )(?:cung |tham gia )?phoi hop(?: thuc hien| trien khai)?[.;) ]*$")
_CHAIRS = re.compile(
    r"(?<!\w)(?:chu tri|lam dau moi|la (?:co quan|don vi|dau moi)(?: dau moi| chu tri)?|chiu trach nhiem chinh)(?!\w)"
)
_DUE = re.compile(
    r"(?:thoi (?:gian|han)|tien do|hoan thanh|xong|han|thuc hien (?:xong )?(?:trong|truoc)|bao cao ket qua)"
    r"(?: \w+){0,4}? ?:? ?"
)
_WHEN = re.compile(r"(?:trong|truoc|tu|den|dinh ky|hang|cuoi|dau|giai doan|cham nhat)(?!\w)")
_WHERE = re.compile(r"(?:o|tai|cap|cac cap) (?:\w+ ?){1,4}:$")
ONLY = """thực hiện|triển khai|tổ chức thực hiện|triển khai thực hiện|tổ chức triển khai|tham mưu|chủ trì
chủ trì thực hiện
chủ trì tham mưu|chủ trì, tham mưu|chủ trì triển khai|chủ trì tổ chức thực hiện|chủ trì triển khai thực hiện"""
_ONLY = frozenset(["", *re.findall(r"[^|\n]+", ONLY)])
_SHORT_DUE = 22  # words: more are no deadline alone


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who leads, who helps, and where the words about the work begin."""

    leads: tuple[Word, ...]
    coordinating: tuple[Word, ...]
    work: int  # index of the first word after the offices at the beginning
    chaired: bool  # "chủ trì", "giao" or another plain word of assignment stands there
    when: tuple[Word, ...] = ()  # "Trong năm 2018," before the office


def read_phrase(words: Sequence[Word]) -> Phrase | None:
    """What a sentence that begins with its actor says; None if it begins otherwise."""
    start, given = past_giving(words, _past_time(words) or _past_place(words))
    if start >= len(words) or not begins_office(words, start, capital=not given):
        return None
    end = office_end(words, start) or _past_colon(words, start)
    if end is None or end - start > _LONGEST:
        return None
    folded = _folded(words[end:])
    chaired = given or bool(_CHAIRS.match(folded))
    helpers = coordinating_in(words[end:])
    return Phrase(tuple(words[start:end]), helpers, end, chaired, tuple(words[: _past_time(words)]))


def _past_time(words: Sequence[Word]) -> int:
    """The first word after "Trong năm 2018,", 0 where no such words open the sentence."""
    for index, word in enumerate(words[:14]):
        if word.text.endswith(",") and index + 1 < len(words):
            text = text_of(words[: index + 1]).rstrip(",")
            return index + 1 if _WHEN.match(fold(text)) and is_deadline(text) else 0
    return 0


def _past_place(words: Sequence[Word]) -> int:
    """The first word after "Ở địa phương:", 0 where no such words open the sentence."""
    for index, word in enumerate(words[:6]):
        if word.text.endswith(":"):
            return index + 1 if _WHERE.match(fold(text_of(words[: index + 1]))) else 0
    return 0


def past_giving(words: Sequence[Word], start: int) -> tuple[int, bool]:
    """The first word after "Giao", "Yêu cầu", "Trách nhiệm của", and whether such words stand there."""
    place = start
    while place < len(words) and bare(words[place].text) in GIVING:
        place += 1
    for trust in _TRUST:
        if text_of(words[place : place + len(trust.split())]).lower() == trust:
            return place + len(trust.split()), True
    if place > start and fold(words[place - 1].text) == "cong" and begins_office(words, place - 1):
        place -= 1  # "Công an", "Công ty"
    return place, place > start


def office_end(words: Sequence[Word], start: int) -> int | None:
    """Where the offices that begin at a word end and a verb begins; None if no verb follows."""
    deep = 0
    for index in range(start + 1, min(len(words), start + _LONGEST)):
        before = words[index - 1].text
        deep += before.count("(") - before.count(")")
        if deep > 0:
            continue
        if before.endswith((".", ";", ":")) and not before.endswith("..."):
            return None
        if _is_verb(words, start, index):
            return index
    return None


def _past_colon(words: Sequence[Word], start: int) -> int | None:
    """Where the verb begins behind offices and a colon: "Công an xã: chủ trì …"; None where that is not printed."""
    for index in range(start + 1, min(len(words) - 1, start + _LONGEST)):
        if words[index].text.endswith(":"):
            named = is_office_list(trimmed(words[start : index + 1], ":"))
            lower = words[index + 1].text[:1].islower()
            return index + 1 if named and lower and begins_work(words, index + 1) else None
    return None


def begins_work(words: Sequence[Word], index: int) -> bool:
    """Whether words that open a sentence or an item say what is done: "Chủ trì …", "Tăng cường …"."""
    pair = " ".join(bare(word.text) for word in words[index : index + 2])
    verb = pair in _STRONG or pair in _WEAK or pair.partition(" ")[0] in _SINGLE
    return verb and pair not in _IN_NAMES


def _is_verb(words: Sequence[Word], start: int, index: int) -> bool:
    word = words[index].text
    if word[0].isupper():
        return False
    pair = f"{bare(word)} {bare(words[index + 1].text) if index + 1 < len(words) else ''}".strip()
    if pair in _STRONG:
        return True
    if pair not in _WEAK and bare(word) not in _SINGLE:
        return False
    social = text_of(words[index - 2 : index]).lower() == "xã hội"  # a field, and no society
    if index - start < 2 or (bare(words[index - 1].text) in _WITHIN_NAME and not social):
        return False
    if pair == "tổ chức":
        after = words[index + 2].text if index + 2 < len(words) else ""
        return not words[index + 1].text.endswith(",") and bare(after) not in _NOUN_AFTER
    before = text_of(words[index - 2 : index]).lower()
    return (before, pair) not in (("phối hợp", "phổ biến"), ("hội đồng", "phối hợp"))


def coordinating_in(words: Sequence[Word]) -> tuple[Word, ...]:
    """The offices after "phối hợp với" in the first sentence that has them."""
    folded = _folded(words)
    for match in _WITH.finditer(folded):
        start = folded[: match.end()].count(" ")
        named = start < len(words) and begins_office(words, start, capital=not match["with"])
        if named:
            return tuple(words[start : _list_end(words, start)])
    return _helping_clause(words)


def _helping_clause(words: Sequence[Word]) -> tuple[Word, ...]:
    """The offices of a clause of their own: "Sở A chủ trì; Sở B, UBND các xã phối hợp"."""
    start = 0
    for index, word in enumerate(words):
        ends = word.text.endswith((";", ".")) or index + 1 == len(words)
        chairs = bare(word.text) == "trì" and word.text.endswith(",")
        clause = words[start + (bare(words[start].text) == "và") : index + 1]
        helping = _HELPING.search(_folded(clause)) if ends and clause else None
        if helping and begins_office(clause, 0, capital=False):
            return tuple(clause[: helping.string[: helping.start()].count(" ")])
        start = index + 1 if ends or chairs else start
    return ()


def _list_end(words: Sequence[Word], start: int) -> int:
    """Where a list of offices ends: at a verb, a point, or a bracket that closes around it."""
    deep = 0
    for index in range(start, min(len(words), start + _LONGEST)):
        text = words[index].text
        if index > start + 1 and deep == 0 and _closes_list(words, start, index):
            return index
        deep += text.count("(") - text.count(")")
        ends = deep == 0 and text.endswith((".", ";", ":")) and not _goes_on(words, index)
        if deep < 0 or ends:
            return index + 1
    return min(len(words), start + _LONGEST)


def _closes_list(words: Sequence[Word], start: int, index: int) -> bool:
    """Whether a word is no longer of a list of offices: a verb, a purpose, a time."""
    if _is_verb(words, start, index) or _is_complete(words, index):
        return True
    word, after = bare(words[index].text), text_of(words[index + 1 : index + 2]).lower()
    return word in _PURPOSE or (word == "trong" and after in _DURING)


def _is_complete(words: Sequence[Word], index: int) -> bool:
    """Whether a group has ended ("… liên quan", "các xã, phường") and a word follows that tells nothing about it."""
    word = words[index].text
    if not word[0].islower() or words[index - 1].text[-1] in ",;":
        return False
    if text_of(words[index - 2 : index]).lower() == "liên quan":
        return bare(word) not in _MORE
    said = fold(text_of(words[max(0, index - _GROUP_WORDS) : index]))
    return bool(_GROUP.search(said)) and bare(word) not in _MORE | _QUALIFIERS


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a list goes on after ";": another office follows that does not act itself."""
    after = index + 1
    if (
        not words[index].text.endswith(";")
        or after >= len(words)
        or not begins_office(words, after, capital=False)
    ):
        return False
    return office_end(words, after) is None


def _folded(words: Sequence[Word]) -> str:
    """Folded words with a space after each: as many spaces before a match as words."""
    return "".join(f"{fold(word.text) or '?'} " for word in words)


def is_office_list(words: Sequence[Word]) -> bool:
    """Whether words are names of offices and nothing else."""
    if not words or len(words) > _LONGEST or not begins_office(words, 0):
        return False
    if office_end(words, 0) is not None:
        return False
    items = split_items(words)
    return bool(items) and all(
        begins_office(item, 0, capital=False) or len(item) <= 12 for item in items
    )


def bracket_at_end(words: Sequence[Word]) -> tuple[int, int] | None:
    """The last bracket of a run of words if only points follow it: where it opens and ends."""
    deep = 0
    for index in range(len(words) - 1, -1, -1):
        text = words[index].text
        if index == len(words) - 1 and not text.rstrip(".;,/").endswith(")"):
            return None
        deep += text.count(")") - text.count("(")
        if deep <= 0:
            return (index, len(words)) if text.startswith("(") and index else None
    return None


def inside(words: Sequence[Word], span: tuple[int, int]) -> list[Word]:
    """The words of a bracket without it."""
    cut = list(words[span[0] : span[1]])
    cut[0] = cut[0]._replace(text=cut[0].text[1:])
    cut[-1] = cut[-1]._replace(text=cut[-1].text.rstrip(".;,/").removesuffix(")"))
    return [word for word in cut if word.text]


def split_due(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words, and a last sentence that only says until when ("Thời gian xong trước 01/12/2024.")."""
    for index in range(len(words) - 2, max(0, len(words) - _SHORT_DUE), -1):
        if words[index - 1].text[-1] in ".;" and words[index].text[0].isupper():
            if is_due(words[index:]):
                return list(words[:index]), list(words[index:])
            break
    return list(words), []


def is_due(words: Sequence[Word]) -> bool:
    """Whether words say until when and nothing else."""
    if not words or len(words) > _SHORT_DUE:
        return False
    folded = _folded(words)
    match = _DUE.match(folded)
    if match is None:
        return False
    rest = text_of(words[folded[: match.end()].count(" ") :]).strip(" .;:")
    return is_deadline(rest) or _is_dated(text_of(words))


def _is_dated(text: str) -> bool:
    """Whether little more than the deadline stands in a text."""
    found = find_deadline(text).text or ""
    return bool(found) and len(found) > len(text) // 2


def sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the sentences begin and end."""
    starts = [0] + [
        index
        for index in range(1, len(words))
        if words[index - 1].text[-1] in ".;" and words[index].text[0].isupper()
    ]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def gives(words: Sequence[Word]) -> bool:
    """Whether one of the sentences says in plain words that an office is in charge."""
    for start, end in sentences(words):
        phrase = read_phrase(words[start:end])
        if phrase is not None and phrase.chaired and end - start > phrase.work:
            return True
    return False


def is_giving(words: Sequence[Word]) -> bool:
    """Whether a single sentence only gives out work named elsewhere: "Giao Sở A chủ trì, phối hợp với Sở B."."""
    if len(words) > _LONGEST or len(sentences(words)) > 1:
        return False
    phrase = read_phrase(words)
    return phrase is not None and phrase.chaired and only_gives(words, phrase.work)


def only_gives(words: Sequence[Word], work: int) -> bool:
    """Whether a sentence names no work behind its offices, or only "thực hiện"."""
    rest = words[work:]
    helpers = coordinating_in(rest)
    after = rest[_position(rest, helpers) :] if helpers else rest
    said = text_of(after).lower().strip(" .;,")
    return said in _ONLY


def _position(words: Sequence[Word], helpers: Sequence[Word]) -> int:
    """Where the words behind the helping offices begin."""
    last = helpers[-1].ordinal
    return next((place + 1 for place, word in enumerate(words) if word.ordinal == last), 0)
