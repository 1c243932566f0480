"""The values a document is read into. They hold no behaviour beyond their own shape.

A source is a sequence of blocks; every block is made of numbered lines. Whatever the reader
finds keeps the very words it was read from and the numbers of the lines they stand on, so that
a person can be shown the place and a program can check it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page: fractions (0 to 1) of its width and height, from the top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file, or one paragraph of a Word file, as printed.

    `number` counts from 1 through the whole source: in a text file it is the number an editor
    shows; in a Word file paragraphs are counted in reading order, those in table cells included, and
    a forced line break within a paragraph begins a new line.
    `label` is a number the word processor adds by itself ("I.", "1.", "-"); `text` does not hold it.
    `box` is where it is printed, for files that have pages (PDF, images); an empty line tells of a gap.
    `wrapped` tells of a line in a table cell that it goes on from the line above, where its first word
    had no room.
    """

    number: int
    text: str
    page: int | None = None
    label: str = ""
    bold: bool = False
    centred: bool = False
    box: Box | None = None
    printed: str = ""  # the text before its letters were repaired, where that changed it
    wrapped: bool = False
    doubtful: tuple[str, ...] = ()  # its words that were recognised with doubt, in a scan


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; merged cells say how many columns and rows they cover."""

    lines: tuple[Line, ...]
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell merged downwards stands once, in its first row."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A file as blocks in reading order; `notes` are findings about the file.

    `format` names what was read: "text", "docx", "pdf", "scan", "xlsx", "markdown", "html".
    `printed` tells that a line outside of tables is a printed line, to be joined with its neighbours
    into paragraphs; otherwise every line is a paragraph.
    """

    blocks: tuple[Block, ...]
    format: str
    pages: int | None = None
    notes: tuple["Finding", ...] = ()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as printed, and where: the white space apart they stand in lines `line`..`last_line`.

    `boxes` are the places of these lines on the page, for files that have pages.
    """

    text: str
    line: int
    last_line: int
    page: int | None = None
    boxes: tuple[Box, ...] = ()


class Confidence(StrEnum):
    """Whether a person must look: no, yes, or yes because it is probably not what is meant."""

    SURE = "sure"
    CHECK = "check"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know or settle. `code` is stable; `values` fill its sentence."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document that this one names. `relation`: "carries_out", "basis", "mentions", or "assigns"
    for one that says who does a task ("theo phân công tại Quyết định số …")."""

    relation: str
    text: str  # the words as printed: "Kế hoạch số 62-KH/HU ngày 25 tháng 01 năm 2022 của …"
    kind: str = ""
    number: str = ""
    date: str = ""
    issuer: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """What a decision or resolution issues: "Kế hoạch" and its title, as its own first page says."""

    kind: str
    title: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The head of the document. What is blank on paper is None or shortened, never guessed.

    `date` is ISO as far as known: "2022-02-21", "2022-02", "2022". `number` keeps what is printed
    ("/KH-UBND" with `number_blank` when the number is still to be written in).
    """

    issuer: str | None = None
    number: str | None = None
    number_blank: bool = False
    place: str | None = None
    date: str | None = None
    kind: str | None = None
    title: str | None = None
    signer_capacity: str | None = None
    signer: str | None = None
    secrecy: str | None = None  # "MẬT", "TỐI MẬT", "TUYỆT MẬT"
    recipients: tuple[str, ...] = ()  # what is listed under "Nơi nhận", as printed
    attached: Attached | None = None
    references: tuple[Reference, ...] = ()
    quotes: Mapping[str, Quote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provision:
    """A heading or item of the outline: "II. MỤC TIÊU", "1. Giai đoạn 2021-2025"; `level` 1 is the highest."""

    number: str
    level: int
    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Milestone:
    """One of several days or periods a deadline names, with the words it stands in."""

    text: str
    kind: str
    start: str | None
    end: str | None
    before: bool = False  # "trước ngày …": the day itself is already late


@dataclass(frozen=True, slots=True)
class Deadline:
    """When work is due, as written and as understood.

    `kind`: none, year, year-range, quarter, month, date, recurring, conditional, relative.
    `start` and `end` are ISO days, inclusive; `recurrence` is year, half-year, quarter, month or week.
    `within` is the day named inside each period that comes again: "12-15" (month and day) of a year or half of one,
    "20" of a month, "01-05" of a quarter's first month, "03-31" the last day of its last.
    `milestones` are given where a cell names several that are not one span.
    """

    text: str | None = None
    kind: str = "none"
    start: str | None = None
    end: str | None = None
    recurrence: str | None = None
    before: bool = False  # "trước ngày …": the day itself is already late
    open_ended: bool = False  # "… và các năm tiếp theo", "từ năm …": goes on after what is dated
    within: str | None = None
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An office as written. `name` is repaired for comparison ("UBNDcác xã" → "UBND các xã");
    `note` is what stands in brackets ("hỗ trợ"); `group` says that the words mean many offices."""

    text: str
    name: str
    group: bool = False
    note: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work with those who do it.

    `roles` holds who else has a part, by the role the document names: "implementing", "tracking",
    "synthesizing", "submitting", "issuing", "supervising". `references` are documents that say who
    does it instead of the plan itself. `description` is what a second column of words tells about the work.
    """

    no: str
    title: str
    leads: tuple[Mention, ...]
    coordinating: tuple[Mention, ...]
    deadline: Deadline
    product: str | None = None
    quotes: tuple[Quote, ...] = ()  # of the title; more than one where a page break cuts it
    deadline_quotes: tuple[Quote, ...] = ()
    product_quotes: tuple[Quote, ...] = ()
    section: str = ""  # the heading it stands under: "Phụ lục"
    roles: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    funding: str | None = None
    remark: str | None = None
    description: str | None = None
    references: tuple[Reference, ...] = ()
    confidence: Confidence = Confidence.SURE
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """A standing responsibility from "Tổ chức thực hiện": who, and what in whose words."""

    actor_no: str
    actors: tuple[Mention, ...]
    no: str  # its place under the actor, from "1"
    text: str
    deadline: Deadline
    product: str | None = None  # a document the duty asks for: "Kế hoạch an toàn điện"
    quotes: tuple[Quote, ...] = ()
    same_as: tuple[str, ...] = ()  # numbers of tasks that seem to say the same
    confidence: Confidence = Confidence.SURE
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An aim. `value` is a decimal in digits ("12.5"), or two for a range, or none for an aim in words.

    `comparator` is one of >= <= = range about; `strict` marks "trên", "hơn" (the figure itself does not do).
    `change` is "increase" or "decrease" where the figure says by how much, not to what ("giảm 50% thời gian").
    `rank`: a place in a ranking, the smaller the better. `scope`: each of what must reach it ("mỗi xã").
    `no`: its number in a table of targets; `task`: the number of the task whose product or text sets it;
    `tracking`: who watches over it, where a table of targets says so.
    """

    text: str
    indicator: str
    comparator: str | None
    values: tuple[str, ...]
    unit: str | None
    start: str | None
    end: str | None
    strict: bool = False
    recurrence: str | None = None
    average: bool = False
    price_basis: str | None = None
    change: str | None = None
    rank: bool = False
    scope: str | None = None
    no: str = ""
    task: str = ""
    tracking: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    section: str = ""
    confidence: Confidence = Confidence.SURE
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """What a clause says anew, as printed. `field` is deadline, lead, coordinating, text, figure or product; "" where
    that is not said. `old` is "" where only what holds from now on is printed; `joins` tells that `new` is added to
    what stands there ("bổ sung Phòng Tư pháp vào cơ quan phối hợp").
    """

    field: str
    old: str
    new: str
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that an amending document does.

    `act`: change, add, end. `about`: task, duty, target, "" where the paper does not say. `numbers` are those it
    names, as printed; `place` the rest of the address ("khoản 3 Mục IV"); `name` the words that stand for the item.
    `wordings` of what is added are all of it.
    """

    act: str
    about: str
    numbers: tuple[str, ...] = ()
    place: str = ""
    name: str = ""
    wordings: tuple[Wording, ...] = ()
    quotes: tuple[Quote, ...] = ()
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True)
class Amending:
    """That a document changes another one, which, from when on, and clause by clause.

    `number` and `date` (ISO) are those of the document it changes, "" where they are not printed. `effective` is the
    first day on which it holds, None where the paper names none or its own day of issue is blank.
    """

    kind: str = ""
    number: str = ""
    date: str = ""
    effective: str | None = None
    clauses: tuple[Clause, ...] = ()
    quotes: Mapping[str, Quote] = field(default_factory=dict)  # of "amended" and "effective"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one source; `amending` is None for a document that changes no other."""

    source: Source
    header: Header
    provisions: tuple[Provision, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    findings: tuple[Finding, ...] = ()
    amending: Amending | None = None
