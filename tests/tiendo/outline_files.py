"""A file of outlines as somebody brings it: of a commune, and one of a name that nobody knows."""

import json

from django.core.files.base import ContentFile
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.example.registers.places import rectangle
from tiendo.registers.columns import area_of
from tiendo.registers.models import Import
from tiendo.registers.outlines import services
from tiendo.registers.outlines.services import Reader


def outlines_brought(locality: Locality) -> Import:
    """The file, read and compared."""
    office = Agency.objects.filter(locality=locality, kind="commune").earliest("pk")
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": shape}
        for name, shape in (
            (area_of(office), rectangle(105.1, 10.7, 105.2, 10.8)),
            ("Xã Không Ai Biết", rectangle(105.2, 10.7, 105.3, 10.8)),
        )
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return services.receive(
        reader=Reader(locality.pk, timezone.localdate()),
        file=ContentFile(content, "dia-gioi.geojson"),
        of="",
        actor=User.objects.filter(locality=locality).first(),
        now=timezone.now(),
    )
