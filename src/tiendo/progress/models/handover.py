"""What is open at offices that end, and where it goes: previewed, confirmed, and put back when that was wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HandOverState(models.TextChoices):
    PREPARING = "preparing", _("being prepared")
    READY = "ready", _("prepared")
    MOVING = "moving", _("being handed over")
    DONE = "done", _("handed over")
    UNDOING = "undoing", _("being put back")
    UNDONE = "undone", pgettext_lazy("hand-over", "put back")


AT_WORK = (HandOverState.PREPARING, HandOverState.MOVING, HandOverState.UNDOING)


class HandOver(models.Model):
    """All that goes from old offices of a locality to their successors on one day.

    `done` of `total` moves are made while it is being handed over or put back. `stopped_at`: when an error
    ended that; what was done stands, and somebody can let it go on.
    """

    locality_path = "locality"

    locality = models.ForeignKey("agencies.Locality", models.CASCADE, related_name="+")
    effective_on = models.DateField()
    state = models.CharField(max_length=9, choices=HandOverState, default=HandOverState.PREPARING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    prepared_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    reason = models.CharField(_("why it is put back"), max_length=300, blank=True)

    class Meta:
        ordering = ("-effective_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "effective_on"],
                condition=~Q(state=HandOverState.UNDONE),
                name="one_hand_over_of_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.locality}: {self.effective_on:%d/%m/%Y}"

    @property
    def at_work(self) -> bool:
        """Whether the product is busy with it."""
        return self.state in AT_WORK


class MoveState(models.TextChoices):
    PLANNED = "planned", _("to be handed over")
    MOVED = "moved", _("handed over")
    LEFT = "left", _("stays with the old office")
    BACK = "back", _("put back")
    STAYS = "stays", _("stays with the successor")


class HandOverMove(models.Model):
    """One open thing of an old office and where it goes; `mover` says of which kind, `row` is its key.

    `new` is empty while nobody is chosen. `person` is who does the work there, where somebody is placed.
    `before` and `after` are what the mover needs to put it back.
    """

    locality_path = "hand_over__locality"

    hand_over = models.ForeignKey(HandOver, models.CASCADE, related_name="moves")
    mover = models.CharField(max_length=20)
    row = models.PositiveBigIntegerField()
    old = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    new = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    label = models.CharField(max_length=300)
    state = models.CharField(max_length=7, choices=MoveState, default=MoveState.PLANNED)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["hand_over", "mover", "row"], name="hand_over_move_once"
            ),
        )
        indexes = (models.Index(fields=["hand_over", "state"], name="hand_over_state"),)

    def __str__(self) -> str:
        return self.label


class EarlierHolder(models.Model):
    """Under which obligation a period was owed until a day, that day included, before it went to another."""

    locality_path = "obligation__task__plan__locality"

    occurrence = models.ForeignKey(
        "progress.Occurrence", models.CASCADE, related_name="earlier_holders"
    )
    obligation = models.ForeignKey(
        "progress.Obligation", models.CASCADE, related_name="held_earlier"
    )
    until = models.DateField()

    class Meta:
        ordering = ("until", "pk")

    def __str__(self) -> str:
        return f"{self.obligation}: {self.until:%d/%m/%Y}"
