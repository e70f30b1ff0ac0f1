"""Datelines: the place, day, agency and correspondent that open a dispatch.

In flow the text and a paragraph's place in it; out flows the dateline at its start, if it has one.
A dateline is a row of parts (place, date, agency, correspondents) in any order, with commas, full
stops, dashes, slashes and brackets between them, and one of these after the last.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from runews.models import Dateline, Span
from runews.structure.dates import DateFound, match_date
from runews.structure.names import match_names
from runews.structure.outlets import find_outlet
from runews.structure.places import is_known_place, normal_place

__all__ = ["DatelineFound", "find_dateline", "with_year"]

# No dateline is longer; nothing beyond is looked at.
_MAX_LENGTH = 200
_SEPARATOR = re.compile(r"[\s,.;:/()\[\]|·•–—-]*")
_COMMA = re.compile(r"[\s,/(]*")
_BRACKET = re.compile(r"[/(]")
_END = re.compile(r"[\s/)\]]*(?:[.:/)\]]|\s?[–—-]{1,2}(?=\s|[«\"„А-ЯЁA-Z]))[\s/)\].:–—-]*")
_STRONG_END = re.compile(r"[\s/)\].:]*[–—-]")
_CORRESPONDENT = re.compile(
    r"(?:(?:соб|спец|специальный|собственный)(?:\.\s?|\s)?)?корр(?:\.\s?|еспонденты?\s)",
    re.IGNORECASE,
)
_OUTLET_WORD = re.compile(r"[«\"“„]?[\w+&.'’-]*[\w+&»\"”]", re.UNICODE)
_MAX_OUTLET_WORDS = 4
_PLACE = re.compile(
    r"(?:г\.\s?)?(?P<name>[А-ЯЁІЇЄҐЎ][\w.’'-]*[\w](?:\s(?:[А-ЯЁІЇЄҐЎ][\w’'-]*[\w])){0,2})"
    r"(?:\s\([А-ЯЁ][\w .-]{1,40}\))?"
)
_LOWER_PLACE = re.compile(r"(?P<name>[а-яё][а-яё.-]*[а-яё](?:\s[а-яё-]+)?)(?=\s?[,.(/])")
_OPENING = re.compile(r"[«\"„“(]?\s?[А-ЯЁІЇЄҐЎA-Z0-9]")


@attrs.frozen
class DatelineFound:
    """A dateline with the punctuation that parts it from the story.

    Args:
        dateline: The dateline.
        stop: Offset where the story begins, or where the paragraph ends.
        moment: Its date as a whole, with the time if it has one; ``None`` without a year.
    """

    dateline: Dateline
    stop: int
    moment: date | datetime | None = None


@attrs.define
class _Parts:
    """What has been read so far; ``stop`` is the offset after the last part."""

    stop: int
    lower: bool
    places: list[str] = attrs.field(factory=list)
    sure: bool = False
    date: DateFound | None = None
    agency: str | None = None
    label: bool = False
    authors: tuple[str, ...] = ()


def find_dateline(text: str, span: Span) -> DatelineFound | None:
    """The dateline at the start of a paragraph.

    Args:
        text: The article's text.
        span: Where the paragraph stands.

    Returns:
        The dateline, ``None`` where the paragraph begins without one.

    Example:
        >>> text = "МОСКВА, 18 мар — РИА Новости, Андрей Коц. Британские СМИ молчат."
        >>> line = find_dateline(text, Span(0, len(text))).dateline
        >>> line.place, line.day, line.month, line.agency, line.authors
        ('Москва', 18, 3, 'РИА Новости', ('Андрей Коц',))
    """
    head = text[span.start : min(span.stop, span.start + _MAX_LENGTH)]
    lower = not any(map(str.isupper, head))
    parts = _read(head, lower=lower)
    stop = _end(head, parts.stop)
    if stop is None or not _is_dateline(parts, head, stop):
        return None
    moment = parts.date.value if parts.date else None
    return DatelineFound(_dateline(text, span.start, parts, head), span.start + stop, moment)


def with_year(dateline: Dateline, published: date | datetime | None) -> Dateline:
    """The dateline with the year that the publication date gives it.

    Args:
        dateline: A dateline, maybe without a year.
        published: When the article came out, where that is known.

    Returns:
        The dateline of the year in which its day lies nearest to the publication.

    Example:
        >>> text = "МОСКВА, 31 дек - РИА Новости. Текст."
        >>> line = find_dateline(text, Span(0, len(text))).dateline
        >>> with_year(line, date(2026, 1, 1)).year
        2025
    """
    if published is None or dateline.year or not (dateline.day and dateline.month):
        return dateline
    day = published.date() if isinstance(published, datetime) else published
    nearest: tuple[timedelta, int] | None = None
    for year in range(max(1, day.year - 1), min(9999, day.year + 1) + 1):
        try:
            distance = abs(date(year, dateline.month, dateline.day) - day)
        except ValueError:  # 29 February in a year that has none
            continue
        if nearest is None or distance < nearest[0]:
            nearest = (distance, year)
    return attrs.evolve(dateline, year=nearest[1]) if nearest else dateline


def _read(head: str, *, lower: bool) -> _Parts:
    """Read one part after the other until none fits."""
    parts = _Parts(0, lower)
    while True:
        separator = _SEPARATOR.match(head, parts.stop)
        start = separator.end() if separator else parts.stop
        between = head[parts.stop : start]
        if start >= len(head) or not any(rule(head, start, between, parts) for rule in _PARTS):
            return parts


def _read_date(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«27 фев», «22 января 2026 г.»."""
    if parts.date is not None:
        return False
    found = match_date(head, start)
    if found is None:
        return False
    parts.date, parts.stop = found, found.stop
    return True


