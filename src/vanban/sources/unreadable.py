"""Why a file cannot be read, in a sentence that says what is wrong and what to do."""

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "missing": {
        "vi": "Không mở được tệp “{name}”. Hãy kiểm tra đường dẫn và quyền đọc tệp.",
        "en": "The file “{name}” cannot be opened. Check the path and the right to read it.",
    },
    "unknown-format": {
        "vi": "Chưa đọc được tệp có đuôi “{suffix}”. Đọc được: Word (.docx, .doc, .odt, .rtf), PDF (.pdf), "
        "ảnh quét (.png, .jpg, .tif), Excel (.xlsx), tệp văn bản (.txt, .md) và trang web (.html).",
        "en": "Files ending in “{suffix}” cannot be read yet. What can be read: Word (.docx, .doc, .odt, "
        ".rtf), PDF (.pdf), scanned pictures (.png, .jpg, .tif), Excel (.xlsx), text (.txt, .md) and web "
        "pages (.html).",
    },
    "empty": {
        "vi": "Tệp rỗng (0 byte). Hãy kiểm tra lại tệp gốc rồi tải lên lần nữa.",
        "en": "The file is empty (0 bytes). Check the original and upload it again.",
    },
    "too-large": {
        "vi": "Tệp nặng {size} MB, vượt mức cho phép là {limit} MB. "
        "Hãy bỏ bớt hình ảnh hoặc chỉ gửi phần văn bản của kế hoạch.",
        "en": "The file is {size} MB, more than the {limit} MB allowed. "
        "Take out pictures or send only the text of the plan.",
    },
    "too-long": {
        "vi": "Văn bản có {lines} dòng, vượt mức cho phép là {limit} dòng. Hãy chỉ gửi phần văn "
        "bản của kế hoạch.",
        "en": "The text has {lines} lines, more than the {limit} allowed. Send only the text of "
        "the plan.",
    },
    "long-line": {
        "vi": "Dòng {line} dài {length} ký tự, vượt mức cho phép là {limit}: văn bản không được "
        "ngắt dòng. Hãy mở tệp gốc và lưu thành .docx, mỗi đoạn một dòng.",
        "en": "Line {line} has {length} characters, more than the {limit} allowed: the text is not "
        "broken into lines. Open the original and save it as .docx, one line for each paragraph.",
    },
    "wrong-kind": {
        "vi": "Tệp này là tệp {kind} dù tên tệp nói khác. "
        "Hãy mở bằng đúng chương trình của nó và lưu thành .docx hoặc .txt.",
        "en": "This is a {kind} file although its name says otherwise. "
        "Open it with its own program and save it as .docx or .txt.",
    },
    "binary": {
        "vi": "Tệp này chứa dữ liệu nhị phân, không phải văn bản. "
        "Hãy mở bằng đúng chương trình của nó và lưu thành .docx hoặc .txt.",
        "en": "This file holds binary data, not text. "
        "Open it with its own program and save it as .docx or .txt.",
    },
    "not-unicode": {
        "vi": "Không nhận ra bảng mã của tệp. Hãy mở tệp, chọn lưu với mã UTF-8 (Unicode) rồi "
        "tải lên lại.",
        "en": "The encoding of the file is not known. Open it, save it as UTF-8 (Unicode) and "
        "upload it again.",
    },
    "not-docx": {
        "vi": "Tệp mang đuôi .docx nhưng không phải tài liệu Word. "
        "Hãy mở tệp gốc bằng Word và chọn Lưu thành, kiểu .docx.",
        "en": "The name ends in .docx but the file is not a Word document. "
        "Open the original in Word and choose Save as, type .docx.",
    },
    "old-word": {
        "vi": "Đây là tài liệu Word đời cũ (.doc). Hãy mở bằng Word và chọn Lưu thành, kiểu .docx.",
        "en": "This is a Word document of the old kind (.doc). Open it in Word and choose Save "
        "as, type .docx.",
    },
    "encrypted": {
        "vi": "Tài liệu được đặt mật khẩu. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu (Tệp > Thông tin > "
        "Bảo vệ) rồi lưu lại.",
        "en": "The document is protected by a password. Open it in Word or Excel, remove the password "
        "(File > Info > Protect) and save it.",
    },
    "macros": {
        "vi": "Tệp có chứa macro (chương trình chạy kèm) nên không được mở. Hãy mở bằng Word hoặc Excel và "
        "chọn Lưu thành, kiểu .docx hoặc .xlsx (không có macro).",
        "en": "The file carries macros (programs that run along) and was not opened. Open it in Word or "
        "Excel and choose Save as, type .docx or .xlsx (without macros).",
    },
    "not-xlsx": {
        "vi": "Tệp mang đuôi .xlsx nhưng không phải bảng tính Excel. "
        "Hãy mở tệp gốc bằng Excel và chọn Lưu thành, kiểu .xlsx.",
        "en": "The name ends in .xlsx but the file is not an Excel workbook. "
        "Open the original in Excel and choose Save as, type .xlsx.",
    },
    "old-excel": {
        "vi": "Đây là bảng tính Excel đời cũ (.xls). Hãy mở bằng Excel và chọn Lưu thành, kiểu .xlsx.",
        "en": "This is an Excel workbook of the old kind (.xls). Open it in Excel and choose Save as, "
        "type .xlsx.",
    },
    "not-office": {
        "vi": "Tệp mang đuôi {suffix} nhưng nội dung không phải loại tệp đó. "
        "Hãy mở tệp gốc và lưu thành .docx.",
        "en": "The name ends in {suffix} but the file is of another kind. "
        "Open the original and save it as .docx.",
    },
    "no-office": {
        "vi": "Máy chủ chưa có LibreOffice để đọc tệp {suffix}. Hãy cài gói {package} "
        "(sudo apt install {package}), hoặc mở tệp bằng Word và lưu thành .docx.",
        "en": "This machine has no LibreOffice, which reads {suffix} files. Install the package {package} "
        "(sudo apt install {package}), or open the file in Word and save it as .docx.",
    },
    "office-failed": {
        "vi": "LibreOffice không mở được tệp {suffix} này: tệp bị hỏng hoặc đòi nhiều bộ nhớ hơn mức cho phép. "
        "Hãy mở tệp bằng Word và lưu thành .docx.",
        "en": "LibreOffice could not open this {suffix} file: it is damaged, or takes more memory than it may. "
        "Open the file in Word and save it as .docx.",
    },
    "office-slow": {
        "vi": "LibreOffice không chuyển xong tệp {suffix} này trong {seconds} giây. "
        "Hãy mở tệp bằng Word và lưu thành .docx.",
        "en": "LibreOffice did not convert this {suffix} file within {seconds} seconds. "
        "Open the file in Word and save it as .docx.",
    },
    "damaged": {
        "vi": "Tài liệu bị hỏng hoặc thiếu phần ({part}). "
        "Hãy mở bằng chương trình của nó (Word, Excel), chọn sửa chữa nếu được hỏi, lưu thành tệp mới rồi tải lên lại.",
        "en": "The document is damaged or incomplete ({part}). "
        "Open it in its program (Word, Excel), let it repair the file if it asks, save it as a new file and upload "
        "that.",
    },
    "page-damaged": {
        "vi": "Trang web này bị hỏng: các thẻ lồng nhau hoặc mang thuộc tính nhiều đến mức không đọc hết được. "
        "Hãy mở bằng trình duyệt, chọn In, lưu thành tệp PDF rồi tải tệp đó lên.",
        "en": "This web page is damaged: its tags are nested, or carry attributes, beyond what can be read to the "
        "end. Open it in a browser, choose Print, save it as PDF and upload that file.",
    },
    "picture-damaged": {
        "vi": "Ảnh “{name}” bị hỏng hoặc chưa tải về hết. Hãy mở thử ảnh; nếu không xem được, hãy quét hoặc chụp lại "
        "trang này.",
        "en": "The picture “{name}” is damaged or was not downloaded completely. Try to open it; if it cannot be "
        "seen, scan or photograph the page again.",
    },
    "too-much-inside": {
        "vi": "Tệp chứa {count} ô, đoạn hoặc phần, vượt mức cho phép là {limit}. Hãy xóa các trang tính và các dòng "
        "thừa (kể cả dòng trống có kẻ khung), chỉ giữ phần kế hoạch rồi lưu lại.",
        "en": "The file holds {count} cells, paragraphs or parts, more than the {limit} allowed. Delete the sheets "
        "and lines that are not needed (ruled empty lines too), keep only the plan and save it.",
    },
    "too-big-inside": {
        "vi": "Tệp nén bung ra tới {size} MB, vượt mức an toàn là {limit} MB, nên không được mở. "
        "Hãy mở bằng chương trình của nó và lưu thành tệp mới.",
        "en": "The file unpacks to {size} MB, more than the safe {limit} MB, and was not opened. "
        "Open it in its program and save it as a new file.",
    },
    "not-pdf": {
        "vi": "Tệp mang đuôi .pdf nhưng không phải tài liệu PDF. "
        "Hãy mở tệp gốc và lưu thành .pdf hoặc .docx.",
        "en": "The name ends in .pdf but the file is not a PDF document. "
        "Open the original and save it as .pdf or .docx.",
    },
    "pdf-encrypted": {
        "vi": "Tài liệu PDF được đặt mật khẩu. Hãy mở tệp bằng mật khẩu, chọn In, lưu thành tệp PDF mới "
        "không có mật khẩu rồi tải lên lại.",
        "en": "The PDF document is protected by a password. Open it with the password, choose Print, save it "
        "as a new PDF file without a password and upload that.",
    },
    "pdf-damaged": {
        "vi": "Tài liệu PDF bị hỏng hoặc chưa tải về hết. Hãy mở thử tệp, tải hoặc xuất lại từ bản gốc rồi "
        "gửi lại.",
        "en": "The PDF document is damaged or was not downloaded completely. Try to open it, download or "
        "export it again and send that.",
    },
    "too-many-pages": {
        "vi": "Tài liệu có {pages} trang, vượt mức cho phép là {limit} trang. Hãy chỉ gửi các trang của kế "
        "hoạch.",
        "en": "The document has {pages} pages, more than the {limit} allowed. Send only the pages of the plan.",
    },
    "huge-page": {
        "vi": "Trang {page} có khổ {width} × {height} cm, không phải trang văn bản in được. Hãy in tài liệu ra "
        "tệp PDF khổ A4 hoặc A3 rồi gửi lại.",
        "en": "Page {page} measures {width} x {height} cm, which is no page of a document. Print the document "
        "to a PDF file of size A4 or A3 and send that.",
    },
    "huge-picture": {
        "vi": "Ảnh có {width} × {height} điểm ảnh, quá lớn đối với một trang văn bản. Hãy quét lại ở 300 dpi rồi "
        "gửi lại.",
        "en": "The picture has {width} x {height} pixels, too many for a page of a document. Scan it again at "
        "300 dpi and send that.",
    },
    "no-recogniser": {
        "vi": "Máy này chưa đọc được bản quét vì thiếu gói {package}. Hãy nhờ người quản trị cài gói {package}, "
        "hoặc gửi bản Word gốc của kế hoạch.",
        "en": "This machine cannot read scans yet: the package {package} is missing. Have {package} installed, or "
        "send the original Word file.",
    },
    "hard-page": {
        "vi": "Không nhận dạng được trang {page}: trang đòi quá nhiều thời gian hoặc bộ nhớ. Hãy quét lại trang "
        "này ở 300 dpi rồi gửi lại.",
        "en": "Page {page} cannot be recognised: it takes too much time or memory. Scan this page again at 300 "
        "dpi and send that.",
    },
    "no-pictures": {
        "vi": "Thư mục “{name}” không có ảnh trang nào (.png, .jpg, .tif …). Hãy đặt ảnh các trang của văn bản "
        "vào thư mục này.",
        "en": "The folder “{name}” holds no page images (.png, .jpg, .tif). Put the images of the document's "
        "pages into it.",
    },
    "no-letters": {
        "vi": "Không nhận ra chữ nào trên các ảnh. Hãy quét lại văn bản ở 300 dpi, chữ đen trên nền trắng, hoặc "
        "gửi bản Word gốc.",
        "en": "No letters were recognised in the pictures. Scan the document again at 300 dpi, black on white, or "
        "send the original Word file.",
    },
    "no-text": {
        "vi": "Tệp không có chữ nào đọc được (có thể chỉ gồm hình ảnh quét). "
        "Hãy gửi bản Word gốc hoặc bản văn bản của kế hoạch.",
        "en": "The file holds no text that can be read (perhaps only scanned pictures). "
        "Send the original Word file or the text of the plan.",
    },
}


class Unreadable(Exception):
    """The file cannot be read. `code` is stable, `values` fill the sentence."""

    def __init__(self, code: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values = dict(values or {})

    def sentence(self, language: str = "vi") -> str:
        """What is wrong and what to do, in Vietnamese ("vi") or English ("en")."""
        return SENTENCES[self.code]["en" if language.startswith("en") else "vi"].format(
            **self.values
        )

    def __str__(self) -> str:
        return self.sentence("en")
