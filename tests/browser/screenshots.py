"""Write a picture of every page: empty and full, 390 and 1440 px wide, in Vietnamese and English.

    python -m tests.browser.screenshots [FOLDER]

FOLDER lies outside the checkout; without it a new one is made in the system's place for such files.
"""

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django

from tests.browser.chromium import ROOT, find_chromium
from tests.browser.driver import open_browser


def main(arguments: list[str]) -> int:
    """Take the pictures and print where they are; 1 without a browser or inside the checkout."""
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp(prefix="man-hinh-")).resolve()
    chromium = find_chromium()
    if chromium is None or folder.is_relative_to(ROOT):
        print("Không có Chromium, hoặc thư mục nằm trong mã nguồn.", file=sys.stderr)  # noqa: T201
        print("No Chromium, or the folder lies inside the checkout.", file=sys.stderr)  # noqa: T201
        return 1
    with tempfile.TemporaryDirectory() as homes, open_browser(chromium) as browser:
        os.environ |= {"TIENDO_HOME": homes, "DJANGO_SETTINGS_MODULE": "tiendo.settings"}
        django.setup()
        pictures = import_module("tests.browser.pictures")  # needs Django to be set up
        for path in pictures.take_all(browser, Path(homes), folder):
            print(path.relative_to(folder), flush=True)  # noqa: T201
    print(folder)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
