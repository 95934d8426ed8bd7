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
}
