"""The form of an office: what is typed is kept, whoever else types, whatever happens to the session."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, Opened
from tiendo.accounts.models import Role
from tiendo.agencies.models import Locality
from tiendo.funding.models import Allocation
from tiendo.plans.models import Link
from tiendo.progress.models import Evidence, Report, ReportState
from tiendo.progress.rounds import services
from tiendo.progress.rounds.services import EntryWords

HIDDEN = re.compile(r'type="hidden" name="(person|version|key|shown)" value="([^"]*)"')


def address(opened: Opened) -> str:
    return reverse("rounds:form", args=[opened.round.pk])


def hidden(client: Client, opened: Opened) -> dict[str, str]:
    page = client.get(address(opened)).content.decode()
    return {name: value.replace("&quot;", '"') for name, value in HIDDEN.findall(page)}


def typed(opened: Opened, **facts: str) -> dict[str, str]:
    first, second = f"e{opened.entry.pk}", f"e{opened.other.pk}"
    return {
        "g-overview": "Đúng tiến độ",
        f"{first}-work": "in-progress",
        f"{first}-result": "Đã mở 02 lớp",
        f"{second}-work": "in-progress",
        f"{second}-result": "Đã kiểm tra 05 cơ sở",
        **facts,
    }


def test_a_draft_is_saved_and_told_with_its_hour(browser: Client, opened: Opened) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    answer = browser.post(address(opened), said, follow=True)
    assert "Đã lưu nháp lúc" in answer.content.decode()
    assert opened.report.entries.count() == 2
    assert opened.report.state == ReportState.DRAFT


def test_without_a_head_one_button_sends(browser: Client, opened: Opened) -> None:
    opened.head.memberships.all().delete()
    said = hidden(browser, opened) | typed(opened, do="send")
    browser.post(address(opened), said)
    assert opened.report.state == ReportState.SENT


def test_with_a_head_it_goes_to_the_head_who_sends_it(browser: Client, opened: Opened) -> None:
    said = hidden(browser, opened) | typed(opened, do="hand-up")
    browser.post(address(opened), said)
    assert opened.report.state == ReportState.WITH_HEAD
    browser.force_login(opened.head)
    browser.post(reverse("rounds:answer", args=[opened.report.pk]), {"do": "send"})
    assert (opened.report.state, opened.report.approved_by) == (ReportState.SENT, opened.head)


def with_steps(opened: Opened) -> None:
    for number, done_on in enumerate((NOW.date(), None)):
        opened.entry.obligation.steps.create(position=number, text="Bước", done_on=done_on)


def shown_percent(browser: Client, opened: Opened) -> str | None:
    [entry] = [
        entry
        for entry in browser.get(address(opened)).context["form"].entries
        if entry.row == opened.entry
    ]
    return entry.form["percent"].value()


def test_steps_propose_the_percent_and_what_was_typed_stays(
    browser: Client, opened: Opened
) -> None:
    with_steps(opened)
    assert shown_percent(browser, opened) == "50"
    said = hidden(browser, opened) | typed(opened, do="save")
    browser.post(address(opened), said | {f"e{opened.entry.pk}-percent": "80"})
    assert shown_percent(browser, opened) == "80"


def allocated(home: Locality, year: int, amount: str) -> None:
    given = {"source": "local", "purpose": "Đường", "number": "1/QĐ"}
    Allocation.objects.create(locality=home, year=year, amount=amount, **given)


def test_a_figure_of_a_register_without_a_goal_is_said_and_proposes_nothing(
    browser: Client, opened: Opened
) -> None:
    task = opened.entry.obligation.task
    tied = {"task": task, "register": "phan-bo-von", "words": "thu xếp vốn"}
    Link.objects.create(**tied, measure="phan-bo")
    year = opened.entry.year or NOW.year
    allocated(task.plan.locality, year, "1500")
    page = browser.get(address(opened)).content.decode()
    assert f"Theo sổ: Vốn phân bổ trong năm ({year}): 1.500 triệu đồng." in page
    assert shown_percent(browser, opened) is None


def test_the_figure_that_proposes_the_percent_is_said_with_its_unit_and_no_idle_zeros(
    browser: Client, opened: Opened
) -> None:
    task = opened.entry.obligation.task
    allocated(task.plan.locality, opened.entry.year or NOW.year, "1500.5")
    Link.objects.create(task=task, register="phan-bo-von", measure="phan-bo", goal=3000)
    page = browser.get(address(opened)).content.decode()
    assert f"({opened.entry.year}): 1.500,5 trên 3.000 triệu đồng: đề nghị 50%." in page
    assert shown_percent(browser, opened) == "50"


def test_a_percent_that_is_only_proposed_is_not_yet_an_entry(
    browser: Client, opened: Opened
) -> None:
    with_steps(opened)
    proposed = {f"e{opened.entry.pk}-percent": "50"}
    browser.post(address(opened), hidden(browser, opened) | proposed | {"do": "save"})
    assert not opened.report.entries.exists()
    browser.post(address(opened), hidden(browser, opened) | proposed | {"do": "nothing"})
    assert set(opened.report.entries.values_list("work", "percent")) == {("nothing-arose", None)}


def test_nothing_arose_is_one_click(browser: Client, opened: Opened) -> None:
    browser.post(address(opened), hidden(browser, opened) | {"do": "nothing"})
    row = opened.report
    assert (row.state, row.nothing) == (ReportState.WITH_HEAD, True)
    assert set(row.entries.values_list("work", flat=True)) == {"nothing-arose"}


def test_what_is_missing_is_said_and_what_was_typed_is_saved(
    browser: Client, opened: Opened
) -> None:
    said = hidden(browser, opened) | typed(opened, do="hand-up")
    said[f"e{opened.other.pk}-work"] = "done"
    answer = browser.post(address(opened), said)
    assert answer.status_code == 422
    assert f'href="#id_e{opened.other.pk}-work_on"' in answer.content.decode()
    assert opened.report.entries.get(occurrence=opened.other).work == "done"
    assert opened.report.state == ReportState.DRAFT


def test_what_cannot_be_understood_leaves_the_rest_saved(browser: Client, opened: Opened) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    said[f"e{opened.entry.pk}-percent"] = "bảy mươi"
    answer = browser.post(address(opened), said)
    assert answer.status_code == 422
    assert "bảy mươi" in answer.content.decode()
    assert opened.report.entries.get(occurrence=opened.entry).result == "Đã mở 02 lớp"


def test_words_of_the_last_period_are_copied(browser: Client, opened: Opened) -> None:
    samples.report(opened.entry, result="Kỳ trước mở 01 lớp", difficulties="Thiếu giáo viên")
    said = hidden(browser, opened) | {"do": f"copy-{opened.entry.pk}"}
    browser.post(address(opened), said)
    entry = opened.report.entries.get(occurrence=opened.entry)
    assert (entry.result, entry.difficulties) == ("Kỳ trước mở 01 lớp", "Thiếu giáo viên")


def test_copying_loses_nothing_that_was_typed(browser: Client, opened: Opened) -> None:
    samples.report(opened.entry, result="Kỳ trước mở 01 lớp")
    said = hidden(browser, opened) | typed(opened, do=f"copy-{opened.entry.pk}")
    browser.post(address(opened), said)
    assert opened.report.entries.get(occurrence=opened.entry).result == (
        "Đã mở 02 lớp\nKỳ trước mở 01 lớp"
    )


def test_a_file_comes_with_its_entry(browser: Client, opened: Opened) -> None:
    file = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 x")
    said = hidden(browser, opened) | typed(opened, do="save")
    browser.post(address(opened), said | {f"e{opened.entry.pk}-evidence": file})
    assert Evidence.objects.get().report.occurrence == opened.entry


def test_a_file_that_is_refused_does_not_cost_the_others(browser: Client, opened: Opened) -> None:
    good = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 x")
    bad = SimpleUploadedFile("danh sach.pdf", b"MZ\x90\x00 program")
    said = hidden(browser, opened) | typed(opened, do="save")
    answer = browser.post(address(opened), said | {f"e{opened.entry.pk}-evidence": [bad, good]})
    assert answer.status_code == 422
    assert [row.name for row in Evidence.objects.all()] == ["bien-ban.pdf"]
    assert "bien-ban.pdf" in answer.content.decode()


def test_a_part_of_a_per_cent_is_said_and_not_cut_off(browser: Client, opened: Opened) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    answer = browser.post(address(opened), said | {f"e{opened.entry.pk}-percent": "55,5"})
    assert answer.status_code == 422
    assert "Chỉ ghi số nguyên phần trăm" in answer.content.decode()


def test_an_executable_is_refused_and_the_words_stay(browser: Client, opened: Opened) -> None:
    file = SimpleUploadedFile("danh sach.pdf", b"MZ\x90\x00 program")
    said = hidden(browser, opened) | typed(opened, do="save")
    answer = browser.post(address(opened), said | {f"e{opened.entry.pk}-evidence": file})
    assert answer.status_code == 422
    assert not Evidence.objects.exists()
    assert opened.report.entries.get(occurrence=opened.entry).result == "Đã mở 02 lớp"


# --- two people


def test_two_people_in_different_fields_lose_nothing(browser: Client, opened: Opened) -> None:
    mine = hidden(browser, opened)
    opened.write(
        EntryWords(occurrence=opened.other.pk, work="done", work_on=NOW.date(), result="Xong")
    )
    said = mine | {"g-overview": "Đúng tiến độ", f"e{opened.entry.pk}-result": "Đã mở 02 lớp"}
    said |= {"g-overview": "", f"e{opened.other.pk}-result": "", "do": "save"}
    answer = browser.post(address(opened), said)
    assert answer.status_code == 302
    row = opened.report
    assert row.entries.get(occurrence=opened.entry).result == "Đã mở 02 lớp"
    assert row.entries.get(occurrence=opened.other).result == "Xong"
    assert row.overview == "Nhìn chung đúng tiến độ"


@pytest.mark.parametrize("take", [False, True])
def test_where_both_wrote_both_are_shown_and_one_is_chosen(
    browser: Client, opened: Opened, take: bool
) -> None:
    mine = hidden(browser, opened)
    opened.write(EntryWords(occurrence=opened.entry.pk, work="done", result="Lời người kia"))
    box = f"e{opened.entry.pk}-result"
    answer = browser.post(address(opened), mine | {box: "Lời của tôi", "do": "save"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lời người kia" in page
    assert "Lời của tôi" in page
    assert opened.report.entries.get(occurrence=opened.entry).result == "Lời người kia"
    again = {name: value.replace("&quot;", '"') for name, value in HIDDEN.findall(page)}
    said = again | {box: "Lời của tôi", "do": "save"} | ({"take": box} if take else {})
    browser.post(address(opened), said)
    stored = opened.report.entries.get(occurrence=opened.entry).result
    assert stored == ("Lời người kia" if take else "Lời của tôi")


def test_saving_in_the_background_tells_of_the_other_and_stores_nothing(
    browser: Client, opened: Opened
) -> None:
    mine = hidden(browser, opened)
    opened.write(EntryWords(occurrence=opened.entry.pk, work="done", result="Lời người kia"))
    said = mine | {f"e{opened.entry.pk}-result": "Lời của tôi", "do": "autosave"}
    answer = browser.post(address(opened), said, headers={"HX-Request": "true"})
    assert str(opened.world.reporter) in answer.content.decode()
    assert opened.report.entries.get(occurrence=opened.entry).result == "Lời người kia"


def test_saving_in_the_background_is_no_conflict_with_the_button(
    browser: Client, opened: Opened
) -> None:
    said = hidden(browser, opened) | typed(opened)
    first = browser.post(address(opened), said | {"do": "autosave"})
    assert "Đã lưu nháp lúc" in first.content.decode()
    said[f"e{opened.entry.pk}-result"] = "Đã mở 03 lớp"
    assert browser.post(address(opened), said | {"do": "save"}).status_code == 302
    assert opened.report.entries.get(occurrence=opened.entry).result == "Đã mở 03 lớp"


# --- the session, the round


def test_what_was_typed_while_the_session_ended_is_there_after_signing_in(
    browser: Client, opened: Opened
) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    Session.objects.all().delete()
    answer = browser.post(address(opened), said)
    assert answer.url.startswith("/dang-nhap/")
    assert Report.objects.count() == 0
    browser.force_login(opened.world.reporter)
    page = browser.get(address(opened)).content.decode()
    assert "Đã kiểm tra 05 cơ sở" in page
    again = {name: value.replace("&quot;", '"') for name, value in HIDDEN.findall(page)}
    browser.post(address(opened), typed(opened, do="save") | again)
    assert opened.report.entries.count() == 2


def test_what_somebody_typed_goes_back_to_nobody_else(browser: Client, opened: Opened) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    Session.objects.all().delete()
    browser.post(address(opened), said)
    browser.force_login(samples.person(Role.REPORTER, opened.world.office))
    assert "Đã kiểm tra 05 cơ sở" not in browser.get(address(opened)).content.decode()
    assert "kept" not in browser.session


@pytest.mark.parametrize("person", ["", "12", "12:abc"])
def test_only_what_comes_from_our_own_form_is_kept(
    client: Client, opened: Opened, person: str
) -> None:
    client.post(address(opened), typed(opened, person=person))
    assert "kept" not in client.session


def test_saving_in_the_background_after_the_session_says_so(
    browser: Client, opened: Opened
) -> None:
    said = hidden(browser, opened) | typed(opened, do="autosave")
    Session.objects.all().delete()
    answer = browser.post(address(opened), said, headers={"HX-Request": "true"})
    assert "đăng xuất" in answer.content.decode()


def test_a_round_closed_while_the_form_is_open_keeps_the_words_on_the_page(
    browser: Client, opened: Opened
) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    services.close_round(round_=opened.round, actor=None, now=NOW)
    answer = browser.post(address(opened), said)
    assert answer.status_code == 422
    assert "Đã kiểm tra 05 cơ sở" in answer.content.decode()
    assert opened.report.entries.count() == 0


def test_only_the_office_itself_and_the_coordinator_open_the_form(
    client: Client, opened: Opened
) -> None:
    world = opened.world
    own = f"{address(opened)}?co-quan={world.office.pk}"
    answers = {}
    for name in ("reporter", "coordinator", "helper", "viewer", "stranger"):
        client.force_login(getattr(world, name))
        answers[name] = client.get(own).status_code
    assert answers == {
        "reporter": 200,
        "coordinator": 200,
        "helper": 403,
        "viewer": 403,
        "stranger": 404,
    }


def test_saving_asks_few_questions_of_the_database(
    browser: Client, opened: Opened, django_assert_max_num_queries
) -> None:
    said = hidden(browser, opened) | typed(opened, do="save")
    with django_assert_max_num_queries(15):
        browser.post(address(opened), said)
