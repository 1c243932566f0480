"""Raw-material areas, what they yield by year, who buys it, and what vouches for its quality."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.models import Agency
from tiendo.registers.figures import NOT_NEGATIVE, count, hectares, never_negative, once, part_of
from tiendo.registers.models import CommuneRow, Placed, Row


class Material(models.TextChoices):
    """What the plan's processors work on, and what else grows."""

    RICE = "rice", _("rice")
    PANGASIUS = "pangasius", _("pangasius")
    VEGETABLES = "vegetables", _("vegetables")
    FRUIT = "fruit", _("fruit")
    OTHER = "other", _("other material")


def tonnes(label: object, help_text: object) -> models.DecimalField:
    """A quantity in tonnes, to the kilogram; may be unknown."""
    return models.DecimalField(
        label,  # type: ignore[arg-type]
        max_digits=14,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[NOT_NEGATIVE],
        help_text=help_text,  # type: ignore[arg-type]
    )


class MaterialArea(CommuneRow, Placed):
    """An area in one commune that grows one material for processors, from its planning on."""

    personal: ClassVar = ("holder",)

    name = models.CharField(
        _("raw-material area"), max_length=200, help_text=_("As in the plan, with hamlet or zone.")
    )
    material = models.CharField(
        _("material"), max_length=10, choices=Material, help_text=_("The main one of the area.")
    )
    holder = models.CharField(
        _("who runs it"),
        max_length=200,
        blank=True,
        help_text=_("Cooperative, cooperative group or enterprise that speaks for the growers."),
    )
    households = count(_("households"), _("Growers in the area, from the list of the cooperative."))
    code = models.CharField(
        _("code of the growing area"),
        max_length=60,
        blank=True,
        help_text=_("Code given for export, or code of the ponds; blank while there is none."),
    )
    planned_area = hectares(
        _("planned area (ha)"), _("From the planning of raw-material areas."), known=True
    )
    planning = models.CharField(
        _("planning"),
        max_length=120,
        blank=True,
        help_text=_("Number of the decision or plan in which the area stands."),
    )
    planned_on = models.DateField(
        _("planned on"), null=True, blank=True, help_text=_("The day of that decision or plan.")
    )
    began = models.PositiveSmallIntegerField(
        _("delivers since"),
        null=True,
        blank=True,
        help_text=_("The first year in which it delivered to a processor."),
    )
    ended_on = models.DateField(
        _("taken out on"),
        null=True,
        blank=True,
        help_text=_("The day it was taken out or turned over."),
    )

    class Meta:
        verbose_name = _("raw-material area")
        verbose_name_plural = _("raw-material areas")
        ordering = ("name", "pk")
        constraints = (
            once("material_area_once", "commune", "name"),
            never_negative("material_area_figures", "households", "planned_area"),
        )
        indexes = (
            models.Index(fields=["locality", "commune"], name="material_area_commune"),
            models.Index(fields=["locality", "material"], name="material_area_material"),
        )

    def __str__(self) -> str:
        return self.name


class AreaYear(Row):
    """What an area grew in a year, and how much of it was promised to processors."""

    area = models.ForeignKey(
        MaterialArea, models.CASCADE, related_name="years", verbose_name=_("raw-material area")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The calendar year of these figures, such as 2023.")
    )
    grown = hectares(
        _("grown area (ha)"), _("Land or water used; a field with three crops counts once.")
    )
    output = tonnes(_("output (tonnes)"), _("Of all crops or harvests of the year."))
    contracted = tonnes(
        _("output under contract (tonnes)"), _("The part of it that processors took by contract.")
    )
    certified = hectares(
        _("certified area (ha)"),
        _("The part with a certificate of quality at the end of the year."),
    )
    converted = hectares(
        _("turned over to this material (ha)"),
        _("Land that grew something else the year before; 0 where there was none."),
    )

    class Meta:
        verbose_name = _("year of a raw-material area")
        verbose_name_plural = _("raw-material areas by year")
        ordering = ("-year", "area__name", "pk")
        constraints = (
            once("area_year_once", "area", "year"),
            never_negative(
                *("area_year_figures", "grown", "output", "contracted", "certified", "converted")
            ),
            part_of(
                "area_year_certified", "certified", "grown", _("It is a part of the grown area.")
            ),
        )
        indexes = (models.Index(fields=["locality", "year"], name="area_year_year"),)

    def __str__(self) -> str:
        return f"{self.area} {self.year}"


