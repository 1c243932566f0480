"""Which office keeps which register in the example: the one that the plan charges with what stands in it."""

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.example.people import LABOUR
from tiendo.example.registers.money import BUILDING, FINANCE
from tiendo.example.registers.support import FARMING, LAND
from tiendo.registers import services
from tiendo.registers.register import REGISTERS

KEEPERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("doanh-nghiep", "nam-doanh-nghiep", "dac-diem-doanh-nghiep"), (BUILDING,)),
    **dict.fromkeys(("cum-cong-nghiep", "giai-doan-cum", "so-lieu-cum-6-thang"), (BUILDING,)),
    **dict.fromkeys(("thue-dat-cum", "kiem-tra-quy-hoach"), (BUILDING,)),
    **dict.fromkeys(("ha-tang-cum", "nguon-von-du-an", "nam-ha-tang"), (BUILDING, FINANCE)),
    **dict.fromkeys(("su-dung-dat", "thua-dat"), (BUILDING, LAND)),
    **dict.fromkeys(("giai-phong-mat-bang", "nam-giai-phong-mat-bang"), (LAND,)),
    **dict.fromkeys(("phan-bo-von", "cam-ket-von", "giai-ngan"), (FINANCE,)),
    **dict.fromkeys(("van-ban-phai-ban-hanh", "buoc-van-ban"), (BUILDING, LAND, FARMING)),
    "ho-tro": (BUILDING, FINANCE, LAND, FARMING),
    **dict.fromkeys(("xuc-tien", "lien-he-xuc-tien"), (BUILDING, FINANCE)),
    **dict.fromkeys(("de-an-khuyen-cong", "kiem-tra-sau-ho-tro"), (BUILDING,)),
    **dict.fromkeys(("tieu-chi-uu-tien", "uu-tien-ho-tro"), (BUILDING,)),
    "khoi-nghiep-ocop": (BUILDING, FARMING),
    **dict.fromkeys(("du-an-keu-goi", "ra-soat-keu-goi", "uu-dai-dau-tu"), (BUILDING, FINANCE)),
    **dict.fromkeys(("ho-so-dau-tu", "buoc-ho-so-dau-tu", "bo-sung-ho-so"), (FINANCE,)),
    **dict.fromkeys(("kho-khan", "kien-nghi", "thu-tuc-doanh-nghiep"), (BUILDING,)),
    **dict.fromkeys(("phap-ly", "dinh-muc"), (BUILDING,)),
    "san-pham-ocop": (FARMING,),
    **dict.fromkeys(("san-pham-tieu-bieu", "san-pham-co-khi"), (BUILDING,)),
    **dict.fromkeys(("nang-suat-chat-luong", "nhan-hieu"), (BUILDING,)),
    **dict.fromkeys(("lop-dao-tao", "hoc-vien", "lien-ket-dao-tao", "viec-lam"), (LABOUR,)),
    **dict.fromkeys(("co-so-moi-truong", "danh-sach-o-nhiem", "ho-so-moi-truong"), (LAND,)),
    **dict.fromkeys(("kiem-tra-moi-truong", "do-moi-truong", "xu-phat-moi-truong"), (LAND,)),
    **dict.fromkeys(("vung-nguyen-lieu", "nam-vung-nguyen-lieu"), (FARMING,)),
    **dict.fromkeys(("hop-dong-nguyen-lieu", "chung-nhan-vung", "kiem-tra-attp"), (FARMING,)),
    **dict.fromkeys(("ke-hoach-an-toan-dien", "kiem-tra-an-toan-dien"), (BUILDING,)),
    **dict.fromkeys(("su-co-dien", "nang-luong-tai-tao"), (BUILDING,)),
    "tiet-kiem-nang-luong": (BUILDING, FINANCE),
    "truyen-thong-hoi-nhap": (BUILDING,),
}


def charge(locality: Locality, coordinator: User) -> None:
    """Let these offices keep these registers."""
    offices = dict(Agency.objects.filter(locality=locality).values_list("name", "pk"))
    for slug, names in KEEPERS.items():
        services.set_keepers(
            locality_id=locality.pk,
            register=REGISTERS[slug],
            agencies=[offices[name] for name in names],
            actor=coordinator,
        )
