"""Every how-to page is followed once, word by word, on the worked example; `make pictures` keeps the pictures."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.deeds import (
    FRONT,
    Visit,
    accept,
    approve,
    fill,
    hand_in,
    open_round,
    short,
    visits,
)
from tests.browser.how_to import PHONE, SIZE, Guide
from tests.browser.main_job import EVIDENCE
from tests.browser.product import Product, example, log_in
from tiendo.example import people

YEAR, NINE_MONTHS = "năm 2024", "9 tháng năm 2024"
LATE = "Phòng Tài nguyên và Môi trường"  # nobody of it has an account in the example
NEW = "Phòng Tài chính - Kế hoạch"  # nor of this one
ASKED = "Vì sao năm 2023 chưa xong, bao giờ xong?"
Follow = Callable[..., Guide]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Product]:
    """The worked example on a morning after the reminders, with somebody in the office that is late."""
    with example(tmp_path_factory.mktemp("huong-dan") / "nha") as running:
        running.tiendo("remind")
        facts = ("--full-name", "Cao Văn Mẫu", "--office", LATE, "--role", "reporter")
        running.tiendo("person", "moitruong", *facts, typed=f"{people.PASSWORD}\n")
        yield running


@pytest.fixture(scope="module")
def visit(product: Product, browser: Browser) -> Iterator[Visit]:
    """The pages of the others who have to do something meanwhile."""
    with visits(browser, product.address) as visit:
        yield visit


@pytest.fixture
def follow(product: Product, browser: Browser) -> Iterator[Follow]:
    """A function that lets somebody follow a page."""
    guides: list[Guide] = []

    def start(name: str, user: str = "", size: ViewportSize = SIZE) -> Guide:
        context = browser.new_context(locale="vi-VN", viewport=size, reduced_motion="reduce")
        guides.append(Guide(name, context.new_page()))
        if user:
            log_in(guides[-1].page, product.address, user)
        return guides[-1]

    yield start
    for guide in guides:
        guide.page.context.close()


def open_bell(guide: Guide) -> None:
    """The bell at the top of every page."""
    guide.page.get_by_role("link", name=re.compile("^Nhắc việc")).first.click()
    expect(guide.page.get_by_role("heading", level=1)).to_have_text("Nhắc việc")


def told(guide: Guide, period: str) -> Locator:
    """The line of the reminder that tells of the report of this period."""
    return guide.page.locator("li.told").filter(has_text=re.compile(f"^{period}", re.I)).first


def waits(guide: Guide, period: str) -> Locator:
    """What waits for others, in the list of what the office owes."""
    card = guide.page.locator("section.card").filter(has_text="Đang chờ người khác")
    return card.locator("li").filter(has_text=period)


def of_year(guide: Guide, office: str) -> Locator:
    """The cell of an office for the year 2024, the sixth round of the example, in the grid."""
    row = guide.page.locator("tbody tr").filter(has_text=short(office)).first
    return row.locator("td a").nth(5)


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
        expect(page.locator(".toasts")).to_contain_text("1 cơ quan")
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
    hand_in(visit("moitruong"), visit, product.address, NINE_MONTHS)
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


def test_the_outside_body(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("outside-body")
    page = guide.page
    coordinator = visit("dieuphoi")
    open_round(coordinator, product.address)
    link = make_link(coordinator, product.address)
    with guide.step(1):
        page.goto(link)
        guide.picture("outside-body-1.png", page.locator(".meta"))
    with guide.step(2):
        guide.write("Họ tên và chức vụ", "Lâm Thị Mẫu, Phó Chủ tịch")
        guide.press("Đang thực hiện")
        guide.write("Kết quả đã làm", "Đã vận động 120 hội viên.")
    with guide.step(3):
        guide.press("Lưu nháp")
        expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
        guide.look()
        page.goto(link)
        expect(page.get_by_label("Kết quả đã làm")).to_have_value("Đã vận động 120 hội viên.")
    with guide.step(4):
        by_sheet = page.locator("section.card").filter(has_text="Hoặc bằng Excel")
        guide.picture("outside-body-2.png", by_sheet)
        with page.expect_download() as download:
            guide.press("Mẫu báo cáo Excel")
        sheet = typed_in_excel(Path(download.value.path()).read_bytes())
        page.get_by_label("Mẫu dạng .xlsx").set_input_files([sheet])
        guide.press("Xem trước")
    with guide.step(5):
        expect(page.get_by_label("Kết quả đã làm")).to_have_value(IN_EXCEL)
    with guide.step(6):
        guide.press("Gửi báo cáo")
        guide.sees(page.locator(".meta .tag"), "Đã gửi")
    accept(coordinator, product.address, FRONT)
    with guide.step(7):
        page.goto(link)
        guide.sees(page.locator(".meta .tag"), "Đã chấp nhận")
        guide.picture("outside-body-3.png", page.locator(".meta .tag"))
    guide.check()


IN_EXCEL = "Đã vận động 120 hội viên, 35 cơ sở."


def make_link(page: Page, address: str) -> str:
    """The coordinator makes the link for the Front's report of December."""
    page.goto(f"{address}/ke-hoach/1/ky-bao-cao/")
    page.locator("tr").filter(has_text=short(FRONT)).locator("td a").last.click()
    page.get_by_role("link", name="Liên kết cho cơ quan không có tài khoản").click()
    page.get_by_role("button", name="Tạo liên kết").click()
    return page.locator(".address").inner_text()


