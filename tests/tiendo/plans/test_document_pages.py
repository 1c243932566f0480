"""The pages of written offices, of the open questions, and of the document of a plan in force."""

from pathlib import Path

import pytest
from django.urls import reverse

from tiendo.plans import naming, review
from tiendo.plans.models import Intake


def body(response) -> str:
    return response.content.decode()


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


def test_the_review_of_a_plan_in_force_is_its_document(signed_in, intake, running_plan):
    response = signed_in.get(reverse("plans:review", args=[intake.pk]))
    assert response.url == reverse("plans:source", args=[running_plan.pk])


def test_every_task_is_marked_in_the_document_and_opens(signed_in, running_plan):
    page = body(signed_in.get(reverse("plans:source", args=[running_plan.pk])))
    for task in running_plan.tasks.all():
        assert f'href="{reverse("progress:task", args=[task.pk])}"' in page, task


def test_the_file_comes_back_under_its_own_name(signed_in, running_plan):
    response = signed_in.get(reverse("plans:file", args=[running_plan.document_id]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="ke-hoach-nghe-moc.txt"'
    assert response.headers["Content-Type"] == "text/plain"
    assert (
        b"".join(response.streaming_content) == Path(running_plan.document.file.path).read_bytes()
    )


def test_number_and_day_are_completed(signed_in, running_plan):
    url = reverse("plans:head", args=[running_plan.pk])
    assert signed_in.post(url, {"number": "15", "issued_on": "21/03/2022"}).status_code == 422
    signed_in.post(url, {"number": "15/KH-UBND", "issued_on": "21/03/2022"})
    page = body(signed_in.get(reverse("plans:source", args=[running_plan.pk])))
    assert "15/KH-UBND" in page
    assert "21/03/2022" in page


def test_a_document_the_plan_is_tied_to_is_added_once_and_taken_away(signed_in, running_plan):
    url = reverse("plans:related", args=[running_plan.pk])
    said = {
        "relation": "scheme",
        "text": "Đề án phát triển nghề mộc",
        "number": "752/QĐ-UBND",
        "issued_on": "07/2022",
    }
    assert signed_in.post(url, said).status_code == 302
    assert "752/QĐ-UBND" in body(signed_in.get(reverse("progress:plan", args=[running_plan.pk])))
    assert signed_in.post(url, said).status_code == 422
    row = running_plan.related.get(relation="scheme")
    assert row.issued_on == "2022-07"
    signed_in.post(reverse("plans:unrelate", args=[row.pk]))
    assert not running_plan.related.filter(relation="scheme").exists()


def test_what_the_paper_names_is_not_taken_away(signed_in, running_plan):
    row = running_plan.related.exclude(line=None).first()
    signed_in.post(reverse("plans:unrelate", args=[row.pk]))
    assert running_plan.related.filter(pk=row.pk).exists()
