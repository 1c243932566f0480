"""Goals of every year in SQL: the twin of `judging.yearly`."""

YEARLY = """
yearly_aims AS MATERIALIZED (SELECT * FROM subject WHERE way_of_judging = 'each-year'),
yearly_banded AS MATERIALIZED (
  SELECT figures.id, figures.year, figures.months, figures.whole, figures.value AS v,
    of_rates, since, until, ended, unknown, eps, bands.way, bands.strict, bands.lo, bands.hi,
    ROW_NUMBER() OVER (PARTITION BY figures.id, figures.year ORDER BY bands.upto) AS place,
    COALESCE((SELECT MAX(breaks.year) FROM breaks WHERE breaks.id = figures.id AND breaks.year <= figures.year), 0)
      AS parted
  FROM figures JOIN yearly_aims ON yearly_aims.id = figures.id
  JOIN bands ON bands.id = figures.id AND bands.upto >= figures.year
  WHERE figures.year >= since
),
yearly_held AS MATERIALIZED (
  SELECT yearly_banded.*,
    CASE WHEN (lo IS NOT NULL AND ABS(v - lo) <= eps) OR (hi IS NOT NULL AND ABS(v - hi) <= eps) THEN NULL
      WHEN v < lo OR v > hi THEN 0 ELSE 1 END AS held,
    CASE WHEN hi IS NULL OR ABS(v - hi) <= eps THEN NULL WHEN v > hi THEN 1 ELSE 0 END AS too_much,
    CASE WHEN way = 'up' THEN lo WHEN way = 'down' THEN hi WHEN v < lo THEN lo WHEN v > hi THEN hi ELSE v END AS edge,
    CASE WHEN way = 'up' OR (way = 'exact' AND v < lo) THEN 1 ELSE -1 END AS sign,
    CASE WHEN lo IS NOT NULL THEN v - lo * months / 12.0 ELSE hi * months / 12.0 - v END AS ahead
  FROM yearly_banded WHERE place = 1
),
yearly_before AS MATERIALIZED (
  SELECT now.id, now.year, COUNT(*) AS years, MAX(earlier.v) AS most, MIN(earlier.v) AS least
  FROM yearly_held now CROSS JOIN day JOIN yearly_held earlier
    ON earlier.id = now.id AND earlier.year < now.year AND earlier.year >= now.parted AND earlier.whole = 1
  WHERE now.year = day.year
  GROUP BY now.id, now.year
),
yearly_paced AS MATERIALIZED (
  SELECT yearly_held.*, years, day.year AS today,
    CASE WHEN of_rates = 1 THEN edge WHEN whole = 0 THEN (edge - v) / (12 - months) END AS required,
    CASE WHEN sign > 0 THEN most ELSE -least END / CASE WHEN of_rates = 1 THEN 1.0 ELSE 12.0 END AS best
  FROM yearly_held CROSS JOIN day
  LEFT JOIN yearly_before ON yearly_before.id = yearly_held.id AND yearly_before.year = yearly_held.year
),
yearly_said AS MATERIALIZED (
  SELECT yearly_paced.*, CASE
    WHEN whole = 1 THEN CASE held WHEN 1 THEN 'met' WHEN 0 THEN 'missed' ELSE 'close' END
    WHEN of_rates = 0 AND hi IS NOT NULL AND too_much IS NULL THEN 'close'
    WHEN of_rates = 0 AND too_much = 1 THEN 'missed'
    WHEN of_rates = 0 AND hi IS NULL AND held IS NULL THEN 'close'
    WHEN of_rates = 0 AND hi IS NULL AND held = 1 THEN 'met'
    WHEN year < today THEN 'no-data'
    WHEN of_rates = 1 AND held IS NULL THEN 'close'
    WHEN of_rates = 1 AND held = 1 THEN 'on-course'
    WHEN of_rates = 0 AND ABS(ahead) <= eps THEN 'close'
    WHEN of_rates = 0 AND ahead > 0 THEN 'on-course'
    WHEN COALESCE(years, 0) < 2 THEN 'behind'
    WHEN ABS(sign * required - best) <= eps THEN 'close'
    WHEN sign * required > best THEN 'at-risk'
    ELSE 'behind' END AS said
  FROM yearly_paced
),
yearly_last AS MATERIALIZED (
  SELECT yearly_said.*, ROW_NUMBER() OVER (PARTITION BY id ORDER BY year DESC) AS recent
  FROM yearly_said WHERE year < today AND said IN ('met', 'missed', 'close')
),
yearly_counted AS MATERIALIZED (
  SELECT id, COUNT(CASE WHEN said = 'met' THEN 1 END) AS met, COUNT(CASE WHEN said = 'missed' THEN 1 END) AS missed,
    COUNT(CASE WHEN said = 'close' THEN 1 END) AS near, MAX(CASE WHEN year = today THEN said END) AS running
  FROM yearly_said GROUP BY id
),
yearly_verdict AS MATERIALIZED (
  SELECT yearly_aims.id, CASE
    WHEN ended = 1 AND missed > 0 THEN 'missed'
    WHEN ended = 1 AND near > 0 THEN 'close'
    WHEN ended = 1 AND met = until - since + 1 THEN 'met'
    WHEN ended = 1 THEN 'no-data'
    WHEN running IN ('met', 'on-course') THEN 'on-course'
    WHEN running = 'missed' THEN 'at-risk'
    WHEN running IS NOT NULL THEN running
    WHEN last_said = 'met' THEN 'on-course'
    WHEN last_said = 'missed' THEN 'behind'
    WHEN last_said = 'close' THEN 'close'
    ELSE unknown END AS verdict
  FROM yearly_aims
  LEFT JOIN yearly_counted ON yearly_counted.id = yearly_aims.id
  LEFT JOIN (SELECT id, said AS last_said FROM yearly_last WHERE recent = 1) last_one ON last_one.id = yearly_aims.id
)
"""
