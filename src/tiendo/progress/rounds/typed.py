"""Forms that are stored field by field, also while something in them cannot be understood yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from tiendo.progress.rounds.merging import plain_lines


class Typed(forms.Form):
    """A form whose fields are stored one by one: what cannot be understood stays as it was stored."""

    def stored(self, name: str) -> Any:
        """What a field says: as typed where that is understood, else as it was shown."""
        if name in self.errors:
            return self.get_initial_for_field(self.fields[name], name)
        value = self.cleaned_data.get(name)
        return plain_lines(value) if isinstance(value, str) else value

    def as_shown(self) -> Iterator[tuple[str, str]]:
        """The name and the text of every field, as the page has it."""
        for bound in self:
            if not isinstance(bound.field, forms.FileField):
                value = bound.field.prepare_value(bound.value())
                shown = f"{value:%d/%m/%Y}" if isinstance(value, date) else value
                yield bound.html_name, "" if shown is None else str(shown)
