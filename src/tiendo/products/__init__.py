"""Products with stars and marks, machines made here, what enterprises do for productivity, and brands."""
