"""Jobs that were found and jobs that were lost, by quarter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tiendo.registers.figures import count, once, part_of
from tiendo.registers.models import CommuneRow, Concerning


class Quarter(models.TextChoices):
    FIRST = "1", _("quarter I")
    SECOND = "2", _("quarter II")
    THIRD = "3", _("quarter III")
    FOURTH = "4", _("quarter IV")


class JobKind(models.TextChoices):
    """Where people found work."""

    INDUSTRY = "industry", _("industry and handicrafts")
    SERVICES = "services", _("trade and services")
    FARM = "farm", _("agriculture")
    OUTSIDE = "outside", _("outside the locality")
    ABROAD = "abroad", _("abroad under a contract")


class JobQuarter(CommuneRow, Concerning):
    """How many found work in a quarter at one place or in one commune, and how many lost it.

    Found is gross: everybody who was placed. With those who left the change is net. Unknown is blank; nobody is zero.
    """

    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The calendar year of these figures, such as 2023.")
    )
    quarter = models.CharField(
        _("quarter"), max_length=1, choices=Quarter, help_text=_("The quarter of the list.")
    )
    kind = models.CharField(
        _("kind of job"), max_length=8, choices=JobKind, help_text=_("What the new job is.")
    )
    establishment = models.CharField(
        _("establishment"),
        max_length=200,
        blank=True,
        help_text=_("Blank for all smaller places of a commune together."),
    )
    found = models.PositiveIntegerField(
        _("people who found work"), help_text=_("Everybody placed in the quarter, whoever left.")
    )
    women = count(_("of them women"), _("From the same list."))
    from_farm = count(
        _("of them from farm work"), _("Who worked in agriculture before, as the list says.")
    )
    lost = count(
        _("people who lost or left work"),
        _("At the same place in the same quarter; 0 where nobody did, blank when not known."),
    )

    class Meta:
        verbose_name = _("jobs in a quarter")
        verbose_name_plural = _("jobs by quarter")
        ordering = ("-year", "-quarter", "commune", "pk")
        constraints = (
            once("job_quarter_once", "commune", "establishment", "kind", "year", "quarter"),
            part_of(
                *("job_quarter_women", "women", "found"),
                _("A part cannot be more than all who found work."),
            ),
            part_of(
                *("job_quarter_from_farm", "from_farm", "found"),
                _("A part cannot be more than all who found work."),
            ),
        )
        indexes = (models.Index(fields=["locality", "year", "quarter"], name="job_quarter_year"),)

    def __str__(self) -> str:
        where = self.establishment or self.commune.label
        return f"{where}, {self.get_quarter_display()} {self.year}"
