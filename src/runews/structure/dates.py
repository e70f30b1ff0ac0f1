"""Dates and times as Russian news writes them.

In flows a stretch of text that may be a date; out flow its day, month, year, time and zone, checked
against the calendar. Nothing is guessed: a date without a year has none.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

import attrs

from runews.lexicons import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DateFound", "date_of_url", "is_date_line", "match_date", "publication_date"]


@attrs.frozen
class _Month:
    name: str
    number: int = attrs.field(converter=int, validator=[attrs.validators.in_(range(1, 13))])
    forms: tuple[str, ...] = attrs.field(converter=word_list)
    example: str


@attrs.frozen
class DateFound:
    """A date that stands in a text.

    Args:
        stop: Offset after it.
        day: Day of the month.
        month: Month, 1 to 12.
        year: The year, where it is given.
        clock: Hour, minute and second, where a time is given.
        zone: The time zone's offset from UTC in minutes, where one is given; Moscow's is told by
            ``moscow``, because it has changed over the years.
        moscow: Whether the time is Moscow's.
    """

    stop: int
    day: int
    month: int
    year: int | None = None
    clock: tuple[int, int, int] | None = None
    zone: int | None = None
    moscow: bool = False

    @property
    def value(self) -> date | datetime | None:
        """The date, or with its time a datetime; ``None`` without a year."""
        if self.year is None:
            return None
        if self.clock is None:
            return date(self.year, self.month, self.day)
        naive = datetime(self.year, self.month, self.day, *self.clock)
        offset = _moscow_offset(naive) if self.moscow else self.zone
        if offset is None:
            return naive
        return naive.replace(tzinfo=timezone(timedelta(minutes=offset)))


@cache
def _months() -> Mapping[str, int]:
    rows = load_table("months", _Month)
    return {form: row.number for row in rows for form in (row.name, *row.forms)}


_CLOCK = (
    r"(?P<hour{n}>[01]?\d|2[0-3]):(?P<minute{n}>[0-5]\d)"
    r"(?::(?P<second{n}>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?!\d)"
)
_ZONE = (
    r"(?:\s?\(?(?:(?P<moscow{n}>мск|msk|по\ московскому\ времени|московское\ время)\b"
    r"|(?:gmt|utc)(?P<gmt{n}>\s?[+-]\d{{1,2}}(?::?\d\d)?)?(?![\w+-])"
    r"|(?P<offset{n}>[+-]\d\d(?::?\d\d)?)(?!\d)|(?P<zulu{n}>z)\b)\)?)?"
)
_BEFORE = _CLOCK.format(n=1) + _ZONE.format(n=1)
_AFTER = _CLOCK.format(n=2) + _ZONE.format(n=2)
_YEAR_WORD = r"(?:\s?(?:года\b|год\b|г\.|г\b))?"

_DATE = re.compile(
    rf"""
    (?:(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\s*,\s*)?
    (?:{_BEFORE}(?:\s?[,|/·•—–-]\s?|\s))?
    (?:
        (?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)
      | (?P<num_day>\d{{1,2}})(?P<mark>[./-])(?P<num_month>\d{{1,2}})
            (?:(?P=mark)(?P<num_year>\d{{4}}))?(?![\d/]|[.-]\d){_YEAR_WORD}
      | (?P<day>\d{{1,2}})(?:-?го)?\s(?P<month>[а-я]{{3,8}})\b
            (?:\.?\s(?:(?P<year>\d{{4}})(?![\d])){_YEAR_WORD})?
    )
    (?:(?:t|(?:\s?[,|/·•—–-]\s?|\s)(?:в\s)?){_AFTER})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_URL_DATE = re.compile(
    r"/(?:(?P<y>(?:19|20)\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])"
    r"|(?P<d2>\d\d)(?P<m2>[a-z]{3})(?P<y2>(?:19|20)\d\d))(?=[/_.-]|$)",
    re.IGNORECASE,
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TWO_DIGITS = re.compile(r"\d\d\.\d\d")
_RELATIVE = re.compile(r"(?:сегодня|вчера)\s?,?\s(?:в\s)?\d{1,2}:\d\d(?:\s?мск)?", re.IGNORECASE)
# Lines about the date are short; longer ones are prose that begins with a date.
_MAX_LINE = 80


def match_date(text: str, start: int = 0) -> DateFound | None:
    """The date that begins at an offset.

    Args:
        text: The text.
        start: Offset where the date must begin.

    Returns:
        The date, or ``None`` where no valid date begins there.

    Example:
        >>> match_date("31 января 2026 года, 12:08 мск").value.isoformat()
        '2026-01-31T12:08:00+03:00'
        >>> match_date("27 фев - РИА Новости"), match_date("31.02.2026")
        (DateFound(stop=6, day=27, month=2, year=None, clock=None, zone=None, moscow=False), None)
    """
    match = _DATE.match(text, start)
    if match is None:
        return None
    year = match["iso_year"] or match["num_year"] or match["year"]
    day = int(match["iso_day"] or match["num_day"] or match["day"])
    if match["month"]:
        month = _months().get(match["month"].lower())
    else:
        month = int(match["iso_month"] or match["num_month"])
        # «5.4» is a number, «10/12» a fraction, «10-12» a range; «05.04» is a date without a year.
        if year is None and not _TWO_DIGITS.fullmatch(
            match["num_day"] + match["mark"] + match["num_month"]
        ):
            return None
    if month is None or not _is_valid(day, month, int(year) if year else None):
        return None
    n = "2" if match["hour2"] else "1"
    clock = None
    if match[f"hour{n}"]:
        clock = (
            int(match[f"hour{n}"]),
            int(match[f"minute{n}"]),
            int(match[f"second{n}"] or 0),
        )
    zone, moscow = _zone(match, n) if clock else (None, False)
    return DateFound(match.end(), day, month, int(year) if year else None, clock, zone, moscow)


def publication_date(line: str) -> date | datetime | None:
    """The date that a line as a whole gives.

    Args:
        line: A line such as «31.01.2026, 12:08 (обновлено: 31.01.2026, 14:00)».

    Returns:
        The date, or the date and time; ``None`` where the line is not a date, or has no year.

    Example:
        >>> publication_date("Суббота, 31 января 2026 г.")
        datetime.date(2026, 1, 31)
    """
    found = match_date(line) if len(line) <= _MAX_LINE else None
    if found is None or not _is_tail(line[found.stop :]):
        return None
    return found.value


def is_date_line(line: str) -> bool:
    """Whether a line holds a date or a time and nothing else.

    Args:
        line: The line, without white space around.

    Returns:
        ``True`` for dates with or without a year, and for «сегодня в 14:05».

    Example:
        >>> is_date_line("31 января, 12:08"), is_date_line("31 января выпал снег")
        (True, False)
    """
    if len(line) > _MAX_LINE:
        return False
    if _RELATIVE.fullmatch(line) or re.fullmatch(r"[0-2]?\d:[0-5]\d", line):
        return True
    found = match_date(line)
    return found is not None and _is_tail(line[found.stop :])


def date_of_url(url: str) -> date | None:
    """The date in an address: ``/2016/04/29/``, ``/20260131/``, ``/09Jan2015/``.

    Args:
        url: The address.

    Returns:
        The date, ``None`` where there is none or more than one.

    Example:
        >>> date_of_url("https://www.newsru.com/russia/09Jan2015/ufa.html")
        datetime.date(2015, 1, 9)
    """
    found: list[date] = []
    for match in _URL_DATE.finditer(url[:2000]):
        year, day = int(match["y"] or match["y2"]), int(match["d"] or match["d2"])
        name = (match["m2"] or "").lower()
        if name and name not in _ENGLISH:
            continue
        month = _ENGLISH.index(name) + 1 if name else int(match["m"])
        if _is_valid(day, month, year):
            found.append(date(year, month, day))
    return found[0] if len(found) == 1 else None


def _is_tail(rest: str) -> bool:
    """Whether what follows a date in its line adds nothing: «(обновлено: …)», a full stop."""
    rest = rest.strip(" .,|·•")
    return not rest or bool(re.match(r"[(\[]?\s?(?:обновлено|изменено)\b", rest, re.IGNORECASE))


def _is_valid(day: int, month: int, year: int | None) -> bool:
    try:
        # A leap year, so that 29 February without a year is one.
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    # News begins with newspapers; a smaller number in a date is something else.
    return year is None or year >= 1700


def _zone(match: re.Match[str], n: str) -> tuple[int | None, bool]:
    if match[f"moscow{n}"]:
        return None, True
    spelled = match[f"gmt{n}"] or match[f"offset{n}"]
    if spelled:
        sign = -1 if "-" in spelled else 1
        digits = re.sub(r"\D", "", spelled)
        hours, minutes = (
            (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        )
        # Offsets run from -12 to +14; what is beyond is no zone.
        return (
            (sign * (hours * 60 + minutes), False)
            if hours <= 14 and minutes < 60
            else (None, False)
        )
    names_utc = re.search(r"gmt|utc", match[0], re.IGNORECASE)
    return (0 if match[f"zulu{n}"] or names_utc else None), False


def _moscow_offset(moment: datetime) -> int:
    """Moscow's offset from UTC in minutes.

    It had summer time until 2011, UTC+4 all year until October 2014, and UTC+3 since.
    """
    if moment >= datetime(2014, 10, 26, 2):
        return 180
    if moment >= datetime(2011, 3, 27, 2):
        return 240
    starts = _last_sunday(moment.year, 3).replace(hour=2)
    ends = _last_sunday(moment.year, 9 if moment.year < 1996 else 10).replace(hour=3)
    return 240 if starts <= moment < ends else 180


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31 if month in (3, 10) else 30)
    return last - timedelta(days=(last.weekday() + 1) % 7)
