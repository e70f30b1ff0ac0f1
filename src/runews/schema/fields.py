"""The tree of an article's fields, read off the models: names, types, words, descriptions.

In flow the attrs classes; out flows a `Record` that names no library. A field of a type that the
tree has no word for stops the derivation, so that a new model cannot be written wrongly unseen.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum
from functools import cache
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from runews.models import Article
from runews.serialize import SCHEMA_VERSION

__all__ = ["Field", "Kind", "Record", "article_record", "record_of"]

_SECTION = re.compile(r"^Args:\n((?:(?: {4}.*)?\n)*)", re.MULTILINE)
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")


class Kind(Enum):
    """What a field holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MOMENT = "moment"
    WORD = "word"
    RECORD = "record"


@attrs.frozen(kw_only=True)
class Field:
    """A field of a record.

    Args:
        name: Its name.
        kind: What it holds: text, a whole number, a number, a date or time, a word of a closed set,
            or a record.
        nullable: Whether it may be ``None``.
        repeated: Whether it holds a list of the kind.
        words: The closed set, for a word.
        record: The record, for a record.
        description: What it means, in one line.
    """

    name: str
    kind: Kind
    nullable: bool = False
    repeated: bool = False
    words: tuple[str, ...] = ()
    record: Record | None = None
    description: str = ""


@attrs.frozen(kw_only=True)
class Record:
    """A class of the results.

    Args:
        name: The class's name.
        fields: Its fields, in the order in which they are written.
        description: What it is, in one line.
    """

    name: str
    fields: tuple[Field, ...]
    description: str = ""


@cache
def article_record() -> Record:
    """The tree of what `Article.to_dict` writes.

    Returns:
        The record of an article, its field ``version`` first.

    Example:
        >>> record = article_record()
        >>> [field.name for field in record.fields][:3]
        ['version', 'text', 'metadata']
        >>> kind = record.fields[3].record.fields[2]
        >>> kind.name, kind.kind.value, kind.words[:2], kind.description
        ('kind', 'word', ('headline', 'subheading'), 'What the paragraph is.')
    """
    version = Field(
        name="version",
        kind=Kind.INTEGER,
        description=f"Version of the format; this is version {SCHEMA_VERSION}.",
    )
    record = record_of(Article)
    return attrs.evolve(record, fields=(version, *record.fields))


@cache
def record_of(model: type[attrs.AttrsInstance]) -> Record:
    """The tree of one class of the models.

    Args:
        model: An attrs class whose fields are strings, numbers, dates, enums, classes like itself,
            tuples of these, or ``None``.

    Returns:
        The record of its fields.

    Raises:
        TypeError: A field is of another type.

    Example:
        >>> from runews.models import Span
        >>> [(field.name, field.kind.value) for field in record_of(Span).fields]
        [('start', 'integer'), ('stop', 'integer')]
    """
    types = get_type_hints(model)
    # Under `python -OO` there are no docstrings, and so no descriptions.
    documented = getdoc(model) or ""
    described = _arguments(documented)
    return Record(
        name=model.__name__,
        fields=tuple(
            _field(a.name, types[a.name], described.get(a.name, "")) for a in attrs.fields(model)
        ),
        description=_plain(documented.partition("\n\n")[0]),
    )


def _arguments(documented: str) -> dict[str, str]:
    """What the ``Args:`` of a docstring say of each field."""
    section = _SECTION.search(documented + "\n")
    found = _ARGUMENT.finditer(section[1]) if section else ()
    return {match[1]: _plain(match[2]) for match in found}


def _plain(text: str) -> str:
    """A piece of docstring as one line without markup."""
    return " ".join(_BACKTICKS.sub("", text).split())


def _field(name: str, annotation: Any, description: str) -> Field:
    options = (
        get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    )
    kinds = [option for option in options if option is not NoneType]
    repeated = len(kinds) == 1 and get_origin(kinds[0]) is tuple
    if repeated:
        kinds = list(get_args(kinds[0])[:1])
    kind, words, record = _kind(name, kinds)
    return Field(
        name=name,
        kind=kind,
        nullable=NoneType in options,
        repeated=repeated,
        words=words,
        record=record,
        description=description,
    )


def _kind(name: str, kinds: list[Any]) -> tuple[Kind, tuple[str, ...], Record | None]:
    if set(kinds) == {date, datetime}:
        return Kind.MOMENT, (), None
    simple = {str: Kind.TEXT, int: Kind.INTEGER, float: Kind.NUMBER}
    if len(kinds) == 1:
        [kind] = kinds
        if kind in simple:
            return simple[kind], (), None
        if attrs.has(kind):
            return Kind.RECORD, (), record_of(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return Kind.WORD, tuple(str(member.value) for member in kind), None
    raise TypeError(f"the field {name!r} has a type that no schema knows: {kinds}")
