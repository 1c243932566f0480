"""The tasks a document gives out in running text, and the duties of "Tổ chức thực hiện" beside them.

Who gives work out is told by the kind of document: plans, programmes, decisions, resolutions, directives
and projects. A letter, minutes or a report in which somebody "chủ trì" a meeting holds no task.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from vanban.assignments.building import says_offices, task_of
from vanban.assignments.items import Item, is_under, labelled_items, sections_of
from vanban.assignments.labels import OFFICES, Label
from vanban.assignments.offices import items_of_offices
from vanban.assignments.parts import Parted, parted
from vanban.assignments.phrases import bracket_at_end, gives, inside, is_giving, read_phrase
from vanban.assignments.rows import head_at, rows_of
from vanban.assignments.sectioned import under_tasks
from vanban.deadlines.reading import Setting
from vanban.model import Header, Task
from vanban.offices.agencies import begins_office
from vanban.paragraphs.reading import Paragraph, is_closing
from vanban.passages import Word, text_of
from vanban.text import fold
from vanban.work.duties import section_spans
from vanban.work.similar import repeating
from vanban.work.tasks import Around

GIVING = frozenset(
    [
        "Kế hoạch",
        "Chương trình",
        "Quyết định",
        "Nghị quyết",
        "Chỉ thị",
        "Đề án",
        "Phương án",
        "Dự án",
        "Công điện",
        "Kết luận",
    ]
)
# Papers that do nothing else: each of their items that names an office first is work.
DIRECTING = frozenset(["Chỉ thị", "Công điện", "Kết luận"])
# What a meeting or a leader has decided is passed on under a notice; what an inspection found gives no work out.
DECIDED = re.compile(
    r"(?:ve (?:viec )?)?(?:thong bao )?(?:y kien )?(?:ket luan|chi dao)(?! (?:kiem tra|thanh tra|giam dinh|dieu tra))"
)
LISTING = GIVING | {
    "Hướng dẫn",
    "Thông báo",
    "Công điện",
    "Quy chế",
}  # with labels they give work out too
NO_PLAN = re.compile(
    r"(?:bien ban|bao cao|giay moi|lich|danh sach|thong bao|to trinh|hop dong|quy che|quy dinh|thong cao|don"
    r"|phieu|thuc don|noi quy|giay|bang|so|thu|chuong trinh (?:hoi nghi|hop|hoi thao|le|lam viec))(?!\w)"
)
ANNOUNCING = re.compile(
    r"(?:yeu cau|chi dao|chi thi|ket luan|nhu sau|giao nhiem vu|quyet dinh)(?: [^:]{0,60})?:$"
)
# What is agreed to, praised or done already is no work.
AGREEING = re.compile(
    r"(?:co ban )?(?:thong nhat (?:voi|ve|nhan)|dong y|nhat tri|ghi nhan|danh gia cao|bieu duong|hoan nghenh)\b"
)
SILENT = re.compile(
    r"(?!.*\b(?:nhiem vu|giai phap|phan cong|noi dung|hoat dong))(?:cac )?"
    r"(?:muc dich|yeu cau|muc tieu|quan diem|nguyen tac|can cu|pham vi|doi tuong|chi tieu|thoi gian|kinh phi|co so"
    r"|thuc trang|danh gia|ket qua|khai niem|giai thich|tinh hinh|ton tai|han che|nguyen nhan|phuong cham)"
)
HEAD = 40  # paragraphs within which a document says what it is
FEW = 2  # tasks that show how a document gives work out
LISTED = 2  # offices as headings with work below that make a list of offices


class Assignments(NamedTuple):
    """Tasks in reading order, and the paragraphs that hold none of them, for the duties.

    `usual` tells that this is how the document gives its work out: in labelled items, or in more than a few sentences.
    """

    tasks: tuple[Task, ...]
    rest: tuple[Paragraph, ...]
    usual: bool


def read_assignments(
    paragraphs: Sequence[Paragraph], header: Header, around: Around, tabled: Sequence[Task]
) -> Assignments:
    """The tasks running text gives out beside those of tables (`tabled`), none of them twice."""
    document = [parted(paragraph) for paragraph in paragraphs]
    items = _items(document, header, bool(tabled))
    items = [item for item in items if item.title]
    setting = Setting(around.year, around.issued)
    tasks = [task_of(item, setting, around.names) for item in items]
    kept = [task for task, again in zip(tasks, repeating(tasks, tabled), strict=True) if not again]
    used = {place for item in items for place in item.places}
    rest = tuple(one for place, one in enumerate(paragraphs) if place not in used)
    usual = len(kept) > FEW or any(item.has_office or item.told for item in items)
    return Assignments(tuple(kept), rest, usual)


def gives_work(header: Header, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a document is of a kind that gives work out, or at least of none that does not."""
    if header.kind:
        return _gives_out(header)
    opening = paragraphs[:HEAD]
    return not any(
        fold(one.text).startswith("kinh gui")
        or (one.text.isupper() and NO_PLAN.match(fold(one.text)))
        for one in opening
    )


