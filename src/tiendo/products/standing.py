"""The column that says how a certificate stands today."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.products.models import Brand
from tiendo.products.validity import state_on
from tiendo.registers.columns import Column


def _words(row: Any) -> str:
    return str(state_on(row.until, today()).words)


def _words_of_brand(row: Brand) -> str:
    return _words(row) if row.granted_on else gettext("being examined")


STANDING = Column("standing", _("validity"), _words, "until", data=False)
STANDING_OF_BRAND = replace(STANDING, of=_words_of_brand)
