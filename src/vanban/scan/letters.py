"""Where this machine keeps what recognising Vietnamese letters needs, and what it lacks."""

import os
from importlib.util import find_spec
from pathlib import Path

LANGUAGE = "vie"
MODEL = f"{LANGUAGE}.traineddata"
SETTING = "VANBAN_TESSDATA"  # a folder with the model; where it is set no other is looked into
OWN = Path(__file__).parent / "tessdata"
SYSTEM = tuple(
    Path("/usr/share") / folder
    for folder in ("tesseract-ocr/5/tessdata", "tesseract-ocr/4.00/tessdata", "tessdata")
)


def model_folder() -> Path | None:
    """The folder that holds what Tesseract knows of Vietnamese letters, None where there is none."""
    chosen = os.environ.get(SETTING)
    folders = (Path(chosen),) if chosen else (OWN, *SYSTEM)
    return next((folder for folder in folders if (folder / MODEL).is_file()), None)


def lacking() -> str | None:
    """The package that must be installed before scans can be read, None where nothing is lacking."""
    if find_spec("tesserocr") is None:
        return "tesserocr"
    return "tesseract-ocr-vie" if model_folder() is None else None
