"""What stands below the page of a row: it says nothing twice."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from tests.tiendo.registers.ground import Ground, client, example_of
from tiendo.registers.columns import area_of
from tiendo.registers.register import REGISTERS
from tiendo.support.models import SupportGiven


def help_for(row: object, **facts: object) -> SupportGiven:
    kind = ContentType.objects.get_for_model(row)
    said = {"whom": str(row), "whom_kind": "establishment", "about_type": kind, "about_id": row.pk}
    said |= {"given_on": date(2024, 3, 1), "locality_id": row.locality_id}
    return SupportGiven.objects.create(**said | facts)


def columns_below(ground: Ground, row: object) -> set[str]:
    page = client(ground.coordinator).get(f"/so/doanh-nghiep/{row.pk}/")
    (helped,) = [
        each for each in page.context["below"] if each.register.slug == "ho-tro" and each.total
    ]
    assert all(len(line.cells) == len(helped.columns) for line in helped.lines)
    return {column.name for column in helped.columns}


def test_columns_that_repeat_the_row_in_every_line_are_left_out(ground: Ground) -> None:
    row = example_of(ground, REGISTERS["doanh-nghiep"])
    help_for(row, agency=ground.office, commune=row.commune)
    assert {"whom", "commune"} & columns_below(ground, row) == set()
    help_for(row, agency=ground.office, whom="Tên ghi trong hồ sơ cũ", commune=ground.there)
    assert {"whom", "commune"} <= columns_below(ground, row)
    assert (
        area_of(row.commune)
        in client(ground.coordinator).get(f"/so/doanh-nghiep/{row.pk}/").content.decode()
    )


def test_only_what_belongs_to_a_row_is_offered_under_it(ground: Ground) -> None:
    """What may concern anything is folded away, a register with a parent elsewhere too."""
    row = example_of(ground, REGISTERS["su-co-dien"])
    page = client(ground.coordinator).get(f"/so/su-co-dien/{row.pk}/").context
    assert page["addable"] == []
    assert "lien-he-xuc-tien" in {each.register.slug for each in page["concerning"]}
    event = example_of(ground, REGISTERS["xuc-tien"])
    page = client(ground.coordinator).get(f"/so/xuc-tien/{event.pk}/").context
    assert "lien-he-xuc-tien" in {each.register.slug for each in page["addable"]}


def test_a_list_leads_to_what_is_entered_on_the_pages_of_its_rows(ground: Ground) -> None:
    page = client(ground.coordinator).get("/so/co-so-moi-truong/").content.decode()
    for slug in ("danh-sach-o-nhiem", "ho-so-moi-truong", "kiem-tra-moi-truong"):
        assert f'href="/so/{slug}/"' in page
