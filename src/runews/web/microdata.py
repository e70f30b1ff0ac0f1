"""Microdata: what the attributes ``itemprop`` tell about the article.

In flows the parsed page; out flow the `Facts` of its first article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.web.facts import Facts, address, clean, each_once, moment, split_tags
from runews.web.json_ld import is_article_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

__all__ = ["from_microdata"]

_ADDRESSES = frozenset(("url", "mainEntityOfPage"))


def from_microdata(page: HtmlElement) -> Facts:
    """What the microdata of a page tells.

    Args:
        page: The root of the parsed page.

    Returns:
        The facts. Properties outside any item count where the page has no article among its items.
    """
    articles = (
        item
        for item in page.xpath("//*[@itemscope][@itemtype]")
        if any(map(is_article_type, item.get("itemtype").split()))
    )
    item = next(articles, None)
    values: dict[str, list[str | None]] = {}
    organisations: list[str | None] = []
    for element in page.xpath("//*[@itemprop]") if item is None else item.xpath(".//*[@itemprop]"):
        if _owner(element) is not item:
            continue
        names = element.get("itemprop").split()
        if element.get("itemscope") is None:
            value = _value(element)
        elif "Organization" in element.get("itemtype", ""):
            value = _name(element)
            if "author" in names:
                organisations.append(value)
                continue
        else:
            value = _name(element)
        for name in names:
            values.setdefault(name, []).append(value)

    def first(name: str) -> str | None:
        return next(filter(None, values.get(name, ())), None)

    return Facts(
        headline=first("headline") or (first("name") if item is not None else None),
        descriptions=each_once([first("alternativeHeadline"), first("description")]),
        published=moment(first("datePublished")) or moment(first("dateCreated")),
        authors=each_once(values.get("author", ())),
        organisations=each_once([*organisations, *values.get("sourceOrganization", ())]),
        site=first("publisher"),
        url=address(first("mainEntityOfPage")) or address(first("url")),
        tags=split_tags(values.get("keywords", ())),
        is_article=item is not None,
    )


def _owner(element: HtmlElement) -> HtmlElement | None:
    """The item that a property belongs to: the nearest one around it."""
    around: Iterator[HtmlElement] = element.iterancestors()
    return next((e for e in around if e.get("itemscope") is not None), None)


def _value(element: HtmlElement) -> str | None:
    for attribute in ("content", "datetime"):
        if (value := element.get(attribute)) is not None:
            return clean(value)
    # The name of an author is what the link to the author's page says, not where it leads.
    if _ADDRESSES.intersection(element.get("itemprop").split()) and (href := element.get("href")):
        return clean(href)
    return clean(element.text_content())


def _name(item: HtmlElement) -> str | None:
    """The name of an item inside the article."""
    for element in item.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]"):
        if _owner(element) is item and (value := _value(element)):
            return value
    return _value(item)
