"""Plans in our own words to read work from: a head, then what the test is about."""

from vanban.model import Line, Reading, Source, Task
from vanban.reader import read_source

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH AN THỊNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/{symbol}-UBND
An Thịnh, ngày 05 tháng 3 năm 2024

{kind}
Phát triển nghề dệt chiếu năm 2024

"""
RUN_ON = (
    "ỦY BAN NHÂN DÂN TỈNH AN THỊNH ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    " --------------- Số: 45/KH-UBND An Thịnh, ngày 05 tháng 3 năm 2024 KẾ HOẠCH PHÁT TRIỂN NGHỀ DỆT CHIẾU"
    " Thực hiện Nghị quyết số 8/NQ-HĐND ngày 02/01/2024 của HĐND tỉnh, UBND tỉnh ban hành Kế hoạch như sau: "
)


def plan(body: str, kind: str = "KẾ HOẠCH", symbol: str = "KH") -> str:
    return HEAD.format(kind=kind, symbol=symbol) + body


def wrapped(text: str, width: int = 78) -> str:
    """The words in lines of a width, as a converter prints them that lost the paragraphs."""
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def reading_of(text: str, *, printed: bool = True) -> Reading:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return read_source(Source(lines, "text", printed=printed))


def told(task: Task) -> tuple[str, list[str], list[str], str | None]:
    """Title, leads, helpers and last day (or what stands for it) of a task."""
    due = task.deadline
    last = due.end or due.recurrence or (due.kind if due.kind != "none" else None)
    return (
        task.title.rstrip(". "),
        [lead.name for lead in task.leads],
        [one.name for one in task.coordinating],
        last,
    )


def tasks_of(
    text: str, *, printed: bool = True
) -> list[tuple[str, list[str], list[str], str | None]]:
    return [told(task) for task in reading_of(text, printed=printed).tasks]
