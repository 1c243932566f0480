"""Who accepts the report of his own office, and who is told that offices were asked or left out."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, TODAY, Opened
from tiendo.accounts.models import Membership, Role, User
from tiendo.history.models import Change
from tiendo.progress.models import OfficeReport, ReportState
from tiendo.progress.rounds import services


@pytest.fixture
def desk(client: Client, opened: Opened) -> Client:
    """A browser of the coordinator, who works in the office of `opened.report`."""
    client.force_login(opened.world.coordinator)
    return client


@pytest.fixture
def elsewhere(opened: Opened) -> User:
    """Another coordinator, of another office."""
    return samples.person(Role.COORDINATOR, opened.world.farming, full_name="Lý Thị Thu")


def told(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def accepted(opened: Opened, actor) -> OfficeReport:
    return services.accept(report=opened.report, actor=actor, now=NOW)


def test_the_only_office_that_coordinates_accepts_its_own_report_and_all_see_it(
    desk: Client, opened: Opened
) -> None:
    address = reverse("rounds:report", args=[opened.sent().pk])
    assert "trang này và lịch sử ghi rõ cơ quan tự chấp nhận" in desk.get(address).content.decode()
    desk.post(reverse("rounds:review", args=[opened.report.pk]), {"do": "accept"})
    assert opened.report.state == ReportState.ACCEPTED
    assert "cơ quan tự chấp nhận: <span" in desk.get(address).content.decode()
    assert Change.objects.filter(reason="cơ quan tự chấp nhận").exists()


def test_where_another_office_coordinates_too_the_report_is_theirs_to_accept(
    desk: Client, opened: Opened, elsewhere: User
) -> None:
    shown = desk.get(reverse("rounds:report", args=[opened.sent().pk])).content.decode()
    assert "Lý Thị Thu" in shown
    assert 'value="accept"' not in shown
    with pytest.raises(ValidationError, match="Lý Thị Thu"):
        accepted(opened, opened.world.coordinator)
    assert accepted(opened, elsewhere).state == ReportState.ACCEPTED
    assert not Change.objects.filter(reason="cơ quan tự chấp nhận").exists()


def test_the_report_of_ones_own_office_may_be_returned_by_anybody_who_reviews(
    opened: Opened, elsewhere: User
) -> None:
    opened.sent()
    services.return_(
        report=opened.report,
        note="Thiếu phụ lục",
        notes={},
        actor=opened.world.coordinator,
        now=NOW,
    )
    assert opened.report.state == ReportState.RETURNED


@pytest.mark.parametrize("why", ["closed account", "role over", "role in the office as well"])
def test_who_cannot_accept_it_keeps_nobody_from_accepting(
    opened: Opened, elsewhere: User, why: str
) -> None:
    opened.sent()
    if why == "closed account":
        User.objects.filter(pk=elsewhere.pk).update(is_active=False)
    elif why == "role over":
        Membership.objects.filter(user=elsewhere).update(valid_to=TODAY - timedelta(days=1))
    else:
        Membership.objects.create(user=elsewhere, agency=opened.world.office, role=Role.VIEWER)
    assert accepted(opened, opened.world.coordinator).state == ReportState.ACCEPTED


def test_who_typed_the_report_of_another_office_and_accepts_it_is_named_for_both(
    desk: Client, opened: Opened
) -> None:
    typed = opened.of(opened.world.commune)
    facts = {"state": ReportState.SENT, "sent_at": NOW, "first_sent_at": NOW}
    writer = {"written_by": opened.world.coordinator}
    OfficeReport.objects.filter(pk=typed.pk).update(**facts | writer)
    address = reverse("rounds:report", args=[typed.pk])
    assert "do chính anh/chị nhập" in desk.get(address).content.decode()
    desk.post(reverse("rounds:review", args=[typed.pk]), {"do": "accept"})
    assert "người nhập báo cáo tự chấp nhận: <span" in desk.get(address).content.decode()
    assert Change.objects.filter(reason="người nhập báo cáo tự chấp nhận").exists()
    OfficeReport.objects.filter(pk=typed.pk).update(written_by=None)
    assert "tự chấp nhận" not in desk.get(address).content.decode()


def test_of_the_chosen_reports_each_is_named_with_what_became_of_it(
    desk: Client, opened: Opened, elsewhere: User
) -> None:
    opened.sent()
    OfficeReport.objects.filter(pk=opened.of(opened.world.commune).pk).update(
        state=ReportState.SENT, sent_at=NOW, first_sent_at=NOW
    )
    rows = [opened.report.pk, opened.of(opened.world.commune).pk]
    answer = desk.post(reverse("rounds:queue", args=[opened.world.plan.pk]), {"report": rows})
    own, other = sorted(told(answer), key=lambda words: "Đã chấp nhận" in words)
    assert "Phòng KT-HT" in own
    assert opened.world.commune.label in other


def test_who_asks_many_is_told_whom_it_reached_and_whom_not_with_the_reason(
    desk: Client, opened: Opened
) -> None:
    world = opened.world
    OfficeReport.objects.filter(pk=opened.of(world.farming).pk).update(invited=True)
    accepted(opened, opened.sent() and None)
    answer = desk.post(
        reverse("rounds:nudge", args=[world.plan.pk]),
        {"office": [world.office.pk, world.farming.pk, world.commune.pk, "9" * 30, "\0"]},
    )
    assert sorted(told(answer)) == sorted(
        [
            f"Đã đôn đốc gửi báo cáo: {world.commune.label}.",
            f"Không đôn đốc vì chỉ được mời tham gia: {world.farming.label}.",
            f"Không đôn đốc vì không có báo cáo nào đang chờ: {world.office.label}.",
        ]
    )
