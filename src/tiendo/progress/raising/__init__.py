"""What offices report as difficult, taken over into the register of difficulties."""
