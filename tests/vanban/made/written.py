"""A made plan as text: plain lines, markdown, a web page; and in the encodings from before Unicode."""

import textwrap
from collections.abc import Iterator
from html import escape

from tests.vanban.made.content import MOTTO, Grid, Merged, Part, Plan, Text
from vanban.sources.encodings import from_tcvn3, from_vni

WIDTH = 92
VIETNAMESE = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)


def as_text(plan: Plan) -> str:
    """Lines as they print on paper, the two halves of the head one after the other."""
    lines = [*plan.issuer, plan.number, "", *MOTTO, plan.place_and_date, "", plan.kind]
    lines += [*textwrap.wrap(plan.title, WIDTH), ""]
    for part in (*plan.body, *_signature(plan), *plan.annex):
        lines += list(_text_lines(part))
    return "\n".join(lines) + "\n"


def _text_lines(part: Part) -> Iterator[str]:
    if isinstance(part, Text):
        yield from textwrap.wrap(f"{part.mark} {part.words}".strip(), WIDTH)
        yield ""
        return
    for row in part.rows:
        for cell in row:
            yield from textwrap.wrap(cell_text(cell), 40)
        yield ""


def _signature(plan: Plan) -> list[Part]:
    recipients = [Text("Nơi nhận:"), *(Text(words, "-", 4) for words in plan.recipients)]
    return [*recipients, *(Text(words) for words in (*plan.capacity, plan.signer))]


def cell_text(cell: str | Merged | None) -> str:
    return cell.text if isinstance(cell, Merged) else cell or ""


def as_markdown(plan: Plan) -> str:
    """Headings, emphasis and pipe tables; a merged cell is repeated, as converters do."""
    parts = [
        "  \n".join((*plan.issuer, plan.number)),
        "  \n".join((*MOTTO, f"*{plan.place_and_date}*")),
    ]
    parts += [f"# {plan.kind}", f"**{plan.title}**"]
    for part in (*plan.body, *_signature(plan), *plan.annex):
        parts.append(_markdown_table(part) if isinstance(part, Grid) else _markdown_text(part))
    return "\n\n".join(parts) + "\n"


def _markdown_text(part: Text) -> str:
    words = f"{part.mark} {part.words}".strip().replace("*", r"\*")
    if part.level in (1, 2) and part.bold:
        return f"{'#' * (part.level + 1)} {words}"
    return f"*{words}*" if part.italic else f"**{words}**" if part.bold else words


def _markdown_table(grid: Grid) -> str:
    rows = [list(map(cell_text, row)) for row in grid.rows]
    for index, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Merged) and index >= grid.head:
                for below in range(1, cell.rows):
                    rows[index + below][column] = cell.text
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(grid.widths), *lines[1:]])


def as_html(plan: Plan) -> str:
    """A web page as a portal saves it: a menu, the document within a table that only places it."""
    head = _html_rows(
        [("<br>".join((*plan.issuer, plan.number)), "<br>".join((*MOTTO, plan.place_and_date)))]
    )
    body = "".join(_html(part) for part in (*plan.body, *_signature(plan), *plan.annex))
    title = f"<h2 align=center>{plan.kind}</h2><p align=center><b>{escape(plan.title)}</b></p>"
    page = f"<table><tr><td><nav>Trang chủ</nav><script>x()</script>{head}{title}{body}</td></tr></table>"
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>t</title></head><body>{page}</body></html>"


def _html(part: Part) -> str:
    if isinstance(part, Text):
        words = escape(f"{part.mark} {part.words}".strip())
        return f"<p>{f'<b>{words}</b>' if part.bold else words}</p>\n"
    rows = ""
    for row in part.rows:
        cells = (
            cell if isinstance(cell, Merged) else Merged(cell) for cell in row if cell is not None
        )
        spans = (f"<td rowspan={c.rows} colspan={c.columns}>{escape(c.text)}</td>" for c in cells)
        rows += f"<tr>{''.join(spans)}</tr>\n"
    return f"<table border=1><tbody>{rows}</tbody></table>"


def _html_rows(rows: list[tuple[str, ...]]) -> str:
    return (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        + "</table>"
    )


def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """What writes each letter in TCVN3 and VNI: the codes that the reader's own tables take for it."""
    codes = [chr(code) for code in range(0xA0, 0x100)]
    tcvn3 = {from_tcvn3(code): code for code in codes if from_tcvn3(code) in VIETNAMESE}
    tcvn3 |= {letter: tcvn3[letter.lower()] for letter in VIETNAMESE if letter not in tcvn3}
    plain = "aeiouyAEIOUYöÖôÔ"
    pairs = codes + [letter + mark for letter in plain for mark in codes]
    vni = {from_vni(pair): pair for pair in reversed(pairs) if from_vni(pair) in VIETNAMESE}
    return str.maketrans(tcvn3), str.maketrans(vni)


_TCVN3, _VNI = _tables()


def in_tcvn3(words: str) -> str:
    """The words as they were typed then: "Uỷ", since a capital could carry no mark of its own."""
    return words.replace("Ủy", "Uỷ").translate(_TCVN3)


def in_vni(words: str) -> str:
    return words.translate(_VNI)


def tcvn3_font(words: str) -> tuple[str, str]:
    """Words in the fonts of TCVN3: what is in capitals is typed small in the font of capitals."""
    if words.isupper():
        return in_tcvn3(words.lower()), ".VnTimeH"
    return in_tcvn3(words), ".VnTime"