def _gives_out(header: Header) -> bool:
    """Whether a document with a head is of a kind whose sentences give work out."""
    decided = header.kind == "Thông báo" and DECIDED.match(fold(header.title or ""))
    return bool(decided) or (header.kind is not None and _is_of(header.kind, GIVING))


def _is_of(kind: str, kinds: frozenset[str]) -> bool:
    """Whether a kind is one of some, "Kế hoạch hành động" being a "Kế hoạch"."""
    return kind.startswith(tuple(kinds))


def _items(document: Sequence[Parted], header: Header, tabled: bool) -> list[Item]:
    """What is given out: items with labels first, then brackets and sentences, then offices with their items."""
    paragraphs = [one.paragraph for one in document]
    listing = _is_of(header.kind, LISTING) if header.kind else gives_work(header, paragraphs)
    if not listing:
        return []
    items = [*_tabled(document), *_judged(labelled_items(document), headed=header.kind is not None)]
    if tabled or not _gives_out(header):
        return items
    places = {place for item in items for place in item.places}
    for first, last in section_spans(paragraphs):
        places.update(range(first, last))
    directs = not _is_of(header.kind or "", GIVING - DIRECTING)
    if directs:
        places.update(range(_announced(paragraphs)))
    items += _stated(document, places, directs=directs, sectioned=not items)
    if directs or len(items) < FEW:
        places.update(place for item in items for place in item.places)
        fewest = 1 if directs else LISTED
        items += items_of_offices(document, places, SILENT, fewest)
    return sorted(items, key=lambda item: item.places)


