"""Every how-to page is followed once, word by word, on the worked example; `make pictures` keeps the pictures."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.deeds import (
    FRONT,
    Visit,
    accept,
    approve,
    fill,
    hand_in,
    short,
)
from tests.browser.how_to import LATE, PHONE, SIZE, Follow, Guide, of_year, open_bell
from tests.browser.main_job import EVIDENCE
from tests.browser.product import Product
from tiendo.example import people

YEAR, NINE_MONTHS = "năm 2024", "9 tháng năm 2024"
ASKED = "Vì sao năm 2023 chưa xong, bao giờ xong?"


def told(guide: Guide, period: str) -> Locator:
    """The line of the reminder that tells of the report of this period."""
    return guide.page.locator("li.told").filter(has_text=re.compile(f"^{period}", re.I)).first


def waits(guide: Guide, period: str) -> Locator:
    """What waits for others, in the list of what the office owes."""
    card = guide.page.locator("section.card").filter(has_text="Đang chờ người khác")
    return card.locator("li").filter(has_text=period)


def test_the_reporter(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("reporter", "chuyenvien")
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        guide.picture("reporter-1.png", told(guide, YEAR))
        guide.open(told(guide, YEAR).get_by_role("link"))
    with guide.step(2):
        entry = page.locator("article.entry").first
        guide.press("Chép từ kỳ trước", entry)
        expect(entry.get_by_label("Kết quả đã làm")).not_to_have_value("")
        fill(page, "Đã làm theo kế hoạch.")
        guide.press("Đang thực hiện", entry)
        guide.write("Kết quả đã làm", "Đã mở 06 lớp nghề cho 182 học viên tại 4 xã.", entry)
        guide.picture(
            "reporter-2.png", entry.locator("fieldset").first, entry.locator("aside.before")
        )
    with guide.step(3):
        entry.get_by_label("Tài liệu minh chứng").set_input_files([EVIDENCE])
        page.locator(".savebar").get_by_role("button", name="Lưu nháp").click()
    with guide.step(4):
        guide.press("Lưu nháp", page.locator(".savebar"))
        expect(page.locator(".savebar")).to_contain_text("Đã lưu nháp lúc")
    with guide.step(5):
        guide.press("Gửi trưởng phòng duyệt")
        guide.sees(page.locator(".meta .tag"), "Chờ trưởng phòng duyệt")
    approve(visit("truongphong"), product.address, YEAR)
    accept(visit("dieuphoi"), product.address, people.LABOUR, YEAR)
    with guide.step(6):
        guide.press("Việc của tôi")
        guide.sees(waits(guide, YEAR), "Đã chấp nhận")
        guide.picture("reporter-3.png", waits(guide, YEAR))
    guide.check()


def test_the_head(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("head", "truongphong")
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        expect(told(guide, NINE_MONTHS)).to_contain_text("quá hạn")
    with guide.step(2):
        guide.press("Việc của tôi")
        given = page.locator("section.card").filter(has_text="Mới giao, chưa tiếp nhận")
        guide.open(given.locator("a").first)
        guide.press("Tiếp nhận việc")
        expect(page.get_by_text("Đã tiếp nhận", exact=True)).to_be_visible()
    with guide.step(3):
        guide.press("Phân công người làm")
        page.get_by_label("Người làm", exact=True).select_option(label="Lê Minh Tâm")
        guide.write("Phần việc", "Mở lớp, tổng hợp số học viên")
        guide.write("Hạn nội bộ", "20/12/2024")
        beside = page.locator("aside.stack-6")
        guide.picture("head-1.png", guide.place("Phân công"))
        guide.press("Phân công")
        expect(beside).to_contain_text("hạn nội bộ 20/12/2024")
    officer = visit("chuyenvien")
    officer.goto(product.address)
    officer.get_by_role("link", name="Sửa báo cáo", exact=True).click()
    fill(officer, "Đã đối chiếu sổ: 61 lao động qua đào tạo.")
    officer.get_by_role("button", name="Gửi trưởng phòng duyệt").click()
    expect(officer.locator(".meta .tag")).to_have_text("Chờ trưởng phòng duyệt")
    with guide.step(4):
        guide.press("Chờ tôi xử lý")
        report = page.locator(".waits li").filter(has_text=NINE_MONTHS)
        expect(report).to_be_visible()
        guide.picture("head-2.png", report)
        guide.open(report.get_by_role("link").first)
    with guide.step(5):
        guide.picture("head-3.png", guide.place("Duyệt và gửi"), guide.place("Trả lại cán bộ"))
        guide.press("Duyệt và gửi")
    accept(visit("dieuphoi"), product.address, people.LABOUR, NINE_MONTHS)
    with guide.step(6):
        guide.press("Việc của tôi")
        guide.sees(waits(guide, NINE_MONTHS), "Đã chấp nhận")
    guide.check()


def test_the_commune(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("commune", "xathuonglac")
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        guide.open(told(guide, YEAR).get_by_role("link"))
        entries = page.locator("article.entry")
        expect(entries).to_have_count(2)
        guide.picture("commune-1.png", page.locator(".card-head").filter(has_text="2 việc"))
    with guide.step(2):
        guide.press("Chép tất cả từ kỳ trước")
        expect(entries.last.get_by_label("Kết quả đã làm")).not_to_have_value("")
        fill(page, "Đã làm theo kế hoạch.")
        guide.press("Đang thực hiện", entries.first)
        guide.write("Kết quả đã làm", "Đã tuyên truyền tại 04 ấp, 160 người dự.", entries.first)
    with guide.step(3):
        guide.press("Gửi báo cáo")
        guide.sees(page.locator(".meta .tag"), "Đã gửi")
    ask_commune(visit, product)
    with guide.step(4):
        guide.press("Việc của tôi")
        asked = page.locator(".todo").filter(has_text="Đơn vị khác đề nghị phối hợp")
        page.set_viewport_size(PHONE)
        guide.picture("commune-2.png", asked)
        page.set_viewport_size(SIZE)
        guide.press("Trả lời", asked)
    with guide.step(5):
        guide.press("Hoàn thành")
        guide.write("Trả lời", "23 người: 14 may công nghiệp, 9 hàn.")
        guide.press("Gửi trả lời")
    accept(visit("dieuphoi"), product.address, "Ủy ban nhân dân xã Thường Lạc", YEAR)
    with guide.step(6):
        guide.press("Việc của tôi")
        expect(asked).to_have_count(0)
        guide.sees(waits(guide, YEAR), "Đã chấp nhận")
        guide.picture("commune-3.png", waits(guide, YEAR))
    guide.check()


def ask_commune(visit: Visit, product: Product) -> None:
    """The office that leads task 8 asks the commune for its part."""
    lead = visit("chuyenvien")
    lead.goto(f"{product.address}/nhiem-vu/8/")
    lead.get_by_role("link", name=re.compile("^Tiếp nhận, người làm")).click()
    lead.get_by_role("link", name="Đề nghị phối hợp").click()
    lead.get_by_label("Nội dung đề nghị").fill("Số người đăng ký học nghề quý I/2025, theo nghề")
    lead.get_by_label("Trả lời trước ngày").fill("10/12/2024")
    lead.get_by_label(re.compile("Thường Lạc")).check()
    lead.get_by_role("button", name="Gửi đề nghị").click()
    expect(lead.get_by_text("0 trên 1 cơ quan đã trả lời")).to_be_visible()


def test_the_coordinator(follow: Follow) -> None:
    guide = follow("coordinator", "dieuphoi")
    page = guide.page
    town = "UBND thị trấn Thường Thới Tiền"
    with guide.step(1):
        open_bell(guide)
        guide.press("Kỳ báo cáo")
    with guide.step(2):
        guide.press("Mở kỳ mới")
        guide.open(page.get_by_role("link", name="Quý IV/2024"))
    with guide.step(3):
        page.get_by_label(re.compile(short(FRONT))).check()
        guide.write("Yêu cầu đối với đơn vị", "Nêu số liệu đến hết ngày 14/12/2024.")
        guide.picture("coordinator-1.png", guide.place("Mở kỳ báo cáo"))
        guide.press("Mở kỳ báo cáo")
        expect(page.get_by_text("16 đơn vị, mỗi đơn vị một báo cáo")).to_be_visible()
    with guide.step(4):
        row = page.locator("tbody tr").filter(has_text="Phòng TN-MT")
        row.get_by_role("checkbox").check()
        guide.picture("coordinator-2.png", guide.place("Đôn đốc"), row.get_by_role("checkbox"))
        guide.press("Đôn đốc")
        expect(page.locator(".toasts")).to_contain_text("Phòng TN-MT")
    with guide.step(5):
        guide.press("Chờ tôi xử lý")
        guide.open(page.get_by_role("link", name=f"{town}: {YEAR}"))
    with guide.step(6):
        entry = page.locator("article.entry").first
        guide.press("Trả lại việc này", entry)
        guide.write("Chỗ cần sửa", "Ghi rõ số cơ sở đã đến và ngày đến.", entry)
        guide.picture("coordinator-3.png", entry)
        guide.press("Trả lại báo cáo")
        expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo chờ chấp nhận")
    with guide.step(7):
        guide.press("Mở", page.locator("tbody tr").filter(has_text="Phòng KT-HT"))
        guide.press("Chấp nhận báo cáo")
        guide.press("Lưới đơn vị và kỳ")
        guide.sees(of_year(guide, people.STANDING), "Đúng hạn")
    guide.check()


def test_the_leader(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("leader", "lanhdao", PHONE)
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        guide.picture("leader-1.png", page.locator("li.told").first)
    with guide.step(2):
        guide.press("Chờ tôi xử lý")
        late = page.locator(".waits li").filter(has_text=f"Phòng TN-MT: {NINE_MONTHS}")
        guide.picture("leader-2.png", late)
        guide.press("Đôn đốc", late)
        expect(late).to_contain_text("đôn đốc lần cuối")
    with guide.step(3):
        work = page.locator(".waits li").filter(has_text="Phòng TN-MT · kỳ 2023")
        guide.press("Yêu cầu giải trình", work)
        guide.write("Ý kiến của bạn", ASKED, work.locator("[open]"))
        guide.press("Gửi đơn vị", work)
        expect(page.locator(".toasts")).to_contain_text("Phòng TN-MT thấy ý kiến này")
    answer_leader(visit("moitruong"), product.address)
    with guide.step(4):
        guide.press("Chờ tôi xử lý")
        said = page.locator(".waits li").filter(has_text="Đã thuê đơn vị đo mẫu")
        expect(said).to_be_visible()
        guide.picture("leader-3.png", said)
    hand_in(visit("moitruong"), visit, product.address, "truongmoitruong", NINE_MONTHS)
    accept(visit("dieuphoi"), product.address, LATE, NINE_MONTHS)
    with guide.step(5):
        page.reload()
        expect(late).to_have_count(0)
        guide.press("Lưới đơn vị và kỳ")
        expect(page.locator("tbody tr").filter(has_text="Phòng TN-MT").first).to_be_visible()
    guide.check()


def answer_leader(page: Page, address: str) -> None:
    """The office answers the leader, then writes the report that is late."""
    page.goto(address)
    page.locator(".todo").filter(has_text=ASKED).get_by_role("link").first.click()
    asked = page.locator("#chi-dao li").filter(has_text=ASKED)
    asked.get_by_label("Nội dung trả lời của đơn vị").fill(
        "Đã thuê đơn vị đo mẫu, xong trong tháng 12."
    )
    asked.get_by_role("button", name="Gửi trả lời").click()
    page.goto(address)
    report = page.locator(".todo").filter(has_text=NINE_MONTHS)
    report.get_by_role("link", name="Viết báo cáo").click()
    fill(page, "Đã kiểm tra 21 cơ sở; 02 cơ sở phải khắc phục.")
