"""What one source of a page's metadata tells, and how its values are made clean."""

from __future__ import annotations

import html
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import attrs

from runews.structure.dates import publication_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

__all__ = ["Facts", "address", "clean", "each_once", "moment", "split_tags"]

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?)?(?![\d:])")
_TAG_SEPARATOR = re.compile(r"[,;|]")
_ADDRESS = re.compile(r"https?://[^/\s]+/\S+", re.IGNORECASE)
# Longer values are no metadata.
_MAX_VALUE = 10_000
_MAX_DATE = 100
_MAX_URL = 2000


@attrs.frozen(kw_only=True)
class Facts:
    """What one source tells about the article; ``None`` or empty where it tells nothing.

    Args:
        headline: The headline.
        descriptions: Second headlines and summaries; the page may show them under the headline.
        published: When the article came out.
        authors: Persons who wrote it.
        organisations: Organisations that the source names as its author or source.
        site: Who published it.
        url: Its address.
        tags: Its tags, split.
        body: Its text, where the source holds that too.
        is_article: Whether the source calls the page an article.
    """

    headline: str | None = None
    descriptions: tuple[str, ...] = ()
    published: date | datetime | None = None
    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    body: str | None = None
    is_article: bool = False


def clean(value: object) -> str | None:
    r"""A value as one line of plain text.

    Args:
        value: What the page gives, of any type.

    Returns:
        The text without markup and entities; ``None`` where the value is no text or empty.

    Example:
        >>> clean(" Суд&nbsp;начал&shy;ся:\n<b>репортаж</b> ")
        'Суд начался: репортаж'
    """
    if not isinstance(value, str):
        return None
    text = html.unescape(_TAG.sub(" ", value[:_MAX_VALUE])).replace("\u00ad", "")
    # JSON may hold halves of surrogate pairs, which are no text.
    return " ".join(text.encode("utf-8", "replace").decode().split()) or None


def moment(value: object) -> date | datetime | None:
    """A date, or a date and a time, as pages write them.

    Args:
        value: «2025-05-14T20:28:12+03:00», «20250514T2028»,
            «Wed, 14 May 2025 20:28:12 +0300», «14 мая 2025, 20:28».

    Returns:
        The date; ``None`` where the value is no date.

    Example:
        >>> moment("2025-05-14T20:28:12.467+03:00").isoformat()
        '2025-05-14T20:28:12+03:00'
        >>> moment("вчера") is None
        True
    """
    text = clean(value)
    if text is None or len(text) > _MAX_DATE:
        return None
    if match := _COMPACT.match(text):
        year, month, day, *clock = match.groups()
        time = f"T{':'.join(filter(None, clock))}" if clock[0] else ""
        text = f"{year}-{month}-{day}{time}{text[match.end() :]}"
    found = publication_date(text)
    if found is not None:
        return found
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):  # no date, or one that the calendar lacks
        return None


def address(value: object) -> str | None:
    """The full address of an article; the address of a whole site is none.

    Args:
        value: What the page gives.

    Returns:
        The address, ``None`` where the value is no full one.

    Example:
        >>> address("https://example.ru/1"), address("https://example.ru/"), address("/1")
        ('https://example.ru/1', None, None)
    """
    text = clean(value)
    return text if text and len(text) <= _MAX_URL and _ADDRESS.fullmatch(text) else None


def split_tags(values: Iterable[object]) -> tuple[str, ...]:
    """Single tags of lists of them.

    Args:
        values: Strings with one tag or more, split by commas.

    Returns:
        The tags, each once.

    Example:
        >>> split_tags(["суд, Москва", "#суд"])
        ('суд', 'Москва')
    """
    parts = (part for value in values if (text := clean(value)) for part in _split(text))
    return each_once(tag for part in parts if (tag := part.strip(" #")))


def _split(text: str) -> list[str]:
    return _TAG_SEPARATOR.split(text)


def each_once(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that are there, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))
