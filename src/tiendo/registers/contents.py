"""What kind of file somebody attached, told by its content: a name proves nothing.

Documents, tables, pictures and plain text are taken. Programs, archives, pages and documents with
macros are refused, whatever they are called, with a sentence that says what to do.
"""

from collections.abc import Collection
from pathlib import PurePath
from zipfile import ZipFile

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tiendo.agencies.workbooks import BROKEN

LARGEST = 20_000_000  # bytes
HEAD = 4096

PDF = "application/pdf"
OPEN_XML = "application/vnd.openxmlformats-officedocument."
DOCX = OPEN_XML + "wordprocessingml.document"
XLSX = OPEN_XML + "spreadsheetml.sheet"
PPTX = OPEN_XML + "presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OLD_OFFICE = "application/x-ole-storage"
TEXT = "text/plain"

# The endings under which each kind goes.
ENDINGS = {
    PDF: {"pdf"},
    DOCX: {"docx"},
    XLSX: {"xlsx"},
    PPTX: {"pptx"},
    ODT: {"odt"},
    ODS: {"ods"},
    OLD_OFFICE: {"doc", "xls", "ppt"},
    "image/png": {"png"},
    "image/jpeg": {"jpg", "jpeg", "jfif"},
    "image/gif": {"gif"},
    "image/webp": {"webp"},
    "image/tiff": {"tif", "tiff"},
    "image/heic": {"heic", "heif"},
    TEXT: {"txt", "csv"},
}
TAKEN = sorted(ending for endings in ENDINGS.values() for ending in endings)
OFFICE_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
MACROS = "vbaproject.bin"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Word and Excel wrote until 2007, and installers still do
OLE_PARTS = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
OLE_MACROS = "_VBA_PROJECT"
HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"dex\n")

REFUSED = {
    "program": _(
        "“%(name)s” is a program, not a document. Save what it shows as PDF or Excel and attach that."
    ),
    "macros": _(
        "“%(name)s” carries macros. Save it without macros (.docx, .xlsx) and attach it again."
    ),
    "archive": _("“%(name)s” is an archive. Unpack it and attach the documents one by one."),
    "damaged": _("“%(name)s” is damaged and cannot be opened. Save it anew and attach it again."),
    "empty": _("“%(name)s” is empty. Choose the file that holds the words."),
    "large": _(
        "“%(name)s” is larger than 20 MB. Make it smaller, or split it, and attach it again."
    ),
    "unknown": _(
        "“%(name)s” is no document or picture. Attach PDF, Word, Excel, a picture or plain text."
    ),
    "misnamed": _(
        "“%(name)s” is called .%(ending)s but its content is of another kind. "
        "Save it under its right kind and attach it again."
    ),
}


def media_type_of(file: UploadedFile) -> str:
    """The media type that the content of `file` shows; the file is left at its beginning.

    Raises ValidationError, in words for the person who attached it, when it is not to be taken.
    """
    name = file.name or ""
    if problem := _problem_of_size(file.size or 0):
        raise refusal(problem, name)
    file.seek(0)
    head = file.read(HEAD)
    try:
        kind = kind_of(head, _members(file, head))
    except BROKEN:
        kind = "damaged"
    finally:
        file.seek(0)
    if kind in REFUSED:
        raise refusal(kind, name)
    if ending_of(name) not in ENDINGS[kind]:
        raise refusal("misnamed", name)
    return kind


def refusal(problem: str, name: str) -> ValidationError:
    """The sentence that refuses the file `name`."""
    return ValidationError(REFUSED[problem], problem, {"name": name, "ending": ending_of(name)})


def ending_of(name: str) -> str:
    """The ending of a file name in lower case without its dot; "" for none."""
    return PurePath(name).suffix[1:].lower()


def kind_of(head: bytes, names: Collection[str] = ()) -> str:
    """The media type of a file that begins with `head`, or a key of `REFUSED`.

    `names` are the parts of a file that is made of parts (zip, old Office), empty for others.
    """
    if not head.strip(b"\0 \r\n\t"):
        return "empty"
    if head.startswith(PROGRAMS):
        return "program"
    if head.startswith(b"PK"):
        return _kind_of_zip(names)
    if head.startswith(OLE):
        return _kind_of_old_office(names)
    return _kind_of_picture(head) or _kind_of_document(head)


def _kind_of_zip(names: Collection[str]) -> str:
    lowered = [name.lower() for name in names]
    if any(name.endswith(MACROS) for name in lowered):
        return "macros"
    for part, kind in OFFICE_PARTS.items():
        if part in lowered and "[content_types].xml" in lowered:
            return kind
    if "content.xml" in lowered and "mimetype" in lowered:
        return ODS if "spreadsheet" in names else ODT
    return "archive"


def _kind_of_old_office(names: Collection[str]) -> str:
    if OLE_MACROS in names:
        return "macros"
    return OLD_OFFICE if names else "program"


def _kind_of_picture(head: bytes) -> str:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "image/tiff"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return "image/heic" if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS else ""


def _kind_of_document(head: bytes) -> str:
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        return PDF
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh")):
        return "archive"
    return TEXT if _is_text(head) else "unknown"


def _is_text(head: bytes) -> bool:
    if b"\0" in head or head.lstrip()[:1] == b"<":
        return False  # a page or a drawing may carry a program
    try:
        head[: HEAD - 4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _problem_of_size(size: int) -> str:
    if size == 0:
        return "empty"
    return "large" if size > LARGEST else ""


def _members(file: UploadedFile, head: bytes) -> list[str]:
    """The names of the parts; an OpenDocument table has "spreadsheet" among them."""
    file.seek(0)
    if head.startswith(OLE):
        content = file.read()
        parts = (*OLE_PARTS, OLE_MACROS)
        return [part for part in parts if part.encode("utf-16-le") in content]
    if not head.startswith(b"PK"):
        return []
    with ZipFile(file) as archive:
        names = archive.namelist()
        if "mimetype" in names and b"spreadsheet" in archive.open("mimetype").read(200):
            names.append("spreadsheet")
    return names
