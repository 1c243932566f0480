"""The box for files that prove something: several at once, dropped on it, chosen, or taken by the camera."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _

from tiendo.progress.proofs.decoding import TooMuch, made_smaller
from tiendo.progress.proofs.photographs import Damaged, Huge
from tiendo.registers.contents import TAKEN, media_type_of
from tiendo.registers.room import refuse_without_room

MOST_FILES = 10
HEIC = "image/heic"
SENTENCES = {
    "damaged": _(
        "“%(name)s” is damaged: the picture cannot be opened. Take it again, or save it as JPEG."
    ),
    "huge": _(
        "“%(name)s” has more than 80 million dots. Make it smaller on the phone or computer and "
        "attach it again."
    ),
    "too-much": _(
        "“%(name)s” could not be opened within half a minute and the memory there is for it. Take it "
        "again, or save it as a smaller JPEG, and attach it again."
    ),
}


class Chosen(list[UploadedFile]):
    """The files that were chosen; `with_data`: what the camera wrote into pictures is to stay."""

    with_data = False


class FilesInput(forms.ClearableFileInput):
    """A box for several files, beside it the camera of a phone and whether the place of a picture stays."""

    allow_multiple_selected = True
    template_name = "proofs/files.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Chosen:
        """The files under this name, from both boxes."""
        chosen = Chosen(file for file in super().value_from_datadict(data, files, name) or ())
        chosen.with_data = bool(data and data.get(f"{name}-data"))
        return chosen


class FilesField(forms.FileField):
    """Several files, each checked by its content; every one that is refused is named with its reason."""

    def __init__(self, **kwargs: Any) -> None:
        accepted = ",".join(f".{ending}" for ending in TAKEN)
        super().__init__(widget=FilesInput(attrs={"accept": accepted}), **kwargs)
        self.kept: list[UploadedFile] = []  # what can be taken, even where another file is refused

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files as they are kept; none is an empty list."""
        files = [file for file in (data or []) if file]
        if len(files) > MOST_FILES:
            raise ValidationError(_("At most %(n)s files go with one report.") % {"n": MOST_FILES})
        taken, problems = [], []
        for file in files:
            try:
                taken.append(as_kept(file, with_data=getattr(data, "with_data", False)))
            except ValidationError as problem:
                problems.append(problem)
        if taken:
            refuse_without_room(sum(file.size or 0 for file in taken))
        self.kept = taken
        if problems:
            raise ValidationError(problems)
        return taken


def as_kept(file: UploadedFile, *, with_data: bool) -> UploadedFile:
    """A file as it is kept: photographs made smaller, all else as it is.

    Raises ValidationError, in words for the person who attached it, when it is not to be taken.
    """
    if not media_type_of(file).startswith("image/"):
        return file
    name = file.name or ""
    try:
        picture = made_smaller(file, with_data=with_data)
    except Damaged as error:
        raise _refusal("damaged", name) from error
    except Huge as error:
        raise _refusal("huge", name) from error
    except TooMuch as error:
        raise _refusal("too-much", name) from error
    finally:
        file.seek(0)
    if picture is None:
        return file
    named = f"{name.rpartition('.')[0] or name}.{picture.ending}"
    return SimpleUploadedFile(named, picture.content, picture.media_type)


def _refusal(problem: str, name: str) -> ValidationError:
    return ValidationError(SENTENCES[problem], problem, {"name": name})
