"""What the files of a build are called: to people, and on the disk, where names are plain letters sorted as they read.

Every file of a ceremony, whatever its kind, gets its name here: (Vietnamese, English) by product.
"""

from __future__ import annotations

# By product: its title in both languages, then the name of its file in both.
_PRODUCTS: dict[str, tuple[str, str, str, str]] = {
    "phone": ("Trọn bộ trên điện thoại", "The whole runbook on a phone", "dien-thoai", "phone"),
    "priorities": ("Việc phải làm trước", "What to do first", "viec-phai-lam-truoc", "what-to-do-first"),
    "book": ("Sổ tay điều hành, trọn bộ", "The whole runbook as a book", "so-tay-dieu-hanh", "runbook"),
    "timeline": ("Tiến độ thực hiện", "Timeline", "tien-do", "timeline"),
    "network": ("Sơ đồ mạng công việc", "Network of tasks", "so-do-mang", "network"),
    "tasks": ("Bảng phân công nhiệm vụ", "Task assignment", "bang-phan-cong", "task-assignment"),
    "tasks-by-agency": (
        *("Bảng phân công nhiệm vụ, xếp theo đơn vị", "Task assignment by agency"),
        *("bang-phan-cong-theo-don-vi", "task-assignment-by-agency"),
    ),
    "matrix": ("Bảng chủ trì, phối hợp", "Duty matrix", "chu-tri-phoi-hop", "duty-matrix"),
    "decisions": (
        *("Điểm quyết định, đầu mối, giả định", "Decisions, contacts, assumptions"),
        *("diem-quyet-dinh-dau-moi", "decisions-and-contacts"),
    ),
    "dates": ("Chọn ngày tổ chức", "Choosing the day", "chon-ngay-to-chuc", "choosing-the-day"),
    "timetable": ("Kế hoạch tiến độ để ký", "Timetable to sign", "ke-hoach-tien-do", "timetable"),
    "timetable-party": (
        *("Kế hoạch tiến độ để ký, thể thức văn bản của Đảng", "Timetable to sign, in the form of Party bodies"),
        *("ke-hoach-tien-do-van-ban-dang", "timetable-party-form"),
    ),
    "workbook": ("Kế hoạch để sửa trong Excel", "The plan to edit in Excel", "ke-hoach", "plan"),
    "plan": ("Toàn bộ kế hoạch", "The whole plan", "ke-hoach", "plan"),
    "changes": ("Những gì thay đổi", "What changed", "thay-doi", "changes"),
    "show": ("Kịch bản điều hành", "Run of show", "kich-ban-dieu-hanh", "run-of-show"),
    "presenter": (
        *("Kịch bản của người dẫn chương trình", "The presenter's run of show"),
        *("kich-ban-dan-chuong-trinh", "run-of-show-presenter"),
    ),
    "technical": ("Kịch bản kỹ thuật", "The technical run of show", "kich-ban-ky-thuat", "run-of-show-technical"),
    "delegates": (
        "Chương trình cho đại biểu",
        "The delegates' programme",
        "chuong-trinh-dai-bieu",
        "programme-delegates",
    ),
    "agency": ("Phần việc", "Its part", "phan-viec", "part"),
    "calendar": ("Lịch", "Calendar", "lich", "calendar"),
    "update": ("Cập nhật: {count} mục", "Update: {count}", "lich-cap-nhat", "calendar-update"),
    "todos": ("Danh sách việc", "To-do list", "viec-can-lam", "to-do"),
    "sheets": ("Phiếu các ngày", "Sheets of all days", "phieu-cac-ngay", "sheets-of-all-days"),
    "sheet": ("Phiếu {day}", "Sheet of {day}", "phieu-{day}", "sheet-{day}"),
}

_FOLDERS: dict[str, tuple[str, str, str, str]] = {
    "common": ("Tài liệu chung", "For everybody", "tai-lieu-chung", "for-everybody"),
    "programme": ("Kịch bản, chương trình", "The programme", "kich-ban", "programme"),
    "sheets": ("Phiếu điều hành từng ngày", "Run sheets by day", "phieu-ngay", "run-sheets"),
    "agencies": ("Từng đơn vị", "Agency by agency", "don-vi", "agencies"),
    "pictures": ("Hình vẽ", "Pictures", "hinh-ve", "pictures"),
    "data": ("Dữ liệu cho phần mềm khác", "Data for other programs", "du-lieu", "data"),
}

WORDS: dict[str, tuple[str, str]] = {
    **{f"product.{key}": (one[0], one[1]) for key, one in _PRODUCTS.items()},
    **{f"filename.{key}": (one[2], one[3]) for key, one in _PRODUCTS.items()},
    **{f"build.{key}": (one[0], one[1]) for key, one in _FOLDERS.items()},
    **{f"folder.{key}": (one[2], one[3]) for key, one in _FOLDERS.items()},
    "filename.day": ("{day}-ngay-{plate}", "{day}-day-{plate}"),
    "build.calendar": ("Lịch chung", "Calendar of everything"),
    # What a link to a file of that ending says.
    "link.html": ("Trang", "Page"),
    "link.pdf": ("PDF", "PDF"),
    "link.docx": ("Word", "Word"),
    "link.xlsx": ("Excel", "Excel"),
    "link.svg": ("SVG", "SVG"),
    "link.png": ("PNG", "PNG"),
    "link.json": ("JSON", "JSON"),
    "link.csv": ("CSV", "CSV"),
    "link.mmd": ("Mermaid", "Mermaid"),
    "link.dot": ("DOT", "DOT"),
}
