"""The registers of inspections, of what was measured, and of fines."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.environment import inspection_faults
from tiendo.environment.judging import judged, limits_of, value_of
from tiendo.environment.models import Cause, Fine, Inspection, Measurement, Outcome
from tiendo.environment.site_registers import ESTABLISHMENTS, EXAMPLE, GROUP
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure
from tiendo.registers.register import DueDay, Guide, declare
from tiendo.ui.templatetags.ui import n

TIMES = gettext_lazy("times")
MEASUREMENTS_COUNTED = gettext_lazy("measurements")
OFFICE = "Phòng Tài nguyên và Môi trường"
HELD = ~Q(cause=Cause.OWN)


def _inspections(slug: str, title: object, only: Q = HELD) -> Measure:
    return Measure(slug=slug, title=title, unit=TIMES, when="on", only=only)  # type: ignore[arg-type]


INSPECTIONS = declare(
    slug="kiem-tra-moi-truong",
    rows=Inspection.objects.select_related("site__commune", "agency"),
    columns=("site", "on", "cause", "agency", "outcome", "demands", "remedy_due", "remedied_on"),
    fields=(
        *("site", "on", "cause", "agency", "record", "wastewater", "emissions", "noise", "waste"),
        *("outcome", "demands", "remedy_due", "remedied_on", "again"),
    ),
    key=("site", "on", "cause"),
    search=("title", "record", "demands"),
    filters=("cause", "outcome", "agency", "on"),
    place="site__commune",
    under="site",
    due=DueDay(
        *("remedy_due", Q(remedied_on=None) & ~Q(demands="")),
        *(gettext_lazy("demand of an inspection: see whether it is met"), "site__name"),
    ),
    check=inspection_faults.check_inspection,
    guide=Guide(
        who=gettext_lazy("The office that inspects; a commune what it inspects itself."),
        when=gettext_lazy("On the day of the record; conclusion and remedy when they are known."),
        paper=gettext_lazy("Decision to inspect, record, notice on the result."),
        example={
            "site": EXAMPLE,
            "on": "12/03/2024",
            "cause": "kiểm tra theo kế hoạch",
            "agency": OFFICE,
            "record": "18/QĐ-UBND; biên bản 07/BB-KT",
            "wastewater": "có",
            "emissions": "không",
            "noise": "có",
            "waste": "có",
            "outcome": "có vi phạm",
            "demands": "Vận hành đủ công trình xử lý nước thải",
            "remedy_due": "30/06/2024",
        },
        icon="search",
        group=GROUP,
    ),
    measures=(
        _inspections("cuoc-kiem-tra", gettext_lazy("Environment inspections")),
        Measure(
            slug="co-so-duoc-kiem-tra",
            title=gettext_lazy("Establishments inspected"),
            unit=ESTABLISHMENTS,
            when="on",
            each="site",
            only=HELD,
        ),
        _inspections(
            "nuoc-thai", gettext_lazy("Inspections of waste water"), HELD & Q(wastewater=True)
        ),
        _inspections(
            "khi-thai", gettext_lazy("Inspections of emissions"), HELD & Q(emissions=True)
        ),
        _inspections("tieng-on", gettext_lazy("Inspections of noise"), HELD & Q(noise=True)),
        _inspections(
            "chat-thai-ran", gettext_lazy("Inspections of solid waste"), HELD & Q(waste=True)
        ),
        _inspections(
            "trong-cum",
            gettext_lazy("Inspections inside clusters"),
            HELD & Q(site__in_cluster=True),
        ),
        _inspections(
            "ngoai-cum",
            gettext_lazy("Inspections outside clusters"),
            HELD & Q(site__in_cluster=False),
        ),
        _inspections("phuc-tra", gettext_lazy("Re-inspections"), Q(cause=Cause.AGAIN)),
        _inspections(
            "co-vi-pham",
            gettext_lazy("Inspections that found a breach"),
            HELD & Q(outcome=Outcome.BREACH),
        ),
        Measure(
            slug="da-khac-phuc",
            title=gettext_lazy("Demands of inspections put right"),
            unit=TIMES,
            when="remedied_on",
        ),
    ),
)


def limit_words(row: Measurement) -> str:
    """The limit of the day of a measurement: "150", "5,5 – 9"; "" where none is known."""
    found = limits_of(row)
    return " – ".join(n(each) for each in (found.least, found.most) if each is not None)


def verdict_of(row: Measurement) -> str:
    """What a measurement says against the limit of its day, in words."""
    found, value = limits_of(row), value_of(row)
    beyond = found.exceeds(value)
    if beyond is None:
        return _("no limit known for that day")
    times = found.times(value)
    if times is not None:
        words = _("%(times)s times the limit") % {"times": n(times)}
    else:
        words = _("below the least value") if beyond else _("keeps to it")
    return words if row.verified else f"{words} ({_('not verified')})"  # type: ignore[attr-defined]


MEASUREMENTS = declare(
    slug="do-moi-truong",
    rows=judged(Measurement.objects.select_related("inspection__site__commune", "standard")),
    columns=(
        "parameter",
        Column(
            "inspection",
            gettext_lazy("establishment"),
            lambda row: row.inspection.site,
            "inspection__site__name",
        ),
        "sampled_on",
        Column("value", gettext_lazy("value"), lambda row: row.value, "value", figure=True),
        "unit",
        Column("limit", gettext_lazy("limit of the day"), limit_words),
        Column("verdict", gettext_lazy("against the limit"), verdict_of, data=False),
        *("point", "standard"),
    ),
    fields=(
        *("inspection", "point", "sampled_on", "sampled_at", "parameter", "value", "unit"),
        *("method", "standard", "band", "factor"),
    ),
    key=("inspection", "point", "parameter", "sampled_on", "sampled_at"),
    search=("inspection__site__name", "point", "method", "standard__symbol"),
    filters=("parameter", "band", "sampled_on"),
    place="inspection__site__commune",
    under="inspection",
    check=inspection_faults.check_measurement,
    guide=Guide(
        who=gettext_lazy("The office that inspects, from the slip of the laboratory."),
        when=gettext_lazy("When the slip comes: a row for each parameter of each sample."),
        paper=gettext_lazy("Slip of the laboratory with record of the sampling."),
        example={
            "inspection": f"{EXAMPLE}, 12/03/2024",
            "point": "Sau xử lý, trước khi xả ra rạch",
            "sampled_on": "12/03/2024",
            "sampled_at": "09:30",
            "parameter": "COD",
            "value": "268,5",
            "unit": "mg/l",
            "method": "SMEWW 5220C:2017",
            "standard": "QCVN 40:2011/BTNMT",
            "band": "cột B",
            "factor": "0,99",
        },
        icon="chart",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="so-phep-do",
            title=gettext_lazy("Measurements"),
            unit=MEASUREMENTS_COUNTED,
            when="sampled_on",
        ),
        Measure(
            slug="vuot-quy-chuan",
            title=gettext_lazy("Measurements beyond the limit of their day"),
            unit=MEASUREMENTS_COUNTED,
            when="sampled_on",
            only=Q(exceeds=True),
        ),
        Measure(
            slug="co-so-vuot",
            title=gettext_lazy("Establishments with a measurement beyond the limit"),
            unit=ESTABLISHMENTS,
            when="sampled_on",
            each="inspection__site",
            only=Q(exceeds=True),
        ),
    ),
)

FINES = declare(
    slug="xu-phat-moi-truong",
    rows=Fine.objects.select_related("inspection__site__commune"),
    columns=(
        "decision",
        Column(
            "inspection",
            gettext_lazy("establishment"),
            lambda row: row.inspection.site,
            "inspection__site__name",
        ),
        *("decided_on", "breach", "amount", "paid_on"),
    ),
    fields=("inspection", "decision", "decided_on", "breach", "amount", "paid_on"),
    key=("inspection", "decision", "breach"),
    search=("inspection__site__name", "decision", "breach"),
    filters=("decided_on", "paid_on"),
    place="inspection__site__commune",
    under="inspection",
    check=inspection_faults.check_fine,
    guide=Guide(
        who=gettext_lazy("The office of environment."),
        when=gettext_lazy("When the fine is decided, and when it is paid."),
        paper=gettext_lazy("Decision on the fine, receipt of the treasury."),
        example={
            "inspection": f"{EXAMPLE}, 12/03/2024",
            "decision": "902/QĐ-XPHC",
            "decided_on": "16/04/2024",
            "breach": "Xả nước thải vượt quy chuẩn (Nghị định 45/2022/NĐ-CP)",
            "amount": "95",
            "paid_on": "20/05/2024",
        },
        icon="alert",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="so-quyet-dinh",
            title=gettext_lazy("Fines for breaches of environment rules"),
            unit=gettext_lazy("fines"),
            when="decided_on",
        ),
        Measure(
            slug="tien-phat",
            title=gettext_lazy("Sum of environment fines"),
            unit=gettext_lazy("million VND"),
            when="decided_on",
            sums="amount",
        ),
        Measure(
            slug="da-nop-phat",
            title=gettext_lazy("Environment fines paid"),
            unit=gettext_lazy("million VND"),
            when="paid_on",
            sums="amount",
        ),
    ),
)
