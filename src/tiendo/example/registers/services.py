"""Filling the registers of the example as people do it: sheets, outlines, keepers, ties; and emptying them."""

from collections.abc import Iterator
from copy import copy
from datetime import date, datetime, time
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model, ProtectedError, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from tiendo.accounts.access import standing_of
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.difficulties.models import Difficulty
from tiendo.energy.models import Saving
from tiendo.environment.models import Site
from tiendo.example.registers import (
    difficulties,
    energy,
    environment,
    establishments,
    investment,
    land,
    materials,
    money,
    outreach,
    procedures,
    products,
    promotion,
    support,
    workforce,
)
from tiendo.example.registers.keepers import charge
from tiendo.example.registers.owed import enter_papers
from tiendo.example.registers.places import OUTLINES, polygon
from tiendo.example.registers.tables import Table
from tiendo.example.registers.ties import tie_all
from tiendo.funding.models import Allocation
from tiendo.history import services as history
from tiendo.industry.models import Enterprise, Work
from tiendo.legal.models import LegalBase
from tiendo.legal.services import propose_norms
from tiendo.plans.models import Plan
from tiendo.products.models import (
    Brand,
    Improvement,
    MechanicalProduct,
    OcopProduct,
    TypicalProduct,
)
from tiendo.promotion.models import PromotionProject, SeedCandidate
from tiendo.registers.models import Attachment, Import, Keeper, Outline
from tiendo.registers.register import REGISTERS
from tiendo.registers.scope import desk_of, hand_in
from tiendo.registers.sheets import bringing
from tiendo.support.models import SupportGiven
from tiendo.workforce.models import Agreement, Course, JobQuarter

# Rows of these call an establishment by its name in that field.
NAMES_AN_ESTABLISHMENT: tuple[tuple[type[Model], str], ...] = (
    (SupportGiven, "whom"),
    (Difficulty, "whom"),
    (OcopProduct, "maker"),
    (TypicalProduct, "maker"),
    (MechanicalProduct, "maker"),
    (Improvement, "whom"),
    (Brand, "owner"),
    (PromotionProject, "beneficiary"),
    (SeedCandidate, "name"),
    (Course, "establishment"),
    (Agreement, "establishment"),
    (JobQuarter, "establishment"),
    (Site, "name"),
    (Saving, "establishment"),
)


class Refused(Exception):
    """A sheet of the example that the import would not take; says which and why."""


def fill(plan: Plan, coordinator: User, today: date) -> None:
    """Fill the registers of the plan's locality, as its coordinator would, with what was known on `today`."""
    locality = plan.locality
    propose_norms(locality=locality, actor=coordinator, today=today)
    _draw(locality, coordinator)
    for table in _tables(today):
        bring(table.up_to(today), coordinator, today)
    _say_what_it_is_about(locality, coordinator)
    enter_papers(plan, coordinator, today)
    difficulties.pass_on(locality, coordinator, today)
    difficulties.take_over(plan, coordinator, today)
    charge(locality, coordinator)
    tie_all(plan, coordinator)


def _tables(today: date) -> Iterator[Table]:
    """Every sheet; those that others name come first."""
    return chain(
        *(establishments.tables(), land.tables(), money.tables(), support.tables()),
        *(
            investment.tables(),
            promotion.tables(),
            workforce.tables(),
            products.tables(),
            difficulties.tables(),
        ),
        *(environment.tables(), materials.tables(), energy.tables(), outreach.tables()),
        procedures.tables(today),
    )


def bring(table: Table, coordinator: User, today: date) -> Import:
    """Bring a table in by the ordinary import. Raises Refused when not every row of it can stand."""
    standing = standing_of(coordinator, today)
    hand = hand_in(REGISTERS[table.register], standing, today, desk_of(standing))
    file = ContentFile(table.as_sheet(), f"{table.register}.xlsx")
    now = timezone.make_aware(datetime.combine(today, time(8, 5)))
    row = bringing.receive(hand=hand, file=file, actor=coordinator, now=now)
    if not bringing.is_ready(row):
        wrong = bringing.lines_of(row, "error", 0, 3)
        raise Refused(f"{table.register}: {row.fault} {row.questions or wrong}")
    bringing.carry_out(row=row, hand=hand, actor=coordinator)
    return row


def _draw(locality: Locality, coordinator: User) -> None:
    offices = {agency.name: agency for agency in Agency.objects.filter(locality=locality)}
    rows = [
        Outline(
            locality=locality,
            agency=offices[f"Ủy ban nhân dân {name}"],
            name=name,
            shape=polygon(corners),
            schematic=True,
        )
        for name, corners in OUTLINES.items()
    ]
    history.add_all(rows, actor=coordinator)


def _say_what_it_is_about(locality: Locality, coordinator: User) -> None:
    """Let money lead to the work it is for and help to the establishment that got it; their pages then list it."""
    money = Allocation.objects.filter(locality=locality)
    _lead(money, "purpose", Work.objects.filter(locality=locality), coordinator)
    makers = Enterprise.objects.filter(locality=locality)
    for model, named in NAMES_AN_ESTABLISHMENT:
        rows = model._default_manager.filter(locality=locality)
        _lead(rows, named, makers, coordinator)


def _lead(rows: QuerySet[Any], named: str, others: QuerySet[Any], coordinator: User) -> None:
    """Tie rows to those others that their field calls by name."""
    keys = dict(others.values_list("name", "pk"))
    kind = ContentType.objects.get_for_model(others.model)
    known = list(rows.filter(**{f"{named}__in": keys}))
    changed = [copy(row) for row in known]
    for row in changed:
        row.about_type, row.about_id = kind, keys[getattr(row, named)]
    history.save_all(changed, known=known, actor=coordinator)


def empty(locality: Locality) -> list[FieldFile]:
    """Take every row of the locality out of every register; return the files that go with them."""
    sheets = Import.objects.filter(locality=locality)
    files = [file for row in sheets for file in (row.file, row.lines) if file]
    files += [row.file for row in Attachment.objects.filter(locality=locality)]
    bases = LegalBase.objects.filter(locality=locality)
    bases.update(replaced_by=None, amends=None)  # each protects those it names
    waiting = [register.model for register in REGISTERS.values()]
    for _round in REGISTERS:  # rows that others name go in a later round
        waiting = [model for model in waiting if not _emptied(model, locality)]
    for model in (Keeper, Attachment, Outline, Import):
        model._default_manager.filter(locality=locality).delete()
    return files


def _emptied(model: type[Model], locality: Locality) -> bool:
    """Delete the rows of a locality; False where rows of another register still name them."""
    try:
        model._default_manager.filter(locality=locality).delete()
    except ProtectedError:
        return False
    return True
