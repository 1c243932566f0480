"""How figures of a target are written: its unit, its decimals, and differences of shares in points."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tiendo.ui.templatetags.ui import n

EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
MOST_DECIMALS = 12
# Of these there is more and less, but not one more.
MEASURED = re.compile(r"%|đồng|usd|\bha\b|m2|m²|km|kg|tấn|tạ\b|kwh|lít|giờ|điểm", re.IGNORECASE)
EACH_YEAR = re.compile(r"\s*(?:/|mỗi |hằng |hàng )\s*năm$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a target as people write it, without "a year"; `decimals` of what is computed.

    `counted` is what comes in ones: of more than 550 workers the least is 551.
    """

    name: str = ""
    decimals: int = 1
    counted: bool = False

    @property
    def is_share(self) -> bool:
        """Whether figures are per cent, so that they differ by points."""
        return self.name.startswith("%")

    def written(self, value: Decimal, unlike: Decimal | None = None) -> str:
        """A figure alone: "11,6"; with more decimals where it would look like `unlike`, which it is not."""
        decimals = self.decimals
        if unlike is not None and value != unlike:
            while decimals < MOST_DECIMALS and _looks_like(value, unlike, decimals):
                decimals += 1
        rounded = _rounded(value, decimals)
        return (
            n(rounded, decimals) if self.is_share and rounded % 1 == 0 and value % 1 else n(rounded)
        )

    def amount(self, value: Decimal, unlike: Decimal | None = None) -> str:
        """A figure with its unit: "11,6%", "571 lao động"."""
        return self.united(self.written(value, unlike))

    def united(self, figure: str) -> str:
        """A figure that is written already, with the unit behind it."""
        if self.is_share:
            return f"{figure}%"
        return f"{figure} {self.name}".strip()

    def difference(self, value: Decimal, *, short: bool = False) -> str:
        """How far two figures are apart, never below zero: "0,4 percentage points", short "0,4 points"."""
        shown = self.written(abs(value), Decimal(0))
        if not self.is_share:
            return self.united(shown)
        words = _("%(figure)s points") if short else _("%(figure)s percentage points")
        return words % {"figure": shown}


def marked(sentence: str, unit: Unit) -> SafeString:
    """A sentence for a page: the unit, which stays as the plan has it, in an element that says its language."""
    name = escape(unit.name)
    if unit.is_share or not name:
        return escape(sentence)
    return mark_safe(escape(sentence).replace(name, f'<span lang="vi">{name}</span>'))  # noqa: S308 both are escaped


def unit_of(name: str, decimals: int = 1) -> Unit:
    """The unit that a target names: "lao động/năm" counts workers, one by one."""
    bare = EACH_YEAR.sub("", name.strip())
    return Unit(bare, decimals, bool(bare) and MEASURED.search(bare) is None)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), context=EXACT)


def _looks_like(value: Decimal, other: Decimal, decimals: int) -> bool:
    return _rounded(value, decimals) == _rounded(other, decimals)
