"""Sentences of workbooks, (Vietnamese, English) by key: what is said of them and what of them cannot be read."""

from __future__ import annotations

from runbook.text.workbook_column_words import COLUMN_WORDS
from runbook.text.workbook_guide_words import GUIDE_WORDS

_PROBLEMS = {
    "workbook-unreadable": (
        "Không đọc được tệp này như một sổ Excel.",
        "The file cannot be read as a workbook.",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx.",
        "Open it with Excel or LibreOffice and save it as .xlsx anew.",
    ),
    "workbook-other-kind": (
        "Tệp thuộc kiểu khác (.xls, .ods), có mật khẩu, hoặc không phải sổ Excel.",
        "The file is of another kind (.xls, .ods), has a password, or is no workbook.",
        "Bỏ mật khẩu rồi lưu thành .xlsx (Excel Workbook).",
        "Take the password off, and save it as .xlsx (Excel Workbook).",
    ),
    "workbook-macros": (
        "Sổ có macro.",
        "The workbook holds macros.",
        "Lưu lại thành .xlsx (Excel Workbook), kiểu không có macro.",
        "Save it as .xlsx (Excel Workbook), the kind without macros.",
    ),
    "workbook-too-large": (
        "Sổ lớn quá mức: {what} vượt {limit}.",
        "The workbook is too large: {what} above {limit}.",
        "Xóa hình ảnh, trang và dòng không dùng, rồi lưu lại.",
        "Delete pictures, sheets and rows that are not used, and save it.",
    ),
    "workbook-unsafe": (
        "Bên trong tệp có cấu trúc không an toàn ({what}).",
        "The file is built in an unsafe way ({what}).",
        "Mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx; tệp do người lạ gửi thì hỏi lại người gửi.",
        "Open it with Excel or LibreOffice and save it as .xlsx anew; ask whoever sent it.",
    ),
    "workbook-far-cell": (
        "Ô {cell} ở quá xa: trang dữ liệu có nhiều nhất {rows} dòng, {columns} cột.",
        "The cell {cell} is too far out: a sheet has at most {rows} rows and {columns} columns.",
        "Xóa các dòng, cột ở ngoài bảng rồi lưu lại.",
        "Delete the rows and columns outside the table, and save it.",
    ),
    "workbook-no-sheet": (
        "Sổ không có trang “{page}”.",
        "The workbook has no sheet “{page}”.",
        "Giữ tên các trang như sổ xuất từ runbook export.",
        "Keep the titles of sheets as runbook export writes them.",
    ),
    "workbook-sheet-twice": (
        "Trang này giữ cùng nội dung với trang “{sheet}”.",
        "This sheet holds the same as the sheet “{sheet}”.",
        "Gộp hai trang làm một.",
        "Make the two sheets one.",
    ),
    "workbook-unknown-sheet": (
        "Không dùng đến trang này.",
        "This sheet is not used.",
        "Đổi lại tên trang nếu nó giữ dữ liệu của kế hoạch.",
        "Give it back its title if it holds anything of the plan.",
    ),
    "workbook-no-headings": (
        "Không tìm thấy dòng tiêu đề của trang trong {rows} dòng đầu.",
        "There is no row of headings within the first {rows} rows of the sheet.",
        "Ghi lại dòng tiêu đề, ví dụ “{heading}”.",
        "Write the headings again, for example “{heading}”.",
    ),
    "workbook-unknown-column": (
        "Không dùng đến cột “{column}”.",
        "The column “{column}” is not used.",
        "Đổi lại tiêu đề nếu cột giữ dữ liệu của kế hoạch.",
        "Give it back its heading if it holds anything of the plan.",
    ),
    "workbook-column-twice": (
        "Cột “{column}” đã có ở ô {cell}.",
        "The column “{column}” is already there in cell {cell}.",
        "Giữ một trong hai cột.",
        "Keep one of the two columns.",
    ),
    "workbook-unknown-entry": (
        "Trang Sự kiện không có mục “{entry}”.",
        "The sheet Occasion has no entry “{entry}”.",
        "Giữ tên các mục như sổ xuất từ runbook export; xóa mục không dùng.",
        "Keep the entries as runbook export writes them; delete those not used.",
    ),
    "workbook-formula": (
        "Ô này là công thức; ô nhập phải là giá trị.",
        "This cell is a formula; what is entered must be a value.",
        "Chép ô rồi dán giá trị (Paste Special, Values), hoặc gõ lại.",
        "Copy the cell and paste it as a value (Paste Special, Values), or type it.",
    ),
    "workbook-error": (
        "Ô này là một lỗi của Excel: {text}.",
        "This cell is an error of Excel: {text}.",
        "Gõ lại giá trị.",
        "Type the value again.",
    ),
    "workbook-percent": (
        "Ở đây không dùng số phần trăm.",
        "A percentage is of no use here.",
        "Định dạng ô là Văn bản (Text) rồi gõ lại.",
        "Format the cell as text, and type it again.",
    ),
    "workbook-changed": (
        "Excel đã đổi ô này thành ngày giờ: {text}.",
        "Excel has turned this cell into a date or time: {text}.",
        "Định dạng ô là Văn bản (Text) rồi gõ lại.",
        "Format the cell as text, and type it again.",
    ),
    "workbook-merged": (
        "Các ô {cells} bị gộp làm một.",
        "The cells {cells} are merged.",
        "Bỏ gộp (Unmerge Cells) rồi ghi giá trị vào từng dòng.",
        "Unmerge them, and write the value on each row.",
    ),
    "workbook-empty-cell": (
        "Dòng này chưa có “{heading}”.",
        "This row has no “{heading}”.",
        "Ghi vào ô, hoặc xóa cả dòng.",
        "Fill the cell, or delete the row.",
    ),
    "workbook-twice": (
        "“{text}” đã có ở trang {sheet}, ô {cell} (chữ hoa, chữ thường coi là một).",
        "“{text}” is already there on sheet {sheet}, cell {cell} (upper and lower case count as one).",
        "Đổi một trong hai; mã việc và mã mục chương trình không trùng nhau.",
        "Change one of the two; no two tasks or items of the programme have the same id.",
    ),
    "workbook-unknown-chain": (
        "Không có việc “{id}” để bước này thuộc về.",
        "There is no task “{id}” of which this could be a step.",
        "Ghi mã của một dòng trong trang này, hoặc để trống.",
        "Write the id of a row of this sheet, or nothing.",
    ),
    "workbook-other-part": (
        "Bước duyệt phải ở cùng phần với vòng duyệt của nó.",
        "A step belongs to the same part as its approval chain.",
        "Để trống ô này.",
        "Leave this cell empty.",
    ),
    "workbook-unknown-part": (
        "“{text}” không phải là một phần của kế hoạch.",
        "“{text}” is not a part of the plan.",
        "Chọn: chuẩn bị, trong ngày, sau lễ; để trống là chuẩn bị.",
        "Choose preparation, on the day or afterwards; nothing means preparation.",
    ),
    "workbook-unknown-kind": (
        "“{text}” không phải là loại ngày.",
        "“{text}” is not a kind of day.",
        "Chọn: nghỉ, làm bù; để trống là nghỉ.",
        "Choose off or worked; nothing means off.",
    ),
    "workbook-members": (
        "Nhóm “{id}” vừa liệt kê thành viên, vừa có cơ quan ghi là thuộc nhóm.",
        "The group “{id}” lists members, and other agencies say they belong to it.",
        "Dùng một trong hai cách: cột “Thành viên” hoặc cột “Thuộc nhóm”.",
        "Use one of the two: the column “Members” or the column “Member of”.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    **COLUMN_WORDS,
    **GUIDE_WORDS,
    **{f"problem.{code}": (vi, en) for code, (vi, en, _, _) in _PROBLEMS.items()},
    **{f"problem.{code}.fix": (vi, en) for code, (_, _, vi, en) in _PROBLEMS.items()},
    "shown.cell": ("{file}, trang {sheet}, ô {cell}", "{file}, sheet {sheet}, cell {cell}"),
    "workbook.footer": ("Trang &P/&N", "Page &P/&N"),
    "workbook.critical": ("găng", "critical"),
    "workbook.late": ("trễ", "late"),
    "workbook.stale": ("chưa tính lại", "not recomputed"),
    "workbook.not-shown": ("việc chưa có trong bảng này", "tasks not in this table"),
    "workbook.changed": ("Thay đổi", "Changed"),
    "workbook.not-drawn": (
        "Chỉ vẽ {shown} việc đầu; {more} việc sau không có trên trang này",
        "Only the first {shown} tasks are drawn; {more} more are not on this sheet",
    ),
    "workbook.computed-once": (
        "Tính lúc xuất; sửa xong chạy runbook export để tính lại",
        "Computed when exported; after editing run runbook export again",
    ),
    "workbook.what.bytes": ("dung lượng tệp (byte)", "bytes of the file"),
    "workbook.what.parts": ("số phần bên trong", "parts inside"),
    "workbook.what.unpacked": ("dung lượng sau khi giải nén (byte)", "bytes unpacked"),
    "workbook.what.sheets": ("số trang", "sheets"),
    "workbook.what.cells": ("số ô có dữ liệu", "cells"),
    "workbook.what.elements": ("số phần tử XML", "XML elements"),
    "workbook.what.tag": ("độ dài một thẻ XML", "length of an XML tag"),
    "workbook.what.text": ("độ dài chữ trong ô", "length of a cell's text"),
    "workbook.what.rows": ("số dòng", "rows"),
    "workbook.what.columns": ("số cột", "columns"),
    "workbook.what.doctype": ("DOCTYPE", "DOCTYPE"),
    "workbook.what.encrypted": ("phần mã hóa", "an encrypted part"),
    "workbook.what.twice": ("phần trùng tên", "two parts of one name"),
    "workbook.what.path": ("đường dẫn lạ", "a path that leads outside"),
    "workbook.what.encoding": ("bảng mã lạ", "an unusual encoding"),
}
WARNINGS = frozenset({"workbook-unknown-sheet", "workbook-unknown-column"})
