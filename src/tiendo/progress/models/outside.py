"""Links by which a body without an account answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class OutsideLink(models.Model):
    """A link to one contribution or one report in a round, for whoever has it, until a day.

    Only the digest of its code is kept; a new link takes the older ones of the same thing away.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, related_name="+")
    contribution = models.ForeignKey(
        "progress.Contribution", models.CASCADE, null=True, related_name="links"
    )
    office_report = models.ForeignKey(
        "progress.OfficeReport", models.CASCADE, null=True, related_name="links"
    )
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(contribution=None, office_report__isnull=False)
                | Q(contribution__isnull=False, office_report=None),
                name="link_to_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.contribution or self.office_report}: {self.expires:%d/%m/%Y}"
