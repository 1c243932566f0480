"""The rule of judging in SQL over the figures as they are stored: the tables that it asks for, for one locality."""

from datetime import date

from tiendo.agencies.models import Locality
from tiendo.indicators.aims import USUAL_TOLERANCE
from tiendo.indicators.judging.sql.verdicts import COLUMNS, Query, verdicts
from tiendo.indicators.judging.values import Verdict

AIMS = """
SELECT target.id, binding.form,
  CASE WHEN target.high IS NULL THEN target.comparator ELSE 'range' END, definition.direction,
  CAST(target.low AS double precision), CAST(target.high AS double precision),
  CASE WHEN target.strict THEN 1 ELSE 0 END, plan.first_year, plan.last_year,
  CASE WHEN binding.form IN ('level', 'mean-growth') THEN binding.base_year END,
  CAST(%s AS double precision), 0
FROM plans_target target
JOIN plans_plan plan ON plan.id = target.plan_id
JOIN indicators_binding binding ON binding.target_id = target.id
JOIN indicators_definition definition ON definition.indicator_id = binding.indicator_id
WHERE plan.locality_id = %s
"""
POINTS = """
SELECT binding.target_id, parts.year,
  CAST(CASE WHEN definition.over_time = 'sum' THEN SUM(parts.total)
    ELSE MAX(CASE WHEN parts.latest = 1 THEN parts.mean END) END AS double precision),
  CASE WHEN MAX(parts.part) = 0 THEN 12 ELSE MAX(parts.part) END
FROM (
  SELECT indicator_id, year, part, SUM(value) AS total, AVG(value) AS mean,
    ROW_NUMBER() OVER (PARTITION BY indicator_id, year ORDER BY part DESC) AS latest
  FROM indicators_observation WHERE counts GROUP BY indicator_id, year, part
) parts
JOIN indicators_indicator indicator ON indicator.id = parts.indicator_id
JOIN indicators_definition definition ON definition.indicator_id = parts.indicator_id
JOIN indicators_binding binding ON binding.indicator_id = parts.indicator_id
WHERE indicator.locality_id = %s
GROUP BY binding.target_id, parts.year, definition.over_time
"""
NOTHING = {
    "breaks": "SELECT 0, 0 WHERE 1 = 0",
    "former": "SELECT 0, 0, '', CAST(0 AS double precision), CAST(0 AS double precision), 0 WHERE 1 = 0",
    "path": "SELECT 0, 0, CAST(0 AS double precision) WHERE 1 = 0",
    "written": "SELECT 0, CAST(NULL AS date), 0, '' WHERE 1 = 0",
}


def verdicts_in_sql(locality: Locality, today: date) -> dict[int, Verdict | None]:
    """The verdict of every target of a locality by its key; None where figures are too near for floating point."""
    tables = {name: Query(sql) for name, sql in NOTHING.items()}
    tables["aims"] = Query(AIMS, [USUAL_TOLERANCE, locality.pk])
    tables["points"] = Query(POINTS, [locality.pk])
    return verdicts({name: tables[name] for name in COLUMNS}, today)
