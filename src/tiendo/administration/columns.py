"""What the columns of an office are called, and how a difference in one is told."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.importing import Line
from tiendo.agencies.models import Kind

NAMES: dict[str, Promise] = {
    "name": _("Official name"),
    "short_name": _("Short name"),
    "kind": _("Kind"),
    "parent": _("Belongs to"),
    "identifier": _("Identifier"),
    "old_identifier": _("Identifier, old style"),
    "code": _("Code of the area"),
    "valid_from": _("Exists from"),
    "valid_to": _("Exists until, and with this day"),
    "called": _("Another name"),
}


def differences(line: Line) -> list[tuple[Promise, str, str]]:
    """What differs in a row of a sheet: the column in words, before, after."""
    return [
        (NAMES[name], _told(name, before), _told(name, now)) for name, before, now in line.changes
    ]


def _told(name: str, value: Any) -> str:
    if name == "kind" and value:
        return str(Kind(value).label)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
