"""A body without an account answers by a link: only what it was asked, only until its day, under a name."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.photographs import photograph
from tests.tiendo.progress.rounds.conftest import NOW, TODAY, Opened
from tests.tiendo.progress.sheets.test_sheets import filled
from tiendo.progress.models import Contribution, OfficeReport, ReportState, Source
from tiendo.progress.outside import services
from tiendo.progress.owing import asking
from tiendo.progress.rounds import services as rounds

UNTIL = TODAY + timedelta(days=10)
NAME = "Trần Thị Bình, Chánh Văn phòng"
HIDDEN = re.compile(r'type="hidden" name="(version|key|shown)" value="([^"]*)"')


@pytest.fixture(autouse=True)
def nothing_counted(db):
    cache.clear()


@pytest.fixture
def asked(opened: Opened) -> Contribution:
    """The office asks the commune for its part."""
    request = asking.ask(
        occurrence=opened.entry,
        agencies=[opened.world.commune],
        words="Số lao động đã học nghề của xã",
        due=TODAY,
        actor=opened.world.reporter,
        now=NOW,
        today=TODAY,
    )
    return request.contributions.get()


@pytest.fixture
def invited(opened: Opened) -> OfficeReport:
    """The report of a body that is only invited, with one piece of work."""
    row = opened.of(opened.world.farming)
    OfficeReport.objects.filter(pk=row.pk).update(invited=True)
    row.refresh_from_db()
    return row


def link_to(target) -> services.Made:
    return services.make(target=target, expires=UNTIL, actor=None, now=NOW)


def page_of(made: services.Made) -> str:
    return reverse("outside:answer", args=[made.code])


def said(**more) -> dict:
    return {"author_name": NAME, "work": "done", "result": "Đã có 35 lao động học nghề", **more}


def test_a_commune_answers_without_an_account_and_sees_its_answer(client, asked) -> None:
    address = page_of(link_to(asked))
    shown = client.get(address)
    assert "Số lao động đã học nghề của xã" in shown.content.decode()
    assert "<nav" not in shown.content.decode()
    assert shown["X-Robots-Tag"] == "noindex, nofollow"
    files = [SimpleUploadedFile("anh.jpg", photograph())]
    page = client.post(address, said(evidence=files), follow=True).content.decode()
    assert "Đã có 35 lao động học nghề" in page
    assert "anh.jpg" in page
    asked.refresh_from_db()
    assert (asked.report.author_name, asked.report.author) == (NAME, None)


def test_an_answer_that_is_sent_twice_is_one_answer(client, asked) -> None:
    address = page_of(link_to(asked))
    key = client.get(address).context["form"]["key"].value()
    for _ in range(2):
        client.post(address, said(key=key))
    assert asked.request.occurrence.reports.count() == 1


def test_nobody_answers_without_a_name(client, asked) -> None:
    answer = client.post(page_of(link_to(asked)), said(author_name=" "))
    assert answer.status_code == 422
    assert "Đã có 35 lao động học nghề" in answer.content.decode()
    asked.refresh_from_db()
    assert asked.report is None


def test_letters_may_be_small_and_without_hyphens(client, asked) -> None:
    made = link_to(asked)
    typed = made.code.replace("-", "").lower()
    assert client.get(reverse("outside:answer", args=[typed])).status_code == 200


def test_what_does_not_work_is_answered_alike(client, asked) -> None:
    revoked, expired = link_to(asked), None
    services.revoke(link=revoked.link, actor=None, now=NOW)
    expired = link_to(asked)
    type(expired.link).objects.filter(pk=expired.link.pk).update(expires=TODAY - timedelta(days=1))
    pages = [client.get(page_of(each)) for each in (revoked, expired)]
    pages.append(client.get(reverse("outside:answer", args=["ABCD-EFGH-JKMN-PQRS"])))
    assert {page.status_code for page in pages} == {404}
    words = [re.search(r"<main.*</main>", page.content.decode(), re.S)[0] for page in pages]
    assert len(set(words)) == 1


def test_who_tries_codes_is_stopped(client, asked) -> None:
    for number in range(31):
        client.get(reverse("outside:answer", args=[f"ABCD-EFGH-JKMN-{number:04}"]))
    assert client.get(page_of(link_to(asked))).status_code == 404


def test_a_new_link_takes_the_older_one_away(client, asked) -> None:
    older = link_to(asked)
    link_to(asked)
    assert client.get(page_of(older)).status_code == 404


@pytest.mark.parametrize("days", [-1, 121])
def test_a_link_has_a_day_that_is_near(asked, days: int) -> None:
    until = TODAY + timedelta(days=days)
    with pytest.raises(ValidationError):
        services.make(target=asked, expires=until, actor=None, now=NOW)


def test_the_code_itself_is_kept_nowhere(asked) -> None:
    made = link_to(asked)
    assert made.code not in str(list(type(made.link).objects.values()))


def test_the_lead_makes_a_link_on_a_page_that_can_be_printed(client, asked, opened) -> None:
    client.force_login(opened.world.reporter)
    address = reverse("outside:for_contribution", args=[asked.pk])
    page = client.post(address, {"expires": f"{UNTIL:%d/%m/%Y}"})
    outside = re.search(r"http://testserver(/tra-loi/[A-Z0-9-]+/)", page.content.decode())
    assert outside
    assert Client().get(outside[1]).status_code == 200
    link = asked.links.get()
    client.post(reverse("outside:revoke", args=[link.pk]))
    assert Client().get(outside[1]).status_code == 404


def test_no_link_for_an_office_whose_people_have_accounts(client, opened) -> None:
    client.force_login(opened.world.coordinator)
    address = reverse("outside:for_report", args=[opened.report.pk])
    client.post(address, {"expires": f"{UNTIL:%d/%m/%Y}"})
    assert not opened.report.links.exists()


def typed(client, made, row, **more) -> dict:
    page = client.get(page_of(made)).content.decode()
    hidden = {name: text.replace("&quot;", '"') for name, text in HIDDEN.findall(page)}
    entry = re.search(r'name="(e\d+)-work"', page)[1]
    words = {f"{entry}-work": "in-progress", f"{entry}-result": "Đã vận động 20 hộ"}
    return {**hidden, "author_name": NAME, **words, **more}


def test_an_invited_body_reports_in_a_round_by_a_link(client, invited) -> None:
    made = link_to(invited)
    page = client.post(page_of(made), typed(client, made, invited, do="send"), follow=True)
    invited.refresh_from_db()
    assert (invited.state, invited.source) == (ReportState.SENT, Source.LINK)
    assert invited.author_name == NAME
    assert "Đã vận động 20 hộ" in page.content.decode()


def test_a_draft_by_a_link_is_kept(client, invited) -> None:
    made = link_to(invited)
    client.post(page_of(made), typed(client, made, invited, do="save"))
    page = client.get(page_of(made)).content.decode()
    assert "Đã vận động 20 hộ" in page
    assert "Đã lưu nháp lúc" in page
    invited.refresh_from_db()
    assert invited.state == ReportState.DRAFT


def test_what_is_typed_when_the_round_was_closed_stands_below_the_sentence(
    client, opened, invited
) -> None:
    made = link_to(invited)
    words = typed(client, made, invited, do="send")
    rounds.close_round(round_=opened.round, actor=opened.world.coordinator, now=NOW)
    answer = client.post(page_of(made), words)
    assert answer.status_code == 422
    assert "Kỳ đã đóng" in answer.content.decode()
    assert "Đã vận động 20 hộ" in answer.content.decode()
    assert not invited.entries.exists()


def test_the_same_body_sends_the_excel_form_back(client, invited) -> None:
    made = link_to(invited)
    form = client.get(reverse("outside:sheet", args=[made.code])).content
    back = filled(form, {"work": "Đang thực hiện", "result": "Theo bảng Excel"})
    file = SimpleUploadedFile("mau.xlsx", back)
    page = client.post(page_of(made), {"do": "take", "form": file}).content.decode()
    assert "Theo bảng Excel" in page
    assert not invited.entries.exists()


def test_a_link_leads_to_nothing_else(client, asked) -> None:
    client.get(page_of(link_to(asked)))
    answer = client.get(
        reverse("progress:task", args=[asked.request.occurrence.obligation.task_id])
    )
    assert answer["Location"].startswith("/dang-nhap/")


def test_an_office_with_accounts_gets_a_link_behind_one_more_press_only(
    client, asked, opened
) -> None:
    client.force_login(opened.world.reporter)
    address = reverse("outside:for_contribution", args=[asked.pk])
    assert "Vẫn tạo liên kết" not in client.get(address).content.decode()
    samples.person("reporter", opened.world.commune)
    samples.person("head", opened.world.commune)
    shown = client.get(address).content.decode()
    assert "Cơ quan này có 2 tài khoản và tự trả lời." in shown
    assert "Vẫn tạo liên kết" in shown
