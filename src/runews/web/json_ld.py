"""JSON-LD: the objects of schema.org that a page carries in scripts.

In flows the parsed page; out flow the `Facts` of the first article among its objects.
"""

from __future__ import annotations

import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any

from runews.web.facts import Facts, address, clean, each_once, moment, split_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

__all__ = ["from_json_ld", "is_article_type"]

_SCRIPTS = "//script[contains(@type, 'ld+json')]"
_ARTICLE_TYPES = frozenset(("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"))
# Where an object holds others that are the page's own, and not of the articles that it links to.
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_MAX_OBJECTS = 5000

_Object = dict[str, Any]


def from_json_ld(page: HtmlElement) -> Facts:
    """What the JSON-LD of a page tells.

    Args:
        page: The root of the parsed page.

    Returns:
        The facts; empty where there is no article in it. Malformed scripts are left out.
    """
    objects = list(_objects(page))
    by_id = {key: o for o in reversed(objects) if isinstance(key := o.get("@id"), str)}
    for found in objects:
        if any(map(is_article_type, _types(found))):
            return _facts(found, by_id)
    return Facts()


def is_article_type(name: str) -> bool:
    """Whether a type of schema.org is an article's.

    Args:
        name: The name of a type, with or without the address of its vocabulary.

    Returns:
        ``True`` for articles and posts.

    Example:
        >>> is_article_type("https://schema.org/NewsArticle"), is_article_type("WebSite")
        (True, False)
    """
    short = re.split(r"[/#:]", name.strip())[-1]
    return short.endswith("Article") or short in _ARTICLE_TYPES


def _objects(page: HtmlElement) -> Iterator[_Object]:
    """All objects of the page's own, breadth first, so that none of them is too deep."""
    waiting: deque[object] = deque()
    for script in page.xpath(_SCRIPTS):
        try:
            waiting.append(json.loads(_unwrapped(script.text or ""), strict=False))
        except (ValueError, RecursionError):  # not JSON, or JSON made to exhaust the stack
            continue
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value[:_MAX_OBJECTS])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[holder] for holder in _HOLDERS if holder in value)


def _unwrapped(source: str) -> str:
    """JSON without what old browsers want around it: «<!-- {…} -->», «//<![CDATA[ {…} //]]>»."""
    source = source.replace("<![CDATA[", "").replace("]]>", "")
    opening = [at for mark in "{[" if (at := source.find(mark)) >= 0]
    closing = max(source.rfind("}"), source.rfind("]"))
    return source[min(opening, default=0) : closing + 1]


def _types(value: _Object) -> list[str]:
    return [name for name in _listed(value.get("@type")) if isinstance(name, str)]


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _facts(found: _Object, by_id: Mapping[str, _Object]) -> Facts:
    def named(field: str) -> list[tuple[str, list[str]]]:
        """Name and types of the things in a field, which may be given by their ids."""
        things: list[tuple[str, list[str]]] = []
        for value in _listed(found.get(field)):
            if isinstance(value, dict):
                thing = value if "name" in value else by_id.get(str(value.get("@id")), value)
                names, types = _listed(thing.get("name")), _types(thing)
            else:
                names, types = [value], []
            things.extend((text, types) for name in names if (text := clean(name)))
        return things

    authors = named("author") or named("creator")
    persons = [name for name, types in authors if not _is_organisation(types)]
    others = [name for name, types in authors if _is_organisation(types)]
    page = found.get("mainEntityOfPage")
    url = found.get("url"), page, page.get("@id") if isinstance(page, dict) else None
    keywords = (k.get("name") if isinstance(k, dict) else k for k in _listed(found.get("keywords")))
    body = found.get("articleBody")
    return Facts(
        headline=clean(found.get("headline")) or clean(found.get("name")),
        descriptions=each_once(
            clean(found.get(name)) for name in ("alternativeHeadline", "description")
        ),
        published=moment(found.get("datePublished")) or moment(found.get("dateCreated")),
        authors=each_once(persons),
        organisations=each_once([*others, *(name for name, _ in named("sourceOrganization"))]),
        site=next((name for name, _ in named("publisher")), None),
        url=next(filter(None, map(address, url)), None),
        tags=split_tags(keywords),
        body=body if isinstance(body, str) else None,
        is_article=True,
    )


def _is_organisation(types: list[str]) -> bool:
    return any(name.endswith(("Organization", "Corporation")) for name in types)
