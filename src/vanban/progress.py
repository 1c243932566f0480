"""How a long reading tells how far it is, and how it is stopped."""

from collections.abc import Callable

# Called with the pages done and the pages in all, first with 0 done, from the thread that reads.
# What it raises ends the reading: the processes that recognise letters are stopped and nothing is left.
Progress = Callable[[int, int], None]


def silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
