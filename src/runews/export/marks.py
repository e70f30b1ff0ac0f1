"""The annotations of an article as flat marks, which every export writes in its own way.

In flows an article; out flow its `Mark`s, layer by layer, and its text as the tools take it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from runews.models import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LAYERS", "Mark", "clean", "marks"]

#: The layers, in the order in which the exports have them.
LAYERS = ("mentions", "quotes", "cues", "speakers", "media", "via")

_SURROGATE = re.compile("[\ud800-\udfff]")


@attrs.frozen(kw_only=True)
class Mark:
    """A label on a piece of text, or on several.

    Args:
        layer: One of `LAYERS`.
        label: ``PER`` and so on for a mention, the kind for a quote, ``CUE``, ``SPEAKER``,
            ``MEDIUM``, ``VIA`` for the others.
        id: The id of the entity, for a mention; of the quote, for all others.
        spans: The pieces, in order, none of them empty.
        kind: The kind of a mention or quote, empty for the others.
    """

    layer: str
    label: str
    id: str
    spans: tuple[Span, ...]
    kind: str = ""


def marks(article: Article) -> Iterator[Mark]:
    """All annotations of an article.

    Args:
        article: The article.

    Yields:
        Its marks: mentions in the order of the text, then quotes with what belongs to each. A span
        of no length has nothing to be marked and is left out.
    """
    for mark in _all_marks(article):
        spans = tuple(span for span in mark.spans if len(span))
        if spans:
            yield attrs.evolve(mark, spans=spans)


def clean(text: str) -> str:
    r"""A text without lone surrogates, as long as before.

    Args:
        text: Any string.

    Returns:
        The string with U+FFFD for each.

    Example:
        >>> clean("а\ud800б") == "а\ufffdб"
        True
    """
    return _SURROGATE.sub("\ufffd", text)


def _all_marks(article: Article) -> Iterator[Mark]:
    mentions = [(mention, entity) for entity in article.entities for mention in entity.mentions]
    for mention, entity in sorted(mentions, key=lambda pair: pair[0].span):
        yield Mark(
            layer="mentions",
            label=entity.type.value,
            id=entity.id,
            spans=(mention.span,),
            kind=mention.kind.value,
        )
    for quote, said in zip(article.quotes, article.attributions, strict=True):
        kind = quote.kind.value
        yield Mark(layer="quotes", label=kind.upper(), id=quote.id, spans=quote.spans, kind=kind)
        parts = (
            ("cues", "CUE", said.cue),
            ("speakers", "SPEAKER", said.speaker),
            ("media", "MEDIUM", said.medium),
            ("via", "VIA", said.via),
        )
        for layer, label, part in parts:
            if part is not None and part.span is not None:
                yield Mark(layer=layer, label=label, id=quote.id, spans=(part.span,))
