"""Whether the parts of an article fit together: spans with the text, ids with what they name.

In flows an `Article`, as a stranger may have written it; out flow the faults, each with its path.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from runews.models import Article, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["faults"]


def faults(article: Article) -> Iterator[str]:
    """What breaks the contract of `Article`.

    Args:
        article: Any article.

    Yields:
        Path and description of each fault; nothing for what a parser returned.

    Example:
        >>> from runews.models import Cue, Metadata, Paragraph
        >>> article = Article(text="Да.", metadata=Metadata())
        >>> list(faults(article))
        []
        >>> paragraph = Paragraph(span=Span(0, 9), text="Да.")
        >>> list(faults(attrs.evolve(article, paragraphs=(paragraph,))))
        ['$.paragraphs[0].span: 0 to 9 lies outside the text, which has 3 characters']
    """
    for path, part in _parts(article, "$"):
        yield from _span_faults(article.text, path, part)
    yield from _order_faults(article)
    yield from _id_faults(article)


def _parts(value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Every object of ours under a value, with its path."""
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _parts(item, f"{path}[{i}]")
        return
    kind = type(value)
    if attrs.has(kind):
        yield path, value
        for field in attrs.fields(kind):
            yield from _parts(getattr(value, field.name), f"{path}.{field.name}")


def _span_faults(text: str, path: str, part: Any) -> Iterator[str]:
    if isinstance(part, Quote):
        for i, span in enumerate(part.spans):
            yield from _outside(text, f"{path}.spans[{i}]", span)
        if any(b.start < a.stop for a, b in pairwise(part.spans)):
            yield f"{path}.spans: the pieces overlap or are out of order"
        return
    fields = {a.name for a in attrs.fields(type(part))}
    if not {"span", "text"} <= fields:
        return
    if (part.span is None) != (part.text is None):
        yield f"{path}: span and text go together"
    elif part.span is not None:
        outside = list(_outside(text, f"{path}.span", part.span))
        yield from outside
        if not outside and text[part.span.start : part.span.stop] != part.text:
            yield f"{path}.text: differs from the article's text under its span"


def _outside(text: str, path: str, span: Span) -> Iterator[str]:
    if span.stop > len(text):
        yield (
            f"{path}: {span.start} to {span.stop} lies outside the text, "
            f"which has {len(text)} characters"
        )


def _order_faults(article: Article) -> Iterator[str]:
    for i, sentence in enumerate(article.sentences):
        if not 0 <= sentence.paragraph < len(article.paragraphs):
            yield f"$.sentences[{i}].paragraph: there is no paragraph {sentence.paragraph}"
    wanted = [quote.id for quote in article.quotes]
    if [a.quote_id for a in article.attributions] != wanted:
        yield "$.attributions: not one for each quote, in the quotes' order"


def _id_faults(article: Article) -> Iterator[str]:
    entities = {entity.id for entity in article.entities}
    yield from _twice("entities", [entity.id for entity in article.entities])
    yield from _twice("quotes", [quote.id for quote in article.quotes])
    parents = {quote.id: quote.parent_id for quote in article.quotes}
    rootless = _rootless(parents)
    for i, quote in enumerate(article.quotes):
        if quote.parent_id is not None and quote.parent_id not in parents:
            yield f"$.quotes[{i}].parent_id: there is no quote {quote.parent_id!r}"
        elif quote.id in rootless:
            yield f"$.quotes[{i}].parent_id: the quote is nested in itself"
    for i, attribution in enumerate(article.attributions):
        for name in ("speaker", "via"):
            source = getattr(attribution, name)
            if source and source.entity_id is not None and source.entity_id not in entities:
                yield (
                    f"$.attributions[{i}].{name}.entity_id: there is no entity {source.entity_id!r}"
                )


def _twice(field: str, ids: Sequence[str]) -> Iterator[str]:
    seen = set[str]()
    for i, name in enumerate(ids):
        if name in seen:
            yield f"$.{field}[{i}].id: {name!r} is taken"
        seen.add(name)


def _rootless(parents: dict[str, str | None]) -> set[str]:
    """The quotes from which no way leads up to one without a parent, each walked once."""
    looping: dict[str, bool] = {}
    for start in parents:
        way = []
        here: str | None = start
        while here is not None and here in parents and here not in looping:
            # Until the way is known to end, whoever comes by here again has gone round in a circle.
            looping[here] = True
            way.append(here)
            here = parents[here]
        verdict = here is not None and looping.get(here, False)
        looping.update(dict.fromkeys(way, verdict))
    return {name for name, loops in looping.items() if loops}
