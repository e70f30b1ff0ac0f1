"""What a row tells about its article.

In flow the fields of a row, from JSON or Parquet; out flows the `Source`. A field that is there and
cannot be used is an error: to parse the article without it would be silently wrong.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from runews.batch.reading import Source
from runews.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FIELDS", "source_of_row"]

#: The fields beside the text that are taken as what the caller knows.
FIELDS = ("url", "headline", "published", "agency", "authors")
_DAY = len("2025-05-14")


def source_of_row(fields: Mapping[str, Any], text_field: str, *, text_only: bool) -> Source:
    """The article of a row.

    Args:
        fields: The row.
        text_field: The name of the field with the text.
        text_only: Whether to take the text alone.

    Returns:
        The article, with what the row's `FIELDS` tell.

    Raises:
        InputError: There is no text, or one of the fields cannot be used.

    Example:
        >>> source = source_of_row({"body": "Да.", "authors": "Анна"}, "body", text_only=False)
        >>> source.content, source.authors
        ('Да.', ('Анна',))
    """
    if fields.get(text_field) is None:
        raise InputError(
            f"the row has no {text_field!r}: name the field with the text, as --text-field body"
        )
    if text_only:
        return Source(content=fields[text_field])
    return Source(
        content=fields[text_field],
        url=_string(fields, "url"),
        headline=_string(fields, "headline"),
        published=_moment(fields),
        agency=_string(fields, "agency"),
        authors=_strings(fields, "authors"),
    )


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _unusable(name, value, "a string")
    return value or None


def _strings(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    if value is None or value == "":
        return ()
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(part, str) for part in values):
        raise _unusable(name, value, "a string or a list of strings")
    return tuple(values)


def _moment(fields: Mapping[str, Any]) -> date | datetime | None:
    value = fields.get("published")
    if value is None or value == "" or isinstance(value, date):
        return value or None
    if isinstance(value, str):
        try:
            if len(value) == _DAY:
                return date.fromisoformat(value)
            # Python 3.10 does not know the letter for UTC.
            return datetime.fromisoformat(value[:-1] + "+00:00" if value[-1] == "Z" else value)
        except ValueError:
            pass
    raise _unusable(
        "published", value, "a date or time, as 2025-05-14 or 2025-05-14T09:30:00+03:00"
    )


def _unusable(name: str, value: object, wanted: str) -> InputError:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return InputError(
        f"the field {name!r} is {shown}, and must be {wanted}; --text-only leaves it out"
    )
