"""Saying how far a period has come."""

from contextlib import closing
from datetime import date
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, World, occurrence_of
from tests.tiendo.progress.photographs import photograph
from tiendo.accounts.models import Role
from tiendo.history.models import Change
from tiendo.progress.due import conditions_of
from tiendo.progress.models import Evidence, Occurrence, Report
from tiendo.progress.status import Status

PROGRESS = {"work": "in-progress", "result": "Đã mở 02 lớp cho 61 học viên.", "percent": "65"}


@pytest.fixture
def period(world: World) -> Occurrence:
    return occurrence_of(
        world.yearly(text="Tuyên truyền Đề án", coordinating=(world.farming,)), 2024
    )


def send(client, occurrence: Occurrence, **said):
    said.setdefault("agency", occurrence.obligation.agency_id)
    return client.post(reverse("progress:report", args=[occurrence.pk]), said)


def test_a_report_changes_the_status_and_stands_on_the_page_of_the_task(
    client, world, period
) -> None:
    client.force_login(world.reporter)
    answer = send(client, period, **PROGRESS)
    assert answer["Location"] == reverse("progress:task", args=[period.obligation.task_id])
    page = client.get(answer["Location"]).content.decode()
    assert "Đã mở 02 lớp cho 61 học viên." in page
    assert "Đã gửi báo cáo" in page
    period.refresh_from_db()
    assert period.last_reported_on is not None
    said = Report.objects.get()
    assert (said.agency, said.author, said.percent) == (world.office, world.reporter, 65)


def test_work_done_on_a_day_is_done_from_that_day(client, world, period) -> None:
    client.force_login(world.reporter)
    send(client, period, work="done", result="Xong cả 04 lớp.", work_on="29/11/2024")
    period.refresh_from_db()
    assert (period.done_on, period.status(TODAY)) == (date(2024, 11, 29), Status.DONE)


def test_nothing_arose_is_an_answer_and_needs_no_words(client, world, period) -> None:
    client.force_login(world.reporter)
    assert send(client, period, work="nothing-arose").status_code == 302
    period.refresh_from_db()
    assert period.status(TODAY) == Status.NOTHING_AROSE


def test_every_report_leaves_a_line_in_the_history(client, world, period) -> None:
    client.force_login(world.reporter)
    send(client, period, **PROGRESS)
    models = Change.objects.filter(actor=world.reporter).values_list(
        "content_type__model", flat=True
    )
    assert set(models) == {"report", "occurrence"}


def test_an_office_that_helps_reports_in_its_own_name(client, world, period) -> None:
    client.force_login(world.helper)
    assert send(client, period, **PROGRESS, agency=world.farming.pk).status_code == 302
    assert Report.objects.get().agency == world.farming


def test_nobody_reports_in_the_name_of_another_office(client, world, period) -> None:
    client.force_login(world.helper)
    assert send(client, period, **PROGRESS, agency=world.office.pk).status_code == 422
    assert not Report.objects.exists()


def test_what_another_office_said_is_never_put_in_the_mouth_of_the_one_that_owes(
    client, world, period
) -> None:
    client.force_login(world.reporter)
    send(client, period, **PROGRESS)
    client.force_login(world.helper)
    send(
        client,
        period,
        work="done",
        result="Xong phần xã.",
        work_on="01/12/2024",
        agency=world.farming.pk,
    )
    before = reverse("progress:report", args=[period.pk])
    assert client.get(before).context["before"].agency == world.farming
    client.force_login(world.reporter)
    page = client.get(before + "?copy=1")
    assert page.context["before"].agency == world.office
    assert page.context["form"]["result"].value() == PROGRESS["result"]


def test_the_coordinator_reports_for_any_office_of_the_task(signed_in, world, period) -> None:
    assert send(signed_in, period, **PROGRESS, agency=world.farming.pk).status_code == 302
    assert Report.objects.get().author == world.coordinator


