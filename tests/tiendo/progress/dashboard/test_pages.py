"""The pages of targets, as a coordinator, a leader and an office see them."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.indicators.conftest import Ground
from tests.tiendo.indicators.conftest import ground as ground
from tiendo.accounts.models import Role, User
from tiendo.indicators.services import serve
from tiendo.progress.models import Direction


@pytest.fixture(autouse=True)
def _today(ground):
    with override_settings(TODAY=str(ground.today)):
        yield


def as_(user: User) -> Client:
    client = Client(headers={"accept-language": "vi"})
    client.force_login(user)
    return client


def text(client: Client, name: str, *args: int, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def share(ground: Ground):
    """A share that is behind: 11,6% in 2024 on the way from 10,1% in 2020 to 12,5% in 2025."""
    ground.indicator("ty-trong", share=True)
    for year, value in ((2020, "10.1"), (2021, "10.3"), (2022, "10.8"), (2023, "11.2")):
        ground.figure("ty-trong", year, value)
    ground.figure("ty-trong", 2024, "11.6", nature="estimate")
    return ground.bound("ty-trong")


def test_a_target_says_its_verdict_its_figure_and_the_way_that_is_left(ground):
    target = share(ground)
    page = text(as_(ground.coordinator), "dashboard:target", target.pk)
    assert "11,6<span" in page
    assert "Ước năm 2024" in page
    assert "ít nhất 12,5%" in page
    assert "0,9" in page  # what is missing: 12,5 − 11,6
    assert "đã đi 1,5 trên 2,4 điểm kể từ năm 2020" in page


def test_the_chart_is_drawn_for_a_desk_and_for_a_phone_and_read_out(ground):
    page = text(as_(ground.coordinator), "dashboard:target", share(ground).pk)
    assert page.count('role="img" aria-labelledby="chart-') == 2
    assert "≥ 12,5%" in page


def test_targets_are_listed_the_worst_first(ground):
    share(ground)
    ground.indicator("viec-lam", unit="lao động")
    for year in (2021, 2022, 2023):
        ground.figure("viec-lam", year, "560")
    ground.bound("viec-lam", "each-year", "550", indicator="Việc làm", unit="lao động")
    page = text(as_(ground.coordinator), "progress:targets", ground.plan.pk)
    assert page.index("Tỷ trọng ngành công nghiệp") < page.index("Việc làm")
    assert "Trong 2 chỉ tiêu" in page


def test_a_list_can_be_narrowed_to_a_verdict_and_nonsense_narrows_nothing(ground):
    share(ground)
    client = as_(ground.coordinator)
    none = text(client, "progress:targets", ground.plan.pk, **{"nhan-dinh": "met"})
    assert "Không có chỉ tiêu nào khớp" in none
    assert "11,6%" in text(client, "progress:targets", ground.plan.pk, **{"nhan-dinh": "\0"})


def test_a_target_nobody_measures_says_so_and_lets_the_coordinator_choose(ground):
    target = ground.target()
    page = text(as_(ground.coordinator), "dashboard:target", target.pk)
    assert "Chưa ai xác định chỉ tiêu này đo bằng gì" in page
    assert reverse("indicators:bind", args=[target.pk]) in page
    read = text(as_(ground.reporter), "dashboard:target", target.pk)
    assert reverse("indicators:bind", args=[target.pk]) not in read


def test_a_task_that_serves_a_target_stands_on_its_page(ground):
    target = share(ground)
    task = samples.task(ground.plan, ground.office, text="Lập cụm công nghiệp")
    serve(target=target, tasks=[task], actor=ground.coordinator)
    assert "Lập cụm công nghiệp" in text(as_(ground.coordinator), "dashboard:target", target.pk)
    walk = text(as_(ground.coordinator), "dashboard:walk", ground.plan.pk)
    assert walk.count("Lập cụm công nghiệp") >= 2  # in the picture and in the list


def test_what_is_not_covered_is_named(ground):
    share(ground)
    task = samples.task(ground.plan, ground.office, text="Việc lẻ")
    page = text(as_(ground.coordinator), "progress:targets", ground.plan.pk)
    assert "1 chỉ tiêu chưa có nhiệm vụ phục vụ" in page
    assert f"{task.number}. Việc lẻ" in page


def test_a_leader_asks_for_an_explanation_in_one_click_and_the_office_answers(ground):
    target = share(ground)
    leader = samples.person(Role.LEADER, ground.office)
    client = as_(leader)
    address = reverse("dashboard:ask", args=[target.pk])
    form = client.get(address).context["form"]
    sent = {"kind": form.initial["kind"], "words": form.initial["words"]}
    sent |= {"due": form.initial["due"], "agencies": [ground.office.pk]}
    assert client.post(address, sent).status_code == 302
    said = Direction.objects.get()
    assert (said.target, said.agency, said.kind) == (target, ground.office, "explain")
    office = as_(ground.reporter)
    work = text(office, "progress:office", ground.office.pk)
    assert reverse("dashboard:target", args=[target.pk]) in work
    office.post(reverse("directing:answer", args=[said.pk]), {"words": "Thiếu đơn hàng quý II."})
    page = text(client, "dashboard:target", target.pk)
    assert "Thiếu đơn hàng quý II." in page


def test_nobody_is_asked_to_explain_what_is_on_course(ground):
    ground.indicator("ty-trong")
    for year, value in ((2020, "10"), (2024, "12.4")):
        ground.figure("ty-trong", year, value)
    target = ground.bound("ty-trong")
    client = as_(samples.person(Role.LEADER, ground.office))
    address = reverse("dashboard:ask", args=[target.pk])
    sent = {"kind": "explain", "words": "Vì sao?", "due": "09/12/2024"}
    answer = client.post(address, sent | {"agencies": [ground.office.pk]})
    assert answer.status_code == 422
    assert not Direction.objects.exists()


def test_figures_go_out_as_figures_and_words_as_words(ground):
    ground.indicator("ty-trong", name="=1+1")
    ground.figure("ty-trong", 2024, "11.6", source="=cmd")
    target = ground.bound("ty-trong", base_year=2020, base_value=Decimal("10.1"))
    sent = as_(ground.coordinator).get(reverse("dashboard:sheet", args=[target.pk]))
    book = openpyxl.load_workbook(BytesIO(sent.content))
    cells = {cell.value: cell.data_type for row in book.active.iter_rows() for cell in row}
    assert cells["=cmd"] == "s"
    assert cells[11.6] == "n"


@pytest.mark.parametrize("name", ["dashboard:svg", "dashboard:png"])
def test_a_chart_goes_out_as_a_file(ground, name):
    sent = as_(ground.coordinator).get(reverse(name, args=[share(ground).pk]))
    assert sent.status_code == 200
    assert sent.content[:8] in (b"<?xml ve", b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    "name", ["dashboard:target", "dashboard:svg", "dashboard:sheet", "dashboard:ask"]
)
def test_a_target_of_another_locality_is_not_there(ground, name):
    answer = as_(ground.stranger).get(reverse(name, args=[share(ground).pk]))
    assert answer.status_code == 404


def test_the_page_for_monday_names_what_is_late_off_course_and_silent(ground):
    share(ground)
    task = samples.task(ground.plan, ground.office, text="Việc trễ", key=True)
    samples.occurrence(task, 2023, ground.office)
    page = text(as_(ground.coordinator), "desk:brief", ground.plan.pk)
    assert "Việc trễ" in page
    assert "1 chỉ tiêu chệch tiến độ" in page
    assert "Tỷ trọng ngành công nghiệp" in page


def test_the_dashboard_asks_as_little_for_many_targets_as_for_one(
    ground, django_assert_max_num_queries
):
    share(ground)
    for _each in range(8):
        ground.bound("ty-trong")
    client = as_(ground.coordinator)
    text(client, "progress:targets", ground.plan.pk)
    with django_assert_max_num_queries(12):
        text(client, "progress:targets", ground.plan.pk)


def test_the_list_of_plans_says_how_many_targets_are_off_course(ground):
    share(ground)  # entered for whole years: the database judges it
    ground.indicator("gap-doi", formula="2 × ty-trong", obtained="formula")
    ground.bound("gap-doi", low="30", base_year=2020)
    page = text(as_(ground.coordinator), "progress:plans")
    assert "2 khó đạt" in page


def test_what_the_way_asks_stands_in_the_unit_of_the_figures(ground):
    ground.indicator("xuat-khau", unit="nghìn USD")
    for year, value in ((2020, "60000"), (2024, "79500")):
        ground.figure("xuat-khau", year, value)
    target = ground.bound("xuat-khau", low="100", unit="triệu USD", scale=Decimal("0.001"))
    page = text(as_(ground.coordinator), "dashboard:target", target.pk)
    assert "79.500" in page
    assert "92.000" in page  # 60 + 4 × 8 millions, beside 79.500 thousands
