"""Sums of a term in SQL: the twin of `judging.cumulative`."""

CUMULATIVE = """
sum_aims AS MATERIALIZED (SELECT * FROM subject WHERE way_of_judging = 'cumulative'),
sum_figures AS MATERIALIZED (
  SELECT figures.* FROM figures JOIN sum_aims ON sum_aims.id = figures.id
  WHERE figures.year >= since
),
sum_counted AS MATERIALIZED (
  SELECT id, SUM(value) AS total, MAX(year) AS latest, MAX(at) AS at, COUNT(CASE WHEN whole = 1 THEN 1 END) AS wholes,
    MAX(CASE WHEN whole = 1 THEN value END) AS most, MIN(CASE WHEN whole = 1 THEN value END) AS least
  FROM sum_figures GROUP BY id
),
sum_held AS MATERIALIZED (
  SELECT sum_aims.*, total, latest, at, wholes, most, least,
    CASE WHEN latest - since = wholes - CASE WHEN at = latest THEN 1 ELSE 0 END THEN 1 ELSE 0 END AS complete,
    CASE WHEN ABS(total - lo) <= eps OR ABS(total - hi) <= eps THEN NULL
      WHEN total < lo OR total > hi THEN 0 ELSE 1 END AS held,
    CASE WHEN way = 'up' OR (way = 'exact' AND total < lo) THEN 1 ELSE -1 END AS sign,
    CASE WHEN way = 'down' OR total > hi THEN hi ELSE lo END AS edge
  FROM sum_aims LEFT JOIN sum_counted ON sum_counted.id = sum_aims.id
),
sum_way AS MATERIALIZED (
  SELECT id, since - 1 AS year, 0.0 AS level FROM sum_held
  UNION ALL
  SELECT path.id, path.year, path.level FROM path JOIN sum_held ON sum_held.id = path.id
  WHERE path.year >= since AND path.year < until
  UNION ALL
  SELECT id, until, COALESCE(lo, hi) FROM sum_held
),
sum_legs AS MATERIALIZED (
  SELECT id, year, level, LEAD(year) OVER (PARTITION BY id ORDER BY year) AS next_year,
    LEAD(level) OVER (PARTITION BY id ORDER BY year) AS next_level
  FROM sum_way
),
sum_ahead AS MATERIALIZED (
  SELECT sum_held.id,
    sign * (total - level - (next_level - level) * (at - sum_legs.year) / (next_year - sum_legs.year)) AS ahead
  FROM sum_held JOIN sum_legs ON sum_legs.id = sum_held.id
  WHERE sum_legs.year < at AND at <= next_year
),
sum_paced AS MATERIALIZED (
  SELECT sum_held.*, ahead,
    CASE WHEN at < until THEN sign * (edge - total) / (until - at) END AS required,
    CASE WHEN sign > 0 THEN most ELSE -least END AS best
  FROM sum_held LEFT JOIN sum_ahead ON sum_ahead.id = sum_held.id
),
sum_verdict AS MATERIALIZED (
  SELECT id, CASE
    WHEN latest IS NULL THEN unknown
    WHEN way = 'up' AND held IS NULL THEN 'close'
    WHEN way = 'up' AND held = 1 THEN 'met'
    WHEN way <> 'up' AND ABS(total - hi) <= eps THEN 'close'
    WHEN way <> 'up' AND total > hi THEN 'missed'
    WHEN ended = 1 AND (latest < until OR wholes < until - since + 1) THEN 'not-assessable'
    WHEN held IS NULL THEN 'close'
    WHEN ended = 1 THEN CASE held WHEN 1 THEN 'met' ELSE 'missed' END
    WHEN complete = 0 AND way <> 'up' THEN 'not-assessable'
    WHEN way = 'exact' AND held = 1 THEN 'on-course'
    WHEN complete = 1 AND at >= until THEN CASE held WHEN 1 THEN 'on-course' ELSE 'at-risk' END
    WHEN ABS(ahead) <= eps THEN 'close'
    WHEN ahead > 0 THEN 'on-course'
    WHEN complete = 0 THEN 'not-assessable'
    WHEN wholes < 2 THEN 'behind'
    WHEN ABS(required - best) <= eps THEN 'close'
    WHEN required > best THEN 'at-risk'
    ELSE 'behind' END AS verdict
  FROM sum_paced
)
"""
