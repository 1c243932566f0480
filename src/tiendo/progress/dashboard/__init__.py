"""What leaders look at: targets with their verdicts and charts, what is silent, one page for Monday."""
