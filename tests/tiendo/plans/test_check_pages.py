"""What is wrong with a document, on the web: under review, in force, and of a draft that is not kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.plans.reading import small_reading
from tests.tiendo.plans.test_reception import LETTER
from tiendo.accounts.models import Role
from tiendo.plans.models import Document, Intake
from vanban.check.checking import check_reading
from vanban.check.registry import SUBJECTS
from vanban.jsonform import plain_value

DRAFT = reverse("plans:check_draft")
# Values that fill the sentence of the first code of any subject.
WORDS = dict.fromkeys(("text", "number", "count_vi", "tasks", "count", "days"), "7")
SLIPS = """\
ỦY BAN NHÂN DÂN HUYỆN BÌNH SƠN
Số: 12/KH-UBND
Bình Sơn, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Trồng cây xanh năm 2026
I. MỤC ĐÍCH
Giữ đất, che bóng cho đường làng.
II. NHIỆM VỤ
1. Ươm cây giống trước ngày 31/4/2026.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: Theo dõi chung, báo cáo kết quả trong tháng 11 năm 2026.
"""


def body(response) -> str:
    return response.content.decode()


def with_remarks(intake: Intake) -> Intake:
    remarks = plain_value(check_reading(small_reading()))
    intake.reading = {**intake.reading, "remarks": remarks}
    intake.save()
    return intake


def sent(name: str, text: str) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, text.encode())}


def test_the_review_leads_to_what_is_wrong_with_the_document(signed_in, intake):
    page = body(signed_in.get(reverse("plans:review", args=[intake.pk])))

    assert reverse("plans:check", args=[intake.pk]) in page


def test_a_remark_says_what_where_why_and_what_to_do(signed_in, intake):
    page = body(signed_in.get(reverse("plans:check", args=[with_remarks(intake).pk])))

    assert "Số văn bản còn để trống: “/KH-UBND”." in page
    assert f"{reverse('plans:review', args=[intake.pk])}#dong-2" in page
    assert "Ghi số khi phát hành" in page
    assert "gọi văn bản bằng số và ngày" in page


def test_every_remark_that_was_found_stands_on_the_page(signed_in, intake):
    found = check_reading(small_reading())

    page = body(signed_in.get(reverse("plans:check", args=[with_remarks(intake).pk])))

    assert re.findall(r"<code>([a-z0-9-]+)</code>", page) == [remark.code for remark in found]


def test_a_document_without_a_remark_says_what_was_looked_at(signed_in, intake):
    intake.reading = {**intake.reading, "remarks": []}
    intake.save()

    page = body(signed_in.get(reverse("plans:check", args=[intake.pk])))

    assert "Không thấy lỗi nào" in page
    assert [one.title.vi for one in SUBJECTS if one.looked_at.vi not in page] == []


def test_a_document_read_before_there_were_checks_says_so(signed_in, intake):
    page = body(signed_in.get(reverse("plans:check", args=[intake.pk])))

    assert "Văn bản này được đọc từ trước khi có phần kiểm tra." in page
    assert reverse("plans:check_anew", args=[intake.pk]) in page


def test_such_a_document_is_checked_on_demand_and_stays_as_it_was_read(signed_in, intake):
    before = intake.reading
    url = reverse("plans:check_anew", args=[intake.pk])

    page = body(signed_in.post(url, follow=True))

    intake.refresh_from_db()
    assert "Số văn bản còn để trống" in page
    assert {**before, "remarks": intake.reading["remarks"]} == intake.reading


def test_a_document_whose_file_is_gone_says_so_and_stays_unchecked(signed_in, intake):
    intake.document.file.delete(save=False)

    page = body(signed_in.post(reverse("plans:check_anew", args=[intake.pk]), follow=True))

    intake.refresh_from_db()
    assert "Tệp của văn bản này không còn trên máy." in page
    assert "remarks" not in intake.reading


def test_who_only_looks_on_is_not_offered_to_check_a_document_anew(client, running_plan, finance):
    client.force_login(samples.person(Role.VIEWER, finance))
    intake = Intake.objects.get(document=running_plan.document_id)
    url = reverse("plans:check_anew", args=[intake.pk])

    assert url not in body(client.get(reverse("plans:check_plan", args=[running_plan.pk])))
    assert client.post(url).status_code == 403


def test_a_plan_in_force_shows_the_same_to_every_reader(client, running_plan, finance):
    with_remarks(Intake.objects.get(document=running_plan.document_id))
    client.force_login(samples.person(Role.VIEWER, finance))

    page = body(client.get(reverse("plans:check_plan", args=[running_plan.pk])))

    assert "Số văn bản còn để trống" in page
    assert f"{reverse('plans:source', args=[running_plan.pk])}#dong-2" in page


@pytest.mark.parametrize("name", ["check", "check_plan"])
def test_another_locality_finds_nothing(client, running_plan, name):
    intake = Intake.objects.get(document=running_plan.document_id)
    elsewhere = samples.agency(samples.locality("Huyện khác"))
    client.force_login(samples.person(Role.COORDINATOR, elsewhere))
    row = running_plan if name == "check_plan" else intake

    assert client.get(reverse(f"plans:{name}", args=[row.pk])).status_code == 404


def test_a_draft_is_checked_and_nothing_of_it_is_kept(signed_in):
    answer = signed_in.post(DRAFT, sent("trong-cay.txt", SLIPS))

    page = body(answer)
    assert answer.status_code == 200
    assert "Số “II.” được dùng hai lần" in page
    assert "Không có ngày “31/4/2026” trên lịch." in page
    assert (Document.objects.count(), Intake.objects.count()) == (0, 0)


def test_a_draft_that_is_no_plan_is_checked_all_the_same(signed_in):
    assert signed_in.post(DRAFT, sent("thu.txt", LETTER)).status_code == 200


def test_a_secret_draft_is_refused(signed_in):
    answer = signed_in.post(DRAFT, sent("mat.txt", "MẬT\n" + SLIPS))

    assert answer.status_code == 422
    assert "MẬT" in body(answer)


def test_a_file_that_is_no_document_is_refused_in_a_sentence(signed_in):
    answer = signed_in.post(DRAFT, sent("anh.exe", "MZ"))

    assert answer.status_code == 422
    assert ".exe" in body(answer)


@pytest.mark.parametrize(("role", "status"), [(Role.REPORTER, 200), (Role.VIEWER, 403)])
def test_who_drafts_may_check_and_who_only_looks_on_may_not(client, finance, role, status):
    client.force_login(samples.person(role, finance))

    assert client.get(DRAFT).status_code == status


def test_the_page_for_bringing_a_document_offers_the_check_alone(signed_in):
    page = body(signed_in.get(reverse("plans:upload")))

    assert f'formaction="{DRAFT}"' in page


@pytest.mark.parametrize(
    ("form", "spelling", "paper"),
    [("docx", True, True), ("pdf", True, False), ("scan", False, False)],
)
def test_what_cannot_be_looked_at_in_a_file_is_said(signed_in, intake, form, spelling, paper):
    for remarks in ([], plain_value(check_reading(small_reading()))):
        source = {**intake.reading["source"], "format": form}
        intake.reading = {**intake.reading, "source": source, "remarks": remarks}
        intake.save()

        page = body(signed_in.get(reverse("plans:check", args=[intake.pk])))

        assert ("Bản quét không được xét chính tả" not in page) is spelling
        assert ("Khổ giấy, lề và phông chữ chỉ xem được ở tệp .docx" not in page) is paper


def test_no_empty_list_is_shown_where_every_subject_has_a_remark(signed_in, intake):
    one_of_each = [
        {"code": subject.codes[0].code, "values": WORDS, "quotes": []} for subject in SUBJECTS
    ]
    intake.reading = {**intake.reading, "remarks": one_of_each}
    intake.save()

    page = body(signed_in.get(reverse("plans:check", args=[intake.pk])))

    assert "Không thấy lỗi về" not in page
    assert "Văn bản không bị thay đổi" in page
