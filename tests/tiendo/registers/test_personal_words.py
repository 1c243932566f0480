"""What is personal of a row stays so in all that the history keeps of it and of the rows below it.

Sealed history holds personal values apart, so that they can be erased; a label or a searched text that repeats one
would keep it for good.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.tiendo.registers.ground import Ground, example_of
from tiendo.history.personal import LABEL
from tiendo.registers.register import REGISTERS, Register
from vanban.text import fold

pytestmark = pytest.mark.django_db
STAFF = {"agencies", "accounts"}


def with_parents(row: Any, depth: int = 2) -> Iterator[Any]:
    """A row and those it belongs to."""
    yield row
    above = [each for each in row._meta.concrete_fields if each.is_relation] if depth else []
    for field in above:
        parent = getattr(row, field.name)
        if parent is not None and parent._meta.app_label not in STAFF:
            yield from with_parents(parent, depth - 1)


def personal_words(row: Any) -> set[str]:
    """What a row and those it belongs to say of persons."""
    values = (
        getattr(each, name, "")
        for each in with_parents(row)
        for name in set(getattr(each, "personal", ())) - {"fold", LABEL}
    )
    return {value for value in values if isinstance(value, str) and len(value) > 3}


@pytest.mark.parametrize("register", REGISTERS.values(), ids=list(REGISTERS))
def test_no_label_and_no_searched_text_repeats_what_is_personal(
    ground: Ground, register: Register
) -> None:
    row = example_of(ground, register)
    kept_apart = set(getattr(row, "personal", ()))
    texts = {LABEL: str(row)} | {
        field.name: getattr(row, field.attname) for field in row._meta.concrete_fields
    }
    repeated = {
        name
        for name, text in texts.items()
        for words in personal_words(row)
        if isinstance(text, str) and (words in text or fold(words) in text)
    }
    assert repeated <= kept_apart
