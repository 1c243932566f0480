"""People, their roles, and who stands in for whom."""
