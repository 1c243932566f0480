"""The verdicts of many targets by one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from tiendo.indicators.judging.sql.cumulative import CUMULATIVE
from tiendo.indicators.judging.sql.ground import GROUND
from tiendo.indicators.judging.sql.growth import GROWTH
from tiendo.indicators.judging.sql.level import LEVEL
from tiendo.indicators.judging.sql.yearly import YEARLY
from tiendo.indicators.judging.values import Verdict

CLOSE = "close"  # figures too near one another for floating point

VERDICTS = """
SELECT term.id, CASE way_of_judging
  WHEN 'words' THEN COALESCE(
    (SELECT verdict FROM written WHERE written.id = term.id AND written.day <= day.today
      ORDER BY written.day DESC, written.place DESC LIMIT 1),
    CASE WHEN day.year > until THEN 'no-data' ELSE 'not-due' END)
  WHEN 'no-term' THEN 'not-assessable'
  WHEN 'not-begun' THEN 'not-due'
  ELSE COALESCE(level_verdict.verdict, yearly_verdict.verdict, growth_verdict.verdict, sum_verdict.verdict)
  END
FROM term CROSS JOIN day
LEFT JOIN level_verdict ON level_verdict.id = term.id
LEFT JOIN yearly_verdict ON yearly_verdict.id = term.id
LEFT JOIN growth_verdict ON growth_verdict.id = term.id
LEFT JOIN sum_verdict ON sum_verdict.id = term.id
"""

COLUMNS = {
    "aims": (
        "id, form, comparator, direction, low, high, strict, since, until, base, tolerance, of_rates"
    ),
    "points": "id, year, value, months",
    "breaks": "id, year",
    "former": "id, upto, comparator, low, high, strict",
    "path": "id, year, level",
    "written": "id, day, place, verdict",
}


@dataclass(frozen=True, slots=True)
class Query:
    """A SELECT with its parameters."""

    sql: str
    params: Sequence[Any] = ()


def verdicts(tables: Mapping[str, Query], today: date) -> dict[int, Verdict | None]:
    """The verdict of every aim by its id, as `judge` says it; None where Python has to decide a tie.

    `tables` are queries for what is in COLUMNS, in that order: `aims` (numbers as double precision, yes and no as 1
    and 0, no `low` for an aim in words), `points` (one for a year), `breaks`, `former` goals with the last year each
    held, `path`, verdicts `written` with their place among those of a day. Nothing is rounded: what comes nearer than
    floating point can tell is None.
    """
    names = [
        f"{name}({columns}) AS MATERIALIZED ({tables[name].sql})"
        for name, columns in COLUMNS.items()
    ]
    day = "day(year, today) AS (SELECT CAST(%s AS integer), %s)"
    steps = ",".join([day, *names, GROUND, LEVEL, YEARLY, GROWTH, CUMULATIVE])
    params = [today.year, today, *(each for name in COLUMNS for each in tables[name].params)]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {steps} {VERDICTS}", params)
        rows = cursor.fetchall()
    return {key: None if said == CLOSE else Verdict(said) for key, said in rows}
