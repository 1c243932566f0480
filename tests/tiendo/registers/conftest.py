"""What tests of registers stand on."""

import pytest

from tests.tiendo.registers.ground import Ground, lay


@pytest.fixture
def ground(db: None, settings: object) -> Ground:
    """A locality with people, on the day of the tests."""
    settings.TODAY = "2024-12-02"  # type: ignore[attr-defined]
    return lay()
