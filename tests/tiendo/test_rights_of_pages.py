"""Every address × every role × own and other office: the answers are those written out in page_rights/.

How a row is added stands at the top of page_rights/__init__.py.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from tests.tiendo import samples, visits
from tests.tiendo.page_rights import NO_ROW, ORDER, ROLES, Rule, Table
from tests.tiendo.page_rights.tables import FOR_EVERYBODY, TABLES
from tests.tiendo.visits import Ground
from tiendo.accounts.access import AuditorsOnlyRead
from tiendo.accounts.models import Membership, User
from tiendo.agencies.models import Agency
from tiendo.example import people as example

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.pages]
IN, FORBIDDEN, MISSING, LOGIN = "in", "403", "404", "login"
LET_IN = {200, 204, 302, 422}

# address → its rule, the kind of its row, the table it stands in
ROWS: dict[str, tuple[Rule, str, Table]] = {
    page.split()[0]: (rule, "".join(page.split()[1:]), table)
    for table in TABLES
    for rule in table.rules
    for page in rule.pages
}
each_address = pytest.mark.parametrize("name", sorted(ROWS))


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """The worked example, once for all addresses, and taken back at the end."""
    today = override_settings(TODAY=str(visits.TODAY))
    with django_db_blocker.unblock(), today, transaction.atomic():
        yield visits.prepare()
        transaction.set_rollback(True)


def office(ground: Ground, name: str) -> Agency:
    return Agency.objects.get(locality=ground.plan.locality, name=name)


@pytest.fixture(scope="module")
def own(ground: Ground, django_db_blocker: DjangoDbBlocker) -> Agency:
    with django_db_blocker.unblock():
        return office(ground, example.LABOUR)


@pytest.fixture(scope="module")
def other(ground: Ground, django_db_blocker: DjangoDbBlocker) -> Agency:
    with django_db_blocker.unblock():
        return office(ground, example.STANDING)


@pytest.fixture(scope="module")
def people(own: Agency, django_db_blocker: DjangoDbBlocker) -> dict[str, User]:
    """Somebody with each role in the own office, by the letter of the role."""
    with django_db_blocker.unblock():
        return {letter: samples.person(role, own) for letter, role in ROLES.items()}


@pytest.fixture(scope="module")
def clients(
    people: dict[str, User], ground: Ground, django_db_blocker: DjangoDbBlocker
) -> dict[str, Client]:
    """The browsers of these people, signed in."""
    found = {letter: Client() for letter in people}
    with django_db_blocker.unblock():
        for letter, client in found.items():
            client.force_login(people[letter])
    return found


def asked(name: str, user: User | None, ground: Ground, whose: Agency) -> str:
    """What an address answers to this person about a row of this office; what it changes is taken back."""
    client = Client()
    if user:
        client.force_login(user)
    return answers(name, {"": client}, ground, whose)[""]


def answers(name: str, clients: dict[str, Client], ground: Ground, whose: Agency) -> dict[str, str]:
    """What an address answers in each of these browsers about one row of this office, each by itself."""
    rule, kind, table = ROWS[name]
    found = {}
    with transaction.atomic():
        arguments = table.kinds[kind](ground, whose) if kind else ()
        for letter, client in clients.items():
            with transaction.atomic():
                ask = client.post if rule.post else client.get
                found[letter] = said(ask(reverse(name, args=arguments)))
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return found


def said(answer: HttpResponse) -> str:
    """The answer in a word; what is none of these is told as its number."""
    if answer.streaming:
        b"".join(answer)  # a file that is sent is closed by the client at its end
    if answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/"):
        return LOGIN
    return IN if answer.status_code in LET_IN else str(answer.status_code)


def test_every_address_has_an_answer() -> None:
    missing = set(visits.names()) - set(ROWS) - set(FOR_EVERYBODY)
    assert not missing, (
        f"No rule says who may open {', '.join(sorted(missing))}. Write the name, and the kind of row it is "
        "about, into the rule of tests/tiendo/page_rights/ whose sentence says who is let in, or write a new rule; "
        "how stands at the top of tests/tiendo/page_rights/__init__.py."
    )


def test_no_rule_is_about_an_address_that_is_gone() -> None:
    assert (set(ROWS) | set(FOR_EVERYBODY)) - set(visits.names()) == set()


def test_every_address_stands_in_one_rule_of_one_table() -> None:
    pages = [page.split()[0] for table in TABLES for rule in table.rules for page in rule.pages]
    assert [name for name, n in Counter([*pages, *FOR_EVERYBODY]).items() if n > 1] == []


def test_rules_are_plain_sentences_with_seven_letters() -> None:
    for rule in (rule for table in TABLES for rule in table.rules):
        assert rule.sentence[0].isupper()
        assert rule.sentence.endswith(".")
        for letters in filter(None, (rule.own, rule.other)):
            assert [each in (letter, ".") for each, letter in zip(letters, ORDER, strict=True)]


@each_address
def test_each_role_is_answered_as_the_rule_says(
    ground: Ground, own: Agency, other: Agency, clients: dict[str, Client], name: str
) -> None:
    rule = ROWS[name][0]
    expected, found = {}, {}
    for whose in (own, other):
        let_in = rule.letters(own=whose == own)
        refused = MISSING if rule.hidden else FORBIDDEN
        said = answers(name, clients, ground, whose)
        for letter in clients:
            place = (letter, "own" if whose == own else "other")
            expected[place] = IN if letter in let_in else refused
            if rule.post and letter == "D" and name not in AuditorsOnlyRead.TAKES_OUT:
                expected[place] = FORBIDDEN
            found[place] = said[letter]
    assert found == expected, rule.sentence


@pytest.mark.parametrize("name", [name for name in sorted(ROWS) if ROWS[name][1] not in NO_ROW])
def test_a_row_of_another_locality_is_not_there(ground: Ground, own: Agency, name: str) -> None:
    elsewhere = samples.agency(samples.locality("Huyện Tân Lập"))
    stranger = samples.person("coordinator", elsewhere)
    Membership.objects.bulk_create(
        Membership(user=stranger, agency=elsewhere, role=role)
        for role in ROLES.values()
        if role != "coordinator"
    )
    assert asked(name, stranger, ground, own) == MISSING


@each_address
def test_who_is_not_logged_in_is_sent_to_log_in(ground: Ground, own: Agency, name: str) -> None:
    assert asked(name, None, ground, own) == LOGIN


@each_address
def test_who_holds_no_role_is_let_in_nowhere(ground: Ground, own: Agency, name: str) -> None:
    nobody = samples.person(home=own.locality)
    assert asked(name, nobody, ground, own) == FORBIDDEN


@each_address
def test_an_auditor_writes_nowhere(
    ground: Ground, own: Agency, people: dict[str, User], name: str
) -> None:
    _rule, kind, table = ROWS[name]
    client = Client()
    client.force_login(people["D"])
    arguments = table.kinds[kind](ground, own) if kind else ()
    status = client.post(reverse(name, args=arguments)).status_code
    assert (status == 403) == (name not in AuditorsOnlyRead.TAKES_OUT)


@pytest.mark.parametrize("name", [name for name in sorted(ROWS) if ROWS[name][0].post])
def test_what_answers_a_button_does_nothing_for_a_link(
    ground: Ground, own: Agency, people: dict[str, User], name: str
) -> None:
    _rule, kind, table = ROWS[name]
    client = Client()
    client.force_login(people["C"])
    arguments = table.kinds[kind](ground, own) if kind else ()
    assert client.get(reverse(name, args=arguments)).status_code == 405


def test_an_auditor_minds_the_own_matters_only(people: dict[str, User]) -> None:
    assert set(FOR_EVERYBODY) >= AuditorsOnlyRead.OWN_MATTERS
    client = Client()
    client.force_login(people["D"])
    assert client.post(reverse("ui:language"), {"language": "en"}).status_code == 302
    assert client.post(reverse("account_change_password"), {}).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302


def test_an_auditor_with_another_role_does_what_that_role_may(
    own: Agency, people: dict[str, User]
) -> None:
    Membership.objects.create(user=people["D"], agency=own, role="administrator")
    client = Client()
    client.force_login(people["D"])
    assert client.post(reverse("administration:add_person"), {}).status_code == 200
