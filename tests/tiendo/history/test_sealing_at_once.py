"""Sealing while others write or seal: no line is skipped, none is sealed twice, and nothing looks put in later."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from tests.tiendo import samples
from tiendo.agencies.models import Agency, Locality
from tiendo.history import sealing, verifying
from tiendo.history import services as history
from tiendo.history.models import Change, SealedChange

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def locality() -> Locality:
    if connection.vendor != "postgresql":
        pytest.skip(
            "SQLite has one writer at a time, and the one of the tests lives in one connection"
        )
    return samples.locality()


def write(locality: Locality, name: str) -> None:
    history.save(Agency(locality=locality, name=name, fold=name, sort_key=name), actor=None)


def apart(work: Callable[[], object]) -> threading.Thread:
    """Do this in another thread, with a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_line_that_commits_after_a_later_one_is_sealed_in_its_place(locality: Locality) -> None:
    drawn, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            write(locality, "chậm")
            drawn.set()
            go_on.wait(30)

    thread = apart(slow)
    assert drawn.wait(30)
    write(locality, "nhanh")
    assert sealing.seal() is None  # a writer is under way; the next minute tries again
    go_on.set()
    thread.join()
    assert sealing.seal() == 2
    slow_one, fast_one = Change.objects.order_by("pk")
    assert slow_one.label == "chậm"
    assert (slow_one.sealed.place, fast_one.sealed.place) == (1, 2)
    assert list(verifying.found(locality.pk)) == []


def test_many_sealers_and_writers_seal_each_line_once(
    locality: Locality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH", 7)

    def work() -> None:
        for number in range(8):
            write(locality, f"{threading.get_ident()}-{number}")
            sealing.seal()

    threads = [apart(work) for _each in range(4)]
    for thread in threads:
        thread.join()
    while sealing.seal() is None:
        pass
    assert Change.objects.count() == 32
    places = SealedChange.objects.filter(locality=locality).values_list("place", flat=True)
    assert list(places) == list(range(1, 33))
    assert list(verifying.found(locality.pk)) == []
