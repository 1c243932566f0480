"""Files of other word processors (.doc, .odt, .rtf): LibreOffice turns them into .docx, in a child process.

The child has its own profile, so that nothing of the user's LibreOffice is read or changed; macros, links
and pictures from elsewhere are switched off in it; its memory and its time are bounded, and it is ended
with everything it started.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vanban.model import Finding, Source
from vanban.sources.docx import read_docx
from vanban.sources.html import read_html
from vanban.sources.package import OLE, check_size, old_kind, open_container
from vanban.sources.unreadable import Unreadable

PACKAGE = "libreoffice-writer-nogui"
SECONDS = 120
KILOBYTES = 4_000_000  # of address space
SECTOR = 512  # bytes; streams of an OLE file begin at multiples
WORD_STREAM = b"\xec\xa5"
OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_BOUNDED = f'ulimit -c 0; ulimit -v {KILOBYTES}; exec "$0" "$@"'
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>\n"
)
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "FirstRun", "false"),
    ("Writer/Content/Update", "Link", "0"),
)


def read_office(path: Path) -> Source:
    """The document as LibreOffice turns it into .docx; a .docx or a web page under such a name is read as it is.

    Raises `Unreadable`: empty, too-large, encrypted, old-excel, not-office, no-office, office-failed, office-slow, and
    what `read_docx` raises.
    """
    check_size(path)
    with path.open("rb") as file:
        start = file.read(SECTOR)
    if not start:
        raise Unreadable("empty")
    for fits, reader in _READERS:
        if fits(start):
            return reader(path)
    raise Unreadable("not-office", {"suffix": path.suffix})


def _read_ole(path: Path) -> Source:
    """A .doc file: checked for its kind and a password before LibreOffice sees it."""
    data = path.read_bytes()
    kind = old_kind(data)
    if kind != "old-word":
        raise Unreadable(kind)
    for place in range(SECTOR, len(data) - SECTOR, SECTOR):
        if data[place : place + 2] == WORD_STREAM and data[place + 11] & 1:
            raise Unreadable("encrypted")
    return _converted(path, ".doc", OLD_MACROS in data)


def _read_zip(path: Path) -> Source:
    with open_container(path, "not-office") as container:
        names = set(container.namelist())
        if "mimetype" not in names or "content.xml" not in names:
            return read_docx(path)
        with container.open("mimetype") as part:
            if not part.read(100).startswith(OPEN_TEXT):
                raise Unreadable("not-office", {"suffix": path.suffix})
        with container.open("META-INF/manifest.xml") as part:
            if b"encryption-data" in part.read(SECTOR * 2000):
                raise Unreadable("encrypted")
        macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
    return _converted(path, ".odt", macros)


def _read_rtf(path: Path) -> Source:
    return _converted(path, ".rtf", False)


def _is_page(start: bytes) -> bool:
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<html", b"<!doctype html", b"<?xml")) or b"<html" in head


_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[Path], Source]], ...] = (
    (lambda start: start.startswith(OLE), _read_ole),
    (lambda start: start.startswith(b"PK"), _read_zip),
    (lambda start: start.startswith(b"{\\rtf"), _read_rtf),
    (_is_page, read_html),
)


def _converted(path: Path, suffix: str, macros: bool) -> Source:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable("no-office", {"suffix": suffix, "package": PACKAGE})
    with tempfile.TemporaryDirectory(prefix="vanban-") as folder:
        document = Path(folder) / f"document{suffix}"
        shutil.copyfile(path, document)
        in_time = _convert(program, document)
        made = Path(folder) / "made" / "document.docx"
        if not in_time:
            raise Unreadable("office-slow", {"suffix": suffix, "seconds": str(SECONDS)})
        if not made.is_file():
            raise Unreadable("office-failed", {"suffix": suffix})
        source = read_docx(made)
    notes = (Finding("macros-ignored"),) if macros else ()
    return replace(source, notes=(*source.notes, *notes))


def _convert(program: str, document: Path) -> bool:
    """Let LibreOffice write "made/document.docx" beside the document; whether it ended in time."""
    folder = document.parent
    child = subprocess.Popen(
        _command(program, document),
        env={**_environment(), "HOME": str(folder), "TMPDIR": str(folder)},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return True


def _command(program: str, document: Path) -> list[str]:
    """The command, with a profile of its own that runs no macro and fetches nothing."""
    folder = document.parent
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_PROFILE.format(items=items), encoding="utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    made = ["--convert-to", "docx", "--outdir", str(folder / "made"), str(document)]
    return ["sh", "-c", _BOUNDED, program, own, *_OPTIONS, *made]


def _environment() -> dict[str, str]:
    """What the child needs to know of ours: where programs are. Nothing of proxies or displays."""
    return dict(_kept("PATH", "LANG", "LC_ALL"))


def _kept(*names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        if name in os.environ:
            yield name, os.environ[name]
