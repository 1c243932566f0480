"""The round that the tests of rounds are about."""

from tests.tiendo.progress.rounds.conftest import (  # noqa: F401
    browser,
    on_that_day,
    opened,
    world,
)
