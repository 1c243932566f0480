"""Until when: days, periods and recurrences as Vietnamese plans write them."""

from vanban.deadlines.reading import Setting, read_deadline

__all__ = ["Setting", "read_deadline"]
