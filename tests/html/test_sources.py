"""Sources of metadata that differ, are malformed, or say what they should not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import runews
from runews.web.facts import Facts, address, moment, split_tags
from runews.web.merge import merge_facts
from tests.html.pages import FIRST, HEADLINE, SECOND, THIRD, news_article, script

STORY = f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"


def metadata(head: str, url: str | None = None) -> runews.Metadata:
    page = f"<html><head>{head}</head><body>{STORY}</body></html>"
    return runews.parse_html(page, url=url).metadata


def test_the_caller_wins_over_the_page() -> None:
    found = metadata(script(news_article()), url="https://tass.ru/1")
    assert found.url == "https://tass.ru/1"


def test_json_ld_wins_over_open_graph_and_that_over_the_rest() -> None:
    og = (
        "<meta property='og:title' content='Другой заголовок'>"
        "<meta property='article:published_time' content='2025-12-01T10:00:00+03:00'>"
        "<meta property='article:tag' content='другое'>"
    )
    found = metadata(og + "<meta name='author' content='Олег Тихий'>" + script(news_article()))
    assert (found.headline, found.tags[0]) == (HEADLINE, "мосты")
    assert found.published is not None
    assert found.published.year == 2026
    assert found.authors == ("Анна Белова", "Пётр Орлов")
    found = metadata(og + "<meta name='keywords' content='третье'>")
    assert (found.headline, found.tags) == ("Другой заголовок", ("другое",))


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Анна Белова и Пётр Орлов", ("Анна Белова", "Пётр Орлов")),
        ("Анна Белова, Пётр Орлов", ("Анна Белова", "Пётр Орлов")),
        ({"@type": "Person", "name": ["Анна Белова"]}, ("Анна Белова",)),
        ({"@type": "Organization", "name": "Редакция"}, ()),
        ([{"name": "Коммерсантъ"}, {"name": "Анна&nbsp;Белова"}], ("Анна Белова",)),
        ("https://example.ru/authors/3", ()),
        ([None, 5, {}, {"@id": "#none"}], ()),
    ],
)
def test_authors_are_persons_one_by_one(authors: object, expected: tuple[str, ...]) -> None:
    assert metadata(script(news_article(author=authors))).authors == expected


def test_an_agency_that_is_named_as_author_is_the_agency() -> None:
    organisation = {"@type": "Organization", "name": "ТАСС"}
    assert metadata(script(news_article(author=organisation))).agency == "ТАСС"


def microdata(author: str) -> runews.Metadata:
    """The metadata of an article whose author is told by an item."""
    body = f"<h1 itemprop='headline'>{HEADLINE}</h1>{author}<p>{FIRST}</p><p>{SECOND}</p>"
    page = f"<div itemscope itemtype='http://schema.org/NewsArticle'>{body}<p>{THIRD}</p></div>"
    return runews.parse_html(page).metadata


def test_an_agency_that_microdata_names_as_author_is_the_agency() -> None:
    found = microdata(
        "<span itemprop='author' itemscope itemtype='http://schema.org/Organization'>"
        "<meta itemprop='name' content='ТАСС'></span>"
    )
    assert (found.agency, found.authors) == ("ТАСС", ())


def test_the_name_of_an_item_is_not_that_of_an_item_inside_it() -> None:
    found = microdata(
        "<span itemprop='author' itemscope itemtype='http://schema.org/Person'>"
        "<span itemprop='worksFor' itemscope itemtype='http://schema.org/Place'>"
        "<meta itemprop='name' content='Омск'></span>"
        "<meta itemprop='name' content='Анна Белова'></span>"
    )
    assert found.authors == ("Анна Белова",)


def test_the_time_after_the_heading_wins_over_the_one_before_it() -> None:
    before, after = "2026-01-30", "2026-01-31T12:08:00+03:00"
    times = [f"<time datetime='{value}'></time>" for value in (before, after)]
    page = f"{times[0]}{STORY.replace('</h1>', f'</h1>{times[1]}')}"
    assert runews.parse_html(page).metadata.published == datetime.fromisoformat(after)
    page = f"{times[0]}{STORY}"
    assert runews.parse_html(page).metadata.published == date.fromisoformat(before)


@pytest.mark.parametrize(
    "source",
    [
        "{",
        '[5, "x", null, {"@type": 5}]',
        "",
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": 5, "author": 7, "keywords": {}, "image": "x"}',
        '{"@graph": {"@graph": [[[]]]}, "@type": null}',
        '{"a": ' + "9" * 10_000 + "}",
        '{"@type": "NewsArticle", "headline": "\\ud800"}',
    ],
)
def test_malformed_json_ld_is_passed_over(source: str) -> None:
    head = f"<script type='application/ld+json'>{source}</script>"
    head += "<meta property='article:tag' content='мосты'>"
    assert metadata(head).tags == ("мосты",)


def test_json_ld_with_line_breaks_in_strings_and_a_stray_semicolon() -> None:
    source = '<!-- {"@type": "NewsArticle", "headline": "Первая\nстрока"}; -->'
    found = metadata(f"<script type='application/ld+json'>{source}</script>")
    assert found.headline == "Первая строка"


def test_the_articles_that_a_page_links_to_are_not_its_own() -> None:
    teaser = {"@type": "ListItem", "item": news_article(headline="Чужая новость")}
    listing = {"@type": "ItemList", "itemListElement": [teaser]}
    assert metadata(script(listing)).headline == HEADLINE


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        (f"{HEADLINE} | Лента", "Лента", HEADLINE),
        (f"{HEADLINE} - РИА Новости, 31.01.2026", "РИА Новости", HEADLINE),
        ("Зареченск открыл новый мост…", "", HEADLINE),
        ("Мост открыт – Reuters", "Лента", "Мост открыт – Reuters"),
    ],
)
def test_headlines_without_the_site_and_in_full(title: str, site: str, headline: str) -> None:
    shown = Facts(headline=HEADLINE)
    merged = merge_facts([Facts(headline=title, site=site or None), shown])
    assert merged.headline == headline


def test_the_time_of_a_less_sure_source_completes_the_same_day() -> None:
    day, noon = date(2026, 1, 31), datetime(2026, 1, 31, 12, 8)
    other = datetime(2025, 1, 1, 1, 1)
    assert merge_facts([Facts(published=day), Facts(published=noon)]).published == noon
    assert merge_facts([Facts(published=day), Facts(published=other)]).published == day


def test_no_date_is_invented_from_a_notice_of_copyright() -> None:
    page = f"<html><body>{STORY}<footer>© 2019–2024 Пример</footer></body></html>"
    assert runews.parse_html(page).metadata.published is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-01-31", "2026-01-31"),
        ("20260131", "2026-01-31"),
        ("20260131T120800Z", "2026-01-31T12:08:00+00:00"),
        ("2026-01-31T12:08:00Z", "2026-01-31T12:08:00+00:00"),
        ("2026-01-31T12:08:00.467+0300", "2026-01-31T12:08:00+03:00"),
        ("2026-01-31 12:08:00", "2026-01-31T12:08:00"),
        ("Sat, 31 Jan 2026 12:08:00 +0300", "2026-01-31T12:08:00+03:00"),
        ("31 января 2026, 12:08", "2026-01-31T12:08:00"),
    ],
)
def test_dates_as_pages_write_them(value: str, expected: str) -> None:
    found = moment(value)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize("value", [None, 5, "", "вчера", "2026-13-45", "9" * 500, "Sat, 99 Jan"])
def test_what_is_no_date_is_none(value: object) -> None:
    assert moment(value) is None


def test_tags_are_split_and_cleaned() -> None:
    assert split_tags(["суд, Москва|#ДТП", "суд", "", None, "a &amp; b"]) == (
        "суд", "Москва", "ДТП", "a & b",
    )  # fmt: skip


@pytest.mark.parametrize("value", ["/1", "https://example.ru/", "javascript:x", "https://a b/c"])
def test_what_is_no_address_of_an_article_is_none(value: str) -> None:
    assert address(value) is None
