"""Items of the electricity-safety plan, checks and incidents; renewable sources; savings of energy and resources."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.registers.figures import NOT_NEGATIVE, count, money, never_negative, once
from tiendo.registers.models import CommuneRow, Concerning, Placed, Row


def amount(label: object, help_text: object, *, known: bool = False) -> models.DecimalField:
    """A quantity to three decimals, not negative; may be unknown unless `known`."""
    return models.DecimalField(
        label,  # type: ignore[arg-type]
        max_digits=15,
        decimal_places=3,
        null=not known,
        blank=not known,
        validators=[NOT_NEGATIVE],
        help_text=help_text,  # type: ignore[arg-type]
    )


class SafetyItemQuerySet(models.QuerySet["SafetyItem"]):
    def open(self) -> "SafetyItemQuerySet":
        """The items that are not done."""
        return self.filter(done_on=None)


class SafetyItem(Row):
    """One piece of work of the electricity-safety plan of the district, with the office that does it."""

    plan = models.CharField(
        _("electricity-safety plan"),
        max_length=120,
        help_text=_("Number and year of the plan, such as 47/KH-UBND of 2024."),
    )
    title = models.CharField(
        _("piece of work"), max_length=300, help_text=_("As the plan names it, with the place.")
    )
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("done by"),
        help_text=_("The office or commune that the plan charges with it."),
    )
    due = models.DateField(_("due on"), null=True, blank=True, help_text=_("From the plan."))
    done_on = models.DateField(
        _("done on"), null=True, blank=True, help_text=_("The day of the record that says so.")
    )
    result = models.CharField(
        _("result"), max_length=300, blank=True, help_text=_("What was done, how much, where.")
    )
    cost = money(_("cost (million VND)"), _("As settled; blank where nobody said."))

    objects = SafetyItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the electricity-safety plan")
        verbose_name_plural = _("electricity-safety plan")
        ordering = (F("due").asc(nulls_last=True), "title", "pk")
        constraints = (
            once("safety_item_once", "plan", "title", "agency"),
            never_negative("safety_item_figures", "cost"),
        )
        indexes = (models.Index(fields=["locality", "due"], name="safety_item_due"),)

    def __str__(self) -> str:
        return self.title


class Checked(models.TextChoices):
    """What a check of electricity safety looks at."""

    CORRIDOR = "corridor", _("corridor of a power line")
    STATION = "station", _("substation")
    ESTABLISHMENT = "establishment", _("production establishment")
    PUMP = "pump", _("pumping station, pond")
    BEHIND_METER = "meter", _("lines behind the meter")


class ElectricityCheck(CommuneRow, Concerning):
    """A check of electricity safety at one place; `about` is the establishment where it is one."""

    personal: ClassVar = ("place", "fold", "__str__")

    place = models.CharField(
        _("what was checked"),
        max_length=200,
        help_text=_("Line, station or establishment, always written alike."),
    )
    kind = models.CharField(
        _("kind of place"), max_length=13, choices=Checked, help_text=_("What the record is about.")
    )
    on = models.DateField(_("checked on"), help_text=_("The day on the record."))
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("checked by"),
        help_text=_("The office that led the check."),
    )
    faults = count(_("faults found"), _("0 where everything was in order."))
    mended = count(_("faults mended"), _("How many of them are mended by now."))
    remark = models.CharField(
        _("what has to be put right"), max_length=300, blank=True, help_text=_("From the record.")
    )

    class Meta:
        verbose_name = _("check of electricity safety")
        verbose_name_plural = _("checks of electricity safety")
        ordering = ("-on", "place", "pk")
        constraints = (
            once("electricity_check_once", "commune", "place", "on"),
            models.CheckConstraint(
                condition=Q(mended=None) | Q(mended__lte=F("faults")),
                name="electricity_check_mended",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "on"], name="electricity_check_day"),
            models.Index(fields=["locality", "commune"], name="electricity_check_commune"),
        )

    def __str__(self) -> str:
        return self.place


class IncidentKind(models.TextChoices):
    ACCIDENT = "accident", _("accident to people")
    FIRE = "fire", _("fire or explosion by electricity")
    CORRIDOR = "corridor", _("corridor violated")
    OUTAGE = "outage", _("fault of grid or station")


class ElectricityIncident(CommuneRow):
    """An accident, a fire or a fault of the grid."""

    not_public: ClassVar = True

    on = models.DateField(_("happened on"), help_text=_("The day on the record."))
    kind = models.CharField(
        _("kind of incident"),
        max_length=8,
        choices=IncidentKind,
        help_text=_("What it mainly was."),
    )
    place = models.CharField(
        _("where it happened"),
        max_length=200,
        help_text=_("Hamlet, line or establishment; no names of people."),
    )
    cause = models.CharField(
        _("cause"),
        max_length=300,
        blank=True,
        help_text=_("From the record; blank until it is known."),
    )
    deaths = count(_("deaths"), _("0 where there was none."))
    injured = count(_("injured"), _("0 where there was nobody."))
    damage = money(_("damage (million VND)"), _("As estimated in the record."))
    settled_on = models.DateField(
        _("settled on"),
        null=True,
        blank=True,
        help_text=_("The day power and safety were restored."),
    )

    class Meta:
        verbose_name = _("electricity incident")
        verbose_name_plural = _("electricity incidents")
        ordering = ("-on", "place", "pk")
        constraints = (
            once("electricity_incident_once", "commune", "on", "place"),
            never_negative("electricity_incident_figures", "damage"),
        )
        indexes = (models.Index(fields=["locality", "on"], name="electricity_incident_day"),)

    def __str__(self) -> str:
        return f"{capfirst(self.get_kind_display())}, {self.place}"


class SourceKind(models.TextChoices):
    ROOF = "roof", _("solar power on a roof")
    GROUND = "ground", _("solar power on the ground or water")
    WIND = "wind", _("wind power")
    BIOMASS = "biomass", _("biomass (husk, straw)")
    BIOGAS = "biogas", _("biogas")


class RenewableSource(CommuneRow, Placed, Concerning):
    """A source of renewable energy; `about` is the establishment that runs it where it stands in a register."""

    personal: ClassVar = ("name", "fold", "__str__")

    name = models.CharField(
        _("renewable source"),
        max_length=200,
        help_text=_("Of whom and where, always written alike: roof of the cold store."),
    )
    kind = models.CharField(
        _("kind of source"), max_length=7, choices=SourceKind, help_text=_("From its papers.")
    )
    power = amount(
        _("power (kWp)"), _("From its papers; of wind, biomass and biogas the kW."), known=True
    )
    started_on = models.DateField(
        _("runs since"), help_text=_("The day it was connected or taken into use.")
    )
    stopped_on = models.DateField(
        _("taken down on"), null=True, blank=True, help_text=_("The day it stopped for good.")
    )
    farming = models.BooleanField(
        _("together with green farming"),
        default=False,
        help_text=_("Marked where crops, mushrooms or fish grow under or beside it."),
    )
    notice = models.CharField(
        _("notice or permit"),
        max_length=120,
        blank=True,
        help_text=_("Number of the notice, registration or permit; blank where none came."),
    )

    class Meta:
        verbose_name = _("source of renewable energy")
        verbose_name_plural = _("sources of renewable energy")
        ordering = ("name", "pk")
        constraints = (
            once("renewable_source_once", "commune", "name", "started_on"),
            models.CheckConstraint(condition=Q(power__gt=0), name="renewable_source_power"),
            models.CheckConstraint(
                condition=Q(stopped_on=None) | Q(stopped_on__gte=F("started_on")),
                name="renewable_source_ends_after_it_begins",
            ),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="renewable_source_commune"),
            models.Index(fields=["locality", "started_on"], name="renewable_source_day"),
        )

    def __str__(self) -> str:
        return self.name


class SavingKind(models.TextChoices):
    LIGHTING = "lighting", _("lighting")
    MOTORS = "motors", _("motors, inverters, pumps")
    HEAT = "heat", _("boilers, dryers, heat recovery")
    COLD = "cold", _("cold stores, ice")
    MATERIAL = "material", _("raw materials, by-products")
    WATER = "water", _("water")
    MANAGEMENT = "management", _("energy audit, energy management")


class Saving(CommuneRow, Concerning):
    """A measure by which an establishment saves energy or resources, and what it saves in a year."""

    personal: ClassVar = ("establishment", "fold", "__str__")
    not_public: ClassVar = True

    establishment = models.CharField(
        _("establishment"), max_length=200, help_text=_("Name of the establishment, always alike.")
    )
    kind = models.CharField(
        _("kind of measure"),
        max_length=10,
        choices=SavingKind,
        help_text=_("What it is mainly about."),
    )
    what = models.CharField(
        _("measure"), max_length=200, help_text=_("Such as: inverters on six husk blowers.")
    )
    done_on = models.DateField(_("in use since"), help_text=_("The day it was taken into use."))
    cost = money(_("cost (million VND)"), _("All sources together."))
    support = money(_("supported with (million VND)"), _("From budgets; 0 where there was none."))
    electricity = amount(
        _("electricity saved (kWh a year)"),
        _("As measured over a year; else from its calculation."),
    )
    material = amount(
        _("material saved (tonnes a year)"), _("Raw material, fuel or water; blank where none.")
    )
    worth = money(_("worth of the savings (million VND a year)"), _("As the establishment says."))
    use = amount(
        _("energy used (TOE a year)"),
        _("All energy of the establishment in tonnes of oil equivalent."),
    )

    class Meta:
        verbose_name = _("saving of energy or resources")
        verbose_name_plural = _("savings of energy and resources")
        ordering = ("-done_on", "establishment", "pk")
        constraints = (
            once("energy_saving_once", "commune", "establishment", "what"),
            never_negative(
                *("energy_saving_figures", "cost", "support", "electricity", "material"),
                *("worth", "use"),
            ),
        )
        indexes = (
            models.Index(fields=["locality", "done_on"], name="energy_saving_day"),
            models.Index(fields=["locality", "commune"], name="energy_saving_commune"),
        )

    def __str__(self) -> str:
        return f"{self.establishment}: {self.what}"
