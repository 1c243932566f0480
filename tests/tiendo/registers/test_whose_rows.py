"""Rows that name the office which answers for them are entered by that office, whoever keeps the register."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, brought, client, example_of, filled
from tiendo.accounts.models import Role, User
from tiendo.agencies.moving import Act, Piece
from tiendo.papers.models import PaperOwed
from tiendo.papers.office_movers import PAPERS
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.sheets import bringing

ANSWERED = [each for each in REGISTERS.values() if each.office]
EVERY = pytest.mark.parametrize("register", ANSWERED, ids=lambda register: register.slug)
PAPER = REGISTERS["van-ban-phai-ban-hanh"]
STEP = REGISTERS["buoc-van-ban"]
DAY = date(2025, 7, 1)


def named(register: Register, row: Any) -> Any:
    """The office that a row names as the one that answers for it."""
    for step in register.office.split("__"):
        row = getattr(row, step)
    return row


def other_officer(ground: Ground) -> User:
    return samples.person(Role.REPORTER, samples.agency(ground.locality, "Phòng Khác"))


def paper(ground: Ground, **facts: Any) -> PaperOwed:
    given = {"title": "Kế hoạch năm 2025", "kind": "plan", "agency": ground.office} | facts
    return PaperOwed.objects.create(locality=ground.locality, **given)


@EVERY
def test_the_office_that_a_row_names_corrects_it_and_another_office_reads_it(
    ground: Ground, register: Register
) -> None:
    row = example_of(ground, register)
    officer = samples.person(Role.REPORTER, named(register, row))
    url = f"/so/{register.slug}/{row.pk}/"
    assert client(officer).get(f"{url}sua/").status_code == 200
    other = client(other_officer(ground))
    assert other.get(url).status_code == 200
    assert other.get(f"{url}sua/").status_code == 403
    assert other.post(f"{url}xoa/", {"reason": "x"}).status_code == 403


@EVERY
def test_the_list_is_narrowed_to_the_rows_of_the_own_office(
    ground: Ground, register: Register
) -> None:
    row = example_of(ground, register)
    own = client(samples.person(Role.REPORTER, named(register, row)))
    other = client(other_officer(ground))
    link, url = f'href="/so/{register.slug}/{row.pk}/"', f"/so/{register.slug}/"
    assert link in own.get(url, {"toi": "1"}).content.decode()
    assert link in other.get(url).content.decode()
    assert link not in other.get(url, {"toi": "1"}).content.decode()
    assert link not in other.get(url, {"toi": "1", "dang": "json"}).getvalue().decode()


def test_a_new_row_begins_with_the_own_office_and_offers_no_other(ground: Ground) -> None:
    form = client(ground.officer).get(f"/so/{PAPER.slug}/them/").context["form"]
    assert form["agency"].value() == ground.office.pk
    assert [value for value, _label in form.fields["agency"].widget.choices] == [
        "",
        str(ground.office.pk),
    ]


def test_a_row_cannot_be_given_to_another_office_by_who_answers_for_it(ground: Ground) -> None:
    other = samples.agency(ground.locality, "Phòng Khác")
    row, at = paper(ground), client(ground.officer)
    typed = {"title": row.title, "kind": "plan", "asked": "issue", "agency": other.pk}
    seen = at.get(f"/so/{PAPER.slug}/{row.pk}/sua/").context["form"].newest
    answer = at.post(f"/so/{PAPER.slug}/{row.pk}/sua/", typed | {"seen": seen})
    assert answer.status_code == 422
    row.refresh_from_db()
    assert row.agency == ground.office
    typed["agency"] = ground.office.pk
    assert at.post(f"/so/{PAPER.slug}/{row.pk}/sua/", typed | {"seen": seen}).status_code == 302


def test_a_sheet_of_an_office_holds_its_own_rows_only(ground: Ground) -> None:
    samples.agency(ground.locality, "Phòng Khác")
    paper(ground, title="Kế hoạch đã có", agency=samples.agency(ground.locality, "Phòng Thứ Ba"))
    own = dict(PAPER.guide.example)
    rows = [own, own | {"title": "Kế hoạch khác", "agency": "Phòng Khác"}]
    template = client(ground.officer).get(f"/so/{PAPER.slug}/mau/").content
    sheet = brought(ground, PAPER, filled(template, rows, PAPER), ground.officer)
    assert (sheet.counts["add"], sheet.counts["error"]) == (1, 1), sheet.fault
    (line,) = bringing.lines_of(sheet, "error", 0, 5)
    assert "chỉ ghi được dòng ghi tên cơ quan mình" in line["faults"][0][2]


def test_steps_are_added_to_papers_of_the_own_office_only(ground: Ground) -> None:
    own, foreign = paper(ground), paper(ground, agency=samples.agency(ground.locality, "Phòng Hai"))
    at = client(ground.officer)
    add = f"/so/{STEP.slug}/them/?paper="
    assert f"{add}{own.pk}" in at.get(f"/so/{PAPER.slug}/{own.pk}/").content.decode()
    assert f"{add}{foreign.pk}" not in at.get(f"/so/{PAPER.slug}/{foreign.pk}/").content.decode()
    typed = {"paper": own.pk, "title": "Dự thảo"}
    assert at.post(f"/so/{STEP.slug}/them/", typed).status_code == 302
    assert at.post(f"/so/{STEP.slug}/them/", typed | {"paper": foreign.pk}).status_code == 422


def test_a_commune_enters_the_papers_it_drafts_and_helps_only_where_it_is(ground: Ground) -> None:
    own = paper(ground, agency=ground.here)
    at = client(ground.of_here)
    assert at.get(f"/so/{PAPER.slug}/{own.pk}/sua/").status_code == 200
    row = example_of(ground, REGISTERS["ho-tro"])
    row.agency, row.commune = ground.here, ground.there
    row.save()
    assert at.get(f"/so/ho-tro/{row.pk}/").status_code == 404


def test_after_an_office_ended_its_open_papers_are_entered_by_the_one_that_follows(
    ground: Ground,
) -> None:
    row = paper(ground)
    new = samples.agency(ground.locality, "Phòng Mới")
    successor = samples.person(Role.REPORTER, new)
    act = Act(DAY, None, timezone.now(), "Sáp nhập phòng")
    assert client(successor).get(f"/so/{PAPER.slug}/{row.pk}/sua/").status_code == 403
    assert PAPERS.move([Piece(row.pk, ground.office.pk, new.pk)], act)[row.pk].there
    assert client(successor).get(f"/so/{PAPER.slug}/{row.pk}/sua/").status_code == 200
    assert client(ground.officer).get(f"/so/{PAPER.slug}/{row.pk}/sua/").status_code == 403