def test_each_member_of_a_leading_group_reports_on_its_own_period(client, world) -> None:
    other = samples.agency(world.plan.locality, "Ủy ban nhân dân xã Phú Thuận", kind="commune")
    world.communes.members.create(agency=other)
    task = world.yearly(world.communes)
    mine, theirs = occurrence_of(task, 2024), samples.occurrence(task, 2024, other)
    client.force_login(samples.person(Role.REPORTER, world.commune))
    assert send(client, mine, **PROGRESS).status_code == 302
    assert send(client, theirs, **PROGRESS, agency=other.pk).status_code == 403


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"result": "Đã mở 02 lớp."}, "work"),
        ({"work": "in-progress"}, "result"),
        ({"work": "in-progress", "result": "   "}, "result"),
        ({"work": "done", "result": "Xong."}, "work_on"),
        ({"work": "done", "result": "Xong.", "work_on": "31/02/2024"}, "work_on"),
        ({"work": "done", "result": "Xong.", "work_on": "03/12/2024"}, "work_on"),
        ({**PROGRESS, "percent": "120"}, "percent"),
        ({**PROGRESS, "percent": "12.5"}, "percent"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(client, world, period, said, field) -> None:
    client.force_login(world.reporter)
    answer = send(client, period, **said)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "<title>Lỗi:" in answer.content.decode()


def test_nothing_that_was_written_is_lost_on_an_error(client, world, period) -> None:
    client.force_login(world.reporter)
    files = [
        SimpleUploadedFile("bien ban.pdf", b"%PDF-1.7"),
        SimpleUploadedFile("lop.pdf", b"MZ\x90"),
    ]
    said = {**PROGRESS, "difficulties": "Thiếu kinh phí đối ứng", "evidence": files}
    page = send(client, period, **said)
    words = page.content.decode()
    assert page.status_code == 422
    assert "Đã mở 02 lớp cho 61 học viên." in words
    assert "Thiếu kinh phí đối ứng" in words
    assert "“lop.pdf” là tệp chạy được" in words
    assert "bien ban.pdf" in words
    assert not Report.objects.exists()
    assert not Evidence.objects.exists()


def test_evidence_comes_back_as_it_was_and_is_never_shown_as_a_page(client, world, period) -> None:
    client.force_login(world.reporter)
    files = [
        SimpleUploadedFile("Biên bản.pdf", b"%PDF-1.7 a"),
        SimpleUploadedFile("Ảnh.png", photograph("PNG")),
    ]
    send(client, period, **PROGRESS, evidence=files)
    first = Evidence.objects.get(name="Biên bản.pdf")
    assert first.sha256 == sha256(b"%PDF-1.7 a").hexdigest()
    with closing(client.get(reverse("progress:evidence", args=[first.pk]))) as answer:
        assert b"".join(answer.streaming_content) == b"%PDF-1.7 a"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/pdf"


def test_the_words_of_the_last_report_can_be_taken_over(client, world, period) -> None:
    client.force_login(world.reporter)
    send(client, period, **PROGRESS)
    page = client.get(reverse("progress:report", args=[period.pk]) + "?copy=1")
    assert page.context["form"]["result"].value() == PROGRESS["result"]


def test_a_period_that_runs_proposes_today_and_a_past_one_no_day(client, world, period) -> None:
    client.force_login(world.reporter)
    past = occurrence_of(period.obligation.task, 2023)
    days = [
        client.get(reverse("progress:report", args=[row.pk])).context["form"]["work_on"].value()
        for row in (period, past)
    ]
    assert days == ["02/12/2024", None]


def test_steps_that_are_done_propose_the_percent_which_can_be_changed(
    client, world, period
) -> None:
    client.force_login(world.reporter)
    address = reverse("progress:report", args=[period.pk])
    assert client.get(address).context["form"]["percent"].value() is None
    for number, done_on in enumerate((TODAY, TODAY, None)):
        period.obligation.steps.create(position=number, text=f"Bước {number}", done_on=done_on)
    page = client.get(address)
    assert page.context["form"]["percent"].value() == "66"
    assert "Đã xong 2 trên 3 bước, gợi ý 66%" in page.content.decode()
    send(client, period, **PROGRESS | {"percent": "70"})
    assert Report.objects.get().percent == 70


def test_the_steps_of_one_office_propose_nothing_to_another(client, world, period) -> None:
    period.obligation.steps.create(position=1, text="Khảo sát", done_on=TODAY)
    client.force_login(world.helper)
    page = client.get(reverse("progress:report", args=[period.pk]))
    assert page.context["form"]["percent"].value() is None


def test_nothing_is_reported_on_a_period_that_has_not_begun(client, world, period) -> None:
    client.force_login(world.reporter)
    future = occurrence_of(period.obligation.task, 2025)
    answer = client.get(reverse("progress:report", args=[future.pk]), follow=True)
    assert "Kỳ này chưa bắt đầu" in answer.content.decode()
    send(client, future, **PROGRESS)
    assert not Report.objects.exists()


def test_a_later_report_corrects_and_the_first_one_stays(client, world, period) -> None:
    client.force_login(world.reporter)
    send(client, period, work="done", result="Xong.", work_on="01/11/2024")
    send(client, period, work="in-progress", result="Còn 01 lớp chưa mở.")
    period.refresh_from_db()
    assert period.done_on is None
    assert Report.objects.count() == 2


def test_a_condition_that_is_met_gets_its_day(signed_in, world) -> None:
    task = samples.task(world.plan, world.office, deadline_kind="conditional")
    waiting = samples.occurrence(
        task, 0, kind="condition", due=None, condition="chờ đề án của Tỉnh"
    )
    assert waiting.status(TODAY) == Status.WAITING
    address = reverse("progress:condition", args=[waiting.pk])
    assert signed_in.post(address, {"met_on": "03/12/2024"}).status_code == 422
    assert signed_in.post(address, {"met_on": "13/07/2022", "due": "31/12/2021"}).status_code == 422
    decided = "752/QĐ-UBND ngày 13/07/2022"
    signed_in.post(address, {"met_on": "13/07/2022", "due": "30/06/2025", "decision": decided})
    page = signed_in.get(reverse("progress:task", args=[task.pk])).content.decode()
    assert decided in page
    waiting.refresh_from_db()
    assert (waiting.condition_met_on, waiting.due) == (date(2022, 7, 13), date(2025, 6, 30))
    assert waiting.status(TODAY) == Status.NO_REPORT


def test_who_must_decide_is_kept_and_stands_wherever_it_is_waited_for(signed_in, world) -> None:
    task = samples.task(world.plan, world.office, deadline_kind="conditional")
    facts = {"kind": "condition", "condition": "chờ đề án của Tỉnh", "due": None}
    row = samples.occurrence(task, 0, **facts)
    address = reverse("progress:condition", args=[row.pk])
    body = "Ủy ban nhân dân tỉnh Đồng Tháp"
    refused = signed_in.post(address, {"do": "decider", "decider": "x" * 201})
    assert refused.status_code == 422
    signed_in.post(address, {"do": "decider", "decider": f" {body}"})
    row.refresh_from_db()
    assert (row.decider, row.condition_met_on) == (body, None)
    pages = [
        address,
        reverse("progress:task", args=[task.pk]),
        reverse("progress:office", args=[world.office.pk]),
        reverse("desk:queue"),
    ]
    for page in pages:
        said = signed_in.get(page).content.decode()
        assert f'chờ <span lang="vi">{body}</span> quyết định' in said, page
        assert "chờ từ 01/01/2022" in said, page
    [due] = conditions_of([world.office.pk], TODAY)
    assert due.about.endswith(f"chờ đề án của Tỉnh ({body})")


def test_a_key_task_is_marked_and_unmarked(signed_in, world, period) -> None:
    task = period.obligation.task
    for key, said in (("1", "Đã đánh dấu"), ("0", "Đã bỏ dấu")):
        page = signed_in.post(reverse("progress:key", args=[task.pk]), {"key": key}, follow=True)
        task.refresh_from_db()
        assert task.key is (key == "1")
        assert said in page.content.decode()
