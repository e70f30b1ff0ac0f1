"""Dates: every format of Russian news, and what only looks like one."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from runews.structure.dates import date_of_url, is_date_line, match_date, publication_date

MSK = timezone(timedelta(hours=3))
MSK_SUMMER = timezone(timedelta(hours=4))
DAY = date(2026, 1, 31)
NOON = datetime(2026, 1, 31, 12, 8)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("31.01.2026", DAY),
        ("31/01/2026", DAY),
        ("31-01-2026", DAY),
        ("2026-01-31", DAY),
        ("1.2.2026", date(2026, 2, 1)),
        ("31.01.2026 г.", DAY),
        ("31.01.2026г.", DAY),
        ("31 января 2026", DAY),
        ("31 января 2026 г.", DAY),
        ("31 января 2026 года", DAY),
        ("31 янв 2026", DAY),
        ("31 янв. 2026 г.", DAY),
        ("30 Июля 2015", date(2015, 7, 30)),
        ("31\u00a0января\u00a02026", DAY),
        ("суббота, 31 января 2026 г.", DAY),
        ("Суббота, 31 января 2026, 12:08", NOON),
        ("31.01.2026, 12:08", NOON),
        ("31/01/2026 12:08", NOON),
        ("31.01.2026 | 12:08", NOON),
        ("31 января 2026 года в 12:08", NOON),
        ("12:08, 31 января 2026", NOON),
        ("12:08 31.01.2026 (обновлено: 14:00 31.01.2026)", NOON),
        ("2026-01-31T12:08:00", NOON),
        ("2026-01-31 12:08:15.123", NOON.replace(second=15)),
        ("2026-01-31T12:08:00+03:00", NOON.replace(tzinfo=MSK)),
        ("2026-01-31T12:08:00+0300", NOON.replace(tzinfo=MSK)),
        ("2026-01-31T12:08:00Z", NOON.replace(tzinfo=timezone.utc)),
        ("31.01.2026 12:08 мск", NOON.replace(tzinfo=MSK)),
        ("31.01.2026 12:08 (МСК)", NOON.replace(tzinfo=MSK)),
        ("31.01.2026 12:08 по московскому времени", NOON.replace(tzinfo=MSK)),
        ("31.01.2026 12:08 GMT+3", NOON.replace(tzinfo=MSK)),
        ("31.01.2026, 12:08 UTC", NOON.replace(tzinfo=timezone.utc)),
        ("31.01.2026, 12:08 GMT-03:30", NOON.replace(tzinfo=timezone(-timedelta(hours=3.5)))),
        ("01.06.2012 12:00 мск", datetime(2012, 6, 1, 12, tzinfo=MSK_SUMMER)),
        ("01.06.2009 12:00 мск", datetime(2009, 6, 1, 12, tzinfo=MSK_SUMMER)),
        ("01.01.2009 12:00 мск", datetime(2009, 1, 1, 12, tzinfo=MSK)),
        ("01.11.2014 12:00 мск", datetime(2014, 11, 1, 12, tzinfo=MSK)),
    ],
)
def test_a_line_that_is_a_date_gives_it(line: str, value: date) -> None:
    found = publication_date(line)
    assert (found, type(found)) == (value, type(value))
    if isinstance(value, datetime) and isinstance(found, datetime):
        assert found.utcoffset() == value.utcoffset()


@pytest.mark.parametrize(
    "line",
    [
        "31.02.2026",
        "29.02.2025",
        "32 января 2026",
        "00.01.2026",
        "31.13.2026",
        "30 февраля",
        "31 мартобря 2026",
        "31.01.26",
        "2026-1-31",
        "1 января 1026",
        "5.4",
        "10/12",
        "10-12",
        "",
        "31 января 2026 года суд начался",
    ],
)
def test_what_is_no_date_gives_none(line: str) -> None:
    assert publication_date(line) is None


def test_an_impossible_time_is_left_out_of_the_match() -> None:
    found = match_date("31.01.2026 25:00")
    assert found is not None
    assert (found.stop, found.clock) == (10, None)


def test_a_date_without_a_year_has_no_value() -> None:
    found = match_date("31 янв, 12:08 мск")
    assert found is not None
    assert (found.day, found.month, found.year, found.value) == (31, 1, None, None)


@pytest.mark.parametrize("line", ["31 января, 12:08", "12:08", "сегодня в 14:05", "29 февраля"])
def test_a_line_may_be_about_the_date_and_give_none(line: str) -> None:
    assert is_date_line(line)
    assert publication_date(line) is None


@pytest.mark.parametrize("line", ["31 января выпал снег", "5 мая", "Сегодня в 14:05 суд начался"])
def test_prose_is_no_date_line(line: str) -> None:
    assert is_date_line(line) is (line == "5 мая")


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.ru/2016/04/29/sud.html", date(2016, 4, 29)),
        ("https://example.ru/2016-04-29-sud", date(2016, 4, 29)),
        ("https://example.ru/20260131/1.html", DAY),
        ("https://example.ru/russia/09Jan2015/ufa.html", date(2015, 1, 9)),
        ("https://example.ru/09Foo2015/ufa.html", None),
        ("https://example.ru/20261331/1.html", None),
        ("https://example.ru/2016/02/31/sud.html", None),
        ("https://example.ru/doc/7712345", None),
        ("https://example.ru/2016/04/29/po-itogam/2015/01/02/", None),
        ("", None),
    ],
)
def test_a_date_in_an_address(url: str, value: date | None) -> None:
    assert date_of_url(url) == value
