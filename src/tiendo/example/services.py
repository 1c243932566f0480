"""Setting the worked example up through the product's own services, and taking it out again."""

import tempfile
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from tiendo.accounts import people as accounts
from tiendo.accounts.models import Membership, Role, User
from tiendo.accounts.people import Facts, Given
from tiendo.agencies import services as agencies
from tiendo.agencies.models import Agency, Group, Kind, Locality, Succession
from tiendo.example import people
from tiendo.example.changes import change
from tiendo.example.document import build
from tiendo.example.indicators import services as indicators
from tiendo.example.registers import services as registers
from tiendo.example.reports import told
from tiendo.example.rounds import Spoken, open_rounds
from tiendo.example.sharing import share_out
from tiendo.example.succession import succeed
from tiendo.history import services as history
from tiendo.history.models import AuditPackage, Change, Removal
from tiendo.plans import naming, review
from tiendo.plans.background import read_document
from tiendo.plans.models import Document, Intake, ItemState, Past, Plan
from tiendo.plans.reception import receive
from tiendo.progress.models import Evidence, HandOver, Occurrence
from tiendo.progress.opening import open_plan
from tiendo.progress.services import report

NOT_FOLLOWED = "Kỳ trước khi dùng phần mềm: không theo dõi trên hệ thống (số liệu minh họa)"


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: the whole example, or only its plan because other plans live beside it."""

    whole: bool


@transaction.atomic
def install(*, today: date, with_registers: bool = False) -> Plan:
    """Write the example: offices, people, the plan read in from our own document, and its reports.

    `with_registers` fills the registers too, and says what the targets are measured by. Returns the plan that is
    there already when the example was set up before.
    """
    before = Plan.objects.filter(illustrative=True, locality__name=people.LOCALITY).first()
    if before:
        return before
    locality = _locality()
    by_name = _people(locality, today)
    intake = _read_in(locality, by_name["dieuphoi"])
    plan = _confirm(intake, by_name["dieuphoi"], today)
    _tell(plan, by_name, today)
    open_rounds(plan, Spoken(by_name["dieuphoi"], _speakers(by_name), today))
    share_out(plan, by_name, today)
    change(plan, by_name, today)
    if with_registers:
        registers.fill(plan, by_name["dieuphoi"], today)
        indicators.fill(plan, by_name["dieuphoi"], today)
    succeed(locality, by_name["quantri"], today)
    return plan


def _locality() -> Locality:
    found = Locality.objects.filter(name=people.LOCALITY).first()
    if found:
        return found
    locality = Locality(name=people.LOCALITY, short_name=people.SHORT, practice=True)
    history.save(locality, actor=None)
    stored = _offices(locality)
    for name, members in people.GROUPS.items():
        chosen = [stored[member] for member in members]
        agencies.add_group(locality=locality, name=name, members=chosen, actor=None)
    return locality


def _offices(locality: Locality) -> dict[str, Agency]:
    stored: dict[str, Agency] = {}
    for office in (*people.OFFICES, *map(_commune, people.COMMUNES)):
        below = office.kind in (Kind.OFFICE, Kind.COMMUNE)
        stored[office.name] = agencies.add_agency(
            locality=locality,
            name=office.name,
            short_name=office.short_name,
            kind=office.kind,
            parent=stored[people.COMMITTEE] if below else None,
            called=office.called,
            code=people.CODES.get(office.name, ""),
            actor=None,
        )
    return stored


def _commune(name: str) -> people.Office:
    return people.Office(f"Ủy ban nhân dân {name}", f"UBND {name}", Kind.COMMUNE)


def _people(locality: Locality, today: date) -> dict[str, User]:
    here = {user.username: user for user in User.objects.filter(locality=locality)}
    offices = {agency.name: agency for agency in Agency.objects.filter(locality=locality)}
    for username, full_name, role, office in people.PEOPLE:
        if username not in here:
            last = date(today.year + 1, 12, 31) if role == Role.AUDITOR else None
            here[username] = accounts.add(
                facts=Facts(username, full_name),
                given=(Given(offices[office], role, None, last),),
                password=people.PASSWORD,
                actor=None,
            )
    return here


def _read_in(locality: Locality, coordinator: User) -> Intake:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ke-hoach-tai-co-cau-cong-nghiep.docx"
        build(path)
        with path.open("rb") as opened:
            upload = UploadedFile(File(opened), name=path.name, size=path.stat().st_size)
            intake = receive(upload=upload, locality=locality, actor=coordinator)
    read_document.call(intake.pk)
    intake.refresh_from_db()
    return intake


def _confirm(intake: Intake, coordinator: User, today: date) -> Plan:
    standing = Agency.objects.get(locality=intake.locality, name=people.STANDING)
    intake.past, intake.past_reason, intake.standing_agency = Past.CLOSE, NOT_FOLLOWED, standing
    history.save(intake, actor=coordinator)
    naming.settle_proposed(intake=intake, actor=coordinator)
    naming.create_unknown(intake=intake, actor=coordinator)
    review.accept_all(items=intake.items.filter(state=ItemState.PROPOSED), actor=coordinator)
    followed_from = date(today.year - 1, 1, 1)
    plan = open_plan(intake=intake, actor=coordinator, today=today, followed_from=followed_from)
    plan.illustrative = True
    history.save(plan, actor=coordinator)
    return plan


def _tell(plan: Plan, by_name: dict[str, User], today: date) -> None:
    speakers = _speakers(by_name)
    occurrences = Occurrence.objects.filter(obligation__task__plan=plan)
    for occurrence in occurrences.select_related("obligation__task__plan", "obligation__agency"):
        agency = occurrence.obligation.agency
        for said in told(occurrence, today):
            report(
                occurrence=occurrence,
                agency=agency,
                words=said.words,
                files=(),
                actor=speakers.get(agency.pk, by_name["dieuphoi"]),
                now=_at(said.day),
            )


def _speakers(by_name: dict[str, User]) -> dict[int, User]:
    rows = Membership.objects.filter(user__in=by_name.values(), role="reporter")
    return {row.agency_id: row.user for row in rows.select_related("user")}


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 14)))


@transaction.atomic
def remove() -> Removed | None:
    """Take the example out and nothing else; None when it is not here.

    Plans that somebody else read in beside it stay, and with them the offices, the accounts and the registers.
    """
    locality = Locality.objects.filter(name=people.LOCALITY, practice=True).first()
    if locality is None:
        return None
    others = Intake.objects.filter(locality=locality).exclude(document__plan__illustrative=True)
    for plan in Plan.objects.filter(locality=locality, illustrative=True):
        _remove_plan(plan)
    if others.exists():
        return Removed(whole=False)
    _remove_locality(locality)
    return Removed(whole=True)


def _remove_plan(plan: Plan) -> None:
    documents = Document.objects.filter(plan=plan)
    evidence = Evidence.objects.filter(report__occurrence__obligation__task__plan=plan)
    stored = [row.file for row in documents] + [row.file for row in evidence]
    keys = [document.pk for document in documents]
    plan.delete()
    Intake.objects.filter(document__in=keys).delete()
    Document.objects.filter(pk__in=keys).delete()
    transaction.on_commit(lambda: _delete_files(stored))


def _delete_files(files: list[FieldFile]) -> None:
    for file in files:
        file.storage.delete(str(file.name))


def _remove_locality(locality: Locality) -> None:
    packed = [row.file for row in AuditPackage.objects.filter(locality=locality) if row.file]
    packed += registers.empty(locality)
    indicators.empty(locality)
    transaction.on_commit(lambda: _delete_files(packed))
    history.forget(Removal.objects.filter(change__locality=locality))
    Change.objects.filter(locality=locality).delete()
    HandOver.objects.filter(locality=locality).delete()
    Succession.objects.filter(predecessor__locality=locality).delete()
    Membership.objects.filter(agency__locality=locality).delete()
    User.objects.filter(locality=locality).delete()
    Group.objects.filter(locality=locality).delete()
    Agency.objects.filter(locality=locality).update(parent=None)  # each protects its superior
    Agency.objects.filter(locality=locality).delete()
    locality.delete()
