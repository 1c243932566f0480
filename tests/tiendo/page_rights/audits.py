"""The history, its seals, packages for audits, and erasing what it says of a person."""

from django.core.files.base import ContentFile
from django.utils import timezone

from tests.tiendo import samples
from tests.tiendo.page_rights import Arguments, Rule, Table
from tests.tiendo.visits import Ground
from tiendo.accounts.models import Role
from tiendo.agencies.models import Agency
from tiendo.history.models import AuditPackage

RULES = (
    Rule(
        "Coordinator, leader, auditor and administrator read the history and its seals.",
        "C..L.DA",
        ("administration:history", "administration:export_history", "administration:seals"),
    ),
    Rule(
        "Coordinator, auditor and administrator take packages for audits out.",
        "C....DA",
        ("administration:packages", "administration:package_file package"),
    ),
    Rule(
        "The same ask for one; it takes out and changes nothing, so that an auditor may.",
        "C....DA",
        ("administration:ask_package",),
        post=True,
    ),
    Rule(
        "Only the administrator erases what the history says of a person.",
        "......A",
        ("administration:erase_person person",),
    ),
)


def package(_ground: Ground, office: Agency) -> Arguments:
    row = AuditPackage(locality=office.locality, asked_at=timezone.now(), stage="done")
    row.asked_by = samples.person(Role.AUDITOR, office)
    row.file.save("goi.zip", ContentFile(b"PK"), save=False)
    row.save()
    return (row.pk,)


def person(_ground: Ground, office: Agency) -> Arguments:
    return (samples.person(Role.REPORTER, office).pk,)


TABLE = Table(RULES, {"package": package, "person": person})
