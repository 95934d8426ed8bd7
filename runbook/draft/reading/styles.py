"""How a Word document says letters and paragraphs look, as far as it changes what is read: bold, hidden, centred."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from runbook.office.parts import Attributes, Package

_DEEPEST = 20  # styles based on styles; a circle ends here


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run or a paragraph; None is what is not said and comes from the style."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    list_: str | None = None  # the number of the list, "0" for none
    level: int | None = None

    def over(self, under: Look) -> Look:
        """This look, with what it does not say taken from another."""
        return Look(
            under.bold if self.bold is None else self.bold,
            under.capitals if self.capitals is None else self.capitals,
            under.hidden if self.hidden is None else self.hidden,
            under.centred if self.centred is None else self.centred,
            under.list_ if self.list_ is None else self.list_,
            under.level if self.level is None else self.level,
        )

    def said(self, tag: str, attributes: Attributes) -> Look:
        """This look and what one element of ECMA-376 part 1, clause 17.3, says."""
        if tag == "b":
            return replace(self, bold=on(attributes))
        if tag == "caps":
            return replace(self, capitals=on(attributes))
        if tag == "vanish":
            return replace(self, hidden=on(attributes))
        if tag == "jc":
            return replace(self, centred=value(attributes) == "center")
        if tag == "numId":
            return replace(self, list_=value(attributes))
        if tag == "ilvl":
            return replace(self, level=number(value(attributes)))
        return self


NOTHING = Look()


def value(attributes: Attributes, name: str = "val") -> str:
    """An attribute by its local name, "" without it."""
    return next((said for key, said in attributes.items() if key.rpartition(" ")[2] == name), "")


def number(text: str, most: int = 8) -> int:
    """A number of the file from 0 to `most`; 0 for what is none."""
    return min(int(text[:6]), most) if text.isascii() and text.isdigit() else 0


def on(attributes: Attributes) -> bool:
    """Whether a property that is named is on: "w:b" is, "w:b w:val=0" is not."""
    return value(attributes) not in ("0", "false", "off", "none")


@dataclass(slots=True)
class Styles:
    """The looks of named styles; "" is that of every paragraph that names none."""

    looks: dict[str, Look] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)
    default: str = ""
    known: dict[str, Look] = field(default_factory=dict)

    def of(self, name: str) -> Look:
        """The look of a style with all it is based on."""
        if name not in self.known:
            self.known[name] = self._of(name)
        return self.known[name]

    def _of(self, name: str) -> Look:
        look, at = NOTHING, name or self.default
        for _ in range(_DEEPEST):
            if at not in self.looks:
                break
            look, at = look.over(self.looks[at]), self.based.get(at, "")
        return look


def styles(package: Package, part: str) -> Styles:
    """The styles of a document. Raises RefusedError."""
    found = Styles()
    current = ""

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal current
        if tag == "style":
            current = value(attributes, "styleId")
            found.looks[current] = NOTHING
            if value(attributes, "type") == "paragraph" and value(attributes, "default") in ("1", "true"):
                found.default = current
        elif current and tag == "basedOn":
            found.based[current] = value(attributes)
        elif current:
            found.looks[current] = found.looks[current].said(tag, attributes)

    def end(tag: str) -> None:
        nonlocal current
        if tag == "style":
            current = ""

    package.read(part, start, end)
    return found
