"""docs/format.md, made from the tables of the format."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.format import SECTIONS
from runbook.format.fields import Field, Section, Shape
from runbook.grammars import ALL, Grammar
from runbook.problems import CODES, Severity
from runbook.text import check_words, holiday_words, report_words, workbook_words
from runbook.text.problem_words import PROBLEMS

Code = tuple[str, Severity, str, str]  # a code, its severity, its sentences

_INTRO = """# Tệp buổi lễ / The ceremony file

Trang này sinh ra từ mã nguồn (`python docs/regenerate.py`); `runbook format` in ra trang này, `runbook format --schema`
in ra lược đồ JSON cho trình soạn thảo. / This page is made from the code; `runbook format` prints it, and `runbook
format --schema` prints the JSON schema for editors.

Mỗi buổi lễ là một tệp YAML. Mọi giá trị là chữ; ý nghĩa của `08:30` hay `15/11/2024` do khóa quyết định, nên không cần
đặt ngoặc kép, trừ khi giá trị mở đầu bằng một dấu (`[ { " ' * & ! % @ #`), có dấu hai chấm kèm dấu cách, hoặc có dấu
phẩy bên trong `{ }` hay `[ ]`. Không dùng neo, nhãn, khóa gộp; không viết một khóa hai lần. `runbook check` báo mọi chỗ
sai cùng lúc, kèm dòng, cột và cách sửa; riêng chỗ làm YAML không đọc tiếp được (ngoặc, nháy, thụt dòng, ký tự điều
khiển) và các neo, nhãn phải sửa trước thì phần còn lại mới được kiểm tra. `runbook new` tạo tệp mẫu có chú thích.

A ceremony is one YAML file. Every value is text, and its key decides what `08:30` or `15/11/2024` means, so quotes are
needed only where a value begins with a sign (`[ { " ' * & ! % @ #`), holds a colon and a blank, or holds a comma inside
`{ }` or `[ ]`. Anchors, tags, merge keys and repeated keys are refused. `runbook check` reports everything at once with
line, column and remedy; only a place where YAML cannot be read on (brackets, quotes, indentation, control characters),
and anchors and tags, have to be mended before the rest is looked at. `runbook new` makes a commented starter file.

Ngày lễ là ngày N. Một tuần (`1w`) trong giờ làm việc là năm ngày làm việc, theo đồng hồ là bảy ngày; một ngày (`1d`)
trong giờ làm việc là một ngày của lịch đó, theo đồng hồ là 24 giờ. Lịch của một việc: `worktime` của nó, không có thì
của cơ quan chủ trì, không có nữa thì `office`. Mục đầu của chương trình bắt đầu lúc khai mạc, các mục nối tiếp nhau,
mục cuối phải xong trước giờ bế mạc. Việc sau lễ không bắt đầu trước giờ bế mạc, trừ khi ghi `at` hoặc `not_before`.
Trong tệp lịch (.ics), dấu `\\` ở tên cơ quan và tên nhóm việc thành `/`: nhiều trình đọc lịch hiểu sai dấu này.

The day of the ceremony is day N. A week (`1w`) is five working days in working time and seven days on the wall clock;
a day (`1d`) is a day of that calendar in working time and 24 hours on the wall clock. The calendar of a task is its own
`worktime`, else that of its lead, else `office`. The first item of the programme starts at the opening, items follow
one another, and the last is due at the closing. Duties afterwards start no earlier than the closing unless they state
`at` or `not_before`. In calendar files (.ics) a `\\` in the name of an agency or a phase becomes `/`, because many
readers of calendars misread it."""


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
    yield from ("| khóa / key | giữ / holds | tiếng Việt | English | ví dụ / example |", "|---|---|---|---|---|")
    for field in section.fields:
        key = f"`{field.key}` *" if field.required else f"`{field.key}`"
        key += f" (`{field.unless}`)" if field.unless else ""
        yield f"| {key} | {_holds(field)} | {field.vi} | {field.en} | `{field.example}` |"
    yield from ("", "\\* bắt buộc / required", "") if section.required else ("",)
    for key in dict.fromkeys(field.unless for field in section.required if field.unless):
        yield from (f"* (`{key}`): bắt buộc khi không có `{key}` / required where there is no `{key}`", "")


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
    reading = [(code, CODES[code], vi, en) for code, (vi, en, _, _) in PROBLEMS.items()]
    yield from _codes("Các lỗi được báo / Problems reported", reading)
    plan = _told({**check_words.WORDS, **report_words.WORDS}, Severity.WARNING)
    yield from ("", *_codes("Lưu ý về kế hoạch / Warnings about the plan", plan))
    table = _told(holiday_words.WORDS, Severity.ERROR)
    yield from ("", *_codes("Lỗi của bảng ngày nghỉ .csv / Problems of a holiday table", table))
    warned = dict.fromkeys(workbook_words.WARNINGS, Severity.WARNING)
    found = _told(workbook_words.WORDS, Severity.ERROR)
    book = [(code, warned.get(code, error), vi, en) for code, error, vi, en in found]
    yield from ("", *_codes("Lỗi của sổ Excel / Problems of a workbook", book))


def _told(words: dict[str, tuple[str, str]], severity: Severity) -> list[Code]:
    """The problems among the words of a part of the program that the format does not know."""
    codes = [key.removeprefix("problem.") for key in words if key.startswith("problem.") and not key.endswith(".fix")]
    return [(code, severity, *words[f"problem.{code}"]) for code in codes]


def _codes(title: str, codes: list[Code]) -> Iterator[str]:
    yield from (f"## {title}", "", "| mã / code | tiếng Việt | English |", "|---|---|---|")
    yield from (f"| {code} ({severity.value}) | {vi} | {en} |" for code, severity, vi, en in codes)
