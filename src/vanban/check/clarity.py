""" "Six clears": who, what, until when, whose responsibility, which product, by which authority."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
import re

from vanban.check.examined import Examined, short
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Finding, Quote, Task
from vanban.text import fold, key

_CLEAR = Said(
    "Giao việc phải rõ 6 điều: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.",
    "Work is assigned with six things clear: who, what, until when, responsibility, product, authority.",
)
CODES = (
    Code(
        "no-lead",
        Severity.MISSING,
        Said(
            "{count_vi} không ghi cơ quan chủ trì: {tasks}.", "{count_en} no lead office: {tasks}."
        ),
        _CLEAR,
        Said("Ghi một cơ quan chủ trì cho mỗi nhiệm vụ.", "Name one lead office for each task."),
    ),
    Code(
        "two-leads",
        Severity.LOOK,
        Said(
            "Nhiệm vụ {no} có {count} cơ quan chủ trì: {offices}.",
            "Task {no} has {count} lead offices: {offices}.",
        ),
        Said(
            "Một việc chỉ giao một cơ quan chủ trì, chịu trách nhiệm chính.",
            "A task is given to one lead office that answers for it.",
        ),
        Said(
            "Chọn một cơ quan chủ trì, chuyển cơ quan kia sang phối hợp, hoặc tách thành hai nhiệm vụ.",
            "Choose one, move the other to coordination, or split the task.",
        ),
    ),
    Code(
        "no-deadline",
        Severity.MISSING,
        Said("{count_vi} không ghi thời hạn: {tasks}.", "{count_en} no deadline: {tasks}."),
        _CLEAR,
        Said("Ghi thời hạn hoàn thành cho mỗi nhiệm vụ.", "Give each task a deadline."),
    ),
    Code(
        "no-product",
        Severity.LOOK,
        Said("{count_vi} không nêu sản phẩm: {tasks}.", "{count_en} no product: {tasks}."),
        _CLEAR,
        Said(
            "Ghi sản phẩm phải có (văn bản, báo cáo, số lượng) để biết khi nào là xong.",
            "Say what must be there in the end (document, report, number), so that done can be told.",
        ),
    ),
    Code(
        "no-work",
        Severity.WRONG,
        Said(
            "Dòng {no} của bảng không có nội dung nhiệm vụ.", "Row {no} of the table tells no work."
        ),
        _CLEAR,
        Said("Ghi nội dung nhiệm vụ hoặc bỏ dòng này.", "Write the work in or take the row out."),
    ),
    Code(
        "same-task",
        Severity.LOOK,
        Said(
            "Nhiệm vụ {no} trùng nội dung với nhiệm vụ {other}: “{text}”.",
            "Task {no} says the same as task {other}: “{text}”.",
        ),
        Said(
            "Một việc giao hai lần sẽ bị theo dõi và báo cáo hai lần, có khi bởi hai cơ quan.",
            "Work assigned twice is followed and reported twice, sometimes by two offices.",
        ),
        Said(
            "Gộp hai dòng, hoặc nói rõ chỗ khác nhau.",
            "Make one row of them, or say how they differ.",
        ),
    ),
)
FEW = 3  # so many tasks are named one by one
SHOWN = 12  # numbers of tasks in one sentence
ALIKE = 0.92  # of the pairs of words are shared
FEWEST_WORDS = 7  # of a title that can be compared
DOCUMENT = re.compile(
    r"(?:quyet dinh|ke hoach|de an|bao cao|nghi quyet|nghi dinh|thong tu|quy che|quy dinh|huong dan|phuong an|chi thi"
    r"|to trinh|ho so|du an|chuong trinh|cong van|van ban|bo tieu chi|co so du lieu|phan mem|cong thong tin|bang tin"
    r"|danh muc|quy trinh|so tay|tai lieu|clip|phong su|chuyen muc|hoi nghi|hoi thao|lop|cuoc thi|khoa)(?!\w)"
)
COUNTED = re.compile(r"\d")


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on what tasks do not say, one for a code where many tasks lack the same."""
    tasks = document.reading.tasks
    yield from _lacking("no-lead", tasks, lambda task: not task.leads)
    yield from _lacking("no-deadline", tasks, lambda task: task.deadline.kind == "none")
    yield from _lacking("no-product", tasks, lambda task: not names_product(task))
    for task in tasks:
        yield from _leads(task)
    yield from _untitled(document.reading.findings)
    yield from _repeated(tasks)


def _lacking(code: str, tasks: Sequence[Task], lacks: Callable[[Task], bool]) -> Iterator[Remark]:
    found = [task for task in tasks if lacks(task)]
    if not found:
        return
    quotes = tuple(quote for task in found for quote in task.quotes[:1])
    every = len(found) == len(tasks) > FEW
    count = len(found)
    values = {
        "count_vi": f"Cả {count} nhiệm vụ" if every else f"{count} trên {len(tasks)} nhiệm vụ",
        "count_en": f"All {count} tasks have" if every else f"{count} of {len(tasks)} tasks have",
        "tasks": numbers_of(found),
    }
    yield Remark(code, values, quotes)


def numbers_of(tasks: Sequence[Task]) -> str:
    """The tasks by number, those without one by their first words."""
    names = [task.no or f"“{short(task.title, 6)}”" for task in tasks]
    if len(tasks) <= FEW:
        names = [f"{task.no} (“{short(task.title, 8)}”)".strip() for task in tasks]
    return ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")


def names_product(task: Task) -> bool:
    """Whether a task says what must be there in the end: in its column, as a document or as a number."""
    return bool(task.product or DOCUMENT.search(fold(task.title)) or COUNTED.search(task.title))


def _leads(task: Task) -> Iterator[Remark]:
    names = list(dict.fromkeys(lead.name for lead in task.leads))
    if len(names) < 2 or any(lead.group for lead in task.leads):
        return
    quotes = tuple(lead.quote for lead in task.leads if lead.quote)
    values = {"no": task.no, "count": str(len(names)), "offices": "; ".join(names)}
    yield Remark("two-leads", values, quotes)


def _untitled(findings: Sequence[Finding]) -> Iterator[Remark]:
    for finding in findings:
        if finding.code == "row-without-title":
            quotes: tuple[Quote, ...] = (finding.quote,) if finding.quote else ()
            yield Remark("no-work", finding.values, quotes)


def _repeated(tasks: Sequence[Task]) -> Iterator[Remark]:
    """A task whose words, nearly all, are those of one above it. Compared only where a first pair agrees."""
    above: dict[tuple[str, str], list[Task]] = {}
    for task in tasks:
        words = re.findall(r"\w+", key_words(task.title))
        if len(words) < FEWEST_WORDS:
            continue
        opening = (words[0], words[1])
        same = next((one for one in above.get(opening, ()) if alike(one.title, task.title)), None)
        if same:
            values = {"no": task.no, "other": same.no, "text": short(task.title)}
            yield Remark("same-task", values, (*task.quotes[:1], *same.quotes[:1]))
        above.setdefault(opening, []).append(task)


def key_words(text: str) -> str:
    """The words of a text to compare by, white space kept."""
    return " ".join(key(word) for word in text.split())


def alike(one: str, other: str) -> bool:
    """Whether two titles share nearly all pairs of neighbouring words, the figures in them too."""
    first, second = (set(pairwise(re.findall(r"\w+", key_words(text)))) for text in (one, other))
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return len(first & second) >= ALIKE * max(len(first), len(second), 1)
