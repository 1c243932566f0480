"""Mean growth in SQL: the twin of `judging.growth`. Powers are compared, as there."""

GROWTH = """
growth_aims AS MATERIALIZED (SELECT * FROM subject WHERE way_of_judging = 'mean-growth'),
growth_years AS MATERIALIZED (
  SELECT figures.id, MAX(figures.year) AS latest FROM figures JOIN growth_aims ON growth_aims.id = figures.id
  WHERE figures.whole = 1 AND figures.year >= CASE WHEN of_rates = 1 THEN since ELSE start + 1 END
  GROUP BY figures.id
),
growth_latest AS MATERIALIZED (
  SELECT growth_aims.*, latest FROM growth_aims LEFT JOIN growth_years ON growth_years.id = growth_aims.id
),
growth_series AS MATERIALIZED (
  SELECT figures.id, figures.year, figures.value
  FROM figures JOIN growth_latest ON growth_latest.id = figures.id
  WHERE figures.whole = 1 AND figures.year <= latest
    AND figures.year >= CASE WHEN of_rates = 1 THEN since ELSE start END
),
growth_pairs AS MATERIALIZED (
  SELECT id, year, value, LAG(year) OVER (PARTITION BY id ORDER BY year) AS year_before,
    LAG(value) OVER (PARTITION BY id ORDER BY year) AS value_before
  FROM growth_series
),
growth_factors AS MATERIALIZED (
  SELECT growth_pairs.id, growth_pairs.year,
    CASE WHEN of_rates = 1 THEN 1 + value / 100.0
      WHEN year = year_before + 1 AND value > 0 AND value_before > 0 THEN value / value_before END AS factor
  FROM growth_pairs JOIN growth_aims ON growth_aims.id = growth_pairs.id
),
growth_best AS MATERIALIZED (
  SELECT id, COUNT(factor) AS factors, MAX(factor) AS most, MIN(factor) AS least,
    SUM(CASE WHEN factor > 0 THEN LN(factor) END) AS logs
  FROM growth_factors GROUP BY id
),
growth_ratio AS MATERIALIZED (
  SELECT growth_latest.*, factors, most, least, earlier.value AS base_value, later.value AS latest_value,
    CASE WHEN of_rates = 1 THEN latest - since + 1 ELSE latest - based END AS years,
    CASE WHEN of_rates = 1 THEN until - since + 1 ELSE until - based END AS whole_term,
    CASE WHEN of_rates = 1 THEN CASE WHEN least > 0 THEN EXP(logs) END
      WHEN earlier.value > 0 AND later.value > 0 THEN later.value / earlier.value END AS ratio,
    CASE WHEN 1 + lo / 100.0 > 0 THEN 1 + lo / 100.0 WHEN lo IS NOT NULL THEN 0.0 END AS lo_factor,
    CASE WHEN 1 + hi / 100.0 > 0 THEN 1 + hi / 100.0 WHEN hi IS NOT NULL THEN 0.0 END AS hi_factor,
    (SELECT COUNT(*) FROM breaks WHERE breaks.id = growth_latest.id AND breaks.year > based AND breaks.year <= latest)
      AS parted
  FROM growth_latest
  LEFT JOIN growth_best ON growth_best.id = growth_latest.id
  LEFT JOIN growth_series earlier ON earlier.id = growth_latest.id AND earlier.year = based
  LEFT JOIN growth_series later ON later.id = growth_latest.id AND later.year = latest
),
growth_powers AS MATERIALIZED (
  SELECT growth_ratio.*,
    CASE WHEN years > 0 THEN POWER(lo_factor, CAST(years AS double precision)) END AS lo_power,
    CASE WHEN years > 0 THEN POWER(hi_factor, CAST(years AS double precision)) END AS hi_power
  FROM growth_ratio
),
growth_held AS MATERIALIZED (
  SELECT growth_powers.*,
    CASE WHEN ABS(ratio - lo_power) <= 1e-9 * (ratio + lo_power) OR ABS(ratio - hi_power) <= 1e-9 * (ratio + hi_power)
        OR (lo_factor > 0 AND lo_factor < 0.001) OR (hi_factor > 0 AND hi_factor < 0.001) THEN NULL
      WHEN ratio < lo_power OR ratio > hi_power THEN 0 ELSE 1 END AS held,
    CASE WHEN way = 'up' OR (way = 'exact' AND ratio < lo_power) THEN 1 ELSE -1 END AS sign
  FROM growth_powers
),
growth_paced AS MATERIALIZED (
  SELECT growth_held.*,
    POWER(CASE WHEN sign > 0 THEN lo_factor ELSE hi_factor END, CAST(whole_term AS double precision)) / ratio
      AS required,
    POWER(CASE WHEN sign > 0 THEN most ELSE least END, CAST(whole_term - years AS double precision)) AS best
  FROM growth_held WHERE ratio IS NOT NULL AND held = 0 AND whole_term > years
),
growth_verdict AS MATERIALIZED (
  SELECT growth_held.id, CASE
    WHEN growth_held.ended = 1 AND (growth_held.latest IS NULL OR growth_held.latest <> growth_held.until)
      THEN 'no-data'
    WHEN growth_held.latest IS NULL THEN growth_held.unknown
    WHEN growth_held.of_rates = 1 AND growth_held.factors < growth_held.years THEN 'not-assessable'
    WHEN growth_held.of_rates = 0 AND (growth_held.base_value IS NULL OR growth_held.parted > 0) THEN 'not-assessable'
    WHEN growth_held.ratio IS NULL THEN 'not-assessable'
    WHEN growth_held.of_rates = 1 AND growth_held.least < 0.001 THEN 'close'
    WHEN growth_held.held IS NULL THEN 'close'
    WHEN growth_held.ended = 1 THEN CASE growth_held.held WHEN 1 THEN 'met' ELSE 'missed' END
    WHEN growth_held.held = 1 THEN 'on-course'
    WHEN growth_held.whole_term <= growth_held.years THEN 'at-risk'
    WHEN growth_held.factors < 2 THEN 'behind'
    WHEN ABS(required - best) <= 1e-9 * (required + best) THEN 'close'
    WHEN growth_paced.sign * required > growth_paced.sign * best THEN 'at-risk'
    ELSE 'behind' END AS verdict
  FROM growth_held LEFT JOIN growth_paced ON growth_paced.id = growth_held.id
)
"""
