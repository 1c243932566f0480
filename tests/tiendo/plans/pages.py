"""Documents that have pages, of our own words: a PDF, and page images that came in a wrong order."""

import io
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from tests.vanban.made.plans import PLANS
from tests.vanban.made.typeset import write_pdf
from tiendo.plans.leaves import packed
from tiendo.plans.models import Document, Intake, Stage

A4 = (413, 585)  # pixels, at 50 dots an inch
NAMES = ("trang 10.png", "trang 2.png", "trang 1.png")


def paged_plan() -> bytes:
    """A plan with an annex, as a PDF file with a text layer."""
    plan = next(plan for plan in PLANS if plan.annex)
    with tempfile.TemporaryDirectory() as folder:
        return write_pdf(plan, Path(folder) / "ke-hoach.pdf").read_bytes()


def page_image(words: str, kind: str = "PNG") -> bytes:
    """A page with a few words on it, as a picture."""
    page = Image.new("RGB", A4, "white")
    ImageDraw.Draw(page).text((40, 60), words, fill="black")
    stream = io.BytesIO()
    page.save(stream, kind)
    return stream.getvalue()


def page_images() -> list[SimpleUploadedFile]:
    """Three pages in the order in which a file dialog may give them."""
    return [SimpleUploadedFile(name, page_image(name)) for name in NAMES]


def in_wrong_order(person: Any) -> Intake:
    """Page images that wait for somebody to put them in order."""
    now = datetime(2024, 12, 2, tzinfo=UTC)
    with ExitStack() as opened:
        upload, leaves, digest = packed(page_images(), opened)
        document = Document.objects.create(
            locality=person.locality,
            name=upload.name,
            file=upload,
            sha256=digest,
            size=upload.size,
            leaves=leaves,
            uploaded_by=person,
            uploaded_at=now,
        )
    return Intake.objects.create(
        locality=person.locality,
        document=document,
        name=document.name,
        stage=Stage.ORDERING,
        started_by=person,
        started_at=now,
    )
