"""The main job, step by step as the tutorial tells it; every step is a function named by its heading."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.product import FIRST_PERSON, Product, log_in
from tests.running import held

ACCEPT = re.compile("^(Chấp nhận|Chờ điều kiện)")
SETTLED_OF_AS_MANY = re.compile(r"^\D*(\d+)\D+\1\D*$")
EVIDENCE = {
    "name": "bien-ban-tuyen-truyen.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
}


@dataclass(frozen=True, slots=True)
class Job:
    """Whoever does it looks at `page`; `document` is brought into `product`."""

    page: Page
    product: Product
    document: Path

    def follow(self, name: str, inside: str = ".side") -> None:
        """Follow the link of this name in the navigation, or elsewhere."""
        self.page.locator(inside).get_by_role("link", name=name).first.click()

    def press(self, name: str, exact: bool = True) -> None:
        """Press the first button of this name."""
        self.page.get_by_role("button", name=name, exact=exact).first.click()

    def card(self, words: str) -> Locator:
        """The line of the list that holds these words."""
        return self.page.locator(".list > li").filter(has_text=words).first


Step = Callable[[Job], None]
STEPS: dict[str, Step] = {}


def step(heading: str) -> Callable[[Step], Step]:
    """Take a function for the step of the tutorial under this heading."""

    def keep(function: Step) -> Step:
        STEPS[heading] = function
        return function

    return keep


@step("Mở một bản thực hành")
def open_practice(job: Job) -> None:
    job.page.goto(job.product.address)
    expect(job.page.locator(".practice")).to_contain_text("Bản thực hành")


@step("Đăng nhập")
def enter(job: Job) -> None:
    log_in(job.page, job.product.address, FIRST_PERSON)
    expect(job.page.get_by_role("heading", level=1)).to_have_text("Văn bản đã đưa vào")
    expect(job.page.get_by_text("Chưa có văn bản nào")).to_be_visible()


@step("Đưa văn bản vào")
def bring_document(job: Job) -> None:
    job.follow("Đưa văn bản vào", inside="main")
    job.page.get_by_label("Kế hoạch đã ban hành").set_input_files(job.document)
    with held(job.product.reader):
        job.press("Đọc văn bản này")
        expect(job.page.get_by_role("heading", level=1)).to_have_text("Đang đọc văn bản")
        expect(job.page.get_by_role("img", name="Tiến độ: 0 %")).to_be_visible()


@step("Xem máy đọc đến đâu")
def watch_reading(job: Job) -> None:
    job.page.wait_for_url(re.compile(r"/doc-van-ban/\d+/$"))
    expect(job.page.get_by_role("heading", level=1)).to_have_text("Soát bản đọc kế hoạch")
    expect(job.page.locator(".sheet .q").first).to_be_visible()


@step("Giải quyết những chỗ nghi ngờ")
def settle_doubts(job: Job) -> None:
    done = job.page.get_by_text("Không còn mục nào nghi ngờ.")
    doubts = job.page.locator("article.draft:not(.draft-done):not(#con-lai)")
    assert doubts.count() > 0
    for left in reversed(range(doubts.count())):
        several = doubts.first.get_by_role("radio")
        if several.count():
            several.first.check()
        doubts.first.get_by_role("button", name=ACCEPT).click()
        expect(doubts).to_have_count(left)
        job.page.wait_for_load_state()
    expect(done).to_be_visible()


@step("Chấp nhận các mục chắc chắn")
def accept_sure(job: Job) -> None:
    job.press("Chấp nhận cả", exact=False)
    expect(job.page.locator(".sticky-foot b")).to_have_text(SETTLED_OF_AS_MANY)


@step("Nói rõ mỗi tên là cơ quan nào")
def say_offices(job: Job) -> None:
    job.follow("Cơ quan", inside=".draftpane")
    proposed = job.card("“Phòng Lao động TB và XH”")
    expect(proposed).to_contain_text("→ Phòng Lao động - Thương binh và Xã hội")
    expect(proposed).to_contain_text("Cần xem")
    job.press("Nhận mọi đề xuất")
    expect(proposed).to_contain_text("Đã chấp nhận")
    job.card("“UBND các xã, thị trấn”").get_by_role("link", name="Chọn").click()
    expect(job.page.get_by_role("checkbox", checked=True)).to_have_count(10)
    job.press("Tạo nhóm này")
    job.card("“Sở Công Thương”").get_by_role("link", name="Chọn").click()
    job.press("Tạo cơ quan này")
    expect(job.card("Sở Công Thương")).to_contain_text("Đã chấp nhận")
    job.press("Tạo hết các cơ quan chưa có")
    names = job.page.locator(".list > li")
    expect(names.filter(has_text="Đã chấp nhận")).not_to_have_count(0)
    expect(names.filter(has_not_text="Đã chấp nhận")).to_have_count(0)


@step("Trả lời các câu hỏi")
def answer_questions(job: Job) -> None:
    job.follow("Câu hỏi", inside=".draftpane")
    expect(job.page.get_by_label("Số, ký hiệu")).to_have_value("")
    job.page.get_by_label("Việc “hằng năm” thực hiện đến năm nào?").fill("2025")
    job.page.get_by_role("radio", name=re.compile("khép lại", re.I)).check()
    job.page.get_by_label("Lý do khép lại").fill("Đã báo cáo trên giấy")
    job.press("Lưu câu trả lời")


@step("Xác nhận kế hoạch")
def confirm(job: Job) -> None:
    job.press("Xác nhận kế hoạch")
    job.page.wait_for_url(re.compile(r"/ke-hoach/\d+/$"))
    expect(job.page.locator(".pulse a").filter(has_text="Quá hạn").locator(".n")).to_have_text("0")


@step("Xem 14 nhiệm vụ và 18 trách nhiệm")
def see_tasks_and_duties(job: Job) -> None:
    job.follow("Nhiệm vụ")
    expect(job.page.locator("tbody tr")).to_have_count(14)
    job.follow("Trách nhiệm")
    expect(job.page.locator("main .attn")).to_have_count(18)


@step("Tìm không cần gõ dấu")
def search_without_marks(job: Job) -> None:
    job.follow("Nhiệm vụ")
    job.page.get_by_label("Tìm, gõ không dấu cũng được").fill("khuyen cong")
    job.press("Lọc")
    numbers = job.page.locator("tbody tr td.t-no")
    expect(numbers).to_have_count(2)
    assert sorted(numbers.all_inner_texts()) == ["12", "6"]


@step("Báo cáo nhiệm vụ 3")
def report_on_task(job: Job) -> None:
    job.follow("Nhiệm vụ")
    row = job.page.locator("tbody tr").filter(
        has=job.page.locator("td.t-no", has_text=re.compile("^3$"))
    )
    row.get_by_role("link").click()
    expect(job.page.locator(".strip .now")).to_contain_text("Sắp đến hạn")
    job.page.get_by_role("link", name="Báo cáo kỳ 2024").first.click()
    job.page.get_by_role("radio", name="Đã hoàn thành").check()
    job.page.get_by_label("Kết quả đã làm").fill("Đã mở 03 lớp tuyên truyền cho 124 cơ sở.")
    job.page.get_by_label("Tài liệu minh chứng").set_input_files([EVIDENCE])
    job.press("Gửi báo cáo")


@step("Thấy tình trạng đổi theo báo cáo")
def see_status_follow(job: Job) -> None:
    expect(job.page.locator(".strip > li").filter(has_text="2024")).to_contain_text("Hoàn thành")
    expect(job.page.locator(".events > li").first).to_contain_text("Đã mở 03 lớp tuyên truyền")
    expect(job.page.get_by_role("link", name="bien-ban-tuyen-truyen.pdf").first).to_be_visible()


@step("Chuyển sang tiếng Anh")
def change_to_english(job: Job) -> None:
    job.press("EN")
    expect(job.page.locator("html")).to_have_attribute("lang", "en")
    expect(job.page.get_by_role("heading", name="In the words of the document")).to_be_visible()
    expect(job.page.locator(".strip > li").filter(has_text="2024")).to_contain_text("Done")
