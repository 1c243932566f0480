"""What stands behind an office's name in a cell: a clause that says what it does, or the document that says who."""

import re
from collections.abc import Sequence

from vanban.header.kinds import CITED_DATE, iso_date
from vanban.header.references import CITATION
from vanban.joined import joined
from vanban.model import Reference
from vanban.passages import Word, quotes_of, text_of
from vanban.text import plain, retone

# Offices whose names may hold a verb ("Ban Chỉ đạo thực hiện …", "các đơn vị quản lý …"): nothing is cut off.
_LOOSE = re.compile(
    r"(?:(?:các|những|một số|toàn thể) )?(?:ban|tổ|hội|đoàn|đội|nhóm|cơ sở|cơ quan|đơn vị|tổ chức|doanh nghiệp|cá nhân"
    r"|chủ|nhà|người|địa phương|hộ|công ty|hợp tác)\b"
)
_ALWAYS = (
    r"trực tiếp|chủ động|chịu trách nhiệm|có trách nhiệm|chủ trì|là cơ quan|là đơn vị|làm đầu mối"
)
_OFTEN = (
    r"triển khai|thực hiện|tham mưu|tổ chức (?:thực hiện|triển khai)|theo dõi|đôn đốc|cung cấp|báo cáo|đề xuất"
    r"|rà soát|vận hành|bố trí"
)
_CLAUSE = re.compile(rf"(?<!được)(?<!đối tượng)(?<!thuộc)(?<!để)(?<! có) (?:{_ALWAYS}|{_OFTEN})\b")
_STRONG_CLAUSE = re.compile(rf" (?:{_ALWAYS})\b")
_PAPER = (
    r"(?:phụ lục|quyết định|kế hoạch|danh sách|danh mục|biểu|mục|phân công|chức năng|văn bản|nghị quyết|thông báo"
    r"|quy chế|quy định|phân cấp|công văn|chỉ đạo|lĩnh vực|thẩm quyền|nhiệm vụ|đề án|chương trình)"
)
_REFERS = re.compile(
    rf"(?:như|theo|được (?:phân công|giao|nêu|quy định)(?: tại| theo| ở)?|nêu (?:tại|ở)|có tên tại|quy định tại"
    rf"|phân công tại|tại)\s+(?:sự |các |nội dung |bảng |từng )?{_PAPER}\b"
)
_GENERIC = re.compile(
    r"(?:(?:các|những|tất cả các) )?(?:cơ quan|đơn vị|tổ chức|địa phương|sở|ban|ngành|bộ|phòng|cá nhân|thành viên)"
    r"(?:(?:, | và |, và )(?:cơ quan|đơn vị|tổ chức|địa phương|sở|ban|ngành|bộ|phòng|cá nhân))*"
    r"(?: có)?(?: liên quan| chủ trì| phối hợp| thực hiện| được phân công| được giao)?"
)


def without_clause(item: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """The words of the name, and the clause behind it ("" if there is none)."""
    text = retone(text_of(item)).lower()
    # Names are told by their capitals: a verb inside one is printed with a capital or stands in brackets.
    printed = retone(text_of(item))
    pattern = _STRONG_CLAUSE if _LOOSE.match(text) else _CLAUSE
    for match in pattern.finditer(printed):
        before = printed[: match.start()]
        if before.count(" ") >= 1 and before.count("(") == before.count(")"):
            cut = before.count(" ") + 1
            return item[:cut], plain(text_of(item[cut:]))
    return item, ""


def reference_of(item: Sequence[Word]) -> Reference | None:
    """The document that says who does it, for words that name no office themselves ("theo phân công tại …")."""
    text = retone(text_of(item)).lower()
    found = _REFERS.search(text)
    if not found:
        return None
    head = text[: found.start()].strip(" ,(")
    if head and not _GENERIC.fullmatch(head):
        return None
    return _reference(item)


def _reference(item: Sequence[Word]) -> Reference:
    whole = joined(item)
    cited = CITATION.search(whole.text)
    day = CITED_DATE.search(whole.text)
    kind = plain(cited["kind"]) if cited else ""
    return Reference(
        relation="assigns",
        text=plain(text_of(item)).rstrip(" .;,"),
        kind=kind[:1].upper() + kind[1:].lower(),
        number=plain(cited["number"]).replace(" ", "").rstrip(".,") if cited else "",
        date=iso_date(day["year"], day["month"], day["day"]) if day else "",
        quote=quotes_of(item)[0],
    )
