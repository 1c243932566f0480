"""Who may open which page of reading in, and what a document does on its way."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.plans.reading import TEXT
from tests.tiendo.plans.test_reception import LETTER, PLAN
from tiendo.accounts.models import Role
from tiendo.plans.background import read_document
from tiendo.plans.models import Intake, ItemKind

GET_PAGES = (
    "intakes", "upload", "review", "answers", "add", "name", "item", "split", "merge", "join", "file",
)  # fmt: skip
POST_PAGES = ("accept_sure", "decide", "names", "discard")


def address(name, intake):
    item = intake.items.filter(kind=ItemKind.DUTY).first()
    places = {
        **{key: [item.pk] for key in ("item", "split", "merge", "join", "decide")},
        **{key: [] for key in ("intakes", "upload")},
        "add": [intake.pk, "nhiem-vu"],
        "name": [intake.names.first().pk],
        "file": [intake.document_id],
    }
    return reverse(f"plans:{name}", args=places.get(name, [intake.pk]))


def body(response) -> str:
    return response.content.decode()


# --- Who may see what


@pytest.mark.parametrize("name", GET_PAGES)
def test_the_coordinator_sees(signed_in, intake, name):
    response = signed_in.get(address(name, intake))
    assert response.status_code == 200
    response.close()


@pytest.mark.parametrize("name", [name for name in GET_PAGES if name != "file"])
def test_a_reporter_has_no_right_to_read_in(client, intake, finance, name):
    client.force_login(samples.person(Role.REPORTER, finance))
    assert client.get(address(name, intake)).status_code == 403


def test_a_reporter_finds_no_document_that_waits_for_its_review(client, intake, finance):
    client.force_login(samples.person(Role.REPORTER, finance))
    for place in ("file", "picture"):
        number = [1] if place == "picture" else []
        address = reverse(f"plans:{place}", args=[intake.document_id, *number])
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", POST_PAGES)
def test_a_reporter_decides_nothing(client, intake, finance, name):
    client.force_login(samples.person(Role.REPORTER, finance))
    assert client.post(address(name, intake)).status_code == 403


@pytest.mark.parametrize("name", [*GET_PAGES[2:], *POST_PAGES])
def test_a_coordinator_of_another_locality_finds_nothing(client, intake, name):
    elsewhere = samples.agency(samples.locality("Huyện khác"))
    client.force_login(samples.person(Role.COORDINATOR, elsewhere))
    ask = client.post if name in POST_PAGES else client.get
    assert ask(address(name, intake)).status_code == 404
    assert Intake.objects.count() == 1


@pytest.mark.parametrize("name", [*GET_PAGES, *POST_PAGES])
def test_nobody_sees_anything_without_signing_in(client, intake, name):
    ask = client.post if name in POST_PAGES else client.get
    response = ask(address(name, intake))
    assert (response.status_code, "/dang-nhap" in response.url or "login" in response.url) == (
        302,
        True,
    )


def test_a_reporter_reads_the_document_of_a_plan_and_its_file(client, running_plan, finance):
    client.force_login(samples.person(Role.REPORTER, finance))
    assert client.get(reverse("plans:source", args=[running_plan.pk])).status_code == 200
    assert client.get(reverse("plans:head", args=[running_plan.pk])).status_code == 403
    response = client.get(reverse("plans:file", args=[running_plan.document_id]))
    assert b"".join(response.streaming_content) == TEXT.encode()


# --- Bringing a document


def test_a_document_is_brought_read_and_then_under_review(signed_in, home):
    file = SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
    response = signed_in.post(reverse("plans:upload"), {"file": file}, follow=True)
    assert "ke-hoach.txt" in body(response)
    intake = Intake.objects.get()
    assert response.redirect_chain[-1][0] == reverse("plans:progress", args=[intake.pk])
    assert "Refresh" in response.headers
    read_document.call(intake.pk)
    response = signed_in.get(reverse("plans:progress", args=[intake.pk]))
    assert response.url == reverse("plans:review", args=[intake.pk])


@pytest.mark.parametrize("content", [b"", b"\x00\x01" * 50])
def test_a_bad_file_comes_back_with_a_sentence(signed_in, home, content):
    file = SimpleUploadedFile("ke-hoach.txt", content)
    response = signed_in.post(reverse("plans:upload"), {"file": file})
    assert response.status_code == 422
    assert "error-summary" in body(response)
    assert Intake.objects.count() == 0


def test_without_a_file_the_form_says_so(signed_in, home):
    assert signed_in.post(reverse("plans:upload")).status_code == 422


def test_the_same_file_again_leads_to_its_review(signed_in, home):
    for status in (302, 409):
        file = SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
        response = signed_in.post(reverse("plans:upload"), {"file": file})
        assert response.status_code == status
    assert reverse("plans:review", args=[Intake.objects.get().pk]) in body(response)


def test_a_document_that_failed_explains_itself_and_can_be_taken_off_the_list(signed_in, home):
    file = SimpleUploadedFile("thu.txt", LETTER.encode())
    signed_in.post(reverse("plans:upload"), {"file": file})
    intake = Intake.objects.get()
    read_document.call(intake.pk)
    response = signed_in.get(reverse("plans:review", args=[intake.pk]), follow=True)
    assert "note-bad" in body(response)
    signed_in.post(reverse("plans:discard", args=[intake.pk]))
    assert Intake.objects.count() == 0


def test_an_empty_list_says_what_to_do(signed_in):
    assert reverse("plans:upload") in body(signed_in.get(reverse("plans:intakes")))


HTMX = {"hx-request": "true", "hx-target": "state"}


def test_the_page_that_looks_on_gets_only_the_part_that_changes(signed_in, home):
    file = SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
    signed_in.post(reverse("plans:upload"), {"file": file})
    intake = Intake.objects.get()
    url = reverse("plans:progress", args=[intake.pk])
    part = signed_in.get(url, headers=HTMX)
    assert "<html" not in body(part)
    assert "meter" in body(part)
    read_document.call(intake.pk)
    assert signed_in.get(url, headers=HTMX).headers["HX-Refresh"] == "true"


def test_a_document_given_up_while_it_waited_is_not_read(signed_in, home):
    file = SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
    signed_in.post(reverse("plans:upload"), {"file": file})
    pk = Intake.objects.get().pk
    signed_in.post(reverse("plans:discard", args=[pk]))
    read_document.call(pk)
    assert Intake.objects.count() == 0


def test_words_marked_in_the_document_stand_in_the_form_of_a_new_item(signed_in, intake):
    url = reverse("plans:add", args=[intake.pk, "nhiem-vu"])
    assert "Theo dõi chung." in body(signed_in.get(url, {"loi": "Theo dõi chung."}))
    assert signed_in.get(reverse("plans:add", args=[intake.pk, "la"])).status_code == 404
