"""Projects, cases and steps that tests are about."""

from datetime import date
from typing import Any

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Kind
from tiendo.investment.models import CallProject, CasePause, CaseStep, InvestorCase
from tiendo.legal.services import propose_norms

TODAY = date(2024, 12, 2)


def office() -> Agency:
    """An office that accompanies investors, in a locality with the proposed norms."""
    found = samples.agency(samples.locality(), "Phòng Tài chính - Kế hoạch")
    propose_norms(locality=found.locality, actor=None, today=TODAY)
    return found


def commune(of: Agency) -> Agency:
    return samples.agency(of.locality, "Ủy ban nhân dân xã An", kind=Kind.COMMUNE)


def call(where: Agency, of: Agency, **facts: Any) -> CallProject:
    """A project on the list since 2023."""
    sound: dict[str, Any] = {
        "name": "Nhà máy Thử",
        "sector": "fruit",
        "listed_on": date(2023, 3, 1),
    }
    return CallProject.objects.create(
        locality=of.locality, commune=where, agency=of, **sound | facts
    )


def case(where: Agency, of: Agency, **facts: Any) -> InvestorCase:
    """A case that asks for an approval, with a dossier that was valid on Monday, 4 March 2024."""
    sound: dict[str, Any] = {
        "name": "Kho lạnh Thử",
        "investor": "Công ty Thử",
        "kind": "approval",
        "sector": "fish",
        "opened_on": date(2024, 2, 1),
        "valid_on": date(2024, 3, 4),
    }
    return InvestorCase.objects.create(
        locality=of.locality, commune=where, agency=of, **sound | facts
    )


def step(of: InvestorCase, name: str, begun: date, finished: date | None, **facts: Any) -> CaseStep:
    """A stored step."""
    facts = {"holder": "Sở Thử"} | facts
    return CaseStep.objects.create(
        locality=of.locality, case=of, step=name, begun_on=begun, finished_on=finished, **facts
    )


def pause(of: InvestorCase, asked: date, received: date | None, **facts: Any) -> CasePause:
    """A stored supplement."""
    facts = {"words": "Thiếu bản vẽ"} | facts
    return CasePause.objects.create(
        locality=of.locality, case=of, asked_on=asked, received_on=received, **facts
    )
