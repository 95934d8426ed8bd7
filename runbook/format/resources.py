"""The format of what several tasks want, and of how time is won back on the day."""

from __future__ import annotations

from runbook import grammars as g
from runbook.format.fields import Field, Section, many

RESOURCE = Section(
    "resource",
    "Người, chỗ, vật mà nhiều việc cùng cần và chỉ có chừng ấy; viết gọn được bằng tên. Các tệp dùng chung một nguồn "
    "lực thì ghi cùng một mã.",
    "Somebody or something that several tasks want and only so many can have; its name alone will do. Files that share "
    "a resource give it the same id.",
    (
        Field("name", g.LINE, "tên", "name", "Hội trường UBND Thành phố", required=True),
        Field("capacity", g.COUNT, "dùng được cùng lúc bao nhiêu (mặc định 1)", "how many at once (default 1)", "2"),
    ),
)
SAVING = Section(
    "saving",
    "Một cách rút giờ đã thống nhất trước ngày lễ; dùng lần lượt theo thứ tự trong tệp khi chương trình chậm.",
    "One way to win back time, agreed before the day; they are used in the order of the file when the programme is "
    "late.",
    (
        Field("item", g.REFERENCE, "mã mục của chương trình", "the id of the programme's item", "p5-3", required=True),
        Field("to", g.DURATION, "rút còn bao lâu; không ghi là bỏ cả mục", "shortened to; without it dropped", "30m"),
        many("who", g.REFERENCE, "ai quyết", "who decides", "[so-vhtt]"),
        Field("how", g.LINE, "làm thế nào", "what is done", "Gộp lượt 5 và 6"),
    ),
)