class SupplyContract(Row):
    """A contract by which a processor takes the material of an area."""

    not_public: ClassVar = True

    area = models.ForeignKey(
        MaterialArea, models.CASCADE, related_name="contracts", verbose_name=_("raw-material area")
    )
    processor = models.CharField(
        _("processor"), max_length=200, help_text=_("Name of the buyer, always written alike.")
    )
    number = models.CharField(
        _("number of the contract"), max_length=60, help_text=_("As on its first page.")
    )
    signed_on = models.DateField(_("signed on"), help_text=_("The day of the signatures."))
    until = models.DateField(
        _("runs to"), null=True, blank=True, help_text=_("Its last day; blank where none is said.")
    )
    covered = hectares(_("area under contract (ha)"), _("Blank where only a quantity is said."))
    quantity = tonnes(_("quantity a year (tonnes)"), _("Blank where only an area is said."))

    class Meta:
        verbose_name = _("supply contract")
        verbose_name_plural = _("supply contracts")
        ordering = ("-signed_on", "processor", "pk")
        constraints = (
            once("supply_contract_once", "area", "processor", "number"),
            never_negative("supply_contract_figures", "covered", "quantity"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("signed_on")),
                name="supply_contract_ends_after_it_begins",
            ),
        )
        indexes = (models.Index(fields=["locality", "signed_on"], name="supply_contract_day"),)

    def __str__(self) -> str:
        return f"{self.number}, {self.processor}"


class Scheme(models.TextChoices):
    """What a certificate vouches for; the value is the end of the code of its norm."""

    VIETGAP = "vietgap", "VietGAP"
    GLOBALGAP = "globalgap", "GlobalG.A.P."
    ASC = "asc", "ASC"
    BAP = "bap", "BAP"
    ORGANIC = "huu-co", _("organic")
    SAFE = "an-toan", _("food-safety conditions")


class QualityCertificate(Row):
    """A certificate of quality or food safety of an area."""

    area = models.ForeignKey(
        MaterialArea,
        models.CASCADE,
        related_name="certificates",
        verbose_name=_("raw-material area"),
    )
    scheme = models.CharField(
        _("certified by the rules of"), max_length=9, choices=Scheme, help_text=_("As on it.")
    )
    number = models.CharField(
        _("number of the certificate"), max_length=60, help_text=_("As on the certificate.")
    )
    issued_by = models.CharField(
        _("certifying body"), max_length=120, blank=True, help_text=_("Who signed it.")
    )
    issued_on = models.DateField(_("certified on"), help_text=_("The day on the certificate."))
    valid_to = models.DateField(_("valid to"), help_text=_("The last day printed on it."))
    covered = hectares(_("area it covers (ha)"), _("From the certificate or its annex."))

    class Meta:
        verbose_name = _("certificate of quality")
        verbose_name_plural = _("certificates of quality")
        ordering = ("-issued_on", "area__name", "pk")
        constraints = (
            once("quality_certificate_once", "area", "scheme", "number"),
            never_negative("quality_certificate_figures", "covered"),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("issued_on")),
                name="quality_certificate_ends_after_it_begins",
            ),
        )
        indexes = (models.Index(fields=["locality", "valid_to"], name="quality_certificate_end"),)

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.number}"


class Rating(models.TextChoices):
    """Ratings of food safety: Circular 38/2018/TT-BNNPTNT; the value is the end of the code of its norm."""

    A = "a", "A"
    B = "b", "B"
    C = "c", "C"


class SafetyCheck(Row):
    """A check of food safety in an area, with what was sampled."""

    not_public: ClassVar = True

    area = models.ForeignKey(
        MaterialArea, models.CASCADE, related_name="checks", verbose_name=_("raw-material area")
    )
    on = models.DateField(_("checked on"), help_text=_("The day on the record."))
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        related_name="+",
        verbose_name=_("checked by"),
        help_text=_("The office that led the check."),
    )
    subject = models.CharField(
        _("what was checked"),
        max_length=200,
        help_text=_("Ponds, spraying records, sorting house, such as: 6 ponds of pangasius."),
    )
    rating = models.CharField(
        _("rating"),
        max_length=1,
        choices=Rating,
        blank=True,
        help_text=_("A, B or C of the record."),
    )
    samples = count(_("samples taken"), _("0 where none was taken."))
    failed = count(_("samples that failed"), _("From the slips; blank until they come."))
    remark = models.CharField(
        _("what has to be put right"), max_length=300, blank=True, help_text=_("From the record.")
    )

    class Meta:
        verbose_name = _("food-safety check")
        verbose_name_plural = _("food-safety checks")
        ordering = ("-on", "area__name", "pk")
        constraints = (
            once("food_safety_check_once", "area", "on", "subject"),
            part_of(
                *("food_safety_check_failed", "failed", "samples"),
                _("No more samples can fail than were taken."),
            ),
        )
        indexes = (models.Index(fields=["locality", "on"], name="food_safety_check_day"),)

    def __str__(self) -> str:
        return f"{self.area}, {self.on:%d/%m/%Y}"
