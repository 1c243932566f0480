"""The registers of money: allocations, and under each its commitments and disbursements."""

from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, Q
from django.utils.translation import gettext_lazy

from tiendo.funding.models import Allocation, Commitment, Disbursement, Source
from tiendo.funding.plausible import check_allocation, check_commitment, check_disbursement
from tiendo.funding.sums import Money
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare

GROUP = gettext_lazy("Money")
TENTH = Decimal("0.1")
MILLION = gettext_lazy("million dong")


def share_of(row: Allocation) -> Decimal | None:
    """How much of it was paid out, in per cent with one decimal; None where nothing was allocated."""
    share = Money(row.amount, disbursed=row.disbursed).share  # type: ignore[attr-defined]
    return None if share is None else share.quantize(TENTH, ROUND_HALF_UP)


ALLOCATIONS = declare(
    slug="phan-bo-von",
    rows=Allocation.objects.with_sums().select_related("agency"),
    columns=(
        "year",
        "source",
        "purpose",
        "number",
        "amount",
        Column(
            "committed",
            gettext_lazy("committed (million dong)"),
            lambda row: row.committed,
            "committed",
            figure=True,
            sums=True,
        ),
        Column(
            "disbursed",
            gettext_lazy("paid out (million dong)"),
            lambda row: row.disbursed,
            "disbursed",
            figure=True,
            sums=True,
        ),
        Column("share", gettext_lazy("share paid out, %"), share_of, figure=True),
    ),
    fields=(
        "year",
        "source",
        "purpose",
        "number",
        "decided_on",
        "amount",
        "giver",
        "agency",
        "remark",
    ),
    key=("year", "source", "purpose", "number"),
    search=("purpose", "number", "giver", "remark"),
    filters=("year", "source", "agency"),
    check=check_allocation,
    guide=Guide(
        who=gettext_lazy(
            "The finance and planning office; for money of others the office it is given to."
        ),
        when=gettext_lazy(
            "When a decision gives, adds or takes back money; each source is a row of its own."
        ),
        paper=gettext_lazy(
            "The decision on the estimate or plan of capital; the agreement of the giver."
        ),
        example={
            "year": "2023",
            "source": "ngân sách tỉnh",
            "purpose": "Đường vào cụm công nghiệp (ví dụ)",
            "number": "125/QĐ-UBND",
            "decided_on": "15/01/2023",
            "amount": "12.500",
            "agency": "Phòng Kinh tế và Hạ tầng",
        },
        icon="layers",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="phan-bo",
            title=gettext_lazy("Money allocated in the year"),
            unit=MILLION,
            when="year",
            sums="amount",
        ),
        Measure(
            slug="phan-bo-luy-ke",
            title=gettext_lazy("Money allocated up to the year"),
            unit=MILLION,
            when="year",
            over=Over.UNTIL,
            sums="amount",
        ),
        Measure(
            slug="cam-ket",
            title=gettext_lazy("Committed of the money of the year"),
            unit=MILLION,
            when="year",
            sums="committed",
        ),
        Measure(
            slug="giai-ngan",
            title=gettext_lazy("Paid out of the money of the year"),
            unit=MILLION,
            when="year",
            sums="disbursed",
        ),
        Measure(
            slug="ty-le-giai-ngan",
            title=gettext_lazy("Share paid out of the money of the year"),
            unit="%",
            when="year",
            sums="disbursed",
            base="amount",
        ),
        Measure(
            slug="vuot-phan-bo",
            title=gettext_lazy("Allocations of which more was paid out than allocated"),
            unit=gettext_lazy("allocations"),
            when="year",
            only=Q(disbursed__gt=F("amount")),
        ),
        *(
            Measure(
                slug=f"phan-bo-{source.value}",
                title=title,
                unit=MILLION,
                when="year",
                sums="amount",
                only=Q(source=source),
            )
            for source, title in (
                (Source.CENTRAL, gettext_lazy("Allocated in the year from the central budget")),
                (
                    Source.PROVINCE,
                    gettext_lazy("Allocated in the year from the budget of the province"),
                ),
                (
                    Source.LOCAL,
                    gettext_lazy(
                        "Allocated in the year from the budget of the district or commune"
                    ),
                ),
                (Source.SOCIALISED, gettext_lazy("Socialised money allocated in the year")),
                (Source.ENTERPRISE, gettext_lazy("Money of enterprises allocated in the year")),
                (Source.CREDIT, gettext_lazy("Credit allocated in the year")),
            )
        ),
    ),
)

COMMITMENTS = declare(
    slug="cam-ket-von",
    rows=Commitment.objects.select_related("allocation"),
    columns=("number", "signed_on", "partner", "content", "allocation", "amount"),
    fields=("allocation", "number", "signed_on", "partner", "content", "amount"),
    key=("allocation", "number"),
    search=("number", "partner", "content", "allocation__purpose"),
    filters=("allocation", "signed_on"),
    under="allocation",
    office="allocation__agency",
    check=check_commitment,
    guide=Guide(
        who=gettext_lazy("The office that spends the money."),
        when=gettext_lazy("When a contract or an agreement of support is signed or changed."),
        paper=gettext_lazy("The contract, or the decision that grants support."),
        example={
            "allocation": "Đường vào cụm công nghiệp (ví dụ) (NST 2023, 125/QĐ-UBND)",
            "number": "08/2023/HĐ-XD",
            "signed_on": "20/03/2023",
            "partner": "Công ty Xây dựng Ví Dụ",
            "amount": "11.800",
        },
        icon="edit",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="cam-ket-trong-nam",
            title=gettext_lazy("Money committed by contracts signed in the year"),
            unit=MILLION,
            when="signed_on",
            sums="amount",
        ),
    ),
)

DISBURSEMENTS = declare(
    slug="giai-ngan",
    rows=Disbursement.objects.select_related("allocation"),
    columns=("number", "year", "paid_on", "content", "allocation", "amount"),
    fields=("allocation", "year", "number", "paid_on", "amount", "content"),
    key=("allocation", "year", "number"),
    search=("number", "content", "allocation__purpose"),
    filters=("year", "allocation", "paid_on"),
    under="allocation",
    office="allocation__agency",
    check=check_disbursement,
    guide=Guide(
        who=gettext_lazy("The office that spends the money, compared with the State Treasury."),
        when=gettext_lazy("After each payment, or once a month from the Treasury's statement."),
        paper=gettext_lazy("The payment order, or the statement of the State Treasury."),
        example={
            "allocation": "Đường vào cụm công nghiệp (ví dụ) (NST 2023, 125/QĐ-UBND)",
            "year": "2023",
            "number": "UNC 45",
            "paid_on": "15/06/2023",
            "amount": "4.200",
        },
        icon="send",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="giai-ngan-trong-nam",
            title=gettext_lazy("Money paid out for the year"),
            unit=MILLION,
            when="year",
            sums="amount",
        ),
        Measure(
            slug="giai-ngan-luy-ke",
            title=gettext_lazy("Money paid out up to the year"),
            unit=MILLION,
            when="year",
            over=Over.UNTIL,
            sums="amount",
        ),
    ),
)
