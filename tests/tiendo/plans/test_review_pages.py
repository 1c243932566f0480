"""The review as a page: what it shows, what its buttons do, how many queries it takes."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from tiendo.plans import cards, findings, review
from tiendo.plans.checking import draft_of
from tiendo.plans.items import Work
from tiendo.plans.models import ItemKind, ItemState
from vanban.sentences import FINDINGS

TABS = [cards.DOUBTS, *cards.KIND_TABS, cards.OFFICES, cards.PAPER, cards.LEFT_OUT]
# Values that fill the sentence of any finding.
VALUES = dict.fromkeys(
    (
        "year",
        "no",
        "measure",
        "text",
        "pages",
        "head",
        "number",
        "encoding",
        "annex",
        "words",
        "name",
        "offices",
    ),
    "7",
)
VIETNAMESE = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I
)


@pytest.fixture
def task(intake):
    return intake.items.get(kind=ItemKind.TASK, position=1)


def body(response) -> str:
    return response.content.decode()


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
    assert response.url.endswith("?xem=nghi-ngo&muc=9#muc-9")


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


@pytest.mark.parametrize("chosen", ["abc", "9" * 30, "\x00", "²", ""])
def test_a_duty_is_not_joined_to_what_is_no_task(signed_in, intake, chosen):
    duty = intake.items.filter(kind=ItemKind.DUTY).first()
    sent = {"action": "join", "task": chosen}
    assert signed_in.post(f"/doc-van-ban/muc/{duty.pk}/", sent).status_code == 404


@pytest.mark.parametrize("words", ["\u200b", "\ufeff \u200b"])
def test_words_that_print_nothing_are_refused(signed_in, intake, task, words):
    sent = {"text": words, "leads": "Phòng Kinh tế", "kind": "words"}
    for address in (
        f"/doc-van-ban/muc/{task.pk}/sua/",
        f"/doc-van-ban/{intake.pk}/them/{cards.TAB_OF_KIND[ItemKind.TASK]}/",
    ):
        page = signed_in.post(address, sent)
        assert page.status_code == 422
        assert "chưa có lời văn" in page.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "agency", "agency-official": "\u200b", "agency-kind": "office"},
        {"action": "group", "group-official": "\u200b"},
        {"action": "group", "group-official": "Các xã", "group-members": str(2**63)},
        {"action": "group", "group-official": "Các xã", "group-newcomers": "x" * 201},
        {"action": "choose", "whom": "a" + "9" * 30},
    ],
)
def test_an_office_that_cannot_be_is_refused_beside_the_field(signed_in, intake, sent):
    name = intake.names.first()
    assert signed_in.post(f"/doc-van-ban/ten/{name.pk}/", sent).status_code == 422


def test_a_name_with_small_figures_makes_an_office(signed_in, intake):
    name = intake.names.filter(is_group=False).first()
    sent = {"action": "agency", "agency-official": "Tổ ² số " + "9" * 150, "agency-kind": "office"}
    assert signed_in.post(f"/doc-van-ban/ten/{name.pk}/", sent).status_code == 302


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


def test_names_that_are_not_settled_stand_first_and_proposals_are_offered_while_there_are_any(
    signed_in, intake, finance
):
    url = reverse("plans:review", args=[intake.pk])
    page = body(signed_in.get(url, {"xem": cards.OFFICES}))
    settled = [name.settled for name in cards.names(draft_of(intake))]
    assert settled == sorted(settled)
    assert True in settled
    assert "Nhận mọi đề xuất" in page
    intake.names.filter(settled=False, agency=finance).update(settled=True)
    assert "Nhận mọi đề xuất" not in body(signed_in.get(url, {"xem": cards.OFFICES}))


def test_the_tab_of_questions_counts_the_questions_that_are_open(signed_in, intake):
    def count():
        page = html.fromstring(body(signed_in.get(reverse("plans:review", args=[intake.pk]))))
        return int(page.xpath("//a[contains(@href, 'xem=van-ban')]/span[@class='n']/text()")[0])

    before = count()
    assert before > 0
    intake.past_reason = "Đã báo cáo bằng giấy"
    intake.save()
    assert count() == before - 1


@pytest.mark.parametrize("kind", [ItemKind.TASK, ItemKind.DUTY, ItemKind.TARGET])
@pytest.mark.parametrize("code", sorted(set(FINDINGS) - findings.SHOWN_OTHERWISE))
def test_whatever_the_reader_doubted_is_said_on_the_card(signed_in, intake, kind, code):
    item = intake.items.filter(kind=kind).first()
    item.findings = [{"code": code, "values": VALUES}]
    item.confidence = "doubtful"
    item.save()
    url = cards.address(intake, cards.TAB_OF_KIND[kind])

    page = html.fromstring(body(signed_in.get(url)))

    card = page.get_element_by_id(cards.anchor_of(item))
    assert " ".join(findings.sentence(item.findings[0]).split()) in " ".join(
        card.text_content().split()
    )
