"""The JSON Schema of an article.

In flows the tree of fields (`runews.schema.fields`); out flows a dict in the words of JSON Schema,
draft 2020-12, which is also shipped as the file ``article.schema.json`` beside this module.
"""

from __future__ import annotations

from typing import Any

from runews.schema.fields import Field, Kind, Record, article_record
from runews.serialize import SCHEMA_VERSION

__all__ = ["json_schema"]

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = "T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{6})?"
_ZONE = "[+-][0-9]{2}:[0-9]{2}"

# JSON Schema's own "date-time" wants an offset in hours and minutes, which not every time has.
_MOMENTS = [
    {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    {"type": "string", "format": "date-time", "pattern": f"^{_DAY}{_TIME}{_ZONE}$"},
    {
        "type": "string",
        "pattern": f"^{_DAY}{_TIME}({_ZONE}:[0-9]{{2}}([.][0-9]{{6}})?)?$",
        "$comment": "A time without a zone, or with one that counts seconds.",
    },
]

_TYPES = {Kind.TEXT: "string", Kind.WORD: "string", Kind.INTEGER: "integer", Kind.NUMBER: "number"}

# What the models enforce, or `from_dict` does, beyond the types.
_LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("Article", "version"): {"const": SCHEMA_VERSION},
    ("Span", "start"): {"minimum": 0},
    ("Span", "stop"): {"minimum": 0},
    ("Sentence", "paragraph"): {"minimum": 0},
    ("Quote", "spans"): {"minItems": 1},
    ("Attribution", "confidence"): {"minimum": 0, "maximum": 1},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `Article.to_dict` and `Article.to_json` write.

    It tells types, closed sets of words and required fields, and forbids others. That spans lie
    inside the text and ids lead somewhere is beyond JSON Schema; `Article.from_dict` checks both.

    Returns:
        A new dict: a schema of draft 2020-12, with a definition for each class.

    Example:
        >>> schema = json_schema()
        >>> schema["$defs"]["Quote"]["properties"]["kind"]["enum"]
        ['direct', 'mixed', 'indirect']
    """
    article = article_record()
    found: dict[str, Record] = {}
    _collect(article, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": article.name,
        **_object(article),
        "$defs": {name: _object(record) for name, record in sorted(found.items())},
    }


def _collect(record: Record, found: dict[str, Record]) -> None:
    for field in record.fields:
        if field.record is not None and field.record.name not in found:
            found[field.record.name] = field.record
            _collect(field.record, found)


def _object(record: Record) -> dict[str, Any]:
    return {
        **_described(record.description),
        "type": "object",
        "properties": {field.name: _property(record, field) for field in record.fields},
        "required": [field.name for field in record.fields],
        "additionalProperties": False,
    }


def _property(record: Record, field: Field) -> dict[str, Any]:
    limits = _LIMITS.get((record.name, field.name), {})
    if field.repeated:
        shape = {"type": "array", "items": _value(field, nullable=False)}
    else:
        shape = _value(field, nullable=field.nullable)
    return {**_described(field.description), **shape, **limits}


def _value(field: Field, *, nullable: bool) -> dict[str, Any]:
    if field.kind is Kind.MOMENT:
        return {"anyOf": [*map(dict, _MOMENTS), *([{"type": "null"}] if nullable else [])]}
    if field.record is not None:
        target = {"$ref": f"#/$defs/{field.record.name}"}
        return {"anyOf": [target, {"type": "null"}]} if nullable else target
    name = _TYPES[field.kind]
    words = {"enum": [*field.words, *([None] if nullable else [])]} if field.words else {}
    return {"type": [name, "null"] if nullable else name, **words}


def _described(description: str) -> dict[str, str]:
    return {"description": description} if description else {}
