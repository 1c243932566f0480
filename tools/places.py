"""Where things lie in the checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOOT = ROOT / ".boot"  # the environment that fetches: uv, and Node where the machine has none
VENV = ROOT / ".venv"  # the environment that runs the product
PYTHON = VENV / "bin" / "python"
UV = BOOT / "bin" / "uv"
REQUIREMENTS = ROOT / "requirements"
WEB = ROOT / "web"
VENDOR = ROOT / "src" / "tiendo" / "ui" / "static" / "vendor"
LETTERS = ROOT / "src" / "vanban" / "scan" / "tessdata" / "vie.traineddata"
CHROMIUM = ROOT / ".chromium"  # a browser unpacked from npm, for machines that have none
