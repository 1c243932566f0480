"""Levels in SQL: the twin of `judging.level`."""

LEVEL = """
level_aims AS MATERIALIZED (SELECT * FROM subject WHERE way_of_judging = 'level'),
level_figure AS MATERIALIZED (
  SELECT figures.*, ROW_NUMBER() OVER (PARTITION BY figures.id ORDER BY figures.year DESC) AS place
  FROM figures JOIN level_aims ON level_aims.id = figures.id
  WHERE figures.year > start
),
level_latest AS MATERIALIZED (
  SELECT level_aims.*, year, value AS v, at, whole,
    (SELECT MAX(breaks.year) FROM breaks WHERE breaks.id = level_aims.id AND breaks.year <= level_figure.year)
      AS parted,
    CASE WHEN (lo IS NOT NULL AND ABS(value - lo) <= eps) OR (hi IS NOT NULL AND ABS(value - hi) <= eps) THEN NULL
      WHEN value < lo OR value > hi THEN 0 ELSE 1 END AS held,
    CASE WHEN value < lo THEN lo - value WHEN value > hi THEN value - hi ELSE 0 END AS far,
    CASE WHEN way = 'up' THEN lo WHEN way = 'down' THEN hi WHEN value < lo THEN lo WHEN value > hi THEN hi
      ELSE value END AS edge,
    CASE WHEN way = 'up' OR (way = 'exact' AND value < lo) THEN 1 ELSE -1 END AS sign
  FROM level_aims LEFT JOIN level_figure ON level_figure.id = level_aims.id AND place + 0 = 1
),
level_series AS MATERIALIZED (
  SELECT figures.id, figures.year, figures.value, figures.at, figures.whole,
    CASE WHEN figures.year >= COALESCE(parted, start) THEN 1 ELSE 0 END AS comparable
  FROM figures JOIN level_latest ON level_latest.id = figures.id
  WHERE figures.year BETWEEN start AND level_latest.year
),
level_base AS MATERIALIZED (
  SELECT level_series.id, level_series.year, level_series.value, comparable
  FROM level_series JOIN level_latest ON level_latest.id = level_series.id
  WHERE level_series.year = based AND level_series.whole = 1
),
level_way AS MATERIALIZED (
  SELECT id, year, value AS level FROM level_base WHERE comparable = 1
  UNION ALL
  SELECT path.id, path.year, path.level FROM path JOIN level_aims ON level_aims.id = path.id
  WHERE path.year > start AND path.year < until
),
level_legs AS MATERIALIZED (
  SELECT level_way.id, year, level,
    LEAD(year) OVER (PARTITION BY level_way.id ORDER BY year) AS next_year,
    LEAD(level) OVER (PARTITION BY level_way.id ORDER BY year) AS next_level
  FROM level_way
),
level_leg AS MATERIALIZED (
  SELECT level_legs.id, level_legs.year, level, COALESCE(next_year, until) AS next_year,
    CASE WHEN next_year IS NOT NULL THEN next_level WHEN way = 'up' THEN lo WHEN way = 'down' THEN hi
      WHEN level < lo THEN lo WHEN level > hi THEN hi ELSE level END AS next_level
  FROM level_legs JOIN level_aims ON level_aims.id = level_legs.id
),
level_expected AS MATERIALIZED (
  SELECT level_leg.id, level + (next_level - level) * (at - level_leg.year) / (next_year - level_leg.year) AS expected
  FROM level_leg JOIN level_latest ON level_latest.id = level_leg.id
  WHERE level_leg.year <= at AND at < next_year
),
level_whole AS MATERIALIZED (
  SELECT id, year, value, LAG(year) OVER (PARTITION BY id ORDER BY year) AS year_before,
    LAG(value) OVER (PARTITION BY id ORDER BY year) AS value_before
  FROM level_series WHERE whole = 1
),
level_steps AS MATERIALIZED (
  SELECT level_whole.id, COUNT(*) AS steps, MAX(value - value_before) AS most, MIN(value - value_before) AS least
  FROM level_whole
  WHERE year = year_before + 1
    AND NOT EXISTS (SELECT 1 FROM breaks WHERE breaks.id = level_whole.id AND breaks.year = level_whole.year)
  GROUP BY level_whole.id
),
level_first AS MATERIALIZED (
  SELECT id, value, at, ROW_NUMBER() OVER (PARTITION BY id ORDER BY year) AS place,
    COUNT(*) OVER (PARTITION BY id) AS comparables
  FROM level_series WHERE comparable = 1
),
level_paced AS MATERIALIZED (
  SELECT level_latest.*, expected, steps, comparables, level_base.year AS base_known,
    CASE WHEN expected < lo THEN lo - expected WHEN expected > hi THEN expected - hi ELSE 0 END AS allowed,
    CASE WHEN level_latest.at < until THEN (edge - v) / (until - level_latest.at) END AS required,
    CASE WHEN sign > 0 THEN most ELSE -least END AS best,
    CASE WHEN comparables > 1 THEN (v - level_first.value) / (level_latest.at - level_first.at) END AS reached
  FROM level_latest
  LEFT JOIN level_expected ON level_expected.id = level_latest.id
  LEFT JOIN level_steps ON level_steps.id = level_latest.id
  LEFT JOIN level_base ON level_base.id = level_latest.id
  LEFT JOIN level_first ON level_first.id = level_latest.id AND level_first.place + 0 = 1
),
level_verdict AS MATERIALIZED (
  SELECT id, CASE
    WHEN ended = 1 AND (year IS NULL OR year <> until OR whole = 0) THEN 'no-data'
    WHEN year IS NULL THEN unknown
    WHEN held IS NULL THEN 'close'
    WHEN ended = 1 THEN CASE held WHEN 1 THEN 'met' ELSE 'missed' END
    WHEN held = 1 THEN 'on-course'
    WHEN at >= until THEN 'at-risk'
    WHEN expected IS NULL AND (base_known IS NOT NULL OR comparables < 2) THEN 'not-assessable'
    WHEN expected IS NOT NULL AND ABS(far - allowed) <= eps THEN 'close'
    WHEN far < allowed AND expected IS NOT NULL THEN 'on-course'
    WHEN expected IS NULL AND ABS(reached - required) <= eps THEN 'close'
    WHEN expected IS NULL AND sign * reached > sign * required THEN 'on-course'
    WHEN COALESCE(steps, 0) < 2 THEN 'behind'
    WHEN ABS(sign * required - best) <= eps THEN 'close'
    WHEN sign * required > best THEN 'at-risk'
    ELSE 'behind' END AS verdict
  FROM level_paced
)
"""
