"""Investment: the list of projects investors are called for, investors' cases with their clocks, and incentives."""
