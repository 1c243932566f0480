"""A locality with people and offices, and a small document that was read and waits for its review."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile

from tests.tiendo import samples
from tests.tiendo.plans.reading import TEXT, small_reading
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency, Locality
from tiendo.agencies.services import add_agency
from tiendo.plans import naming, review
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.drafting import draft
from tiendo.plans.models import Document, Intake, Past, Plan, Stage
from vanban.jsonform import plain_value


@pytest.fixture
def home(db) -> Locality:
    return samples.locality()


@pytest.fixture
def finance(home) -> Agency:
    return add_agency(
        locality=home,
        name="Phòng Tài chính - Kế hoạch",
        actor=None,
        kind="office",
        called=["Phòng TCKH huyện"],
    )


@pytest.fixture
def communes(home) -> list[Agency]:
    return [
        add_agency(locality=home, name=f"Ủy ban nhân dân xã {name}", actor=None, kind="commune")
        for name in ("Bình An", "Bình Minh")
    ]


@pytest.fixture
def lan(finance) -> User:
    """The coordinator who reads plans in."""
    return samples.person(Role.COORDINATOR, finance)


@pytest.fixture
def intake(home, finance, communes, lan) -> Intake:
    """The small plan, read and drafted."""
    now = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    document = Document.objects.create(
        locality=home,
        name="ke-hoach-nghe-moc.txt",
        file=ContentFile(TEXT.encode(), "0123456789abcdef.txt"),
        sha256="a" * 64,
        size=len(TEXT.encode()),
        uploaded_by=lan,
        uploaded_at=now,
    )
    row = Intake.objects.create(
        locality=home,
        document=document,
        name=document.name,
        stage=Stage.READ,
        percent=100,
        reading=plain_value(small_reading()),
        started_by=lan,
        started_at=now,
        read_at=now,
    )
    draft(intake=row, actor=lan)
    return row


@pytest.fixture
def signed_in(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def running_plan(intake, finance, lan) -> Plan:
    """The small plan in force."""
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    intake.standing_agency, intake.past, intake.past_reason = finance, Past.CLOSE, "Bằng giấy"
    intake.save()
    return confirm_plan(intake=intake, actor=lan, today=date(2026, 11, 23))
