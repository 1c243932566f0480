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
    **dict.fromkeys(("du-an-keu-goi", "ra-soat-keu-goi", "uu-dai-dau-tu"), (BUILDING, FINANCE)),
    **dict.fromkeys(("ho-so-dau-tu", "buoc-ho-so-dau-tu", "bo-sung-ho-so"), (FINANCE,)),
    **dict.fromkeys(("kho-khan", "kien-nghi", "thu-tuc-doanh-nghiep"), (BUILDING,)),
    **dict.fromkeys(("phap-ly", "dinh-muc"), (BUILDING,)),
    "san-pham-ocop": (FARMING,),
    **dict.fromkeys(("san-pham-tieu-bieu", "san-pham-co-khi"), (BUILDING,)),
    **dict.fromkeys(("nang-suat-chat-luong", "nhan-hieu"), (BUILDING,)),
    **dict.fromkeys(("lop-dao-tao", "hoc-vien", "lien-ket-dao-tao", "viec-lam"), (LABOUR,)),
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
