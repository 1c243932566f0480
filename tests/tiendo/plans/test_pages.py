"""The pages: who may see them, what they show, what they do, how many queries they take."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from tests.tiendo import samples
from tests.tiendo.plans.reading import TEXT
from tests.tiendo.plans.test_reception import LETTER, PLAN
from tiendo.accounts.models import Role
from tiendo.plans import cards, naming, review
from tiendo.plans.background import read_document
from tiendo.plans.confirming import confirm_plan
from tiendo.plans.items import Work
from tiendo.plans.models import Intake, ItemKind, ItemState, Past

TABS = [cards.DOUBTS, *cards.KIND_TABS, cards.OFFICES, cards.PAPER, cards.LEFT_OUT]
GET_PAGES = (
    "intakes", "upload", "review", "answers", "add", "name", "item", "split", "merge", "join", "file",
)  # fmt: skip
POST_PAGES = ("accept_sure", "decide", "names", "discard")
VIETNAMESE = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I
)


@pytest.fixture
def signed_in(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def task(intake):
    return intake.items.get(kind=ItemKind.TASK, position=1)


@pytest.fixture
def plan(intake, finance, lan):
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    intake.standing_agency, intake.past, intake.past_reason = finance, Past.CLOSE, "Bằng giấy"
    intake.save()
    return confirm_plan(intake=intake, actor=lan, today=date(2026, 11, 23))


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


def test_a_reporter_reads_the_document_of_a_plan_and_its_file(client, plan, finance):
    client.force_login(samples.person(Role.REPORTER, finance))
    assert client.get(reverse("plans:source", args=[plan.pk])).status_code == 200
    assert client.get(reverse("plans:head", args=[plan.pk])).status_code == 403
    response = client.get(reverse("plans:file", args=[plan.document_id]))
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


# --- The review


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_of_the_review_opens(signed_in, intake, tab):
    response = signed_in.get(reverse("plans:review", args=[intake.pk]), {"xem": tab})
    assert response.status_code == 200
    assert body(response).count('aria-current="page"') >= 1


def test_the_words_of_an_item_are_marked_in_the_document_and_lead_to_it(signed_in, intake, task):
    page = body(signed_in.get(reverse("plans:review", args=[intake.pk])))
    anchor = cards.anchor_of(task)
    line = re.search(r'<p class="line" id="dong-13">(.*?)</p>', page)[1]
    assert f'data-name="{anchor}"' in line
    assert "Mở lớp dạy nghề mộc cho thanh niên. Cấp chứng chỉ cho" in line
    assert f"#{anchor}" in line


def test_the_review_takes_the_same_queries_for_a_long_plan(signed_in, intake, lan):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(reverse("plans:review", args=[intake.pk]), {"xem": "nhiem-vu"})
        return len(captured)

    queries()
    few = queries()
    for number in range(40):
        said = Work(text=f"Việc thứ {number}", leads=(f"Phòng số {number}",))
        review.add(intake=intake, kind=ItemKind.TASK, said=said, actor=lan)
    assert queries() == few <= 14


def test_an_item_is_accepted_with_the_lead_that_was_chosen(signed_in, task):
    chosen = cards.key("Phòng TC-KH")
    sent = {"action": "accept", "accountable": chosen, "xem": "nghi-ngo", "next": "muc-9"}
    response = signed_in.post(reverse("plans:decide", args=[task.pk]), sent)
    task.refresh_from_db()
    assert (task.state, task.data["accountable"]) == (ItemState.ACCEPTED, chosen)
    assert response.url.endswith("?xem=nghi-ngo#muc-9")


@pytest.mark.parametrize(
    ("action", "state"), [("remove", "removed"), ("restore", "proposed"), ("nonsense", "proposed")]
)
def test_an_item_is_left_out_and_restored(signed_in, task, action, state):
    signed_in.post(reverse("plans:decide", args=[task.pk]), {"action": action})
    task.refresh_from_db()
    assert task.state == state


def test_a_duty_is_joined_from_its_card(signed_in, intake, task):
    duty = intake.items.get(kind=ItemKind.DUTY, position=2)
    url = reverse("plans:decide", args=[duty.pk])
    signed_in.post(url, {"action": "join", "task": task.pk})
    duty.refresh_from_db()
    assert duty.joined_to == task
    signed_in.post(url, {"action": "part"})
    duty.refresh_from_db()
    assert duty.joined_to is None


def test_all_sure_items_are_accepted_with_one_click(signed_in, intake):
    signed_in.post(reverse("plans:accept_sure", args=[intake.pk]))
    assert intake.items.filter(state=ItemState.ACCEPTED).count() == 3


EDITED = {
    "text": "Mở lớp dạy nghề mộc cho thanh niên.",
    "leads": "Phòng KT-HT\n- Phòng TC-KH",
    "coordinating": "",
    "deadline": "quý III/2026",
    "kind": "words",
}


def test_a_deadline_is_understood_by_its_words(signed_in, task):
    response = signed_in.post(reverse("plans:item", args=[task.pk]), EDITED)
    task.refresh_from_db()
    assert response.status_code == 302
    assert task.data["deadline"]["end"] == "2026-09-30"
    assert [row["name"] for row in task.data["leads"]] == ["Phòng KT-HT", "Phòng TC-KH"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"leads": " \n "},
        {"kind": "year"},
        {"kind": "conditional", "end": "31/12/2026"},
        {"kind": "date", "end": "31/02/2026"},
        {"kind": "year-range", "start": "01/01/2027", "end": "31/12/2026"},
    ],
)
def test_what_cannot_be_is_refused_beside_the_field(signed_in, task, wrong):
    response = signed_in.post(reverse("plans:item", args=[task.pk]), {**EDITED, **wrong})
    assert response.status_code == 422
    assert "error-summary" in body(response)
    task.refresh_from_db()
    assert task.state == ItemState.PROPOSED


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"comparator": ">=", "low": "1.234,5"}, 302),
        ({"comparator": "range", "low": "5", "high": "6"}, 302),
        ({"comparator": "range", "low": "6", "high": "5"}, 422),
        ({"comparator": ">="}, 422),
        ({"low": "5"}, 422),
        ({}, 302),
    ],
)
def test_a_target_has_the_figures_its_comparator_wants(signed_in, intake, sent, status):
    target = intake.items.get(kind=ItemKind.TARGET)
    words = {"text": "Số thợ", "indicator": "Số thợ", "unit": "người"}
    response = signed_in.post(reverse("plans:item", args=[target.pk]), {**words, **sent})
    assert response.status_code == status


def test_an_item_is_added_split_and_merged(signed_in, intake, task):
    signed_in.post(reverse("plans:add", args=[intake.pk, "nhiem-vu"]), EDITED)
    added = intake.items.filter(kind=ItemKind.TASK).last()
    assert added.quotes[0]["line"] == 13
    parts = {"first": "Mở lớp dạy nghề mộc", "second": "cho thanh niên."}
    signed_in.post(reverse("plans:split", args=[added.pk]), parts)
    assert intake.items.filter(kind=ItemKind.TASK).count() == 5
    signed_in.post(reverse("plans:merge", args=[added.pk]), {"other": task.pk})
    task.refresh_from_db()
    assert task.data["text"].endswith("Mở lớp dạy nghề mộc")


def test_a_split_into_foreign_words_is_refused(signed_in, task):
    response = signed_in.post(
        reverse("plans:split", args=[task.pk]), {"first": "Mua máy", "second": "Bán máy"}
    )
    assert response.status_code == 422


def test_the_sentences_of_an_item_are_proposed_as_its_parts(signed_in, task):
    form = signed_in.get(reverse("plans:split", args=[task.pk])).context["form"]
    assert form.initial == {
        "first": "Mở lớp dạy nghề mộc cho thanh niên.",
        "second": "Cấp chứng chỉ cho người học xong.",
    }


# --- Offices and answers


def test_a_name_is_settled_in_three_ways(signed_in, intake, finance):
    name = intake.names.get(text="Phòng TC-KH")
    url = reverse("plans:name", args=[name.pk])
    assert signed_in.post(url, {"action": "choose", "whom": "a999999"}).status_code == 422
    signed_in.post(url, {"action": "choose", "whom": f"a{finance.pk}"})
    other = intake.names.get(text="Phòng KT-HT")
    url = reverse("plans:name", args=[other.pk])
    made = {
        "action": "agency",
        "agency-official": "Phòng Kinh tế và Hạ tầng",
        "agency-kind": "office",
    }
    signed_in.post(url, made)
    group = intake.names.get(is_group=True)
    url = reverse("plans:name", args=[group.pk])
    signed_in.post(
        url, {"action": "group", "group-official": "UBND các xã", "group-newcomers": "UBND xã Mới"}
    )
    settled = {name.text: str(name.whom) for name in intake.names.all() if name.settled}
    assert settled == {
        "Phòng TC-KH": "Phòng Tài chính - Kế hoạch",
        "Phòng Tài chính - Kế hoạch": "Phòng Tài chính - Kế hoạch",
        "Phòng KT-HT": "Phòng Kinh tế và Hạ tầng",
        "Phòng Kinh tế và Hạ tầng": "Phòng Kinh tế và Hạ tầng",
        "UBND các xã, thị trấn": "UBND các xã",
    }


@pytest.mark.parametrize("action", ["proposed", "create"])
def test_names_are_settled_all_at_once(signed_in, intake, action):
    before = intake.names.filter(settled=True).count()
    signed_in.post(reverse("plans:names", args=[intake.pk]), {"action": action})
    assert intake.names.filter(settled=True).count() > before


def test_the_answers_are_kept(signed_in, intake, finance):
    sent = {
        "title": "Nghề mộc",
        "short_title": "Nghề mộc",
        "number": "",
        "issued_on": "21/03/2022",
        "issuer": "UBND huyện",
        "standing_agency": finance.pk,
        "until_year": "2030",
        "past": "close",
        "past_reason": "",
    }
    url = reverse("plans:answers", args=[intake.pk])
    assert signed_in.post(url, sent).status_code == 422
    assert signed_in.post(url, {**sent, "issued_on": "31/02/2022"}).status_code == 422
    signed_in.post(url, {**sent, "past_reason": "Đã báo cáo bằng giấy"})
    intake.refresh_from_db()
    assert (intake.issued_on, intake.standing_agency) == ("2022-03-21", finance)


def test_everything_settled_offers_the_confirmation(signed_in, intake, finance, lan):
    url = reverse("plans:review", args=[intake.pk])
    confirm = reverse("progress:confirm", args=[intake.pk])
    assert confirm not in body(signed_in.get(url))
    naming.settle_proposed(intake=intake, actor=lan)
    naming.create_unknown(intake=intake, actor=lan)
    review.accept_all(items=intake.items.all(), actor=lan)
    Intake.objects.update(standing_agency=finance, past_reason="Bằng giấy")
    assert confirm in body(signed_in.get(url))


# --- The document of a plan


def test_the_review_of_a_plan_in_force_is_its_document(signed_in, intake, plan):
    response = signed_in.get(reverse("plans:review", args=[intake.pk]))
    assert response.url == reverse("plans:source", args=[plan.pk])


def test_every_task_is_marked_in_the_document_and_opens(signed_in, plan):
    page = body(signed_in.get(reverse("plans:source", args=[plan.pk])))
    for task in plan.tasks.all():
        assert f'href="{reverse("progress:task", args=[task.pk])}"' in page, task


def test_the_file_comes_back_under_its_own_name(signed_in, plan):
    response = signed_in.get(reverse("plans:file", args=[plan.document_id]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="ke-hoach-nghe-moc.txt"'
    assert response.headers["Content-Type"] == "text/plain"
    assert b"".join(response.streaming_content) == Path(plan.document.file.path).read_bytes()


def test_number_and_day_are_completed(signed_in, plan):
    url = reverse("plans:head", args=[plan.pk])
    assert signed_in.post(url, {"number": "15", "issued_on": "21/03/2022"}).status_code == 422
    signed_in.post(url, {"number": "15/KH-UBND", "issued_on": "21/03/2022"})
    page = body(signed_in.get(reverse("plans:source", args=[plan.pk])))
    assert "15/KH-UBND" in page
    assert "21/03/2022" in page


# --- Language


@pytest.mark.parametrize("tab", TABS)
def test_english_review_holds_vietnamese_only_where_it_says_so(signed_in, intake, tab):
    signed_in.cookies["django_language"] = "en"
    page = body(signed_in.get(reverse("plans:review", args=[intake.pk]), {"xem": tab}))
    assert not VIETNAMESE.findall(words_outside_vietnamese_elements(page))


def words_outside_vietnamese_elements(page: str) -> str:
    """What the main part of a page says in its own language: without elements that say lang="vi"."""
    main = html.fromstring(page).get_element_by_id("content")
    for element in main.xpath('.//*[@lang="vi"]'):
        element.drop_tree()
    return str(main.text_content())
