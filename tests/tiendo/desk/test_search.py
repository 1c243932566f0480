"""Search over everything: with and without accents, within rights and reach, bounded."""

import pytest
from django.utils import timezone

from tests.tiendo import samples
from tiendo.accounts.access import standing_of
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.desk.search import search, snippet
from tiendo.progress.owing import handling
from tiendo.progress.services import ReportWords, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Agency:
    return samples.agency(samples.locality(), "Phòng Kinh tế và Hạ tầng")


def found(query: str, office: Agency, role: Role = Role.VIEWER) -> dict[str, int]:
    standing = standing_of(samples.person(role, office), samples.TODAY)
    return {str(each.label): each.count for each in search(query, standing)}


@pytest.mark.parametrize("query", ["khuyến công", "khuyen cong", "KHUYEN  CONG", "Khuyến Công"])
def test_accents_case_and_gaps_do_not_matter(office: Agency, query: str) -> None:
    samples.task(samples.plan(office.locality), office, text="Hỗ trợ đề án khuyến công")
    assert found(query, office) == {"Nhiệm vụ": 1}


def test_what_was_reported_and_said_is_found_too(office: Agency) -> None:
    task = samples.task(samples.plan(office.locality), office)
    words = ReportWords("in-progress", result="Đã mở lớp hàn điện", difficulties="Thiếu giáo viên")
    facts = {"actor": None, "now": timezone.now()}
    report(occurrence=samples.occurrence(task), agency=office, words=words, files=[], **facts)
    handling.say(task=task, agency=office, text="Bổ sung giáo viên", **facts)
    assert found("giao vien", office) == {"Báo cáo": 1, "Trao đổi": 1}


def test_targets_are_found_by_the_words_of_the_document(office: Agency) -> None:
    samples.target(samples.plan(office.locality), "Tỷ lệ lao động qua đào tạo")
    assert found("lao dong qua", office) == {"Chỉ tiêu": 1}


def test_nothing_of_another_locality_is_found(office: Agency) -> None:
    elsewhere = samples.agency(samples.locality("Huyện Khác"), "Phòng Khuyến công")
    samples.task(samples.plan(elsewhere.locality, "Kế hoạch khuyến công"), elsewhere)
    assert found("khuyen cong", office) == {}


def test_people_are_found_only_by_who_looks_after_them(office: Agency) -> None:
    samples.person(Role.REPORTER, office, full_name="Lê Minh Tâm", fold="le minh tam")
    assert found("minh tam", office) == {}
    assert found("minh tam", office, Role.ADMINISTRATOR) == {"Người dùng": 1}


@pytest.mark.parametrize("query", ["", " ", "a", "%"])
def test_less_than_two_letters_find_nothing(office: Agency, query: str) -> None:
    samples.task(samples.plan(office.locality), office)
    assert found(query, office) == {}


def test_signs_of_the_database_mean_themselves(office: Agency) -> None:
    samples.task(samples.plan(office.locality), office, text="Đạt 50% kế hoạch")
    assert found("50%", office) == {"Nhiệm vụ": 1}
    assert found("5_%", office) == {}


def test_the_piece_that_is_shown_holds_what_was_looked_for() -> None:
    text = "đầu " * 60 + "khuyến công" + " cuối" * 60
    piece = snippet(text, "khuyen cong")
    assert "khuyến công" in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")


def test_the_search_costs_the_same_however_much_is_found(
    office: Agency, django_assert_max_num_queries
) -> None:
    plan = samples.plan(office.locality)
    for number in range(12):
        task = samples.task(plan, office, text=f"Mở lớp nghề {number}")
        samples.report(samples.occurrence(task))
    standing = standing_of(samples.person(Role.ADMINISTRATOR, office), samples.TODAY)
    with django_assert_max_num_queries(13):
        (tasks,) = [each for each in search("lop nghe", standing) if each.label == "Nhiệm vụ"]
    assert (tasks.count, len(tasks.hits)) == (12, 5)
