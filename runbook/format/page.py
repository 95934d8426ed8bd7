"""docs/format.md, made from the tables of the format."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.format import SECTIONS
from runbook.format.fields import Field, Section, Shape
from runbook.grammars import ALL, Grammar
from runbook.problems import CODES
from runbook.text.problem_words import PROBLEMS

_INTRO = """# Tệp buổi lễ / The ceremony file

Trang này sinh ra từ mã nguồn (`python docs/regenerate.py`). / This page is made from the code.

Mỗi buổi lễ là một tệp YAML. Mọi giá trị là chữ; ý nghĩa của `08:30` hay `15/11/2024` do khoá quyết định, nên không cần
đặt ngoặc kép, trừ khi giá trị mở đầu bằng một dấu (`[ { " ' * & ! % @ #`), có dấu hai chấm kèm dấu cách, hoặc có dấu
phẩy bên trong `{ }` hay `[ ]`. Không dùng neo, nhãn, khoá gộp; không viết một khoá hai lần. `runbook check` báo mọi chỗ
sai cùng lúc, kèm dòng, cột và cách sửa. `runbook new` tạo tệp mẫu có chú thích.

A ceremony is one YAML file. Every value is text, and its key decides what `08:30` or `15/11/2024` means, so quotes are
needed only where a value begins with a sign (`[ { " ' * & ! % @ #`), holds a colon and a blank, or holds a comma inside
`{ }` or `[ ]`. Anchors, tags, merge keys and repeated keys are refused. `runbook check` reports everything at once with
line, column and remedy. `runbook new` makes a commented starter file.

Ngày lễ là ngày N. Một tuần (`1w`) trong giờ làm việc là năm ngày làm việc, theo đồng hồ là bảy ngày; một ngày (`1d`)
trong giờ làm việc là một ngày của lịch đó, theo đồng hồ là 24 giờ. Lịch của một việc: `worktime` của nó, không có thì
của cơ quan chủ trì, không có nữa thì `office`. Mục đầu của chương trình bắt đầu lúc khai mạc, các mục nối tiếp nhau,
mục cuối phải xong trước giờ bế mạc. Việc sau lễ không bắt đầu trước giờ bế mạc, trừ khi ghi `at` hoặc `not_before`.

The day of the ceremony is day N. A week (`1w`) is five working days in working time and seven days on the wall clock;
a day (`1d`) is a day of that calendar in working time and 24 hours on the wall clock. The calendar of a task is its own
`worktime`, else that of its lead, else `office`. The first item of the programme starts at the opening, items follow
one another, and the last is due at the closing. Duties afterwards start no earlier than the closing unless they state
`at` or `not_before`."""


def markdown() -> str:
    """The whole page."""
    sections = (line for part in SECTIONS for line in _section(part))
    return "\n".join([_INTRO, "", *_values(), *sections, *_problems()]) + "\n"


def _values() -> Iterator[str]:
    yield from ("## Các loại giá trị / Kinds of values", "")
    yield from ("| loại / kind | tiếng Việt | English | ví dụ / examples |", "|---|---|---|---|")
    for grammar in ALL:
        examples = ", ".join(f"`{example}`" for example in grammar.examples)
        yield f"| {grammar.name} | {grammar.vi} | {grammar.en} | {examples} |"
    yield ""


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {section.name}", "", section.vi, "", section.en, "")
    yield from ("| khoá / key | giữ / holds | tiếng Việt | English | ví dụ / example |", "|---|---|---|---|---|")
    for field in section.fields:
        key = f"`{field.key}` *" if field.required else f"`{field.key}`"
        yield f"| {key} | {_holds(field)} | {field.vi} | {field.en} | `{field.example}` |"
    yield from ("", "\\* bắt buộc / required", "") if section.required else ("",)


def _holds(field: Field) -> str:
    name = field.holds.name
    whole = {
        Shape.ONE: name,
        Shape.MANY: f"{name}, [{name}, …]",
        Shape.LIST: f"[{name}, …]",
        Shape.ROWS: f"id: {name}",
        Shape.OTHER: f"[{name if isinstance(field.holds, Grammar) else 'reference'}, …], {{…: {name}}}",
    }[field.shape]
    return f"{whole} ({field.short.name})" if field.short else whole


def _problems() -> Iterator[str]:
    yield from ("## Các lỗi được báo / Problems reported", "", "| mã / code | tiếng Việt | English |", "|---|---|---|")
    for code, (vi, en, _, _) in PROBLEMS.items():
        yield f"| {code} ({CODES[code].value}) | {vi} | {en} |"
