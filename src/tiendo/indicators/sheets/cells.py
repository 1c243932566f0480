"""What a cell of a table means: a figure, how far it is settled, or one of the ways to say nothing."""

import re
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from tiendo.indicators.formula_tree import may_be_thousands
from tiendo.indicators.judging.values import Nature
from tiendo.registers.sheets.cells import THOUSANDS, Asked
from vanban.text import fold

__all__ = ["ABSENT", "Asked", "figure_of", "nature_of", "says_nothing"]

ABSENT = {"khong ap dung", "khong co", "kad", "n/a", "not applicable"}
UNKNOWN = {"", "...", "…", "chua co", "chua co so lieu"}
DASHES = {"-", "–", "—", "−"}
PLAIN = re.compile(r"[-−]?\d+(,\d+)?")
GROUPED = re.compile(r"[-−]?\d{1,3}(\.\d{3})+(,\d+)?")
ENGLISH = re.compile(r"[-−]?(\d{1,3}(,\d{3})+|\d+)\.\d+|[-−]?\d{1,3}(,\d{3}){2,}")
WORDS = {
    **{"uoc": Nature.ESTIMATE, "uoc tinh": Nature.ESTIMATE, "uoc thuc hien": Nature.ESTIMATE},
    **{"so bo": Nature.PRELIMINARY, "chinh thuc": Nature.OFFICIAL},
}


def says_nothing(text: str) -> bool:
    """Whether a cell gives no figure; a dash is asked about, for it has several meanings."""
    return fold(text).strip() in UNKNOWN


def figure_of(text: str, answer: str = "") -> Decimal | None:
    """The figure in a cell, without its sign of per cent; None for none.

    Raises Asked for "1.500" without an answer, and ValidationError for what is no figure.
    """
    written = re.sub(r"\s", "", text).removesuffix("%")
    if says_nothing(written):
        return None
    if written in DASHES:
        raise ValidationError(
            _("A dash may mean several things: type 0, “không áp dụng”, or leave the cell empty.")
        )
    if may_be_thousands(written):
        if not answer:
            raise Asked
        return _decimal(re.sub(r"[.,]", "" if answer == THOUSANDS else ",", written))
    if PLAIN.fullmatch(written):
        return _decimal(written)
    if GROUPED.fullmatch(written):
        return _decimal(written.replace(".", ""))
    if ENGLISH.fullmatch(written):
        return _decimal(written.replace(",", "").replace(".", ","))
    raise ValidationError(
        _("“%(words)s” is no figure: type it like 1.234,5.") % {"words": text[:60]}
    )


def _decimal(text: str) -> Decimal:
    figure = Decimal(text.replace("−", "-").replace(",", "."))
    exponent = figure.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6:
        figure = round(figure, 6)
    if len(text) > 40 or abs(figure) >= Decimal(10) ** 18:
        raise ValidationError(_("The figure is too long."))
    return figure


def nature_of(text: str) -> str:
    """How far a figure is settled, in any of our languages; "" where nothing is said. Raises ValidationError."""
    wanted = fold(text).strip()
    if not wanted:
        return ""
    if wanted in WORDS:
        return WORDS[wanted]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for each in Nature:
                if wanted in (each.value, fold(str(each.label))):
                    return each.value
    labels = ", ".join(str(each.label) for each in Nature)
    raise ValidationError(
        _("“%(words)s” is none of: %(labels)s.") % {"words": text[:60], "labels": labels}
    )
