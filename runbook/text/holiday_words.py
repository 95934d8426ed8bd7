"""Sentences about tables of holidays, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "problem.holiday-head": (
        "Dòng đầu của bảng ngày nghỉ không có cột ngày.",
        "The first line of the holiday table has no column for the day.",
    ),
    "problem.holiday-head.fix": (
        "Dòng đầu ghi tên các cột, ví dụ: day,kind,name_vi",
        "Name the columns on the first line, for example: day,kind,name_vi",
    ),
    "problem.holiday-column": (
        "Cột “{column}” không dùng được, hoặc đã ghi một lần.",
        "There is no column “{column}”, or it stands twice.",
    ),
    "problem.holiday-column.fix": (
        "Dùng các cột: day, kind, name_vi, name_en, status, source.",
        "The columns are: day, kind, name_vi, name_en, status, source.",
    ),
    "problem.holiday-day": (
        "“{value}” không phải là một ngày.",
        "“{value}” is not a day.",
    ),
    "problem.holiday-day.fix": (
        "Viết 22/11/2024 hoặc 2024-11-22; năm từ 1900 đến 2200.",
        "Write 22/11/2024 or 2024-11-22; the year from 1900 to 2200.",
    ),
    "problem.holiday-kind": (
        "“{value}” không phải là loại ngày.",
        "“{value}” is not a kind of day.",
    ),
    "problem.holiday-kind.fix": (
        "Viết off (nghỉ) hoặc work (làm bù).",
        "Write off, or work for a day worked in exchange.",
    ),
    "problem.holiday-status": (
        "“{value}” không phải là trạng thái của ngày nghỉ.",
        "“{value}” is not the status of a holiday.",
    ),
    "problem.holiday-status.fix": (
        "Viết official (chính thức) hoặc expected (dự kiến).",
        "Write official or expected.",
    ),
    "problem.holiday-twice": (
        "Ngày {day} đã có ở một dòng trên.",
        "The day {day} already stands on a line above.",
    ),
    "problem.holiday-twice.fix": (
        "Giữ lại một dòng cho mỗi ngày.",
        "Keep one line for each day.",
    ),
    "problem.holiday-cells": (
        "Dòng này nhiều ô hơn {columns} cột của bảng.",
        "This line has more fields than the {columns} columns of the table.",
    ),
    "problem.holiday-cells.fix": (
        "Tên có dấu phân cách thì đặt trong ngoặc kép.",
        "Put a name that holds the separator in quotation marks.",
    ),
    "problem.holiday-quote": (
        "Dấu ngoặc kép trên dòng này không đóng, hoặc đóng sai chỗ.",
        "A quotation mark on this line is not closed, or closed in the wrong place.",
    ),
    "problem.holiday-quote.fix": (
        "Đóng ngoặc kép ngay trước dấu phân cách; dấu ngoặc kép trong tên thì viết hai lần.",
        "Close it right before the separator; write a quotation mark inside a name twice.",
    ),
}
