"""What goes from an office that ends to its successor besides its work: what leaders asked it about targets."""

from django.utils.translation import gettext_lazy as _

from tiendo.agencies.moving import mover_of_open
from tiendo.progress.models import Direction

ON_TARGETS = mover_of_open(
    "directions-on-targets",
    _("Words of leaders on targets that are not answered"),
    lambda: Direction.objects.filter(
        target__isnull=False, answered_at=None, recalled_at=None
    ).select_related("agency"),
)
