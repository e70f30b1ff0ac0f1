"""The contract of an article, written down a second time, without looking at how runews keeps it.

In flow an article and the text that it was parsed from; out flow the breaches, in words. The
property tests, the fuzz targets and the long runs all hold their articles against it.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from runews import Article, Attribution, Entity, Quote, Span
from runews.integrity import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["breaches", "check_contract", "parts"]

_PLAIN = (str, int, float, date, Enum, type(None))


def check_contract(article: Article, text: str) -> None:
    """Fail where an article breaks the contract.

    Args:
        article: What a parser returned.
        text: What was passed in.

    Raises:
        AssertionError: With every breach, one a line.
    """
    found = list(breaches(article, text))
    assert not found, "\n".join([*found, f"text: {text[:2000]!r}"])


def breaches(article: Article, text: str) -> Iterator[str]:
    """What breaks the contract.

    Args:
        article: What a parser returned.
        text: What was passed in.

    Yields:
        A description of each breach; nothing for a sound article.
    """
    if article.text != text:
        yield "the article's text is not the one that was passed in"
        return
    yield from faults(article)
    for part in parts(article):
        yield from _value_breaches(part)
        yield from _text_breaches(part, text)
    yield from _layout_breaches(article)
    for entity in article.entities:
        yield from _entity_breaches(entity)
    for quote in article.quotes:
        yield from _quote_breaches(quote, article)
    for attribution in article.attributions:
        yield from _attribution_breaches(attribution, article)
    yield from _order_breaches(article)


def parts(value: object) -> list[Any]:
    """A result and all the objects of ours inside it.

    Args:
        value: An object of ours, or a tuple of them.

    Returns:
        The object first, then those in its fields, at any depth.
    """
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    kind = type(value)
    if not attrs.has(kind):
        return []
    fields = [getattr(value, field.name) for field in attrs.fields(kind)]
    return [value, *(part for field in fields for part in parts(field))]


def _value_breaches(part: Any) -> Iterator[str]:
    kind = type(part)
    if hasattr(part, "__dict__"):
        yield f"{kind.__name__} is not slotted"
    if attrs.evolve(part) != part or hash(attrs.evolve(part)) != hash(part):
        yield f"{kind.__name__} does not compare or hash by value"
    for field in attrs.fields(kind):
        value = getattr(part, field.name)
        if not (isinstance(value, (*_PLAIN, tuple)) or attrs.has(type(value))):
            yield f"{kind.__name__}.{field.name} holds a {type(value).__name__}"
        if isinstance(value, Enum) and not (isinstance(value, str) and value == value.value):
            yield f"{kind.__name__}.{field.name} is no word: {value!r}"


def _text_breaches(part: Any, text: str) -> Iterator[str]:
    span = getattr(part, "span", None)
    if isinstance(part, Quote) or span is None:
        return
    if not 0 <= span.start < span.stop <= len(text):
        yield f"{part!r} is empty or lies outside the text"
    elif text[span.start : span.stop] != part.text:
        yield f"{part!r} has another text than its span"


def _layout_breaches(article: Article) -> Iterator[str]:
    covered = bytearray(len(article.text))
    for paragraph in article.paragraphs:
        if paragraph.text != paragraph.text.strip():
            yield f"{paragraph!r} has white space at an edge"
        span = paragraph.span
        covered[span.start : span.stop] = b"\x01" * len(span)
    lost = [i for i, c in enumerate(article.text) if c.isalnum() and not covered[i]]
    if lost:
        yield f"no paragraph holds the characters at {lost[:10]}"
    for sentence in article.sentences:
        if sentence.span not in article.paragraphs[sentence.paragraph].span:
            yield f"{sentence!r} leaves its paragraph"


def _order_breaches(article: Article) -> Iterator[str]:
    rows: tuple[tuple[Any, ...], ...] = (article.paragraphs, article.sentences)
    for row in rows:
        if any(b.span.start < a.span.stop for a, b in pairwise(row)):
            yield f"the {type(row[0]).__name__}s overlap or are out of order"
    starts = [quote.spans[0].start for quote in article.quotes]
    firsts = [entity.mentions[0].span.start for entity in article.entities]
    if starts != sorted(starts):
        yield "the quotes are out of order"
    if firsts != sorted(firsts):
        yield "the entities are out of order"
    for letter, row in (("q", article.quotes), ("e", article.entities)):
        if [part.id for part in row] != [f"{letter}{n}" for n in range(1, len(row) + 1)]:
            yield f"the ids of the {letter}s do not count up from 1"


def _entity_breaches(entity: Entity) -> Iterator[str]:
    if not entity.name.strip() or entity.name in entity.aliases:
        yield f"entity {entity.id} has no name, or an alias that is its name: {entity!r}"
    spans = [mention.span for mention in entity.mentions]
    if spans != sorted(set(spans)):
        yield f"the mentions of entity {entity.id} are out of order or double"


def _quote_breaches(quote: Quote, article: Article) -> Iterator[str]:
    whole = Span(0, len(article.text))
    if not quote.spans or not all(len(s) and s in whole for s in quote.spans):
        yield f"quote {quote.id} has no piece, an empty one, or one outside the text"
        return
    if any(b.start < a.stop for a, b in pairwise(quote.spans)):
        yield f"the pieces of quote {quote.id} overlap or are out of order"
    pieces = "".join(article.text[s.start : s.stop] for s in quote.spans)
    if _letters(quote.text) != _letters(pieces):
        yield f"quote {quote.id} has another text than its pieces: {quote.text!r}, {pieces!r}"
    if not _letters(pieces):
        yield f"quote {quote.id} holds no word: {pieces!r}"
    above, seen = quote.parent_id, {quote.id}
    while above is not None:
        if above in seen:
            yield f"quote {quote.id} is nested in itself"
            return
        seen.add(above)
        above = article.quote(above).parent_id


def _attribution_breaches(attribution: Attribution, article: Article) -> Iterator[str]:
    name = f"the attribution of {attribution.quote_id}"
    if article.attribution_of(article.quote(attribution.quote_id)) is not attribution:
        yield f"{name} is not the one that the look-up gives"
    if not 0.0 <= attribution.confidence <= 1.0:
        yield f"{name} is surer than sure: {attribution.confidence}"
    if attribution.cue is not None and not attribution.cue.lemma.strip():
        yield f"{name} has a cue without a dictionary form"
    for source in (attribution.speaker, attribution.via):
        if source is None:
            continue
        if not source.name.strip():
            yield f"{name} names nobody: {source!r}"
        if source.entity_id is not None:
            article.entity(source.entity_id)
    if attribution.medium is not None and not attribution.medium.name.strip():
        yield f"{name} has a medium without a name"


def _letters(text: str) -> list[str]:
    return [c for c in text if c.isalnum()]
