"""Adding people, and what their names look like."""

import pytest
from django.core.exceptions import ValidationError

from tests.tiendo import samples
from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.accounts.people import Facts, Given
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


@pytest.mark.django_db
def test_a_user_name_that_was_taken_meanwhile_is_refused() -> None:
    office = samples.agency(samples.locality())
    given = [Given(office, Role.REPORTER)]
    people.add(facts=Facts("tamlm", "Lê Minh Tâm"), given=given, actor=None)
    with pytest.raises(ValidationError, match="tên đăng nhập của người khác"):
        people.add(facts=Facts("TamLM", "Lê Mỹ Tâm"), given=given, actor=None)
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_a_role_is_given_once_however_often_it_is_pressed() -> None:
    user = samples.person(Role.VIEWER, samples.agency(samples.locality()))
    held = user.memberships.get()
    with pytest.raises(ValidationError):
        people.give(user=user, given=Given(held.agency, Role.VIEWER), actor=None)
    assert user.memberships.count() == 1