def _read_label(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«Корр.» before an agency."""
    match = _CORRESPONDENT.match(head, start)
    if match is None or parts.agency:
        return False
    parts.label = True
    parts.stop = match.end()
    return True


def _read_agency(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«РИА Новости», «INTERFAX.RU», the longest run of words that names an agency."""
    if parts.agency:
        return False
    stops: list[int] = []
    position = start
    while len(stops) < _MAX_OUTLET_WORDS and (match := _OUTLET_WORD.match(head, position)):
        stops.append(match.end())
        position = match.end()
        if head[position : position + 1] not in (" ", "\xa0"):
            break
        position += 1
    for stop in reversed(stops):
        name = head[start:stop]
        if not parts.lower and name == name.lower():
            continue
        outlet = find_outlet(name, inflected=False)
        if outlet is not None and outlet.kind == "agency":
            parts.agency = outlet.name
            parts.stop = stop
            return True
    return False


def _read_names(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«Андрей Коц» after an agency and a comma, or after «Корр. ТАСС»."""
    if parts.authors or not (parts.agency or parts.label):
        return False
    if "," not in between and not (parts.label and between.isspace()):
        return False
    names, stop = match_names(head, start, lower=parts.lower)
    if not names or _end(head, stop) is None or not (parts.places or parts.date):
        return False
    parts.authors, parts.stop = names, stop
    return True


def _read_signature(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«/Иван Петров - БЕЛТА/», a correspondent before the agency."""
    if parts.authors or parts.agency or not (parts.date and _BRACKET.search(between)):
        return False
    names, stop = match_names(head, start)
    separator = _SEPARATOR.match(head, stop)
    if not names or separator is None or not _read_agency(head, separator.end(), "", parts):
        return False
    parts.authors = names
    return True


def _read_place(head: str, start: int, between: str, parts: _Parts) -> bool:
    """«МОСКВА», «С.-ПЕТЕРБУРГ», a second place after a slash, a dash or a comma."""
    if len(parts.places) >= 2 or (parts.places and (parts.date or parts.agency)):
        return False
    # «ТАСС, 22 января. Президент»: what follows a full stop, or an agency's dash, is the story.
    if "." in between or (parts.agency and not _COMMA.fullmatch(between)):
        return False
    match = (_LOWER_PLACE if parts.lower else _PLACE).match(head, start)
    if match is None:
        return False
    name = match["name"]
    known = is_known_place(name)
    if not known and (parts.lower or find_outlet(name, inflected=False)):
        return False
    parts.places.append(normal_place(name))
    parts.sure = known or (name == name.upper() and len(name) > 2)
    parts.stop = match.end()
    return True


# The order in which a part is tried: an agency may look like a place, a correspondent too.
_PARTS = (_read_date, _read_label, _read_agency, _read_names, _read_signature, _read_place)


def _end(head: str, stop: int) -> int | None:
    """Where the punctuation after the last part ends; ``None`` where it does not end a dateline."""
    if stop >= len(head):
        return stop
    match = _END.match(head, stop)
    return match.end() if match else None


def _is_dateline(parts: _Parts, head: str, stop: int) -> bool:
    dated, cut_off = parts.date is not None, _STRONG_END.match(head, parts.stop) is not None
    if parts.lower:
        return dated and parts.agency is not None
    if head[stop : stop + 1].islower():
        return False
    if parts.agency and dated:
        return True
    if parts.places and (parts.agency or dated):
        return parts.sure or (dated and cut_off and " " not in parts.places[0])
    # An agency alone, «INTERFAX.RU - США направят», needs the dash and the beginning of a sentence.
    opens = _OPENING.match(head, stop)
    return parts.agency is not None and opens is not None and cut_off


def _dateline(text: str, offset: int, parts: _Parts, head: str) -> Dateline:
    tail = re.match(r"[/)\].]*", head[parts.stop :])
    start, stop = offset, offset + parts.stop + (tail.end() if tail else 0)
    return Dateline(
        span=Span(start, stop),
        text=text[start:stop],
        place=", ".join(parts.places) or None,
        day=parts.date.day if parts.date else None,
        month=parts.date.month if parts.date else None,
        year=parts.date.year if parts.date else None,
        agency=parts.agency,
        authors=parts.authors,
    )
