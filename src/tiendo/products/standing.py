"""The column that says how a certificate stands today."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.products.validity import state_on
from tiendo.registers.columns import Column


def _words(row: Any) -> str:
    return str(state_on(row.until, today()).words)


STANDING = Column("standing", _("validity"), _words, "until", data=False)
