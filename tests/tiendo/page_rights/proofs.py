"""The evidence of a report: looked at, described, taken away, judged."""

import io

from PIL import Image

from tests.tiendo import samples
from tests.tiendo.page_rights import EVERYBODY, Arguments, Rule, Table
from tests.tiendo.page_rights.work import evidence, period
from tests.tiendo.visits import Ground
from tiendo.agencies.models import Agency
from tiendo.progress.models import Occurrence

COORDINATOR = "C......"

RULES = (
    Rule(
        "Everybody with a role looks at what proves a report that was sent.",
        EVERYBODY,
        ("proofs:proofs report", "proofs:preview photograph"),
    ),
    Rule(
        "Reporter and head describe and take away evidence of their own office; the coordinator of any.",
        "CRH....",
        ("proofs:describe evidence", "proofs:remove evidence"),
        other=COORDINATOR,
        post=True,
    ),
    Rule(
        "Only the coordinator says whether evidence proves what is reported.",
        COORDINATOR,
        ("proofs:judge evidence",),
        post=True,
    ),
)


def report(ground: Ground, office: Agency) -> Arguments:
    occurrence = Occurrence.objects.get(pk=period(ground, office)[0])
    return (samples.report(occurrence).pk,)


def photograph(ground: Ground, office: Agency) -> Arguments:
    occurrence = Occurrence.objects.get(pk=period(ground, office)[0])
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8)).save(drawn, "PNG")
    row = samples.evidence(samples.report(occurrence), "anh.png", drawn.getvalue())
    row.media_type = "image/png"
    row.save()
    return (row.pk,)


TABLE = Table(RULES, {"report": report, "evidence": evidence, "photograph": photograph})
