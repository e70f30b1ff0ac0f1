"""What the head of a page and its visible markup tell: OpenGraph, meta, the title, ``<time>``.

In flows the parsed page; out flow `Facts`, one for each way of telling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import htmldate

from runews.web.facts import Facts, address, clean, each_once, moment, split_tags

if TYPE_CHECKING:
    from datetime import date, datetime

    from lxml.html import HtmlElement

__all__ = ["date_of_markup", "from_markup", "from_meta", "from_open_graph"]

_META_DATES = (
    "mediator_published_time", "pubdate", "publishdate", "publish_date", "publish-date",
    "date_published", "datepublished", "parsely-pub-date", "sailthru.date", "analyticspublishdate",
    "dc.date.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_META_AUTHORS = ("mediator_author", "parsely-author", "dc.creator", "author")
_META_TAGS = ("news_keywords", "parsely-tags", "sailthru.tags", "keywords")


def from_open_graph(page: HtmlElement) -> Facts:
    """What OpenGraph tells: ``og:title``, ``article:published_time`` and the like.

    Args:
        page: The root of the parsed page.

    Returns:
        The facts.
    """
    values = _metas(page)

    def first(*names: str) -> str | None:
        return _first(values, names)

    return Facts(
        headline=first("og:title"),
        descriptions=each_once([first("og:description")]),
        published=moment(first("article:published_time", "og:published_time")),
        authors=each_once(map(clean, values.get("article:author", ()))),
        site=first("og:site_name"),
        url=address(first("og:url")),
        tags=split_tags(values.get("article:tag", ())),
        is_article=first("og:type") == "article",
    )


def from_meta(page: HtmlElement) -> Facts:
    """What other metas tell, of which no standard says how they are called.

    Args:
        page: The root of the parsed page.

    Returns:
        The facts.
    """
    values = _metas(page)

    def listed(names: tuple[str, ...]) -> tuple[str, ...]:
        found = (each_once(map(clean, values.get(name, ()))) for name in names)
        return next(filter(None, found), ())

    canonical = page.xpath("//link[@rel='canonical']/@href")
    return Facts(
        headline=_first(values, ("twitter:title", "dc.title", "title")),
        descriptions=each_once([_first(values, ("twitter:description", "description"))]),
        published=next(filter(None, (moment(_first(values, (n,))) for n in _META_DATES)), None),
        authors=listed(_META_AUTHORS),
        site=_first(values, ("application-name", "apple-mobile-web-app-title")),
        url=next(filter(None, map(address, canonical)), None),
        tags=split_tags(listed(_META_TAGS)),
    )


def from_markup(page: HtmlElement) -> Facts:
    """What the visible page tells: the first heading, links to authors and tags, the time.

    Args:
        page: The root of the parsed page.

    Returns:
        The facts.
    """
    headings = (clean(h1.text_content()) for h1 in page.xpath("//h1"))
    title = (clean(found.text_content()) for found in page.xpath("//head/title"))
    return Facts(
        headline=next(filter(None, headings), None) or next(filter(None, title), None),
        published=_time_near_heading(page),
        authors=each_once(clean(a.text_content()) for a in page.xpath("//*[@rel='author']")),
        tags=split_tags(a.text_content() for a in page.xpath("//a[@rel='tag']")),
    )


def date_of_markup(page: HtmlElement) -> date | datetime | None:
    """The date that `htmldate` finds where nothing names it, without guessing from free text.

    Args:
        page: The root of the parsed page; whatever else reads it does so before.

    Returns:
        The date, if any.
    """
    return moment(htmldate.find_date(page, extensive_search=False, original_date=True))


def _time_near_heading(page: HtmlElement) -> date | datetime | None:
    """The time that stands next to the first heading: the one after it, else the one before."""
    before = None
    seen_heading = False
    for element in page.iter("h1", "time"):
        if element.tag == "h1":
            seen_heading = True
        elif found := moment(element.get("datetime")):
            if seen_heading:
                return found
            before = found
    return before


def _metas(page: HtmlElement) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name")
        if name and (content := meta.get("content")):
            values.setdefault(name.strip().lower(), []).append(content)
    return values


def _first(values: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(filter(None, (clean(v) for name in names for v in values.get(name, ()))), None)
