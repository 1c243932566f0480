"""Who belongs elsewhere: another locality cannot name a row, another commune finds it nowhere."""

from typing import Any

import pytest
from django.forms.models import model_to_dict

from tests.tiendo import samples
from tests.tiendo.registers.ground import Ground, client, example_of
from tiendo.accounts.models import Role, User
from tiendo.registers.register import REGISTERS, Register

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("register", REGISTERS.values(), ids=list(REGISTERS))
OF_COMMUNES = pytest.mark.parametrize(
    "register", [pytest.param(each, id=slug) for slug, each in REGISTERS.items() if each.place]
)


def far_away() -> User:
    """A coordinator of another locality, which has a commune of its own."""
    home = samples.locality("Huyện Khác")
    samples.agency(home, "Ủy ban nhân dân xã Khác", kind="commune")
    return samples.person(Role.COORDINATOR, samples.agency(home, "Phòng Khác"))


@EVERY
def test_another_locality_reaches_no_row_and_names_none(ground: Ground, register: Register) -> None:
    row = example_of(ground, register)
    at, url = client(far_away()), f"/so/{register.slug}/"
    for path in ("", "sua/", "xoa/"):
        assert at.get(f"{url}{row.pk}/{path}").status_code == 404
    assert f"{url}{row.pk}/" not in at.get(url).content.decode()
    assert b"".join(at.get(f"{url}?dang=csv").streaming_content).count(b"\n") == 1
    said = {name: "" if value is None else value for name, value in _typed(row).items()}
    answer = at.post(f"{url}them/", said | {"reason": "thử"})
    others = [name for name in register.fields if row._meta.get_field(name).is_relation]
    named = [name for name in others if getattr(row, f"{name}_id")]
    if named:
        assert answer.status_code == 422
        assert set(named) <= set(answer.context["form"].errors)


def _typed(row: Any) -> dict[str, Any]:
    return {
        name: value for name, value in model_to_dict(row).items() if not isinstance(value, dict)
    }


@OF_COMMUNES
def test_another_commune_finds_a_row_nowhere(ground: Ground, register: Register) -> None:
    row = example_of(ground, register)
    stranger, url = client(ground.of_there), f"/so/{register.slug}/"
    pages = [
        *(f"{url}?q={row}", f"{url}ban-do/", f"{url}so-do/?nam=2024", f"/tim/?q={row}"),
        *(f"{url}so-do/{measure.slug}/?nam=2024" for measure in register.measures),
    ]
    for page in pages:
        answer = stranger.get(page)
        assert answer.status_code in (200, 404), page  # not every register has a map
        assert f"{url}{row.pk}/" not in answer.content.decode(), page
    assert str(row) not in b"".join(stranger.get(f"{url}?dang=json").streaming_content).decode()
