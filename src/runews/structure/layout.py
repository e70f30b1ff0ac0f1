"""The layout of an article: its paragraphs, its metadata, and the blocks that get segmented.

`runews.structure` builds it; every later stage reads it.
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

from runews.models import Metadata, Paragraph, ParagraphKind, Span

__all__ = ["Block", "Given", "Layout"]


@attrs.frozen
class Block:
    """A stretch of text that is segmented on its own: no sentence crosses its ends.

    Args:
        span: Where it stands.
        paragraph: Index of the paragraph that holds it.
        prose: Whether it is running text; a dateline, a list of links or a source line is not, and
            later stages look for no quotes there.
    """

    span: Span
    paragraph: int
    prose: bool = True


@attrs.frozen(kw_only=True)
class Given:
    """What the caller, or the web page, knows about the article; it wins over what the text says.

    Args:
        url: Its address.
        headline: Its headline.
        published: When it came out.
        agency: The agency that it comes from.
        authors: Who wrote it.
        site: The outlet that published it.
        tags: The publisher's tags.
        kinds: Spans of the text whose kind is known, in order, disjoint; a paragraph inside one is
            of that kind.
    """

    url: str | None = None
    headline: str | None = None
    published: date | datetime | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    tags: tuple[str, ...] = ()
    kinds: tuple[tuple[Span, ParagraphKind], ...] = ()


@attrs.frozen(kw_only=True)
class Layout:
    """What the text's outer form tells.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs, in order, disjoint, covering all that is not white space.
        metadata: What is known about the publication.
        blocks: What to segment, in order, disjoint, covering every paragraph.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata
    blocks: tuple[Block, ...]
