"""Python packages: locked by hash, fetched by uv, never mixed with the system's own."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.places import BOOT, PYTHON, REQUIREMENTS, ROOT, UV, VENV
from tools.terminal import environment, fetch, step, stop

# One lock for every Python and system into it.
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"),
)


def require_writable() -> None:
    """Stop when nothing can be written into the checkout."""
    try:
        with tempfile.TemporaryFile(dir=ROOT):
            return
    except OSError as error:
        stop(
            f"Không ghi được vào thư mục {ROOT}: {error.strerror}.",
            f"The folder {ROOT} cannot be written to: {error.strerror}.",
        )


def install(kind: str) -> None:
    """Bring `.venv` to what requirements/<kind>.txt says; nothing is done when it is there."""
    require_writable()
    _bring_uv()
    if not _starts(PYTHON):
        with step("Môi trường Python / Python environment"):
            fetch([UV, "venv", "--quiet", "--clear", "--python", sys.executable, VENV])
    if _is_installed(kind):
        return
    with step(f"Thư viện Python / Python libraries ({kind}.txt)"):
        fetch([*_pip("install"), "--require-hashes", "-r", REQUIREMENTS / f"{kind}.txt"])
        fetch([*_pip("install"), "--no-deps", "--no-build-isolation", "--editable", ROOT])
    for name in {"main", kind}:
        (VENV / f".installed-{name}").write_text(_digest(name), encoding="utf-8")


def install_node() -> None:
    """Put Node, from its Python wheel, into the environment that fetches."""
    _bring_uv()
    locked = REQUIREMENTS / "assets.txt"
    python = BOOT / "bin" / "python"
    fetch([UV, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", locked])


def lock() -> None:
    """Lock every requirements file anew."""
    _bring_uv()
    for name in ("boot", "assets", "main", "test"):
        target = REQUIREMENTS / f"{name}.txt"
        constraint = ["-c", str(REQUIREMENTS / "main.txt")] if name == "test" else []
        with step(str(target.relative_to(ROOT))):
            fetch([UV, *COMPILE, *constraint, target.with_suffix(".in"), "-o", target])


def _pip(verb: str) -> list[str]:
    return [str(UV), "pip", verb, "--quiet", "--python", str(PYTHON)]


def _bring_uv() -> None:
    """Make `.boot` and put uv into it. A half-made folder is made anew."""
    locked = REQUIREMENTS / "boot.txt"
    mark = BOOT / ".installed-boot"
    if (
        _starts(BOOT / "bin" / "python")
        and mark.exists()
        and mark.read_text("utf-8") == _digest("boot")
    ):
        return
    with step("uv"):
        shutil.rmtree(BOOT, ignore_errors=True)
        fetch([sys.executable, "-m", "venv", BOOT])
        fetch([BOOT / "bin" / "pip", "install", "--quiet", "--require-hashes", "-r", locked])
    mark.write_text(_digest("boot"), encoding="utf-8")


def _starts(python: Path) -> bool:
    """Whether this Python is there and still fits the machine (an environment may have been moved)."""
    try:
        return not subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode
    except OSError:
        return False


def _is_installed(kind: str) -> bool:
    mark = VENV / f".installed-{kind}"
    return mark.exists() and mark.read_text("utf-8") == _digest(kind)


def _digest(kind: str) -> str:
    """What an environment must have been made from: its locked file, and how the product is put in."""
    parts = [REQUIREMENTS / f"{kind}.txt"]
    if kind != "boot":
        parts.append(ROOT / "pyproject.toml")
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def compile_catalogues() -> None:
    with step("Bản dịch / Catalogues"):
        command = [str(PYTHON), "-m", "tiendo.messages"]
        subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
