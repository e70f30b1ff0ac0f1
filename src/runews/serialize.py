"""Articles to and from plain dicts and JSON, without loss.

In flows an `Article`, or a dict or JSON document that claims to be one; out flows the other. The
top-level dict is the article's fields with a ``version`` of the format before them; enums are their
words, tuples are lists, dates and times are ISO 8601. `from_dict` takes nothing on trust: what
`to_dict` could not have written is refused with the path of the offending value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from types import GenericAlias
from typing import Any, get_args

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn

from runews.errors import SerializationError
from runews.integrity import faults
from runews.models import Article, EntityType, MentionKind, ParagraphKind, QuoteKind

__all__ = ["SCHEMA_VERSION", "from_dict", "from_json", "to_dict", "to_json"]

#: The version of the format; a change that an older reader would misread raises it.
SCHEMA_VERSION = 1

#: Problems that a message lists; a document that is not ours at all has thousands.
_SHOWN = 3

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# A lone surrogate has no UTF-8 form, so it is escaped, all but a low one right behind a high one:
# JSON reads two escapes as the one character that such a pair spells in UTF-16.
_SURROGATE = re.compile("[\ud800-\udbff]|(?<![\ud800-\udbff])[\udc00-\udfff]")


def to_dict(article: Article) -> dict[str, Any]:
    """An article as plain dicts, lists, strings, numbers and ``None``.

    Args:
        article: The article.

    Returns:
        A new dict, which shares nothing that can be changed with the article.

    Example:
        >>> from runews.models import Article, Metadata
        >>> data = to_dict(Article(text="Да.", metadata=Metadata(language="ru")))
        >>> data["version"], data["text"], data["metadata"]["language"], data["quotes"]
        (1, 'Да.', 'ru', [])
    """
    return {"version": SCHEMA_VERSION, **_converter.unstructure(article)}


def to_json(article: Article, *, indent: int | None = None) -> str:
    """An article as a JSON document.

    Args:
        article: The article.
        indent: Spaces of indentation; ``None`` puts everything on one line.

    Returns:
        JSON with Cyrillic as it is, to be stored as UTF-8; lone surrogates are escaped. (A low
        surrogate right behind a high one stays as it is, since JSON cannot tell two such escapes
        from one character: only a text with such a pair needs ``errors="surrogatepass"``.)
    """
    return dumps(to_dict(article), indent=indent)


def dumps(data: Mapping[str, Any], *, indent: int | None = None) -> str:
    """Plain data as JSON text that encodes to UTF-8; see `to_json`."""
    found = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", found)


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that `to_dict` wrote.

    Args:
        data: The dict.

    Returns:
        An article equal to the one that was written.

    Raises:
        SerializationError: The dict does not describe an article: unknown or missing fields, wrong
            types, spans outside the text or at odds with their own text, ids that lead nowhere, or
            a newer version of the format. The message gives the path of the value.

    Example:
        >>> from_dict({"version": 99})  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        runews.errors.SerializationError: $.version: the article is in version 99 ...
    """
    if not isinstance(data, Mapping):
        raise SerializationError(f"not an article: $: {_expected('an object', data)}")
    _check_version(data)
    try:
        article = _converter.structure({k: v for k, v in data.items() if k != "version"}, Article)
    except cattrs.BaseValidationError as error:
        raise _refused(_problems(error, "$")) from error
    except _FieldError as error:
        raise _refused([f"$: {error}"]) from error
    if found := list(faults(article)):
        raise _refused(found)
    return article


def from_json(data: str | bytes) -> Article:
    """The article that `to_json` wrote.

    Args:
        data: The JSON document, as text or as bytes in UTF-8.

    Returns:
        An article equal to the one that was written.

    Raises:
        SerializationError: The JSON is malformed, or not an article; see `from_dict`.
    """
    try:
        found = json.loads(data)
    except (ValueError, TypeError, RecursionError) as error:
        raise SerializationError(f"not a JSON document: {error}") from error
    return from_dict(found)


def _check_version(data: Mapping[str, Any]) -> None:
    if "version" not in data:
        raise SerializationError("not an article: $: missing field 'version'")
    version = data["version"]
    if type(version) is not int or version < 1:
        raise SerializationError(f"not an article: $.version: {_expected('a version', version)}")
    if version > SCHEMA_VERSION:
        raise SerializationError(
            f"$.version: the article is in version {version} of the format, this runews reads up "
            f"to {SCHEMA_VERSION}: upgrade runews"
        )


