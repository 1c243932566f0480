"""Difficulties and petitions that tests are about."""

from datetime import date
from typing import Any

from tiendo.agencies.models import Agency
from tiendo.difficulties.models import Difficulty, Petition
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.registers.services import folded

RECEIVED = date(2024, 11, 4)  # a Monday


def unsaved(**facts: Any) -> Difficulty:
    """A difficulty in hand against which nothing speaks where the locality names no time."""
    sound = {
        "what": "Điện yếu giờ cao điểm",
        "whom": "Phòng Thử",
        "source": "office",
        "bottleneck": "works",
        "received_on": RECEIVED,
        "due_on": date(2024, 11, 18),
    }
    return Difficulty(**sound | facts)


def difficulty(office: Agency, **facts: Any) -> Difficulty:
    """A stored difficulty that this office has to answer."""
    row = unsaved(agency=office, locality=office.locality, **facts)
    row.fold = folded(DIFFICULTIES, row)
    row.save()
    return row


def answered(office: Agency, on: date, **facts: Any) -> Difficulty:
    """A stored difficulty that was answered."""
    said = {"outcome": "removed", "answer": "Đã nâng dây", "answered_on": on}
    return difficulty(office, **said | facts)


def unsaved_petition(**facts: Any) -> Petition:
    """A petition that is not submitted."""
    sound = {"title": "Nâng trạm biến áp", "bottleneck": "works", "gathered_on": RECEIVED}
    return Petition(**sound | facts)


def petition(office: Agency, **facts: Any) -> Petition:
    """A stored petition, gathered by this office."""
    row = unsaved_petition(agency=office, locality=office.locality, **facts)
    row.fold = folded(PETITIONS, row)
    row.save()
    return row