def typed_in_excel(content: bytes) -> dict[str, Any]:
    """The form, with the result typed into it."""
    book, stream = load_workbook(BytesIO(content)), BytesIO()
    sheet = book.worksheets[0]
    columns = {each.value: each.column for row in sheet.iter_rows(max_row=10) for each in row}
    sheet.cell(sheet.max_row, columns["result"]).value = IN_EXCEL
    book.save(stream)
    return {"name": "mau.xlsx", "mimeType": "application/octet-stream", "buffer": stream.getvalue()}


def test_the_auditor(follow: Follow) -> None:
    guide = follow("auditor", "kiemtra")
    page = guide.page
    with guide.step(1):
        open_bell(guide)
        guide.press("Nhật ký nhắc việc")
        guide.picture("auditor-1.png", page.locator("table"))
    with guide.step(2):
        guide.press("Kỳ báo cáo")
        guide.open(of_year(guide, "Ủy ban nhân dân xã Long Khánh A"))
    with guide.step(3):
        guide.open(page.locator("article.entry h3 a").first)
        guide.press("Mở đúng chỗ trong văn bản")
    with guide.step(4):
        guide.press("Tổng quan")
        guide.press("Xem tình hình vào một ngày đã qua")
        page.locator("input[type=date]").fill("2024-06-30")
        guide.look()
        guide.press("Xem lại")
        expect(page.locator(".lead").first).to_contain_text("30/06/2024")
        guide.picture("auditor-2.png", guide.place("Xem tình hình hôm nay"))
        guide.press("Xem tình hình hôm nay")
    with guide.step(5):
        guide.press("Lịch sử")
        page.locator("form select").first.select_option(label="Báo cáo của cơ quan")
        guide.press("Lọc")
        guide.picture("auditor-3.png", page.locator("form").filter(has_text="Lọc"))
    with guide.step(6):
        guide.press("Đã xóa")
    guide.check()


def test_the_administrator(follow: Follow, visit: Visit, product: Product) -> None:
    guide = follow("administrator", "quantri")
    own, slip = guide.page, {}
    with guide.step(1):
        open_bell(guide)
        guide.press("Nhật ký nhắc việc")
    with guide.step(2):
        guide.press("Người dùng")
        guide.press("Thêm người")
        guide.write("Họ và tên", "Tạ Thị Mẫu")
        guide.write("Tên đăng nhập", "taichinh")
        own.get_by_label("Cơ quan").select_option(label=NEW)
        own.get_by_label("Vai trò").select_option(label="Người báo cáo")
        guide.picture("administrator-1.png", own.get_by_label("Vai trò"))
        guide.press("Thêm người này")
    with guide.step(3):
        guide.press("Làm phiếu đăng nhập")
        guide.press("Hiện phiếu để in")
        expect(own.get_by_role("heading", level=1)).to_have_text("Phiếu đăng nhập")
        guide.picture("administrator-2.png")
        slip = dict(
            line.split(": ", 1)
            for line in own.locator("main").inner_text().splitlines()
            if ": " in line
        )
    guide.page = own.context.browser.new_context(locale="vi-VN", viewport=SIZE).new_page()
    with guide.step(4):
        guide.page.goto(slip["Mở địa chỉ"])
        guide.write("Tên đăng nhập", "taichinh")
        guide.write("Mã trên phiếu", slip["Mã"])
        guide.press("Tiếp tục chọn mật khẩu")
        for field in guide.page.locator("[type=password]").all():
            field.fill(people.PASSWORD)
        guide.press("Đặt mật khẩu và vào")
    with guide.step(5):
        guide.press("Viết báo cáo")
    fill(guide.page, "Đã phân bổ vốn khuyến công.")
    hand_in(guide.page, visit, product.address, YEAR)
    accept(visit("dieuphoi"), product.address, NEW, YEAR)
    guide.page.context.close()
    guide.page = own
    with guide.step(6):
        guide.press("Kỳ báo cáo")
        guide.sees(of_year(guide, NEW), "Đúng hạn")
        guide.picture("administrator-3.png", of_year(guide, NEW))
    guide.check()
