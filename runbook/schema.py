"""The JSON Schema of the ceremony file, made from the tables of the format; `python -m runbook.schema` prints it.

Editors read YAML by the rules of YAML 1.2, where `0` is a number and `true` a truth value, so a text may be those too.
The schema is looser than the reader: what a pattern cannot say, `runbook check` says.
"""

from __future__ import annotations

import json
from typing import Any

from runbook.format import CEREMONY, SECTIONS
from runbook.format.fields import Field, Section, Shape
from runbook.format.tasks import CHAIN, WORK
from runbook.grammars import ALL, ID, LINE, PROSE, REFERENCE, YES_NO, Grammar

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema, draft 2020-12; keys in a fixed order."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "runbook: ceremony file",
        "description": f"{CEREMONY.vi} / {CEREMONY.en}",
        "$ref": _name(CEREMONY),
        "$defs": {
            **{_word(grammar): _grammar(grammar) for grammar in ALL},
            **{_word(section): _section(section) for section in SECTIONS},
            **{_or_chain(section): _chain_or(section) for section in WORK},
        },
    }


def text() -> str:
    """The schema as the bytes of the shipped file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def _word(part: Grammar | Section) -> str:
    return part.name if isinstance(part, Section) else f"value: {part.name}"


def _name(part: Grammar | Section) -> str:
    return f"#/$defs/{_word(part)}".replace(" ", "%20")


def _or_chain(section: Section) -> str:
    return f"{section.name} or chain"


def _chain_or(section: Section) -> Schema:
    required = {"type": "object", "required": ["approval"]}
    return {"if": required, "then": {"$ref": _name(CHAIN)}, "else": {"$ref": _name(section)}}


def _grammar(grammar: Grammar) -> Schema:
    about = {"description": f"{grammar.vi} / {grammar.en}", "examples": list(grammar.examples)}
    if grammar.words:
        return {**about, "enum": [*grammar.words, *((True, False) if grammar is YES_NO else ())]}
    if grammar in (LINE, PROSE):
        return {**about, "type": ["string", "number", "boolean", "null"]}
    return {**about, "type": ["string", "number"], **({"pattern": grammar.pattern} if grammar.pattern else {})}


def _section(section: Section) -> Schema:
    found: Schema = {
        "description": f"{section.vi} / {section.en}",
        "type": "object",
        "properties": {field.key: _field(field) for field in section.fields},
        "additionalProperties": False,
    }
    required = [field.key for field in section.required if not field.unless]
    if required:
        found["required"] = required
    replaced = {
        field.unless: [one.key for one in section.required if one.unless == field.unless] for field in section.required
    }
    for key, keys in replaced.items():
        if key:
            found["anyOf"] = [{"required": keys}, {"required": [key]}]
    return found


def _field(field: Field) -> Schema:
    return {"description": f"{field.vi} / {field.en}", **_values(field)}


def _values(field: Field) -> Schema:
    if field.shape is Shape.OTHER:
        return _any(_many(_own_list(field)), {"type": "object", "additionalProperties": _many_or_one(field)})
    if field.shape is Shape.MANY:
        return _many({"$ref": _name(field.holds)})
    one = _one(field)
    if field.shape is Shape.LIST:
        return _any({"type": "array", "items": one}, *([one] if field.short else []), {"type": "null"})
    if field.shape is Shape.ROWS:
        rows = {"type": "object", "propertyNames": {"pattern": ID.pattern}, "additionalProperties": one}
        return _any(rows, {"type": "null"})
    return one


def _one(field: Field) -> Schema:
    held = field.holds
    name = _name(held) if held not in WORK else f"#/$defs/{_or_chain(held)}".replace(" ", "%20")
    ref = {"$ref": name}
    return _any(ref, {"$ref": _name(field.short)}) if field.short else ref


def _many(one: Schema) -> Schema:
    return _any(one, {"type": "array", "items": one})


def _own_list(field: Field) -> Schema:
    """What the list form of hours or members holds."""
    return {"$ref": _name(REFERENCE if isinstance(field.holds, Section) else field.holds)}


def _many_or_one(field: Field) -> Schema:
    """What the mapping form holds: sections or names of members, spans of hours."""
    ref = {"$ref": _name(field.holds)}
    return _any(ref, {"$ref": _name(LINE)}) if isinstance(field.holds, Section) else _many(ref)


def _any(*choices: Schema) -> Schema:
    return {"anyOf": list(choices)}


if __name__ == "__main__":
    print(text(), end="")