class _FieldError(ValueError):
    """A value of the wrong type, or an object with the wrong fields."""


def _refused(problems: list[str]) -> SerializationError:
    more = len(problems) - _SHOWN
    tail = f"; and {more} more" if more > 0 else ""
    return SerializationError(f"not an article: {'; '.join(problems[:_SHOWN])}{tail}")


def _problems(error: BaseException, path: str) -> list[str]:
    """What a nested error of cattrs says, as «path: problem»."""
    if not isinstance(error, cattrs.BaseValidationError):
        return [f"{path}: {error}"]
    found = []
    for inner in error.exceptions:
        notes = getattr(inner, "__notes__", ())
        step = ""
        for note in notes:
            if isinstance(note, cattrs.AttributeValidationNote):
                step = f".{note.name}"
            elif isinstance(note, cattrs.IterableValidationNote):
                step = f"[{note.index}]"
        found += _problems(inner, path + step)
    return found


def _expected(what: str, value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a truth value"}
    kind = kinds.get(type(value), type(value).__name__)
    shown = f" {value!r}" if isinstance(value, str | int | float) and len(repr(value)) <= 40 else ""
    return f"expected {what}, not {'null' if value is None else kind + shown}"


def _exactly(what: str, wanted: type) -> Callable[[object, object], Any]:
    """A reader that takes one type and converts nothing; ``True`` is no number."""

    def read(value: object, _: object) -> Any:
        if type(value) is not wanted:
            raise _FieldError(_expected(what, value))
        return value

    return read


def _read_float(value: object, _: object) -> float:
    if type(value) not in (int, float):
        raise _FieldError(_expected("a number", value))
    return float(value)  # type: ignore[arg-type] # checked in the line above


def _read_word(value: object, kind: type[Enum]) -> Enum:
    words = [member.value for member in kind]
    if value not in words:
        raise _FieldError(_expected(f"one of {', '.join(words)}", value))
    return kind(value)


def _read_moment(value: object, _: object) -> date | datetime | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _FieldError(_expected("a date or time in ISO 8601", value))
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError:
        raise _FieldError(_expected("a date or time in ISO 8601", value)) from None


def _class_reader(kind: type[attrs.AttrsInstance]) -> Callable[[Any, Any], Any]:
    """A reader of one of our classes that wants every field and no other."""
    read = make_dict_structure_fn(kind, _converter, _cattrs_detailed_validation=True)
    names = [a.name for a in attrs.fields(kind)]

    def checked(value: object, _: object) -> Any:
        if not isinstance(value, Mapping):
            raise _FieldError(_expected("an object", value))
        unknown = [f"unknown field {key!r}" for key in value if key not in names]
        missing = [f"missing field {name!r}" for name in names if name not in value]
        if unknown or missing:
            raise _FieldError(", ".join([*unknown, *missing]))
        return read(value, kind)

    return checked


def _tuple_reader(kind: Any) -> Callable[[Any, Any], Any]:
    """A reader of ``tuple[X, ...]`` that takes a list, and not a string letter by letter."""
    items: Any = GenericAlias(list, get_args(kind)[:1])

    def checked(value: object, _: object) -> Any:
        if not isinstance(value, list | tuple):
            raise _FieldError(_expected("a list", value))
        return tuple(_converter.structure(value, items))

    return checked


def _is_moment(kind: Any) -> bool:
    return set(get_args(kind)) == {date, datetime, type(None)}


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(
        detailed_validation=True, unstruct_collection_overrides={tuple: list}
    )
    converter.register_structure_hook(str, _exactly("a string", str))
    converter.register_structure_hook(int, _exactly("a whole number", int))
    converter.register_structure_hook(float, _read_float)
    for kind in (EntityType, MentionKind, ParagraphKind, QuoteKind):
        # One by one: the hooks for strings, which they are too, would come before a general one.
        converter.register_structure_hook(kind, _read_word)
        converter.register_unstructure_hook(kind, _write_word)
    converter.register_structure_hook_func(_is_moment, _read_moment)
    converter.register_structure_hook_factory(attrs.has, _class_reader)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_unstructure_hook_func(_is_moment, _write_moment)
    return converter


def _write_word(member: Enum) -> str:
    return str(member.value)


def _write_moment(value: date | datetime | None) -> str | None:
    return None if value is None else value.isoformat()


_converter = _make_converter()
