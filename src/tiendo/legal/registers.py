"""The registers of legal bases and policies, and of norms."""

from django.db.models import Q
from django.utils.translation import gettext_lazy

from tiendo.accounts.clock import today
from tiendo.legal.models import LegalBase, Norm
from tiendo.legal.plausible import check_base, check_norm
from tiendo.legal.saying import verified_words
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare

GROUP = gettext_lazy("Legal bases and norms")
VALIDITY = Column(
    "validity", gettext_lazy("validity"), lambda row: str(row.validity(today()).words), data=False
)
VERIFIED = Column("said", gettext_lazy("verified or not"), verified_words, "verified", data=False)


def replaced(base: LegalBase) -> str:
    """The documents that one replaces, of bases that were fetched with them."""
    return "; ".join(each.symbol for each in base.replaces.all())


BASES = declare(
    slug="phap-ly",
    rows=LegalBase.objects.select_related("replaced_by", "amends").prefetch_related("replaces"),
    columns=(
        "symbol",
        "title",
        "valid_from",
        "valid_to",
        VALIDITY,
        Column("replaces", gettext_lazy("replaces"), replaced),
        VERIFIED,
    ),
    fields=(
        "symbol",
        "kind",
        "title",
        "issuer",
        "topic",
        "issued_on",
        "valid_from",
        "valid_to",
        "replaced_by",
        "amends",
        "policy",
        "beneficiary",
        "content",
        "verified",
        "source",
    ),
    key=("symbol", "issuer"),
    search=("symbol", "title", "issuer", "beneficiary", "content"),
    filters=("topic", "kind", "policy", "verified"),
    check=check_base,
    guide=Guide(
        who=gettext_lazy("The justice office, or the office that works by the document."),
        when=gettext_lazy(
            "When a document is issued, amended or replaced; looked through every half year."
        ),
        paper=gettext_lazy("The document itself, from the gazette or the national legal database."),
        example={
            "symbol": "QCVN 40:2011/BTNMT",
            "kind": "quy chuẩn, tiêu chuẩn",
            "title": "Quy chuẩn kỹ thuật quốc gia về nước thải công nghiệp",
            "issuer": "Bộ Tài nguyên và Môi trường",
            "topic": "môi trường",
            "issued_on": "28/12/2011",
            "valid_from": "15/02/2012",
            "policy": "không",
            "verified": "không",
        },
        icon="doc",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="dang-hieu-luc",
            title=gettext_lazy("Legal bases and policies in force"),
            unit=gettext_lazy("documents"),
            when="valid_from",
            over=Over.UNTIL,
            until="valid_to",
        ),
        Measure(
            slug="chinh-sach-hieu-luc",
            title=gettext_lazy("Policies and mechanisms in force"),
            unit=gettext_lazy("documents"),
            when="valid_from",
            over=Over.UNTIL,
            until="valid_to",
            only=Q(policy=True),
        ),
        Measure(
            slug="ban-hanh-moi",
            title=gettext_lazy("Policies and mechanisms issued"),
            unit=gettext_lazy("documents"),
            when="issued_on",
            only=Q(policy=True),
        ),
    ),
)

NORMS = declare(
    slug="dinh-muc",
    rows=Norm.objects.select_related("base"),
    columns=(
        "title",
        Column("limit", gettext_lazy("limit"), lambda norm: str(norm.limit)),
        "valid_from",
        "valid_to",
        Column("basis", gettext_lazy("by which article"), lambda norm: norm.basis, "base__symbol"),
        VALIDITY,
        VERIFIED,
    ),
    fields=(
        "code",
        "title",
        "topic",
        "kind",
        "lowest",
        "highest",
        "unit",
        "beneficiary",
        "valid_from",
        "valid_to",
        "base",
        "article",
        "verified",
        "remark",
    ),
    key=("code", "valid_from"),
    search=("code", "title", "beneficiary", "article", "remark"),
    filters=("topic", "kind", "verified"),
    check=check_norm,
    guide=Guide(
        who=gettext_lazy("The office that applies the limit; the justice office verifies it."),
        when=gettext_lazy(
            "When a document sets a new limit: end the old norm, enter a new one with its days."
        ),
        paper=gettext_lazy("The article of the document that sets the limit."),
        example={
            "code": "ccn-dien-tich-toi-da",
            "title": "Diện tích một cụm công nghiệp",
            "topic": "cụm công nghiệp, đất đai",
            "kind": "không quá",
            "highest": "75",
            "unit": "ha",
            "valid_from": "01/05/2024",
            "verified": "không",
        },
        icon="shield",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="hieu-luc",
            title=gettext_lazy("Norms in force"),
            unit=gettext_lazy("norms"),
            when="valid_from",
            over=Over.UNTIL,
            until="valid_to",
        ),
        Measure(
            slug="chua-kiem-chung",
            title=gettext_lazy("Norms in force that are not verified"),
            unit=gettext_lazy("norms"),
            when="valid_from",
            over=Over.UNTIL,
            until="valid_to",
            only=Q(verified=False),
        ),
    ),
)
