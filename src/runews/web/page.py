"""A web page at a glance: parsed page, metadata, blocks, body, text.

In flows the text of an HTML page; out flow the article's plain text and what the page tells about
it. Nothing is fetched: no network, no files, no external entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import lxml.html
from lxml import etree

from runews.errors import NoArticleError
from runews.models import ParagraphKind, Span
from runews.structure import Given
from runews.web.blocks import read_blocks
from runews.web.body import Piece, date_at_heading, find_body, heading_index, prose_size
from runews.web.head import date_of_markup, from_markup, from_meta, from_open_graph
from runews.web.json_ld import from_json_ld
from runews.web.merge import merge_facts
from runews.web.microdata import from_microdata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from runews.web.facts import Facts

__all__ = ["SOURCES", "Page", "read_page_text"]

#: The sources of a page's metadata, the surest first.
SOURCES = (from_json_ld, from_open_graph, from_microdata, from_meta, from_markup)

# An article has at least so many characters in its sentences; where the page does not even call
# itself an article, a message such as «Страница не найдена» is shorter than what is asked of it.
_MIN_PROSE = 20
_MIN_UNCLAIMED_PROSE = 160
# How many times longer the text in the metadata must be than what the page shows, to be preferred.
_MUCH_LONGER = 2
# Beyond this many blocks the search for a date in the markup would take too long.
_MAX_BLOCKS = 10_000
_GAP = "\n\n"


@attrs.frozen
class Page:
    """What a page holds.

    Args:
        text: The plain text of the article: headline, deck, captions and paragraphs, an empty line
            between them.
        given: What the page tells about it, the kinds of paragraphs included.
    """

    text: str
    given: Given


def read_page_text(source: str, url: str | None = None) -> Page:
    """Read a page.

    Args:
        source: The page.
        url: Its address, where the caller knows it.

    Returns:
        The text of its article and what it tells about it.

    Raises:
        NoArticleError: There is no article in it.
    """
    page = _parsed(source)
    facts = merge_facts([read(page) for read in SOURCES], url)
    blocks = read_blocks(page)
    heading = heading_index(blocks.blocks, facts.headline)
    pieces = find_body(blocks, heading, facts.descriptions)
    pieces = _longer(pieces, facts)
    if prose_size(pieces) < (_MIN_PROSE if facts.is_article else _MIN_UNCLAIMED_PROSE):
        raise NoArticleError(
            "the page holds no article: it may be a list of links, an error message, or filled in "
            "by a script; pass the page as a browser shows it, or its text to parse_article"
        )
    if facts.published is None:
        published = date_at_heading(blocks.blocks, heading)
        if published is None and len(blocks.blocks) < _MAX_BLOCKS:
            published = date_of_markup(page)
        facts = attrs.evolve(facts, published=published)
    return _page(pieces, facts)


def _parsed(source: str) -> HtmlElement:
    # Lone surrogates have no bytes, and a zero byte would end the page.
    content = source.replace("\x00", "").encode("utf-8", "replace")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(content, parser=parser)
    except etree.LxmlError as error:
        raise NoArticleError("the page is empty; pass the HTML of an article") from error


def _longer(pieces: tuple[Piece, ...], facts: Facts) -> tuple[Piece, ...]:
    """The text of the metadata, where the page shows no more than a part of it."""
    body = facts.body or ""
    if len(body) <= _MUCH_LONGER * sum(len(piece.text) for piece in pieces):
        return pieces
    lines = "".join(f"<p>{line}</p>" for line in body.splitlines())
    blocks = read_blocks(_parsed(lines)).blocks
    return tuple(Piece(block.text) for block in blocks) or pieces


def _page(pieces: tuple[Piece, ...], facts: Facts) -> Page:
    if facts.headline:
        pieces = (Piece(facts.headline, ParagraphKind.HEADLINE), *pieces)
    kinds: list[tuple[Span, ParagraphKind]] = []
    start = 0
    for piece in pieces:
        stop = start + len(piece.text)
        if piece.kind is not None:
            kinds.append((Span(start, stop), piece.kind))
        start = stop + len(_GAP)
    return Page(
        text=_GAP.join(piece.text for piece in pieces),
        given=Given(
            url=facts.url,
            headline=facts.headline,
            published=facts.published,
            agency=next(iter(facts.organisations), None),
            authors=facts.authors,
            site=facts.site,
            tags=facts.tags,
            kinds=tuple(kinds),
        ),
    )
