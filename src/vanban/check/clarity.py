""" "Six clears": who, what, until when, whose responsibility, which product, by which authority."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

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
FEWEST_WORDS = 7  # of a title that can be compared
BREAKS_OFF = 12  # lines before the end of a file that breaks off, in which a task may go on
DOCUMENT = re.compile(
    r"(?:quyet dinh|ke hoach|de an|bao cao|nghi quyet|nghi dinh|thong tu|quy che|quy dinh|huong dan|phuong an"
    r"|chi thi"
    r"|to trinh|ho so|du an|chuong trinh|cong van|van ban|bo tieu chi|co so du lieu|phan mem|cong thong tin"
    r"|bang tin"
    r"|danh muc|thanh lap|kien toan|ky ket|ban ghi nho"
    r"|hop dong|quy trinh|so tay|tai lieu|clip|phong su|chuyen muc|hoi nghi|hoi thao|lop|cuoc thi"
    r"|khoa (?:dao tao|tap huan|boi duong))(?!\w)"
)
COUNTED = re.compile(r"\d")
NAMED = re.compile(r"\w")  # a bullet is no number
ANNOUNCED = re.compile(rf"\d+ {DOCUMENT.pattern}.*:\s*$")  # "gồm 10 chuyên mục, cụ thể:"


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on what tasks do not say, one for a code where many tasks lack the same."""
    tasks = stated_tasks(document.reading.tasks)
    judged = _whole_tasks(document, tasks)
    told = _announced(document)
    for code, lacks in LACKS.items():
        found = [task for task in judged if lacks(task)]
        if code == "no-product":
            found = [task for task in found if not any(_line(task) in lines for lines in told)]
        yield from _lacking(code, found, len(tasks))
    for task in tasks:
        yield from _leads(task)
    yield from _untitled(document.reading.findings)
    yield from _repeated(tasks)


def _line(task: Task) -> int:
    return task.quotes[0].line if task.quotes else 0


def _announced(document: Examined) -> list[range]:
    """The lines of the tables whose rows are products already, as the sentence above them says."""
    found = []
    for table in document.task_tables:
        first, last = table.lines
        above = [one.words for one in document.paragraphs if one.words[-1].line < first]
        text = " ".join(word.text for word in above[-1]) if above else ""
        if ANNOUNCED.search(fold(text)):
            found.append(range(first, last + 1))
    return found


def stated_tasks(tasks: Sequence[Task]) -> list[Task]:
    """The tasks that the document counts: where most bear a number, one without or with a Roman one is a heading.

    What stands between number 8 and number 9 with another number is an item of 8 that was set in a row of its own.
    """
    numbered = [task for task in tasks if COUNTED.search(task.no)]
    stated = numbered if len(numbered) > len(tasks) / 2 else list(tasks)
    numbers = [int(task.no) if re.fullmatch(r"\d{1,6}", task.no) else 0 for task in stated]
    inside = {
        place + 1
        for place, (before, own, after) in enumerate(
            zip(numbers, numbers[1:], numbers[2:], strict=False)
        )
        if before and own and own not in (before, after) and after == before + 1
    }
    return [task for place, task in enumerate(stated) if place not in inside]


def _whole_tasks(document: Examined, tasks: Sequence[Task]) -> Sequence[Task]:
    """Those that can be judged: not the last one of a file that was cut short."""
    if not tasks or document.reaches_end or not tasks[-1].quotes:
        return tasks
    left = document.lines[-1].number - tasks[-1].quotes[-1].last_line
    return tasks[:-1] if left <= BREAKS_OFF else tasks


def _lacking(code: str, found: Sequence[Task], total: int) -> Iterator[Remark]:
    if not found:
        return
    quotes = tuple(quote for task in found for quote in task.quotes[:1])
    count, every = len(found), len(found) == total > FEW
    some = f"{count} of {total} tasks {'has' if count == 1 else 'have'}"
    values = {
        "count_vi": f"Cả {count} nhiệm vụ" if every else f"{count} trên {total} nhiệm vụ",
        "count_en": f"All {count} tasks have" if every else some,
        "tasks": numbers_of(found),
    }
    yield Remark(code, values, quotes)


def numbers_of(tasks: Sequence[Task]) -> str:
    """The tasks by number, those without one by their first words."""
    names = [name_of(task) for task in tasks]
    if len(tasks) <= FEW:
        numbers = [task.no if NAMED.search(task.no) else "" for task in tasks]
        words = [f"“{short(task.title, 8)}”" for task in tasks]
        names = [f"{no} {said}".strip() for no, said in zip(numbers, words, strict=True)]
    return ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")


def names_product(task: Task) -> bool:
    """Whether a task says what must be there in the end: in its column, as a document or as a number."""
    return bool(task.product or DOCUMENT.search(fold(task.title)) or COUNTED.search(task.title))


LACKS: Mapping[str, Callable[[Task], bool]] = {
    "no-lead": lambda task: not task.leads and not task.references,
    "no-deadline": lambda task: task.deadline.kind == "none",
    "no-product": lambda task: not names_product(task),
}


def _leads(task: Task) -> Iterator[Remark]:
    names = list(dict.fromkeys(lead.name for lead in task.leads))
    if len(names) < 2 or any(lead.group for lead in task.leads):
        return
    quotes = tuple(lead.quote for lead in task.leads if lead.quote)
    values = {
        "no": name_of(task),
        "count": str(len(names)),
        "offices": ", ".join(f"“{name}”" for name in names),
    }
    yield Remark("two-leads", values, quotes)


def _untitled(findings: Sequence[Finding]) -> Iterator[Remark]:
    for finding in findings:
        if finding.code == "row-without-title":
            quotes: tuple[Quote, ...] = (finding.quote,) if finding.quote else ()
            yield Remark("no-work", finding.values, quotes)


def _repeated(tasks: Sequence[Task]) -> Iterator[Remark]:
    """A task in the very words of one above it, marks and the place of tones apart."""
    above: dict[str, Task] = {}
    for task in tasks:
        words = re.findall(r"\w+", " ".join(key(word) for word in task.title.split()))
        same = above.setdefault(" ".join(words), task)
        if same is not task and len(words) >= FEWEST_WORDS:
            values = {"no": name_of(task), "other": name_of(same), "text": short(task.title)}
            yield Remark("same-task", values, (*task.quotes[:1], *same.quotes[:1]))


def name_of(task: Task) -> str:
    """The number of a task, or its first words where it has none."""
    return task.no if NAMED.search(task.no) else f"“{short(task.title, 6)}”"
