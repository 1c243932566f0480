"""The sign of life that the worker leaves every minute, read by the page of the system."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache

KEY = "worker-sign-of-life"
ALIVE = timedelta(minutes=5)  # a worker that was silent for longer is taken for dead


@dataclass(frozen=True, slots=True)
class Life:
    """Since when a worker runs, and when it was last heard of."""

    since: datetime
    at: datetime

    def alive(self, now: datetime) -> bool:
        """Whether it was heard of lately."""
        return now - self.at <= ALIVE


def beat(since: datetime, now: datetime) -> None:
    """Leave a sign of life of the worker that runs since `since`."""
    cache.set(KEY, (since, now), timeout=None)


def last_beat() -> Life | None:
    """The newest sign of life; None before any."""
    found = cache.get(KEY)
    return Life(*found) if found else None