def _announced(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs a directive has up to the one that announces the work: "… yêu cầu:"; 0 without such a one.

    Those before it name whom it is sent to.
    """
    for place, one in enumerate(paragraphs[:HEAD]):
        if one.text.endswith(":") and ANNOUNCING.search(fold(one.text)):
            return place + 1
        if one.kind in ("arabic", "roman"):
            break
    return 0


def _tabled(document: Sequence[Parted]) -> list[Item]:
    """The rows of tables that stand in running text, under the item above them."""
    sections = sections_of(document)
    items: list[Item] = []
    for place, one in enumerate(document):
        words = one.paragraph.words
        head = head_at(words, 0) if words and not one.paragraph.kind else None
        for row in rows_of(words, head) if head else ():
            title = row.cells.pop(Label.TITLE, ())
            section = (*sections[place], row.group) if row.group else sections[place]
            items.append(Item(row.number, title, row.cells, (place,), section))
    return items


def _judged(items: Sequence[Item], *, headed: bool) -> list[Item]:
    """The labelled items that are work: an office, or a time and a product where others name offices.

    In a document without a head only offices with a time, a product or helpers count, and two at least.
    """
    named = [item for item in items if _names_office(item) and item.title]
    if not headed:
        full = [item for item in named if len(item.parts) > 1 and Label.EVENT not in item.parts]
        return full if len(full) >= FEW else []
    timed = [item for item in items if item not in named and _is_timed(item) and len(named) >= FEW]
    return sorted([*named, *timed], key=lambda item: item.places)


def _names_office(item: Item) -> bool:
    values = [words for label, words in item.parts.items() if label in OFFICES | {Label.ASSIGNED}]
    if any(words and _says_office(words) for words in values):
        return True
    span = bracket_at_end(item.title)
    dated = Label.DEADLINE in item.parts or Label.PRODUCT in item.parts
    if dated and (read_phrase(item.title) or gives(item.title)):
        return True
    return bool(span and dated and says_offices(inside(item.title, span)))


def _says_office(words: Sequence[Word]) -> bool:
    return any(begins_office(words, index, capital=False) for index in range(min(3, len(words))))


def _is_timed(item: Item) -> bool:
    return Label.DEADLINE in item.parts and Label.PRODUCT in item.parts


def _stated(
    document: Sequence[Parted], taken: set[int], *, directs: bool, sectioned: bool
) -> list[Item]:
    """Items that give work out in a sentence ("Giao Sở A chủ trì …") or in a bracket at their end.

    A plain sentence ("Sở A xây dựng …") counts where others of its section give work out in so many words or where the
    document does nothing else (`directs`), a bracket that only names offices where several items of the document end
    in brackets. With `sectioned` sections of tasks count whose items mostly say who or by when.
    """
    sections = sections_of(document)
    items = [
        _with_bracket_below(document, Item(one.number, one.head, {}, (place,), sections[place]))
        for place, one in enumerate(document)
        if place not in taken and _may_state(one, sections[place])
    ]
    ways = [_way(item.title) for item in items]
    strong, named, plain = (
        [item for item, way in zip(items, ways, strict=True) if way is own] for own in _Way
    )
    tops = {item.section[:1] for item in strong}
    beside = [item for item in plain if directs or item.section[:1] in tops]
    several = named if len(named) + len(strong) >= 2 * FEW else []
    told = under_tasks(document, items, _names_actor) if sectioned and not directs else []
    found = {item.places: item for item in (*strong, *beside, *several, *told)}
    return [found[places] for places in sorted(found)]


def _names_actor(item: Item) -> bool:
    return _way(item.title) is not None


def _with_bracket_below(document: Sequence[Parted], item: Item) -> Item:
    """The item with the bracket printed alone in the paragraph below it: "(Giao Sở A chủ trì; xong trước …)"."""
    place = item.places[0] + 1
    below = document[place].paragraph if place < len(document) else None
    if below is None or below.kind or not below.words or not below.words[0].text.startswith("("):
        return item
    words = (*item.title, *below.words)
    if bracket_at_end(words) != (len(item.title), len(words)):
        return item
    return replace(item, title=words, places=(place - 1, place))


class _Way(Enum):
    """How an item gives its work out: in so many words, by naming offices in a bracket, in a plain sentence."""

    STRONG = 1
    NAMED = 2
    PLAIN = 3


def _way(title: Sequence[Word]) -> _Way | None:
    span = bracket_at_end(title)
    held = inside(title, span) if span else ()
    if gives(title) or (held and read_phrase(held)):
        return _Way.STRONG
    if held and says_offices(held):
        return _Way.NAMED
    phrase = read_phrase(title)
    agrees = phrase and AGREEING.match(fold(text_of(title[phrase.work : phrase.work + 6])))
    return _Way.PLAIN if phrase and not agrees else None


def _may_state(one: Parted, section: tuple[str, ...]) -> bool:
    kind = one.paragraph.kind
    if not kind or kind in ("annex", "part", "article") or not one.head or one.parts:
        return False
    if is_under(section, SILENT) or is_closing(text_of(one.head)):
        return False
    return not is_giving(one.head)
