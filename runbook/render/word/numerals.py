"""How parts of an official document are numbered."""

from __future__ import annotations

from collections.abc import Iterable

_SIGNS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """A Roman number.

    >>> [roman(number) for number in (1, 4, 9, 14, 40)]
    ['I', 'IV', 'IX', 'XIV', 'XL']
    """
    said = ""
    for value, sign in _SIGNS:
        said += sign * (number // value)
        number %= value
    return said


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, three and more in a row as one.

    >>> ranges([7, 1, 2, 3, 5, 6])
    '1-3, 5-7'
    """
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(f"{row[0]}-{row[-1]}" if len(row) > 2 else ", ".join(map(str, row)) for row in rows)
