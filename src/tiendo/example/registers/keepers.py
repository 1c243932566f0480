"""Which office keeps which register in the example: the one that the plan charges with what stands in it."""

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.example.people import FARMING, FINANCE, LABOUR, LAND, STANDING
from tiendo.registers import services
from tiendo.registers.register import REGISTERS

KEEPERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("doanh-nghiep", "nam-doanh-nghiep", "dac-diem-doanh-nghiep"), (STANDING,)),
    **dict.fromkeys(("cum-cong-nghiep", "giai-doan-cum", "so-lieu-cum-6-thang"), (STANDING,)),
    **dict.fromkeys(("thue-dat-cum", "kiem-tra-quy-hoach"), (STANDING,)),
    **dict.fromkeys(("ha-tang-cum", "nguon-von-du-an", "nam-ha-tang"), (STANDING, FINANCE)),
    **dict.fromkeys(("su-dung-dat", "thua-dat"), (STANDING, LAND)),
    **dict.fromkeys(("giai-phong-mat-bang", "nam-giai-phong-mat-bang"), (LAND,)),
    **dict.fromkeys(("phan-bo-von", "cam-ket-von", "giai-ngan"), (FINANCE,)),
    **dict.fromkeys(("van-ban-phai-ban-hanh", "buoc-van-ban"), (STANDING, LAND, FARMING)),
    "ho-tro": (STANDING, FINANCE, LAND, FARMING),
    **dict.fromkeys(("xuc-tien", "lien-he-xuc-tien"), (STANDING, FINANCE)),
    **dict.fromkeys(("de-an-khuyen-cong", "kiem-tra-sau-ho-tro"), (STANDING,)),
    **dict.fromkeys(("tieu-chi-uu-tien", "uu-tien-ho-tro"), (STANDING,)),
    "khoi-nghiep-ocop": (STANDING, FARMING),
    **dict.fromkeys(("du-an-keu-goi", "ra-soat-keu-goi", "uu-dai-dau-tu"), (STANDING, FINANCE)),
    **dict.fromkeys(("ho-so-dau-tu", "buoc-ho-so-dau-tu", "bo-sung-ho-so"), (FINANCE,)),
    **dict.fromkeys(("kho-khan", "kien-nghi", "thu-tuc-doanh-nghiep"), (STANDING,)),
    **dict.fromkeys(("phap-ly", "dinh-muc"), (STANDING,)),
    "san-pham-ocop": (FARMING,),
    **dict.fromkeys(("san-pham-tieu-bieu", "san-pham-co-khi"), (STANDING,)),
    **dict.fromkeys(("nang-suat-chat-luong", "nhan-hieu"), (STANDING,)),
    **dict.fromkeys(("lop-dao-tao", "hoc-vien", "lien-ket-dao-tao", "viec-lam"), (LABOUR,)),
    **dict.fromkeys(("co-so-moi-truong", "danh-sach-o-nhiem", "ho-so-moi-truong"), (LAND,)),
    **dict.fromkeys(("kiem-tra-moi-truong", "do-moi-truong", "xu-phat-moi-truong"), (LAND,)),
    **dict.fromkeys(("vung-nguyen-lieu", "nam-vung-nguyen-lieu"), (FARMING,)),
    **dict.fromkeys(("hop-dong-nguyen-lieu", "chung-nhan-vung", "kiem-tra-attp"), (FARMING,)),
    **dict.fromkeys(("ke-hoach-an-toan-dien", "kiem-tra-an-toan-dien"), (STANDING,)),
    **dict.fromkeys(("su-co-dien", "nang-luong-tai-tao"), (STANDING,)),
    "tiet-kiem-nang-luong": (STANDING, FINANCE),
    "truyen-thong-hoi-nhap": (STANDING,),
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
