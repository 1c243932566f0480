"""Where money comes from: what was allocated to what, what was committed, and what was paid out."""
