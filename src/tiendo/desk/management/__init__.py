"""Commands that Django runs by their names."""
