"""Adding people, and what their names look like."""

import pytest

from tests.tiendo import samples
from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.history.models import Change


@pytest.mark.django_db
def test_a_person_is_added_with_roles_and_a_line_for_each() -> None:
    office = samples.agency(samples.locality())
    user = people.add_person(
        username="phuc",
        full_name="Trần Hữu Phúc",
        password="mot-mat-khau-dai",
        roles=[(office, Role.COORDINATOR), (office, Role.ADMINISTRATOR)],
        actor=None,
    )
    assert user.check_password("mot-mat-khau-dai")
    assert user.locality == office.locality
    assert {member.role for member in user.memberships.all()} == {
        Role.COORDINATOR,
        Role.ADMINISTRATOR,
    }
    assert Change.objects.filter(actor_name="Tiến Độ").count() == 3


def test_without_a_full_name_the_user_name_stands_for_a_person() -> None:
    assert str(User(username="phuc")) == "phuc"
    assert str(User(username="phuc", full_name="Trần Hữu Phúc")) == "Trần Hữu Phúc"
