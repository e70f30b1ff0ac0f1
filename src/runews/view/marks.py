"""What is marked in an article's text: blocks, quotes, cues, mentions.

In flows an `Article`; out flow the `Mark` objects that `runews.view.nesting` puts in order. The
blocks share the text out among them without a gap, so that nothing of it is left out of a view.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from runews.models import Cue, Entity, Mention, ParagraphKind, Quote
from runews.view.nesting import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.models import Article

__all__ = ["Block", "MentionOf", "Subject", "marks_of"]

_BLOCK, _QUOTE, _CUE, _MENTION = range(4)


@attrs.frozen
class Block:
    """A paragraph with the white space after it; text outside of all paragraphs has no kind."""

    kind: ParagraphKind | None


@attrs.frozen
class MentionOf:
    """A mention, whose it is, and its number among that entity's, from 1."""

    entity: Entity
    mention: Mention
    number: int


Subject = Block | Quote | Cue | MentionOf


def marks_of(article: Article) -> Iterator[Mark[Subject]]:
    """Everything that a view marks.

    Args:
        article: The article.

    Yields:
        One mark for each block, piece of a quote, cue and mention.
    """
    yield from _blocks(article)
    for quote in article.quotes:
        for span in quote.spans:
            yield Mark(span.start, span.stop, _QUOTE, quote)
    for cue in dict.fromkeys(a.cue for a in article.attributions if a.cue):
        yield Mark(cue.span.start, cue.span.stop, _CUE, cue)
    for entity in article.entities:
        for number, mention in enumerate(entity.mentions, 1):
            subject = MentionOf(entity, mention, number)
            yield Mark(mention.span.start, mention.span.stop, _MENTION, subject)


def _blocks(article: Article) -> Iterator[Mark[Subject]]:
    """The paragraphs, and what an article that no parser made may have between them."""
    text = article.text
    starts: list[tuple[int, ParagraphKind | None]] = []
    end = 0
    for paragraph in sorted(article.paragraphs, key=lambda p: p.span.start):
        start = max(paragraph.span.start, end)
        if paragraph.span.stop > start:
            if text[end:start].strip():
                starts.append((end, None))
            starts.append((start, paragraph.kind))
            end = paragraph.span.stop
    if text[end:].strip() or not starts:
        starts.append((end, None))
    # White space belongs to the block before it, and at the very start to the first.
    starts[0] = (0, starts[0][1])
    for (start, kind), (stop, _) in pairwise([*starts, (len(text), None)]):
        yield Mark(start, stop, _BLOCK, Block(kind))
