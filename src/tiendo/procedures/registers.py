"""The register of procedures for enterprises, quarter by quarter."""

from django.utils.translation import gettext_lazy as _

from tiendo.procedures import plausible
from tiendo.procedures.models import ProcedureQuarter
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure
from tiendo.registers.register import Guide, declare

DOSSIERS = _("dossiers")


def _summed(slug: str, title: object, sums: str, unit: object = DOSSIERS) -> Measure:
    return Measure(slug=slug, title=title, unit=unit, when="year", sums=sums)  # type: ignore[arg-type]


def _share(slug: str, title: object, sums: str, base: str) -> Measure:
    return Measure(slug=slug, title=title, unit="%", when="year", sums=sums, base=base)  # type: ignore[arg-type]


PROCEDURES = declare(
    slug="thu-tuc-doanh-nghiep",
    rows=ProcedureQuarter.objects.select_related("agency"),
    columns=(
        *("field", "agency", "year", "quarter", "received", "on_time", "late"),
        Column("open", _("still open"), lambda row: row.open, figure=True, sums=True),
        *("days_saved", "cut"),
    ),
    fields=(
        *("agency", "field", "year", "quarter", "carried_over", "received", "settled"),
        *("on_time", "late", "days_saved", "cut", "asked", "satisfied"),
    ),
    key=("agency", "field", "year", "quarter"),
    search=("agency__name", "year"),
    filters=("field", "agency", "year", "quarter"),
    office="agency",
    check=plausible.check,
    guide=Guide(
        who=_("The office or commune that receives the dossiers of enterprises."),
        when=_("In the first ten days after a quarter."),
        paper=_("The quarterly sheet of the one-stop shop (.xlsx), the slips on satisfaction."),
        example={
            "agency": "Phòng Kinh tế và Hạ tầng",
            "field": "công thương",
            "year": "2024",
            "quarter": "quý III",
            "carried_over": "3",
            "received": "48",
            "settled": "47",
            "on_time": "45",
            "late": "2",
            "days_saved": "61",
            "cut": "2",
            "asked": "30",
            "satisfied": "28",
        },
        icon="list",
        group=_("Difficulties and procedures"),
    ),
    measures=(
        _summed("tiep-nhan", _("Dossiers of enterprises received"), "received"),
        _summed("da-giai-quyet", _("Dossiers of enterprises settled"), "settled"),
        _summed("dung-han", _("Dossiers settled on time"), "on_time"),
        _summed("qua-han", _("Dossiers settled late"), "late"),
        _share("ty-le-dung-han", _("Share of dossiers settled on time"), "on_time", "settled"),
        _summed("ngay-giam", _("Working days saved for enterprises"), "days_saved", _("days")),
        _summed("thu-tuc-cat-giam", _("Procedures cut or shortened"), "cut", _("procedures")),
        _share("hai-long", _("Share of those asked who were satisfied"), "satisfied", "asked"),
    ),
)
