"""Localities, their offices, what the offices are called, groups whose members have dates, and who follows whom."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Locality(models.Model):
    """One administration with its own plans and people; every root row belongs to one."""

    locality_path = ""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    code = models.CharField(_("administrative code"), max_length=10, blank=True)
    practice = models.BooleanField(_("for practice"), default=False)

    def __str__(self) -> str:
        return self.name


class Kind(models.TextChoices):
    COMMITTEE = "committee", _("people's committee")
    OFFICE = "office", _("specialised office")
    COMMUNE = "commune", _("commune or ward")
    DEPARTMENT = "department", _("provincial department")
    CENTRE = "centre", _("public service unit")
    ORGANISATION = "organisation", _("Front or mass organisation")
    OTHER = "other", _("other")


class AgencyQuerySet(models.QuerySet["Agency"]):
    def in_force(self, day: date) -> "AgencyQuerySet":
        """The offices that exist on `day`."""
        return self.filter(_in_force(day))

    def ended(self, day: date) -> "AgencyQuerySet":
        """The offices whose last day was before `day`."""
        return self.filter(valid_to__lt=day)

    def with_successions(self) -> "AgencyQuerySet":
        """Each with `in_succession`: whether it follows another office, or another follows it."""
        either = models.Q(predecessor=models.OuterRef("pk")) | models.Q(
            successor=models.OuterRef("pk")
        )
        return self.annotate(in_succession=models.Exists(Succession.objects.filter(either)))


class Agency(models.Model):
    """An office or body. `fold` and `sort_key` are its name for searching and for sorting, written by services."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    name = models.CharField(_("official name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OFFICE)
    identifier = models.CharField(_("identifier"), max_length=35, blank=True)
    old_identifier = models.CharField(_("identifier, old style"), max_length=13, blank=True)
    code = models.CharField(_("code of the area"), max_length=10, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("belongs to")
    )
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)
    fold = models.CharField(max_length=400, db_index=True)
    sort_key = models.CharField(max_length=800)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ("sort_key", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to=None)
                | Q(valid_from=None)
                | Q(valid_to__gte=models.F("valid_from")),
                name="agency_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The short name where there is one: for tables and lists."""
        return self.short_name or self.name


class SuccessionKind(models.TextChoices):
    MERGER = "merger", _("merger")
    SPLIT = "split", _("split")
    RENAMING = "renaming", _("renaming")
    DISSOLUTION = "dissolution", _("dissolution")


class Succession(models.Model):
    """What becomes of an office on a day: another follows it, for all or for a part of its work, or nobody does.

    A part is a `share` of the work, or a `field` in words where the work goes by field. An area that gets
    another extent under its old code is another office: an office is its code and the days it exists.
    """

    locality_path = "predecessor__locality"

    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="followed_by")
    successor = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="follows")
    kind = models.CharField(_("what happens"), max_length=11, choices=SuccessionKind)
    effective_on = models.DateField(_("from"))
    share = models.DecimalField(_("share"), max_digits=5, decimal_places=4, null=True)
    field = models.CharField(_("field"), max_length=200, blank=True)
    document = models.CharField(_("number and symbol"), max_length=100, blank=True)
    document_on = models.DateField(_("of the day"), null=True)

    class Meta:
        ordering = ("effective_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")), name="succession_by_another"
            ),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__gt=0, share__lte=1), name="succession_share"
            ),
        )
        indexes = (models.Index(fields=["effective_on"], name="succession_day"),)

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '—'}"


class Group(models.Model):
    """Several offices meant by one phrase: "UBND các xã, thị trấn"."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    name = models.CharField(_("name"), max_length=200)
    fold = models.CharField(max_length=400, db_index=True)
    sort_key = models.CharField(max_length=800)

    class Meta:
        ordering = ("sort_key", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.name

    def on(self, day: date) -> list["GroupMember"]:
        """Who belongs to it on `day`, of members that were fetched with it."""
        return [member for member in self.members.all() if member.in_force(day)]


class GroupMember(models.Model):
    """An office in a group, from a day to a day."""

    locality_path = "group__locality"

    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="groups")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["group", "agency", "valid_from"], name="group_member_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None)
                | Q(valid_from=None)
                | Q(valid_to__gte=models.F("valid_from")),
                name="group_member_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group}: {self.agency}"

    def in_force(self, day: date) -> bool:
        """Whether the office belongs to the group on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class KnownName(models.Model):
    """A name by which documents call an office or a group; `key` is the name without spaces, marks and case."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    text = models.CharField(_("as written"), max_length=300)
    key = models.CharField(max_length=300, db_index=True)
    agency = models.ForeignKey(Agency, models.CASCADE, null=True, related_name="known_names")
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="known_names")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(agency=None, group__isnull=False) | Q(agency__isnull=False, group=None),
                name="known_name_of_one",
            ),
        )

    def __str__(self) -> str:
        return self.text


class HolidayKind(models.TextChoices):
    OFF = "off", _("day off")
    WORKING = "working", _("worked to make up")


class HolidayQuerySet(models.QuerySet["Holiday"]):
    def table(self) -> dict[date, bool]:
        """The days that differ from the week, for the rules in `workdays`: True for one that is worked."""
        rows = self.values_list("day", "kind")
        return {day: kind == HolidayKind.WORKING for day, kind in rows}


class Holiday(models.Model):
    """A day on which the offices of a locality do not work, or a Saturday or Sunday on which they do."""

    locality_path = "locality"

    locality = models.ForeignKey(Locality, models.CASCADE)
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=7, choices=HolidayKind, default=HolidayKind.OFF)
    name = models.CharField(_("name"), max_length=200)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=["locality", "day"], name="holiday_once"),)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"


def _in_force(day: date) -> Q:
    return (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))


def members_on(group: Group, day: date) -> list[Agency]:
    """The offices that belong to `group` on `day`, in the order of their names."""
    rows = group.members.filter(_in_force(day)).select_related("agency__parent")
    return sorted((row.agency for row in rows), key=lambda agency: agency.sort_key)
