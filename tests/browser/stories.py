"""An installation that is looked at on several days."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from tests.browser.deeds import Visit, visits
from tests.browser.product import command
from tests.running import served


class Story:
    """The installation and the day on which it is looked at."""

    def __init__(self, browser: Browser, environment: dict[str, str]) -> None:
        self.browser, self.environment = browser, environment

    @contextmanager
    def on(self, day: str) -> Iterator[tuple[str, Visit]]:
        """The product on that day, in the morning after the daily work, and the pages of its people."""
        environment = self.environment | {"TIENDO_TODAY": day}
        command(environment, "remind")
        with served(environment) as (address, _process), visits(self.browser, address) as visit:
            yield address, visit
