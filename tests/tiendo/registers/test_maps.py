"""Maps of registers: what is drawn of which rows, how many are counted together, and what a map costs."""

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.tiendo import samples
from tests.tiendo.industry.enterprises import enterprise
from tests.tiendo.registers.ground import Ground, client
from tiendo.agencies.models import Agency
from tiendo.example.registers.places import rectangle
from tiendo.history import services as history
from tiendo.industry.models import Enterprise
from tiendo.registers.mapping import MOST_SPOTS, frame_asked
from tiendo.registers.maps import Frame, Spot, sketch_of
from tiendo.registers.models import Outline

pytestmark = pytest.mark.django_db
MAP = "/so/doanh-nghiep/ban-do/"
LAND = rectangle(105.1, 10.7, 105.4, 11.0)


def outlined(ground: Ground, schematic: bool = False) -> Outline:
    row = Outline(locality=ground.locality, agency=ground.here, name="xã Thường Phước 1")
    row.shape, row.schematic = LAND, schematic
    history.save(row, actor=None)
    return row


def scattered(ground: Ground, number: int, **given: object) -> None:
    """Establishments at places of their own, half of them in each commune."""
    first = enterprise(ground.here, latitude="10.8", longitude="105.2", **given)
    rows = []
    for place in range(1, number):
        row = Enterprise(
            **{
                field.attname: getattr(first, field.attname)
                for field in first._meta.concrete_fields
            }
        )
        row.pk, row.tax_code = None, f"9{place:09}"
        row.name, row.commune = f"Cơ sở {place}", (ground.here, ground.there)[place % 2]
        row.latitude = Decimal("10.75") + Decimal(place * 37 % 200) / 1000
        row.longitude = Decimal("105.15") + Decimal(place * 61 % 200) / 1000
        rows.append(row)
    Enterprise.objects.bulk_create(rows)


def spots(*points: tuple[float, float]) -> list[Spot]:
    return [Spot(n, f"Dòng {n}", f"/{n}/", point, None) for n, point in enumerate(points, 1)]


def test_rows_close_together_are_drawn_larger_with_an_inset() -> None:
    land = [Outline(name="xã Xa", shape=LAND)]
    far = sketch_of(spots((105.15, 10.75), (105.35, 10.95)), land)
    near = sketch_of(spots((105.200, 10.800), (105.205, 10.803)), land)
    assert far
    assert near
    assert far.inset is None
    assert near.inset
    one, other = near.marks
    assert abs(one.x - other.x) > near.width / 2


def test_places_on_one_spot_keep_their_dots_and_get_their_numbers_beside() -> None:
    found = sketch_of(spots(*[(105.2, 10.8)] * 3, (105.3, 10.9)), [Outline(name="", shape=LAND)])
    assert found
    assert [mark.is_apart for mark in found.marks] == [True, True, True, False]
    assert len({(mark.label.x, mark.label.y) for mark in found.marks if mark.label}) == 4


def test_corners_of_land_that_nobody_could_tell_apart_are_left_out() -> None:
    fine = [[105.1 + step / 100_000, 10.7] for step in range(30_000)] + [
        [105.4, 11.0],
        [105.1, 10.7],
    ]
    found = sketch_of(
        spots((105.2, 10.8)), [Outline(name="x", shape={"type": "Polygon", "coordinates": [fine]})]
    )
    assert found
    assert len(found.areas[0].path) < 8_000


def test_few_rows_are_drawn_one_by_one_and_named(ground: Ground) -> None:
    outlined(ground)
    scattered(ground, 5)
    page = client(ground.coordinator).get(MAP).content.decode()
    assert len(re.findall('class="pin"', page)) == 5
    assert "Cơ sở 3" in page


def test_of_many_rows_the_circles_add_up_and_lead_nearer(ground: Ground) -> None:
    scattered(ground, 3 * MOST_SPOTS)
    at = client(ground.coordinator)
    shown = at.get(MAP).context["shown"]
    assert sum(group.count for group in shown.sketch.groups) == 3 * MOST_SPOTS
    assert sum(count for _name, count, _url in shown.communes) == 3 * MOST_SPOTS
    group = shown.sketch.groups[0]
    nearer = at.get(MAP + group.url).context["shown"]
    assert (nearer.placed, nearer.is_part) == (group.count, True)
    assert len(nearer.spots) == group.count


def test_many_rows_on_one_spot_are_not_a_circle_for_ever(ground: Ground) -> None:
    scattered(ground, 3 * MOST_SPOTS)
    Enterprise.objects.update(latitude="10.8", longitude="105.2")
    at = client(ground.coordinator)
    [group] = at.get(MAP).context["sketch"].groups
    shown = at.get(MAP + group.url).context["shown"]
    assert (len(shown.spots), shown.undrawn) == (MOST_SPOTS, 2 * MOST_SPOTS)


def test_a_map_costs_the_same_whatever_the_number_of_rows(ground: Ground) -> None:
    outlined(ground)
    at = client(ground.coordinator)
    costs = []
    for number in (MOST_SPOTS + 1, 1500):
        Enterprise.objects.all().delete()
        scattered(ground, number)
        with CaptureQueriesContext(connection) as asked:
            page = at.get(MAP)
        costs.append((len(asked), len(page.content) < 60_000))
    assert costs[0] == costs[1]
    assert costs[1][1]


def test_a_commune_sees_its_own_rows_on_the_map(ground: Ground) -> None:
    scattered(ground, 10)
    assert client(ground.of_there).get(MAP).context["shown"].total == 5
    assert client(ground.coordinator).get(MAP).context["shown"].total == 10


def test_the_map_follows_the_search_of_the_list(ground: Ground) -> None:
    scattered(ground, 10)
    Enterprise.objects.filter(name="Cơ sở 4").update(fold="co so 4")
    Enterprise.objects.exclude(name="Cơ sở 4").update(fold="khac")
    assert client(ground.coordinator).get(MAP + "?q=cơ sở 4").context["shown"].total == 1


def test_outlines_of_an_office_that_ended_give_way_to_those_that_hold(ground: Ground) -> None:
    old = outlined(ground)
    drawn = Outline.objects.drawn
    assert drawn(ground.locality.pk, samples.TODAY) == [old]
    Agency.objects.filter(pk=ground.here.pk).update(valid_to="2024-01-01")
    assert drawn(ground.locality.pk, samples.TODAY) == [old]  # nothing better is known
    new = Outline(locality=ground.locality, agency=ground.there, name="xã Mới", shape=LAND)
    history.save(new, actor=None)
    assert drawn(ground.locality.pk, samples.TODAY) == [new]


@pytest.mark.parametrize(
    "said",
    ["", "1,2,3", "a,b,c,d", "5,5,5,5", "nan,1,2,3", "inf,0,1,1", "1,1,1e999,2", "\0", "9" * 5000],
)
def test_a_part_of_the_map_that_there_is_not_is_the_whole(ground: Ground, said: str) -> None:
    assert frame_asked(said) is None
    assert client(ground.coordinator).get(MAP, {"khung": said}).status_code == 200


def test_a_register_without_places_has_no_map(ground: Ground) -> None:
    assert client(ground.coordinator).get("/so/ho-tro/ban-do/").status_code == 404
    assert frame_asked("105.1,10.7,105.3,10.9") == Frame(105.1, 10.7, 105.3, 10.9)
