"""What the page of a cluster shows besides its facts: its land drawn, and what lies in it and leads to it."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.industry.cluster_picture import bars_of
from tiendo.industry.cluster_registers import fullness
from tiendo.industry.models import Cluster
from tiendo.registers.register import REGISTERS

register = template.Library()


@register.inclusion_tag("industry/cluster.html", takes_context=True)
def cluster_land(context: dict[str, Any], row: Cluster) -> dict[str, Any]:
    """The land of a cluster as bars with its occupancy, and the lists of what stands around it.

    `row` comes from the rows of the register, with the land leased now.
    """
    leased = getattr(row, "leased", None)
    around = [
        (each, reverse("registers:rows", args=[each]), reverse("registers:add", args=[each]))
        for each in REGISTERS.values()
        if "cluster" in each.filters and not each.under
    ]
    return {
        "bars": bars_of(row, leased, _("leased now (ha)")),
        "occupancy": fullness(leased, row.leasable_area),
        "around": around,
        "said": f"?cluster={row.pk}",
        "writes": context["writes"],
    }
