"""How a test says that the machine lacks something it needs.

`make test` counts these by reason and says them at its end; with STRICT=1 they are failures.
"""

from typing import NoReturn

import pytest


def lacking(name: str, words: str) -> NoReturn:
    """Skip this test: `name` for STRICT ("libreoffice"), `words` for people ("no LibreOffice")."""
    pytest.skip(f"lacks {name}: {words}")
