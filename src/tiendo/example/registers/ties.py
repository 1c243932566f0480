"""Which figure of a register answers which task or duty of the example's plan, beside the words that ask for it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tiendo.accounts.models import User
from tiendo.example.registers import land
from tiendo.plans.links import tie
from tiendo.plans.models import Count, Link, Plan
from tiendo.registers.register import REGISTERS

TASK, DUTY = "task", "duty"


@dataclass(frozen=True, slots=True)
class Tie:
    """A task or duty by its number in the plan, and the measure of a register that its words ask for.

    `row` names the one row that counts, "" for all of them; `measure` is "" where the row itself is the answer.
    """

    number: str
    kind: str
    register: str
    measure: str
    count: Count
    goal: Decimal | None
    words: str
    row: str = ""


TIES = (
    Tie(
        *("1", TASK, "van-ban-phai-ban-hanh", "da-ban-hanh", Count.TO_DATE, None),
        words="Đưa Đề án cơ cấu lại công nghiệp vào thực hiện",
    ),
    Tie(
        *("2", TASK, "cum-cong-nghiep", "cum-da-thanh-lap", Count.YEAR, Decimal(1)),
        words="Lập được 01 cụm công nghiệp tại Huyện",
        row=land.PLANNED,
    ),
    Tie(
        *("2", TASK, "thue-dat-cum", "co-so-vao-cum", Count.TO_DATE, None),
        words="dành phần đất hợp lý cho cơ sở tiểu thủ công nghiệp dời vào",
    ),
    Tie(
        *("2", TASK, "dac-diem-doanh-nghiep", "can-di-doi", Count.YEAR, None),
        words="cơ sở tiểu thủ công nghiệp dời vào",
    ),
    Tie(
        *("5", TASK, "de-an-khuyen-cong", "mo-hinh", Count.YEAR, None),
        words="dựng mô hình trình diễn",
    ),
    Tie(
        *("5", TASK, "de-an-khuyen-cong", "may-moc", Count.YEAR, None),
        words="đưa máy móc tiên tiến vào sản xuất",
    ),
    Tie(
        *("6", TASK, "de-an-khuyen-cong", "de-an-duyet", Count.YEAR, None),
        words="Mở rộng chương trình khuyến công",
    ),
    Tie(
        *("6", TASK, "khoi-nghiep-ocop", "y-tuong-khoi-nghiep", Count.YEAR, None),
        words="hộ khởi nghiệp",
    ),
    Tie(
        *("6", TASK, "khoi-nghiep-ocop", "du-an-ocop", Count.YEAR, None),
        words="chủ thể OCOP",
    ),
    Tie(
        *("6", TASK, "ho-tro", "khuyen-cong", Count.YEAR, None),
        words="Mở rộng chương trình khuyến công",
    ),
    Tie(
        *("7", TASK, "thua-dat", "dat-sach-tao-them", Count.TO_DATE, Decimal(75)),
        words="cụm công nghiệp Thường Phước rộng 75 ha",
    ),
    Tie(
        *("7", TASK, "nam-ha-tang", "von-thuc-hien-nam", Count.TO_DATE, None),
        words="Tìm vốn cho cụm công nghiệp Thường Phước",
    ),
    Tie(
        *("7", TASK, "phan-bo-von", "phan-bo-enterprise", Count.TO_DATE, None),
        words="mời tư nhân cùng làm hạ tầng",
    ),
    Tie(
        *("8", TASK, "nam-doanh-nghiep", "lao-dong-qua-dao-tao", Count.YEAR, None),
        words="Đào tạo nhân lực cho ngành công nghiệp ưu tiên",
    ),
    Tie(
        *("9", TASK, "ho-tro", "dau-tu", Count.YEAR, None),
        words="Hướng dẫn doanh nghiệp xin chủ trương đầu tư và giấy phép đầu tư",
    ),
    Tie(
        *("9", TASK, "ho-so-dau-tu", "ho-so", Count.YEAR, None),
        words="xin chủ trương đầu tư và giấy phép đầu tư",
    ),
    Tie(
        *("9", TASK, "buoc-ho-so-dau-tu", "giay-chung-nhan", Count.TO_DATE, None),
        words="giấy phép đầu tư",
    ),
    Tie(
        *("12", TASK, "phan-bo-von", "phan-bo", Count.YEAR, None),
        words="Bố trí ngân sách từng năm",
    ),
    Tie(
        *("12", TASK, "phan-bo-von", "ty-le-giai-ngan", Count.YEAR, None),
        words="Bố trí ngân sách từng năm, ưu tiên hạ tầng",
    ),
    Tie(
        *("1.1", DUTY, "ho-tro", "luot", Count.YEAR, None),
        words="cùng cơ sở sản xuất gỡ vướng ngay khi phát sinh",
    ),
    Tie(
        *("1.1", DUTY, "kho-khan", "da-thao-go", Count.YEAR, None),
        words="gỡ vướng ngay khi phát sinh",
    ),
    Tie(
        *("1.1", DUTY, "thu-tuc-doanh-nghiep", "ty-le-dung-han", Count.YEAR, None),
        words="Rút gọn thủ tục trong phạm vi phụ trách",
    ),
    Tie(
        *("1.1", DUTY, "thu-tuc-doanh-nghiep", "thu-tuc-cat-giam", Count.TO_DATE, None),
        words="Rút gọn thủ tục",
    ),
    Tie(
        *("2.2", DUTY, "kien-nghi", "da-trinh", Count.YEAR, None),
        words="kiến nghị Tỉnh điều chỉnh nếu cần",
    ),
    Tie(
        *("2.3", DUTY, "cum-cong-nghiep", "cum-da-thanh-lap", Count.YEAR, Decimal(1)),
        words="lập mới 01 cụm tại Thường Phước",
        row=land.PLANNED,
    ),
    Tie(
        *("2.4", DUTY, "ra-soat-keu-goi", "du-an-ra-soat", Count.YEAR, None),
        words="cập nhật danh mục dự án mời gọi đầu tư",
    ),
    Tie(
        *("2.6", DUTY, "uu-tien-ho-tro", "duoc-chon", Count.TO_DATE, None),
        words="chọn những cơ sở có thế mạnh để hỗ trợ trước",
    ),
    Tie(
        *("2.6", DUTY, "de-an-khuyen-cong", "kinh-phi-duyet", Count.YEAR, None),
        words="lấy vốn nhà nước dẫn dắt việc đổi mới máy móc",
    ),
    Tie(
        *("2.6", DUTY, "ho-tro", "co-so", Count.YEAR, None),
        words="chọn những cơ sở có thế mạnh để hỗ trợ trước",
    ),
    Tie(
        *("3.1", DUTY, "phan-bo-von", "phan-bo", Count.YEAR, None),
        words="thu xếp vốn cho Kế hoạch",
    ),
    Tie(
        *("3.2", DUTY, "ho-tro", "dau-tu", Count.YEAR, None),
        words="Hướng dẫn nhà đầu tư làm thủ tục theo Luật Đầu tư",
    ),
    Tie(
        *("3.2", DUTY, "ho-so-dau-tu", "duoc-cap", Count.TO_DATE, None),
        words="đồng hành đến khi dự án khởi công",
    ),
    Tie(
        *("4.1", DUTY, "ho-tro", "moi-truong", Count.YEAR, None),
        words="Giúp cơ sở sản xuất lập hồ sơ về môi trường",
    ),
    Tie(
        *("4.3", DUTY, "de-an-khuyen-cong", "co-khi", Count.YEAR, None),
        words="đẩy mạnh cơ khí phục vụ nông nghiệp",
    ),
    Tie(
        *("4.3", DUTY, "ho-tro", "khuyen-cong", Count.YEAR, None),
        words="Chỉ dẫn cơ sở làm đề án để nhận hỗ trợ khuyến công",
    ),
    Tie(
        *("7.1", DUTY, "kiem-tra-quy-hoach", "kiem-tra-trong-nam", Count.YEAR, None),
        words="trông coi quy hoạch, xây dựng",
    ),
    Tie(
        *("7.1", DUTY, "lien-he-xuc-tien", "co-ket-qua", Count.TO_DATE, None),
        words="mời gọi đầu tư vào cụm công nghiệp trên địa bàn",
    ),
    Tie(
        *("5", TASK, "nang-suat-chat-luong", "doi-moi-cong-nghe", Count.YEAR, None),
        words="đưa máy móc tiên tiến vào sản xuất",
    ),
    Tie(
        *("6", TASK, "san-pham-ocop", "ocop-cong-nhan", Count.YEAR, None),
        words="chủ thể OCOP",
    ),
    Tie(
        *("6", TASK, "nang-suat-chat-luong", "he-thong-quan-ly", Count.YEAR, None),
        words="giúp hàng hóa đạt chuẩn môi trường và xã hội",
    ),
    Tie(
        *("6", TASK, "san-pham-tieu-bieu", "tieu-bieu-con-hieu-luc", Count.YEAR, None),
        words="làng nghề, hộ khởi nghiệp",
    ),
    Tie(
        *("8", TASK, "hoc-vien", "qua-dao-tao", Count.YEAR, None),
        words="Đào tạo nhân lực cho ngành công nghiệp ưu tiên",
    ),
    Tie(
        *("8", TASK, "lien-ket-dao-tao", "lien-ket-con-hieu-luc", Count.YEAR, None),
        words="gắn trường nghề với doanh nghiệp",
    ),
    Tie(
        *("8", TASK, "hoc-vien", "co-viec-lam", Count.YEAR, None),
        words="để học xong có việc",
    ),
    Tie(
        *("8", TASK, "viec-lam", "viec-lam-cong-nghiep", Count.YEAR, None),
        words="có việc",
    ),
    Tie(
        *("5.1", DUTY, "lien-ket-dao-tao", "lien-ket-con-hieu-luc", Count.YEAR, None),
        words="Nối trường nghề với nhà máy",
    ),
    Tie(
        *("5.1", DUTY, "lop-dao-tao", "lop-theo-nhu-cau", Count.YEAR, None),
        words="mở lớp theo nhu cầu tuyển dụng",
    ),
    Tie(
        *("5.1", DUTY, "lop-dao-tao", "lop-cong-nghe-cao", Count.YEAR, None),
        words="chú ý nghề dùng công nghệ cao",
    ),
    Tie(
        *("11", TASK, "nang-suat-chat-luong", "nang-cao", Count.TO_DATE, None),
        words="nâng năng suất, chất lượng hàng hóa của doanh nghiệp",
    ),
    Tie(
        *("11", TASK, "nhan-hieu", "nhan-hieu-con-hieu-luc", Count.YEAR, None),
        words="chất lượng hàng hóa của doanh nghiệp",
    ),
    Tie(
        *("2.6", DUTY, "nang-suat-chat-luong", "ho-tro-nang-cao", Count.YEAR, None),
        words="lấy vốn nhà nước dẫn dắt việc đổi mới máy móc",
    ),
    Tie(
        *("4.2", DUTY, "nang-suat-chat-luong", "san-xuat-sach", Count.TO_DATE, None),
        words="áp dụng công nghệ ít phát thải",
    ),
    Tie(
        *("4.3", DUTY, "san-pham-co-khi", "co-khi", Count.YEAR, None),
        words="đẩy mạnh cơ khí phục vụ nông nghiệp như máy gặt, máy sấy, máy chế biến thủy sản",
    ),
    Tie(
        *("3", TASK, "truyen-thong-hoi-nhap", "tuyen-truyen", Count.YEAR, None),
        words="Tuyên truyền Đề án",
    ),
    Tie(
        *("3", TASK, "truyen-thong-hoi-nhap", "hinh-thuc", Count.YEAR, None),
        words="bằng nhiều hình thức, sát từng thời kỳ",
    ),
    Tie(
        *("4", TASK, "truyen-thong-hoi-nhap", "hoi-nhap", Count.YEAR, None),
        words="đưa thương mại điện tử, phòng vệ thương mại và hội nhập quốc tế",
    ),
    Tie(
        *("4", TASK, "truyen-thong-hoi-nhap", "doanh-nghiep-hoi-nhap", Count.YEAR, None),
        words="đến cơ sở sản xuất",
    ),
    Tie(
        *("5", TASK, "tiet-kiem-nang-luong", "tiet-kiem-tai-nguyen", Count.YEAR, None),
        words="tiết kiệm nguyên liệu",
    ),
    Tie(
        *("5", TASK, "danh-sach-o-nhiem", "khac-phuc-xong", Count.YEAR, None),
        words="bớt ô nhiễm",
    ),
    Tie(
        *("10", TASK, "nam-vung-nguyen-lieu", "ty-le-hop-dong", Count.YEAR, None),
        words="có nguyên liệu đều và tốt cho nhà máy chế biến",
    ),
    Tie(
        *("10", TASK, "chung-nhan-vung", "dien-tich-con-gia-tri", Count.YEAR, None),
        words="nguyên liệu đều và tốt",
    ),
    Tie(
        *("13", TASK, "danh-sach-o-nhiem", "gay-o-nhiem", Count.YEAR, None),
        words="chỉ ra cơ sở gây ô nhiễm",
    ),
    Tie(
        *("13", TASK, "danh-sach-o-nhiem", "o-nhiem-nghiem-trong", Count.YEAR, None),
        words="cơ sở gây ô nhiễm nghiêm trọng",
    ),
    Tie(
        *("14", TASK, "kiem-tra-moi-truong", "nuoc-thai", Count.YEAR, None),
        words="Kiểm tra nước thải",
    ),
    Tie(
        *("14", TASK, "kiem-tra-moi-truong", "khi-thai", Count.YEAR, None),
        words="khí thải",
    ),
    Tie(
        *("14", TASK, "kiem-tra-moi-truong", "tieng-on", Count.YEAR, None),
        words="tiếng ồn",
    ),
    Tie(
        *("14", TASK, "kiem-tra-moi-truong", "chat-thai-ran", Count.YEAR, None),
        words="chất thải rắn",
    ),
    Tie(
        *("14", TASK, "kiem-tra-moi-truong", "trong-cum", Count.YEAR, None),
        words="dự án trong và ngoài cụm công nghiệp",
    ),
    Tie(
        *("14", TASK, "do-moi-truong", "co-so-vuot", Count.YEAR, None),
        words="Kiểm tra nước thải, khí thải, tiếng ồn",
    ),
    Tie(
        *("14", TASK, "danh-sach-o-nhiem", "nguy-co", Count.YEAR, None),
        words="cập nhật danh sách cơ sở có nguy cơ",
    ),
    Tie(
        *("2.1", DUTY, "truyen-thong-hoi-nhap", "tuyen-truyen", Count.YEAR, None),
        words="Giới thiệu vai trò của công nghiệp",
    ),
    Tie(
        *("2.5", DUTY, "ke-hoach-an-toan-dien", "viec-da-lam", Count.YEAR, None),
        words="Kế hoạch an toàn điện",
    ),
    Tie(
        *("2.5", DUTY, "nang-luong-tai-tao", "cong-suat", Count.YEAR, None),
        words="khuyến khích điện mặt trời, điện gió",
    ),
    Tie(
        *("2.5", DUTY, "nang-luong-tai-tao", "ket-hop-nong-nghiep", Count.YEAR, None),
        words="kết hợp sản xuất nông nghiệp xanh",
    ),
    Tie(
        *("3.1", DUTY, "tiet-kiem-nang-luong", "dien-tiet-kiem", Count.TO_DATE, None),
        words="dùng năng lượng tiết kiệm",
    ),
    Tie(
        *("3.1", DUTY, "nang-luong-tai-tao", "nguon", Count.YEAR, None),
        words="năng lượng sạch",
    ),
    Tie(
        *("4.1", DUTY, "ho-so-moi-truong", "co-so-co-ho-so", Count.YEAR, None),
        words="lập hồ sơ về môi trường",
    ),
    Tie(
        *("6.1", DUTY, "vung-nguyen-lieu", "dien-tich-quy-hoach", Count.YEAR, None),
        words="Lập quy hoạch vùng nguyên liệu cho nông sản, thủy sản chủ lực",
    ),
    Tie(
        *("6.1", DUTY, "nam-vung-nguyen-lieu", "chuyen-doi", Count.YEAR, None),
        words="điều chỉnh cây trồng, vật nuôi theo thị trường",
    ),
    Tie(
        *("6.1", DUTY, "kiem-tra-attp", "cuoc-kiem-tra", Count.YEAR, None),
        words="giữ vệ sinh thực phẩm",
    ),
    Tie(
        *("7.1", DUTY, "truyen-thong-hoi-nhap", "xa-tuyen-truyen", Count.YEAR, None),
        words="đưa Đề án về cơ sở",
    ),
    Tie(
        *("8.1", DUTY, "truyen-thong-hoi-nhap", "doan-the", Count.YEAR, None),
        words="Vận động đoàn viên, hội viên hiểu và ủng hộ Đề án",
    ),
)


def tie_all(plan: Plan, coordinator: User) -> None:
    """Tie the plan's tasks and duties to the figures that answer them."""
    tasks = {(task.kind, task.number): task for task in plan.tasks.all()}
    for each in TIES:
        link = Link(
            task=tasks[each.kind, each.number],
            register=each.register,
            row_id=_row_of(each, plan),
            measure=each.measure,
            count=each.count,
            goal=each.goal,
            words=each.words,
        )
        tie(link=link, actor=coordinator)


def _row_of(each: Tie, plan: Plan) -> int | None:
    if not each.row:
        return None
    register = REGISTERS[each.register]
    named: dict[str, Any] = {"locality": plan.locality_id, register.key[0]: each.row}
    return register.rows.get(**named).pk
