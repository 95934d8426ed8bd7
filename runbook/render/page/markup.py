"""Elements of HTML and SVG as values: every plain text is escaped where it becomes part of an element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Html:
    """Finished markup. Only `el` and `joined` make it, so text of a ceremony can never be taken for markup."""

    text: str


Content: TypeAlias = "Html | str | int | Sequence[Content] | None"

_VOID = frozenset(["br", "input", "meta"])
_IN_LINE = frozenset(["a", "b", "br", "dt", "i", "input", "span", "td", "th"])  # all others end their line of the file
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")  # no place in an HTML document


def el(name: str, /, *content: Content, **attributes: str | int | float | None) -> Html:
    """An element. `cls` is class, an underscore in an attribute's name a hyphen; one of "" or None is left out."""
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items() if value not in ("", None))
    end = "" if name in _IN_LINE else "\n"
    if name in _VOID:
        return Html(f"<{opening}>{end}")
    return Html(f"<{opening}>{_inner(content)}</{name}>{end}")


def joined(content: Sequence[Content], between: str = "") -> Html:
    """Several contents as one, with a plain text between them; empty ones are left out."""
    parts = [text for text in map(_inner, content) if text]
    return Html(escape(between).join(parts))


def css_text(text: str) -> str:
    r"""A quoted CSS string of any text. Everything but letters, digits and blanks is written by its number.

    >>> css_text('</style>"A')
    '"\\3c \\2f style\\3e \\22 A"'
    """
    safe = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in _FORBIDDEN.sub("", text))
    return f'"{safe}"'


def _attribute(key: str, value: str | int | float | None) -> str:
    name = "class" if key == "cls" else key.rstrip("_").replace("_", "-")
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{escape(_FORBIDDEN.sub("", shown), quote=True)}"'


def _inner(content: Content) -> str:
    if content is None:
        return ""
    if isinstance(content, Html):
        return content.text
    if isinstance(content, str | int):
        return escape(_FORBIDDEN.sub("", str(content)), quote=False)
    return "".join(map(_inner, content))
