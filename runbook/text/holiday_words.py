"""Sentences about tables of holidays, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "holiday_head": (
        "dòng đầu của bảng ngày nghỉ không có cột ngày; dòng đầu phải là tên các cột, ví dụ: day,kind,name_vi",
        "the first line of the holiday table has no column for the day; it must name the columns, "
        "for example: day,kind,name_vi",
    ),
    "holiday_column": (
        "không hiểu cột “{column}”, hoặc cột này đã có; các cột được dùng: day, kind, name_vi, name_en, status, source",
        "column “{column}” is unknown or stands twice; the columns are: day, kind, name_vi, name_en, status, source",
    ),
    "holiday_day": (
        "“{value}” không phải là ngày; viết 22/11/2024 hoặc 2024-11-22, năm từ 1900 đến 2200",
        "“{value}” is not a day; write 22/11/2024 or 2024-11-22, with a year from 1900 to 2200",
    ),
    "holiday_kind": (
        "“{value}” không phải là loại ngày; viết off (nghỉ) hoặc work (làm bù)",
        "“{value}” is not a kind of day; write off, or work for a day worked in exchange",
    ),
    "holiday_status": (
        "“{value}” không phải là trạng thái; viết official (chính thức) hoặc expected (dự kiến)",
        "“{value}” is not a status; write official or expected",
    ),
    "holiday_twice": (
        "ngày {day} đã có ở một dòng trên; bỏ bớt một dòng",
        "{day} already stands on a line above; remove one of the two",
    ),
    "holiday_cells": (
        "dòng này nhiều ô hơn {columns} cột của bảng; tên có dấu phân cách thì đặt trong ngoặc kép",
        "this line has more fields than the table's {columns} columns; put a name that holds the separator in quotes",
    ),
    "holiday_quote": (
        "ngoặc kép mở mà không đóng trên dòng này, hoặc đóng sai chỗ",
        "a quotation mark is opened but not closed on this line, or closed in the wrong place",
    ),
}
