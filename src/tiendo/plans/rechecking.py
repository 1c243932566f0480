"""A document that was read before documents were checked: its file is looked at once more."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.history import services as history
from tiendo.plans.files import Missing, readable
from tiendo.plans.models import Intake
from tiendo.plans.screening import checked_at


def check_anew(*, intake: Intake, actor: Any) -> None:
    """Keep the remarks on the file of `intake`; what was read and reviewed stays as it is.

    Raises ValidationError with a sentence when the file is gone, cannot be read, or takes too long.
    """
    if intake.document is None:
        raise ValidationError(_("The file of this document is not here any more."))
    try:
        with readable(intake.document) as path:
            found = checked_at(path)
    except Missing as error:
        raise ValidationError(_("The file of this document is not here any more.")) from error
    with transaction.atomic():
        kept = Intake.objects.select_for_update().get(pk=intake.pk)
        kept.reading = {**kept.reading, "remarks": found["remarks"]}
        history.save(kept, actor=actor)
