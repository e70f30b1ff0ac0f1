"""The rows of the tables, as plain dicts.

In flows an article with its place and key; out flow dicts in the order of the table's columns
(`runews.tables.columns`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.models import Article, Paragraph, Sentence, Span

__all__ = ["Row", "article_rows", "entity_rows", "mention_rows", "quote_rows"]

#: A row: the names of the columns and their plain values.
Row = dict[str, Any]


def quote_rows(which: Row, article: Article) -> Iterator[Row]:
    """The quotes of an article.

    Args:
        which: The cells that tell the article.
        article: The article.

    Yields:
        A row for each quote.
    """
    places = _Places(article)
    entities = {entity.id: entity for entity in article.entities}
    publication = _publication(article)
    for quote, said in zip(article.quotes, article.attributions, strict=True):
        cue, speaker, via = said.cue, said.speaker, said.via
        named = speaker.span if speaker else None
        entity = entities.get(speaker.entity_id or "") if speaker else None
        yield {
            **which,
            "quote_id": quote.id,
            "kind": quote.kind.value,
            "text": quote.text,
            "speaker": speaker.name if speaker else None,
            "speaker_id": speaker.entity_id if speaker else None,
            "speaker_type": entity.type.value if entity else None,
            "speaker_roles": list(entity.roles) if entity else [],
            "speaker_text": speaker.text if speaker else None,
            "speaker_start": named.start if named else None,
            "speaker_stop": named.stop if named else None,
            "cue": cue.text if cue else None,
            "cue_lemma": cue.lemma if cue else None,
            "cue_start": cue.span.start if cue else None,
            "cue_stop": cue.span.stop if cue else None,
            "medium": said.medium.name if said.medium else None,
            "via": via.name if via else None,
            "via_id": via.entity_id if via else None,
            "confidence": said.confidence,
            "parent_id": quote.parent_id,
            "pieces": len(quote.spans),
            **places.of(quote.span),
            **publication,
        }


def entity_rows(which: Row, article: Article) -> Iterator[Row]:
    """The entities of an article.

    Args:
        which: The cells that tell the article.
        article: The article.

    Yields:
        A row for each entity.
    """
    said = Counter(a.speaker.entity_id for a in article.attributions if a.speaker)
    for entity in article.entities:
        yield {
            **which,
            "entity_id": entity.id,
            "type": entity.type.value,
            "name": entity.name,
            "roles": list(entity.roles),
            "aliases": list(entity.aliases),
            "mentions": len(entity.mentions),
            "quotes": said[entity.id],
        }


def mention_rows(which: Row, article: Article) -> Iterator[Row]:
    """The mentions of an article.

    Args:
        which: The cells that tell the article.
        article: The article.

    Yields:
        A row for each mention of each entity.
    """
    places = _Places(article)
    for entity in article.entities:
        for mention in entity.mentions:
            yield {
                **which,
                "entity_id": entity.id,
                "type": entity.type.value,
                "name": entity.name,
                "kind": mention.kind.value,
                "text": mention.text,
                **places.of(mention.span),
            }


def article_rows(which: Row, article: Article) -> Iterator[Row]:
    """The one row of an article.

    Args:
        which: The cells that tell the article.
        article: The article.

    Yields:
        The row.
    """
    metadata = article.metadata
    yield {
        **which,
        **_publication(article),
        "authors": list(metadata.authors),
        "tags": list(metadata.tags),
        "place": metadata.dateline.place if metadata.dateline else None,
        "language": metadata.language,
        "characters": len(article.text),
        "paragraphs": len(article.paragraphs),
        "sentences": len(article.sentences),
        "entities": len(article.entities),
        "quotes": len(article.quotes),
    }


def _publication(article: Article) -> Row:
    metadata = article.metadata
    published = metadata.published
    return {
        "headline": metadata.headline,
        "published": published.isoformat() if published else None,
        "date": published.date() if isinstance(published, datetime) else published,
        "agency": metadata.agency,
        "site": metadata.site,
        "url": metadata.url,
    }


class _Places:
    """Tells paragraph and sentence of a span."""

    def __init__(self, article: Article) -> None:
        self._paragraphs = article.paragraphs
        self._sentences = article.sentences
        self._paragraph_starts = [part.span.start for part in article.paragraphs]
        self._sentence_starts = [part.span.start for part in article.sentences]

    def of(self, span: Span) -> Row:
        paragraph = _index(self._paragraphs, self._paragraph_starts, span.start)
        kind = None if paragraph is None else self._paragraphs[paragraph].kind.value
        return {
            "start": span.start,
            "stop": span.stop,
            "paragraph": paragraph,
            "paragraph_kind": kind,
            "sentence": _index(self._sentences, self._sentence_starts, span.start),
        }


def _index(
    parts: Sequence[Paragraph] | Sequence[Sentence], starts: list[int], offset: int
) -> int | None:
    """Which of the parts, in text order, an offset lies in."""
    found = bisect_right(starts, offset) - 1
    return found if found >= 0 and offset < parts[found].span.stop else None
