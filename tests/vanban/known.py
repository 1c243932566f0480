"""Plans whose right reading is known: the sample of our own, and the real one where it lies beside the project."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).parent / "files"
SHARED = ROOT.parent / "shared" / "plans"
REAL = "plan-01-hongngu-taicocau-congnghiep-2022"


@dataclass(frozen=True)
class Layout:
    """Where things stand in a plan's text, by line numbers: what a reader has to find out by itself."""

    starts: tuple[int, ...]  # of every paragraph
    printed: tuple[tuple[int, int], ...]  # lines that stay as they are: heads, titles, signatures
    duties: tuple[tuple[str, int], ...]  # the actor's number, the first line
    table: int  # the first line of its head
    targets: tuple[int, int]
    head: dict[str, tuple[str, ...]]  # the lines of each column's heading
    page_numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Known:
    """A plan's text and its right reading in the form of the labels."""

    lines: tuple[str, ...]
    layout: Layout
    header: dict[str, Any]
    tasks: tuple[dict[str, Any], ...]
    targets: tuple[dict[str, Any], ...]
    locality: str
    duties: tuple[dict[str, Any], ...] = field(default=())


OWN_LAYOUT = Layout(
    starts=(14, 19, 20, 23, 25, 26, 27, 28, 30, 31, 32, 36, 37, 41, 45, 46, 47, 50, 53, 55, 56, 59, 63, 66, 67, 69, 72),
    printed=((1, 12), (75, 87)),
    duties=(("1", 47), ("1", 50), ("1", 53), ("2", 56), ("2", 59), ("3", 63), ("4", 67), ("4", 69)),
    table=89,
    targets=(26, 35),
    head={
        "number": ("TT",),
        "title": ("Nội dung công việc",),
        "lead": ("Đơn vị", "", "chủ trì"),
        "deadline": ("Thời hạn", "", "hoàn thành"),
        "coordinating": ("Đơn vị", "phối hợp"),
    },
    page_numbers=(43,),
)  # fmt: skip

REAL_LAYOUT = Layout(
    starts=(
        8, 13, 14, 15, 18, 21, 26, 27, 32, 35, 36, 37, 38, 41, 44, 47, 48, 52, 53, 58, 62, 63, 64, 74, 81, 91, 97, 105,
        109, 110, 113, 114, 122, 123, 131, 137, 142, 151, 157, 162, 165, 166, 171, 175, 176, 179, 185, 190, 194, 200,
        201, 207, 210, 214,
    ),
    printed=((1, 6), (218, 238)),
    duties=(
        ("1", 114), ("2", 123), ("2", 131), ("2", 137), ("2", 142), ("2", 151), ("2", 157), ("2", 162), ("3", 166),
        ("3", 171), ("4", 176), ("4", 179), ("4", 185), ("5", 190), ("6", 194), ("7", 201), ("7", 207), ("8", 210),
    ),
    table=240,
    targets=(37, 62),
    head={
        "number": ("Stt",),
        "title": ("Nhiệm vụ",),
        "lead": ("Cơ quan", "", "chủ trì/thực hiện"),
        "coordinating": ("Cơ quan", "phối hợp"),
        "deadline": ("Thời gian", "hoàn thành"),
    },
    page_numbers=(149,),
)  # fmt: skip


def own_plan() -> Known:
    """The sample plan written for these tests."""
    return _known(FILES / "ke-hoach-mau.txt", FILES / "ke-hoach-mau.json", OWN_LAYOUT, "Vĩnh Sa")


def real_plan() -> Known | None:
    """The real plan, None where it is not at hand."""
    text, labels = SHARED / f"{REAL}.txt", SHARED / f"{REAL}.gold.json"
    if not (text.exists() and labels.exists()):
        return None
    return _known(text, labels, REAL_LAYOUT, "Hồng Ngự")


def _known(text: Path, labels: Path, layout: Layout, locality: str) -> Known:
    gold = json.loads(labels.read_text("utf-8"))
    return Known(
        lines=tuple(text.read_text("utf-8").split("\n")),
        layout=layout,
        header=gold["header"],
        tasks=tuple(gold["tasks"]),
        targets=tuple(gold["targets"]),
        locality=locality,
        duties=tuple(gold.get("duties", ())),
    )


def paragraph(known: Known, start: int) -> str:
    """The paragraph that begins at a line, joined."""
    ends = [*known.layout.starts, *(first for first, _ in known.layout.printed), known.layout.table]
    end = min(one for one in ends if one > start)
    numbers = [n for n in range(start, end) if n not in known.layout.page_numbers]
    return " ".join(" ".join(known.lines[number - 1] for number in numbers).split())


def actor_line(known: Known, number: str) -> int:
    """The line on which the actor of a number stands."""
    first = min(line for actor, line in known.layout.duties if actor == number)
    return max(
        start
        for start in known.layout.starts
        if start <= first and known.lines[start - 1].startswith(f"{number}. ")
    )


def duty_text(text: str) -> str:
    """A duty's own words: its paragraph without mark, or without its actor."""
    return re.sub(r"^(?:\d+\. [^:]*: |- )", "", text)


def actor_names(text: str) -> list[str]:
    """The actors a heading names."""
    names = re.sub(r"^\d+\. (?:Đề nghị )?", "", text).split(":")[0]
    return re.split(r" và (?=các )", names)
