"""Training courses and who learns there, agreements of schools with enterprises, and jobs."""
