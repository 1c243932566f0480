"""Legal bases and norms that tests are about."""

from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.agencies.models import Locality
from tiendo.legal.models import LegalBase, Norm
from tiendo.registers.register import REGISTERS
from tiendo.registers.services import folded


def unsaved_base(symbol: str = "12/2021/NĐ-CP", **facts: Any) -> LegalBase:
    """A document against which nothing speaks."""
    sound: dict[str, Any] = {"kind": "decree", "title": "Việc thử", "issuer": "Chính phủ"}
    return LegalBase(symbol=symbol, **sound | facts)


def base(where: Locality, symbol: str = "12/2021/NĐ-CP", **facts: Any) -> LegalBase:
    """A stored document."""
    row = unsaved_base(symbol, **facts)
    row.locality = where
    row.fold = folded(REGISTERS["phap-ly"], row)
    row.save()
    return row


def unsaved_norm(**facts: Any) -> Norm:
    """A norm against which nothing speaks."""
    sound: dict[str, Any] = {
        "code": "thu-dien-tich",
        "title": "Diện tích thử",
        "kind": "ceiling",
        "highest": Decimal(75),
        "unit": "ha",
        "valid_from": date(2024, 1, 1),
    }
    return Norm(**sound | facts)


def norm(where: Locality, **facts: Any) -> Norm:
    """A stored norm."""
    row = unsaved_norm(**facts)
    row.locality = where
    row.fold = folded(REGISTERS["dinh-muc"], row)
    row.save()
    return row
