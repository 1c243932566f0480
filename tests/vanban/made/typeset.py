"""A made plan typeset as PDF: pages upright and on their side, rows over page ends, a head on every page."""

import json
from pathlib import Path

import typst

from tests.vanban.made.content import MOTTO, Grid, Merged, Part, Plan, Text

SETUP = """
#set page(paper: "a4", margin: (left: 30mm, right: 15mm, y: 20mm), numbering: "1", number-align: top + center)
#set text(size: 13pt, lang: "vi")
#set par(justify: true, leading: 0.75em, spacing: 0.9em)
"""


def write_pdf(plan: Plan, path: Path) -> Path:
    """Write the plan to `path`, a .pdf file with a text layer."""
    parts = [SETUP, _head(plan), *map(_typst, plan.body), _signature(plan)]
    if plan.annex:
        parts += ['#set page(paper: "a4", flipped: true)', *map(_typst, plan.annex)]
    path.write_bytes(typst.compile("\n\n".join(parts).encode()))
    return path


def _words(words: str) -> str:
    return f"#text({json.dumps(words, ensure_ascii=False)})"


def _stack(lines: tuple[str, ...], bold: int) -> str:
    """Lines below each other, the first `bold` ones bold."""
    cells = ", ".join(
        f"[*{_words(words)}*]" if index < bold else f"[{_words(words)}]"
        for index, words in enumerate(lines)
    )
    return f"align(center, stack(spacing: 0.6em, {cells}))"


def _head(plan: Plan) -> str:
    left, right = (*plan.issuer, plan.number), (*MOTTO, f"{plan.place_and_date}")
    sides = f"{_stack(left, 2)}, {_stack(right, 2)}"
    heads = (Text(plan.kind, bold=True, centred=True), Text(plan.title, bold=True, centred=True))
    return f"#text(size: 12pt, grid(columns: (42%, 58%), {sides}))\n\n" + "\n\n".join(
        map(_typst, heads)
    )


def _typst(part: Part) -> str:
    if isinstance(part, Grid):
        return _table(part)
    words = _words(f"{part.mark} {part.words}".strip())
    words = f"#strong[{words}]" if part.bold else words
    return f"#align(center)[{words}]" if part.centred else f"#h(1cm){words}"


def _table(grid: Grid) -> str:
    cells = [
        (index, cell if isinstance(cell, Merged) else Merged(cell))
        for index, row in enumerate(grid.rows)
        for cell in row
        if cell is not None
    ]
    head = ", ".join(_cell(cell, True) for index, cell in cells if index < grid.head)
    rows = ", ".join(_cell(cell, False) for index, cell in cells if index >= grid.head)
    columns = ", ".join(f"{width}fr" for width in grid.widths)
    return (
        f"#set par(justify: false)\n#text(size: 12pt, table(columns: ({columns}), table.header({head}), {rows}))\n"
        "#set par(justify: true)"
    )


def _cell(cell: Merged, head: bool) -> str:
    words = f"[*{_words(cell.text)}*]" if head else f"[{_words(cell.text)}]"
    return f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns}, {words})"


def _signature(plan: Plan) -> str:
    left = ("Nơi nhận:", *(f"- {words}" for words in plan.recipients))
    below = ", ".join(f"[{_words(words)}]" for words in left)
    right = ", ".join(f"[*{_words(words)}*]" for words in plan.capacity)
    name = f"v(2.5cm), [*{_words(plan.signer)}*]"
    return (
        f"#block(breakable: false, grid(columns: (50%, 50%), text(size: 11pt, stack(spacing: 0.6em, {below})), "
        f"align(center, stack(spacing: 0.6em, {right}, {name}))))"
    )
