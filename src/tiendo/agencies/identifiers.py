"""Official identifiers of offices, checked as people type them.

New style: Decision 20/2020/QĐ-TTg, at most 35 of the digits, the capitals A to Z and dots between
groups, from the body of the first level downwards ("H20.14.05"). Old style: QCVN 102:2016/BTTTT,
four groups in the opposite order ("000.14.05.H20").
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 35
OLD_STYLE = re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}")
STRANGE = re.compile(r"[^0-9A-Z.]")


def new_style(text: str) -> str:
    """`text` as an identifier of the new style, "" for nothing. Raises ValidationError with what to type."""
    found = _bare(text)
    if len(found) > LONGEST:
        raise ValidationError(
            _("This has %(n)s characters; an identifier has at most 35.") % {"n": len(found)}
        )
    if strange := STRANGE.search(found):
        raise ValidationError(
            _("“%(letter)s” may not stand in an identifier: write digits, A to Z, and dots only.")
            % {"letter": strange[0]}
        )
    if found and "" in found.split("."):
        raise ValidationError(_("Write one dot between two groups, none at the ends."))
    if OLD_STYLE.fullmatch(found):
        raise ValidationError(_("This is of the old style: write it in the field for that."))
    return found


def old_style(text: str) -> str:
    """`text` as an identifier of the old style, "" for nothing. Raises ValidationError with what to type."""
    found = _bare(text)
    if found and not OLD_STYLE.fullmatch(found):
        raise ValidationError(
            _("Write it like 000.14.05.H20: three digits, two, two, then a letter with two digits.")
        )
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).upper()
