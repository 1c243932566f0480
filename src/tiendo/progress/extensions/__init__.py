"""More time for a period of work: asked for by the office that closes it, decided by who gave the work."""
