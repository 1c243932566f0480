"""Say in one sentence why this Python cannot set the product up, or say nothing.

Runs before everything else, on whatever Python 3 there is: only words that old versions know.
"""

import importlib.util
import sys

NEEDED = (3, 11)


def complaint(version: "tuple[int, ...]", has_venv: bool) -> str:
    """Return what is wrong, in Vietnamese and in English, or an empty string."""
    here = "%d.%d" % version[:2]  # noqa: UP031  an old Python has to be able to read this file
    if version[:2] < NEEDED:
        return (
            "Cần Python 3.11 trở lên, máy này có Python " + here + "; "
            "nếu có bản mới hơn: make run PYTHON=python3.12 / "
            "Python 3.11 or newer is needed, this is Python " + here + "; "
            "if there is a newer one: make run PYTHON=python3.12"
        )
    if not has_venv:
        return (
            "Thiếu gói python3-venv: sudo apt install python3-venv / "
            "The package python3-venv is missing: sudo apt install python3-venv"
        )
    return ""


def main() -> int:
    parts = ("venv", "ensurepip")
    said = complaint(sys.version_info[:3], all(importlib.util.find_spec(part) for part in parts))
    if said:
        sys.stderr.write(said + "\n")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
