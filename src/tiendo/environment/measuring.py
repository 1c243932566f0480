"""What a measurement says against a limit: its unit, the norm that limits it, how many times it exceeds. Pure.

The limits are norms with days (`tiendo.legal`). The norm of a parameter in a column of a standard is found by a code
made of the three: "qcvn-11-mt-2015-btnmt-cod-b"; a least value has the code with LEAST behind it. A limit is the
value C of the column times the factors of the slip (Kq and Kf of waste water in QCVN 40:2011/BTNMT and QCVN
11-MT:2015/BTNMT, Kp and Kv of emissions in QCVN 19:2009/BTNMT; not verified). pH, coliforms and noise have no factor.
"""

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LEAST = "-toi-thieu"
JUMP = 10  # times: a comma in the wrong place, or another unit
DAY_BEGINS, DAY_ENDS = time(6), time(21)  # QCVN 26:2010/BTNMT (not verified)


class Parameter(TextChoices):
    """What is measured; the value is a part of the code of its norm."""

    PH = "ph", "pH"
    BOD5 = "bod5", "BOD5"
    COD = "cod", "COD"
    TSS = "tss", _("suspended solids (TSS)")
    AMMONIUM = "amoni", _("ammonium (as N)")
    NITROGEN = "tong-n", _("total nitrogen")
    PHOSPHORUS = "tong-p", _("total phosphorus")
    MINERAL_OIL = "dau-khoang", _("mineral oil and grease")
    OIL = "dau-dong-thuc-vat", _("animal and vegetable oil and fat")
    CHLORINE = "clo-du", _("residual chlorine")
    COLIFORMS = "coliform", _("coliforms")
    DUST = "bui", _("total dust")
    SULPHUR_DIOXIDE = "so2", "SO2"
    NITROGEN_OXIDES = "nox", "NOx"
    CARBON_MONOXIDE = "co", "CO"
    NOISE_BY_DAY = "on-ngay", _("noise by day (6 to 21 h)")
    NOISE_BY_NIGHT = "on-dem", _("noise by night (21 to 6 h)")


class Unit(TextChoices):
    """Units on slips, those too that cannot be converted: they are then known and refused with the reason."""

    MG_L = "mg/l", "mg/l"
    UG_L = "ug/l", _("micrograms/l")
    G_L = "g/l", "g/l"
    MG_NM3 = "mg/nm3", "mg/Nm³"
    UG_NM3 = "ug/nm3", _("micrograms/Nm³")
    MG_M3 = "mg/m3", "mg/m³"
    PPM = "ppm", "ppm"
    MPN = "mpn", "MPN/100 ml"
    CFU = "cfu", "CFU/100 ml"
    DBA = "dba", "dBA"
    DB = "db", "dB"
    NONE = "none", "pH"


class Band(TextChoices):
    """Column of a standard by the use of the receiving water or the age of the plant; of noise the area."""

    A = "a", _("column A")
    B = "b", _("column B")
    C = "c", _("column C")
    SPECIAL = "dac-biet", _("special area")
    ORDINARY = "thong-thuong", _("ordinary area")


NOISE = frozenset({Parameter.NOISE_BY_DAY, Parameter.NOISE_BY_NIGHT})
EMISSIONS = frozenset(
    {
        Parameter.DUST,
        Parameter.SULPHUR_DIOXIDE,
        Parameter.NITROGEN_OXIDES,
        Parameter.CARBON_MONOXIDE,
    }
)
WITHOUT_FACTOR = frozenset({Parameter.PH, Parameter.COLIFORMS, *NOISE})
COLUMNS, AREAS = frozenset({Band.A, Band.B, Band.C}), frozenset({Band.SPECIAL, Band.ORDINARY})
# Only what is exact: 1.000 µg are 1 mg. ppm and mg/m³ depend on temperature and pressure, CFU and dB on the method.
DIVISORS = {
    (Unit.UG_L, Unit.MG_L): Decimal(1000),
    (Unit.G_L, Unit.MG_L): Decimal("0.001"),
    (Unit.UG_NM3, Unit.MG_NM3): Decimal(1000),
}


def unit_of(parameter: str) -> Unit:
    """The unit in which a parameter is limited."""
    if parameter in NOISE:
        return Unit.DBA
    if parameter in EMISSIONS:
        return Unit.MG_NM3
    single = {Parameter.PH: Unit.NONE, Parameter.COLIFORMS: Unit.MPN}
    return single.get(Parameter(parameter), Unit.MG_L)


def bands_of(parameter: str) -> frozenset[Band]:
    """The columns or areas by which a parameter can be limited."""
    return AREAS if parameter in NOISE else COLUMNS


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """`value` in another unit where that is exact; None where it cannot be said without more."""
    if unit == wanted:
        return value
    divisor = DIVISORS.get((Unit(unit), Unit(wanted)))
    return None if divisor is None else value / divisor


def code_of(symbol: str, parameter: str, band: str) -> str:
    """The code of the norm that limits a parameter in a column of a standard.

    "qcvn-11-mt-2015-btnmt-cod-b" for COD, column B of QCVN 11-MT:2015/BTNMT.
    """
    return f"{re.sub('[ :/]', '-', symbol.lower())}-{parameter}-{band}"


def is_by_night(at: time) -> bool:
    """Whether noise at that hour is held against the limit of the night."""
    return not DAY_BEGINS <= at < DAY_ENDS


def jumps(before: Decimal, now: Decimal) -> bool:
    """Whether a value is ten times the one before it, or a tenth; never where one is zero."""
    return bool(before and now) and (now >= JUMP * before or before >= JUMP * now)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a sample is held against: `most` and `least` in the unit of the parameter; None where there is none."""

    most: Decimal | None = None
    least: Decimal | None = None

    def exceeds(self, value: Decimal) -> bool | None:
        """Whether a value is beyond its limits; None where no limit is known."""
        if self.most is None and self.least is None:
            return None
        too_much = self.most is not None and value > self.most
        return too_much or (self.least is not None and value < self.least)

    def times(self, value: Decimal) -> Decimal | None:
        """How many times the limit a value is, with two decimals; None where it keeps to it."""
        if not self.most or value <= self.most:
            return None
        return (value / self.most).quantize(Decimal("0.01"))


def limits(parameter: str, most: Decimal | None, least: Decimal | None, factor: Decimal) -> Limits:
    """The limits of a sample from the values of its norms and the factor of its slip."""
    if parameter in WITHOUT_FACTOR or most is None:
        return Limits(most, least)
    return Limits(most * factor, least)
