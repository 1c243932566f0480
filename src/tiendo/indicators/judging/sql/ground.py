"""What all forms are judged from: the day, the bands of goals, the figures that count.

`eps` is how near two figures of an aim may come before floating point cannot tell them apart. SQLite joins in the
order that is written where a join is LEFT, and by the index that fits where a constant is hidden behind `+ 0`: else
it pairs everything with everything.
"""

GROUND = """
term AS MATERIALIZED (
  SELECT aims.id, form, of_rates, since, until,
    CASE WHEN base < until THEN base END AS based,
    COALESCE(CASE WHEN base < until THEN base END, since - 1) AS start,
    CASE WHEN day.year > until THEN 1 ELSE 0 END AS ended,
    CASE WHEN day.year <= since THEN 'not-due' ELSE 'no-data' END AS unknown,
    CASE WHEN low IS NULL OR form = 'words' THEN 'words'
      WHEN until < since OR until - since > 200 THEN 'no-term'
      WHEN day.year < since THEN 'not-begun'
      ELSE form END AS way_of_judging
  FROM aims CROSS JOIN day
),
goals AS MATERIALIZED (
  SELECT id, 9999 AS upto, comparator, direction, low, high, strict, tolerance FROM aims WHERE low IS NOT NULL
  UNION ALL
  SELECT former.id, former.upto, former.comparator, aims.direction, former.low, former.high, former.strict,
    aims.tolerance
  FROM former JOIN aims ON aims.id = former.id WHERE former.low IS NOT NULL
),
edges AS MATERIALIZED (
  SELECT id, upto,
    CASE comparator WHEN '>=' THEN 'up' WHEN '<=' THEN 'down' ELSE direction END AS way,
    CASE WHEN comparator IN ('>=', '<=') THEN strict ELSE 0 END AS strict,
    CASE WHEN comparator = 'range' AND high < low THEN high
      WHEN comparator = 'about' THEN low - ABS(low * tolerance / 100.0) ELSE low END AS lower_edge,
    CASE WHEN comparator = 'range' AND high > low THEN high
      WHEN comparator = 'about' THEN low + ABS(low * tolerance / 100.0) ELSE low END AS upper_edge
  FROM goals
),
bands AS MATERIALIZED (
  SELECT id, upto, way, strict,
    CASE WHEN way <> 'down' THEN lower_edge END AS lo,
    CASE WHEN way <> 'up' THEN upper_edge END AS hi
  FROM edges
),
figures AS MATERIALIZED (
  SELECT points.id, points.year, points.value, points.months, points.year - 1 + points.months / 12.0 AS at,
    CASE WHEN points.months = 12 THEN 1 ELSE 0 END AS whole
  FROM points JOIN term ON term.id = points.id CROSS JOIN day
  WHERE points.year <= day.year AND points.year <= until
    AND points.year >= CASE WHEN day.year < until THEN day.year ELSE until END - 200
    AND points.months BETWEEN 1 AND 12 AND points.value IS NOT NULL
),
sizes AS MATERIALIZED (
  SELECT id, ABS(value) AS size FROM figures
  UNION ALL SELECT id, ABS(level) FROM path
  UNION ALL SELECT id, ABS(lower_edge) + ABS(upper_edge) FROM edges
),
nearness AS (SELECT id, 1e-9 * SUM(size) AS eps FROM sizes GROUP BY id),
subject AS MATERIALIZED (
  SELECT term.*, way, strict, lo, hi, eps
  FROM term
  LEFT JOIN bands ON bands.id = term.id AND upto + 0 = 9999
  LEFT JOIN nearness ON nearness.id = term.id
)
"""
