"""Sentences of reading a plan document, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "draft.read.no-text": (
        "Tệp không có chữ nào để đọc; nếu là bản quét (ảnh chụp trang giấy), hãy dùng tệp gốc của văn bản "
        "hoặc nhận dạng chữ (OCR) trước.",
        "The file has no text to read; if it is a scan (pictures of pages), take the original file of the document "
        "or have its letters recognised (OCR) first.",
    ),
    "draft.read.encoding": (
        "Tệp văn bản không phải là Unicode (UTF-8 hoặc UTF-16); hãy mở bằng trình soạn thảo rồi lưu lại với mã UTF-8.",
        "The text is not Unicode (UTF-8 or UTF-16); open it in an editor, and save it as UTF-8.",
    ),
    "draft.read.legacy": (
        "Chữ trong tệp viết bằng bảng mã cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi thử lại.",
        "The letters of the file are of an old code page (TCVN3 or VNI); convert them to Unicode (UniKey does), "
        "then try again.",
    ),
    "draft.read.old-word": (
        "Tệp thuộc kiểu Word cũ (.doc); hãy mở bằng Word hoặc LibreOffice rồi lưu lại thành .docx.",
        "The file is of the old kind of Word (.doc); open it with Word or LibreOffice and save it as .docx.",
    ),
    "draft.read.locked": (
        "Tệp có mật khẩu hoặc thuộc kiểu Office cũ; hãy bỏ mật khẩu rồi lưu lại thành .docx.",
        "The file has a password, or is of an old kind of Office; take the password off, and save it as .docx.",
    ),
    "draft.read.locked-pdf": (
        "Tệp PDF có mật khẩu; hãy mở bằng phần mềm đọc PDF rồi in lại thành tệp PDF không có mật khẩu, "
        "hoặc xin nơi gửi bản không khóa.",
        "The PDF has a password; open it with a PDF reader and print it to a PDF without one, "
        "or ask whoever sent it for one that is not locked.",
    ),
    "draft.read.misnamed": (
        "Tệp có đuôi {ending} nhưng bên trong không phải là tệp {ending}; tệp có thể đã hỏng hoặc bị đổi tên, "
        "hãy lấy lại tệp gốc.",
        "The file is called {ending}, but is not such a file inside; it may be damaged, or have been renamed: "
        "take the original file.",
    ),
    "draft.read.shredded": (
        "Chữ có dấu trong tệp bị tách rời khỏi từ (như “Gi ả i phóng Th ủ đô”) nên đọc sẽ sai; "
        "hãy dùng tệp .docx gốc, hoặc xuất lại tệp PDF từ phần mềm đã soạn văn bản.",
        "The letters with marks stand apart from their words (as in “Gi ả i phóng Th ủ đô”), so it would be read "
        "wrongly; take the original .docx, or make the PDF anew with the program the document was written in.",
    ),
    "draft.read.no-library": (
        "Chưa cài phần đọc tệp PDF; hãy chạy: pip install pypdfium2 (hoặc cài runbook[pdf]), hoặc dùng tệp .docx.",
        "What reads PDF files is not installed; run: pip install pypdfium2 (or install runbook[pdf]), or use a .docx.",
    ),
    "draft.read.unreadable": (
        "Tệp hỏng, không đọc được; hãy mở bằng phần mềm đã tạo ra tệp rồi lưu lại.",
        "The file is damaged, and cannot be read; open it with the program that made it, and save it anew.",
    ),
    "draft.read.other-kind": (
        "Tệp không phải văn bản .docx, .pdf hoặc .txt.",
        "The file is not a document of the kinds .docx, .pdf or .txt.",
    ),
    "draft.read.macros": (
        "Văn bản có macro; hãy lưu lại thành .docx, kiểu không có macro.",
        "The document holds macros; save it as .docx, the kind without macros.",
    ),
    "draft.read.too-large": (
        "Văn bản lớn quá mức: {what} vượt {limit}.",
        "The document is too large: {what} above {limit}.",
    ),
    "draft.read.unsafe": (
        "Bên trong tệp có cấu trúc không an toàn ({what}); hãy lưu lại từ phần mềm soạn thảo, hoặc hỏi lại người gửi.",
        "The file is built in an unsafe way ({what}); save it anew from a word processor, or ask whoever sent it.",
    ),
    "draft.note.footnotes": ("Chú thích cuối trang không được đọc.", "Footnotes are not read."),
    "draft.note.hidden": ("Chữ ẩn trong văn bản không được đọc.", "Hidden text is not read."),
    "draft.note.pages-without-text": (
        "Có trang không có chữ (trang trống, hoặc ảnh quét); nội dung trong ảnh không được đọc.",
        "There are pages without text (empty ones, or scans); what is in pictures is not read.",
    ),
    "draft.note.other-parts": (
        "Phần văn bản chèn từ tệp khác không được đọc.",
        "Text put in from another file is not read.",
    ),
    "draft.what.bytes": ("dung lượng tệp (byte)", "bytes of the file"),
    "draft.what.parts": ("số phần bên trong", "parts inside"),
    "draft.what.unpacked": ("dung lượng sau khi giải nén (byte)", "bytes unpacked"),
    "draft.what.elements": ("số phần tử XML", "XML elements"),
    "draft.what.tag": ("độ dài một thẻ XML", "length of an XML tag"),
    "draft.what.letters": ("số chữ", "letters"),
    "draft.what.lines": ("số dòng", "lines"),
    "draft.what.words": ("số từ", "words"),
    "draft.what.pages": ("số trang", "pages"),
    "draft.what.seconds": ("số giây để đọc", "seconds to read it"),
    "draft.what.marks": ("quá nhiều dấu trên một chữ", "too many marks on a letter"),
    "draft.what.doctype": ("DOCTYPE", "DOCTYPE"),
    "draft.what.encrypted": ("phần mã hóa", "an encrypted part"),
    "draft.what.twice": ("phần trùng tên", "two parts of one name"),
    "draft.what.path": ("đường dẫn lạ", "a path that leads outside"),
    "draft.what.encoding": ("bảng mã lạ", "an unusual encoding"),
}
