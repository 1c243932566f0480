"""Targets and tasks against each other: a target nobody works for, a target hidden in a task."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vanban.check.clarity import name_of
from vanban.check.examined import Examined, short
from vanban.check.remarks import Code, Remark, Said, Severity
from vanban.model import Target, Task
from vanban.targets import stands_among_work
from vanban.targets.figures import decimal
from vanban.text import fold

CODES = (
    Code(
        "target-without-task",
        Severity.LOOK,
        Said(
            "Chỉ tiêu “{text}” không thấy nhiệm vụ hay giải pháp nào nhắc đến.",
            "No task or measure speaks of the target “{text}”.",
        ),
        Said(
            "Chỉ tiêu không có việc làm đi kèm thì không ai chịu trách nhiệm đạt được.",
            "A target without work behind it is nobody's to reach.",
        ),
        Said(
            "Thêm nhiệm vụ với cơ quan chủ trì, hoặc bỏ chỉ tiêu.",
            "Add a task with a lead office, or take the target out.",
        ),
    ),
    Code(
        "task-hides-target",
        Severity.LOOK,
        Said(
            "Nhiệm vụ {no} chứa một chỉ tiêu: “{text}”.",
            "Task {no} holds a target: “{text}”.",
        ),
        Said(
            "Con số nằm trong nhiệm vụ dễ bị bỏ quên khi đánh giá chỉ tiêu.",
            "A figure within a task is forgotten when targets are judged.",
        ),
        Said(
            "Ghi con số này thành chỉ tiêu ở phần mục tiêu; nhiệm vụ chỉ nêu việc phải làm.",
            "Set the figure among the targets; let the task say the work.",
        ),
    ),
)
HIDDEN = re.compile(
    r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|đạt|tối thiểu|ít nhất|trên|tỷ lệ|nâng|giảm|tăng)\s+(?:[^\W\d]+\s+){0,8}?"
    r"(?P<figure>\d[\d.,]{0,20}\s?(?:%|[^\W\d_]+(?:\s+[^\W\d_]+){0,2}))",
    re.I,
)
AIMING = re.compile(
    r"(?<!\w)(?:phấn đấu|tối thiểu|ít nhất|đạt\s+(?:trên\s+|tối thiểu\s+)?\d|đạt tỷ lệ)", re.I
)
TIME = re.compile(
    r"\d[\d.,]*\s?(?:năm|tháng|ngày|giờ|phút|tuần|lần|kỳ|quý|khóa|mức độ|cấp)(?!\w)", re.I
)
OF_EVERY_TARGET = (
    "ty le|ti le|ty trong|so luong|so voi|phan dau|binh quan|hang nam|moi nam|giai doan|tong so|gia tri|toc do"
    "|tang truong|toi thieu|it nhat|nguoi dan|doanh nghiep|co quan|don vi|dia phuong|nha nuoc|thuc hien|to chuc"
    "|dam bao|bao dam|hoan thanh|xay dung|phat trien|chat luong|hieu qua|nang cao|tren dia|dia ban|tinh huyen"
    "|so vu|so nguoi|muc do|ket qua|duoc giao|theo quy|quy dinh|tro len|den nam"
)
COMMON = frozenset(OF_EVERY_TARGET.split("|"))
WORD = re.compile(r"[^\W\d_]+")
FEWEST_PAIRS = 2  # an indicator of fewer pairs says too little


def check(document: Examined) -> Iterator[Remark]:
    """Remarks on targets and tasks, only where the file holds the whole document and both were read."""
    reading = document.reading
    if reading.tasks and reading.targets and document.whole_document:
        yield from _idle(document, reading.targets)
    for task in reading.tasks:
        yield from _hidden(task, reading.targets)


def _idle(document: Examined, targets: Sequence[Target]) -> Iterator[Remark]:
    elsewhere = _pairs_outside(document, targets)
    for target in targets:
        own = meaning_pairs(target.indicator)
        worked_on = not target.values or stands_among_work(target)
        if not worked_on and len(own) >= FEWEST_PAIRS and not own & elsewhere:
            yield Remark("target-without-task", {"text": short(target.text)}, target.quotes)


def _pairs_outside(document: Examined, targets: Sequence[Target]) -> set[tuple[str, str]]:
    """Pairs of words of everything but the lines that targets stand on."""
    lines = {
        number
        for target in targets
        for quote in target.quotes
        for number in range(quote.line, quote.last_line + 1)
    }
    words = [
        fold(word.text.strip('.,;:()“”"'))
        for word in document.whole.words
        if word.line not in lines
    ]
    return set(pairwise(words))


def meaning_pairs(text: str) -> set[tuple[str, str]]:
    """Pairs of neighbouring words that say what is meant; those of every target are left out."""
    words = [fold(word) for word in WORD.findall(text)]
    return {pair for pair in pairwise(words) if " ".join(pair) not in COMMON}


def _hidden(task: Task, targets: Sequence[Target]) -> Iterator[Remark]:
    match = HIDDEN.search(task.title)
    if not match or TIME.match(match["figure"]) or not AIMING.search(task.title):
        return
    figure = decimal(re.match(r"[\d.,]*\d", match["figure"])[0])  # type: ignore[index]
    own = {quote.line for quote in task.quotes}
    known = any(
        figure in target.values and not own & {quote.line for quote in target.quotes}
        for target in targets
    )
    if not known:
        values = {"no": name_of(task), "text": short(match.group())}
        yield Remark("task-hides-target", values, task.quotes[:1])
