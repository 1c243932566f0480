"""Where things stand in the sheet of a form: written by `writing`, found again by `reading`."""

from collections.abc import Mapping

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation

from vanban.text import fold

IDENTITY = "tiendo"  # the hidden sheet
COLUMNS = "columns"  # in the code column of the row that names the columns
CODE, NUMBER, TASK, PERIOD, BEFORE = range(5)
INPUTS: Mapping[str, int] = {
    "work": 5,
    "result": 6,
    "percent": 7,
    "work_on": 8,
    "difficulties": 9,
    "proposals": 10,
}
REMARK = 11
GENERAL = ("overview", "difficulties", "proposals")


def value_of(choices: type[TextChoices], words: str) -> str:
    """The choice that words in the form name, in any of our languages; the words themselves where they name none."""
    wanted = fold(words)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for each in choices:
                if wanted in (each.value, fold(str(each.label))):
                    return each.value
    return words
