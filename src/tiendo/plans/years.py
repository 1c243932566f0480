"""Moving the years that a text names: which ones belong to a plan, and what they become. Pure.

Years of other documents ("09/2019/NĐ-CP", "ngày 12/5/2021" after a number and symbol, "Luật … năm 2019") stay
as they are. Of the others those of the plan itself and of the year before it, with which it compares, are
moved; what lies outside, or reaches outside ("giai đoạn 2021-2030"), stays and is told.
"""

import re
from dataclasses import dataclass
from datetime import date

_YEAR = r"(?<!\d)(?:19|20|21)\d\d(?!\d)"
_SYMBOL = r"\d+/(?:\d{4}/)?[A-ZĐ]{2,}[\w-]*"
_DAY = r"ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}"
_NAMED = re.compile(
    rf"(?P<document>{_SYMBOL}(?:,?\s+{_DAY})?|\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\b[^.;,]{{0,60}}?năm\s+{_YEAR})"
    rf"|(?P<first>{_YEAR})(?P<between>\s*[-–—]\s*|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?)(?P<last>{_YEAR})"
    rf"|(?P<year>{_YEAR})"
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A text with its years moved; `pairs` are what became of what, `kept` what was left although it names years."""

    text: str
    pairs: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()


def moved(text: str, by: int, own: range) -> Moved:
    """`text` with the years in `own` moved by `by` years; each pair and each kept year is told once."""
    pairs: dict[str, str] = {}
    kept: dict[str, None] = {}

    def put(match: re.Match[str]) -> str:
        said = match[0]
        if match["document"]:
            return said
        years = [int(year) for year in (match["first"], match["last"], match["year"]) if year]
        if any(year not in own for year in years):
            kept[said] = None
            return said
        after = "".join(
            (str(years[0] + by), match["between"] or "", *(str(year + by) for year in years[1:]))
        )
        pairs[said] = after
        return after

    return Moved(_NAMED.sub(put, text), tuple(pairs.items()), tuple(kept))


def moved_day(day: date, by: int) -> date:
    """The same day `by` years later; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + by)
    except ValueError:
        return day.replace(year=day.year + by, day=28)
