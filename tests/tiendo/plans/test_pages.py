"""The pages: who may see them, what they show, how many queries they take."""

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tiendo.accounts.models import Role
from tiendo.plans import cards
from tiendo.plans.models import ItemKind

TABS = [cards.DOUBTS, *cards.KIND_TABS, cards.OFFICES, cards.PAPER, cards.LEFT_OUT]


@pytest.fixture
def signed_in(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def item(intake):
    return intake.items.get(kind=ItemKind.TASK, position=1)


def addresses(intake):
    item = intake.items.filter(kind=ItemKind.DUTY).first()
    return {
        "intakes": reverse("plans:intakes"),
        "upload": reverse("plans:upload"),
        "review": reverse("plans:review", args=[intake.pk]),
        "answers": reverse("plans:answers", args=[intake.pk]),
        "add": reverse("plans:add", args=[intake.pk, "nhiem-vu"]),
        "name": reverse("plans:name", args=[intake.names.first().pk]),
        "item": reverse("plans:item", args=[item.pk]),
        "split": reverse("plans:split", args=[item.pk]),
        "merge": reverse("plans:merge", args=[item.pk]),
        "join": reverse("plans:join", args=[item.pk]),
        "file": reverse("plans:file", args=[intake.document_id]),
    }


PAGES = ("intakes", "upload", "review", "answers", "add", "name", "item", "split", "merge", "join")


@pytest.mark.parametrize("name", PAGES)
def test_the_coordinator_sees(signed_in, intake, name):
    assert signed_in.get(addresses(intake)[name]).status_code == 200
