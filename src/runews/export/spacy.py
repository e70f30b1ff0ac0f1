"""An article as a spaCy `Doc`; needs the extra ``spacy``.

In flows an article, with a pipeline whose tokeniser is to be used; out flows a `Doc` of the same
text. Where a span begins or ends inside one of the tokeniser's tokens, the token is cut there, so
every span is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runews.errors import ExtraMissingError
from runews.export.marks import LAYERS, Mark, clean, marks
from runews.models import Article, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span

__all__ = ["to_spacy"]


def to_spacy(article: Article, nlp: Language | None = None) -> Doc:
    """Turn an article into a spaCy `Doc`.

    The names are in ``doc.ents``, as far as they do not overlap, with the entity's id as
    ``ent.id_``. Everything is in the groups ``doc.spans["mentions"]``, ``"quotes"``, ``"cues"``,
    ``"speakers"``, ``"media"`` and ``"via"``: ``span.id_`` is the id of the entity, or of the quote
    that the span belongs to. Each piece of a quote is a span of its own.
    ``doc.spans["quotes"].attrs`` holds who said each quote, ``doc.spans["mentions"].attrs`` what is
    known of each entity, both by id. The sentences are the article's.

    Args:
        article: The article.
        nlp: The pipeline whose vocabulary and tokeniser to use; by default a blank Russian one. Its
            components are not run.

    Returns:
        The document; its text is the article's, lone surrogates replaced by U+FFFD.

    Raises:
        ExtraMissingError: The extra ``spacy`` is not installed.

    Example:
        >>> from runews import parse_article
        >>> doc = to_spacy(parse_article("По словам мэра Павла Дроздова, вход бесплатный."))
        >>> [(ent.text, ent.label_, ent.id_) for ent in doc.ents]
        [('Павла Дроздова', 'PER', 'e1')]
        >>> [(span.text, span.label_, span.id_) for span in doc.spans["quotes"]]
        [('вход бесплатный', 'INDIRECT', 'q1')]
        >>> doc.spans["quotes"].attrs["q1"]["speaker"]
        'Павел Дроздов'
    """
    try:
        import spacy
        from spacy.tokens import Doc, SpanGroup
        from spacy.util import filter_spans
    except ImportError as error:
        raise ExtraMissingError("a Doc needs spaCy: pip install 'runews[spacy]'") from error
    nlp = nlp or spacy.blank("ru")
    text = clean(article.text)
    found = list(marks(article))
    borders = {edge for mark in found for s in mark.spans for edge in (s.start, s.stop)}
    borders.update(sentence.span.start for sentence in article.sentences)
    tokens = list(_tokens(text, nlp, sorted(borders)))
    starts = {sentence.span.start for sentence in article.sentences}
    firsts = {start for start, _ in tokens}
    doc = Doc(
        nlp.vocab,
        words=[text[start:stop] for start, stop in tokens],
        spaces=[stop not in firsts and stop < len(text) for _, stop in tokens],
        sent_starts=[i == 0 or start in starts for i, (start, _) in enumerate(tokens)],
    )
    groups: dict[str, list[Span]] = {layer: [] for layer in LAYERS}
    names: list[Span] = []
    for mark in found:
        spans = _spans(doc, mark)
        groups[mark.layer] += spans
        if mark.kind == MentionKind.NAME.value:
            names += spans
    details = {"mentions": _entities(article), "quotes": _attributions(article)}
    for layer, spans in groups.items():
        doc.spans[layer] = SpanGroup(doc, name=layer, attrs=details.get(layer, {}), spans=spans)
    doc.ents = filter_spans(names)
    return doc


def _tokens(text: str, nlp: Language, borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and stop of spaCy's tokens, cut at the borders; no token holds the space after it."""
    rest = iter(borders)
    border = next(rest, None)
    # Not `make_doc`, which refuses texts that would be too long for a parser or tagger.
    for token in nlp.tokenizer(text):
        start, stop = token.idx, token.idx + len(token)
        while border is not None and border < stop:
            if border > start:
                yield start, border
                start = border
            border = next(rest, None)
        if start < stop:
            yield start, stop


def _spans(doc: Doc, mark: Mark) -> list[Span]:
    found = []
    for piece in mark.spans:
        # Every border is one between tokens; "expand" only takes in the space at an open end.
        span = doc.char_span(
            piece.start,
            piece.stop,
            label=mark.label,
            span_id=clean(mark.id),
            alignment_mode="expand",
        )
        if span is not None:
            found.append(span)
    return found


def _entities(article: Article) -> dict[str, Any]:
    return {
        clean(entity.id): {
            "name": clean(entity.name),
            "type": entity.type.value,
            "roles": [clean(role) for role in entity.roles],
            "aliases": [clean(alias) for alias in entity.aliases],
        }
        for entity in article.entities
    }


def _attributions(article: Article) -> dict[str, Any]:
    return {
        clean(quote.id): {
            "kind": quote.kind.value,
            "text": clean(quote.text),
            "parent_id": _clean(quote.parent_id),
            "speaker": _clean(said.speaker.name) if said.speaker else None,
            "entity_id": _clean(said.speaker.entity_id) if said.speaker else None,
            "cue": _clean(said.cue.lemma) if said.cue else None,
            "medium": _clean(said.medium.name) if said.medium else None,
            "via": _clean(said.via.name) if said.via else None,
            "confidence": said.confidence,
        }
        for quote, said in zip(article.quotes, article.attributions, strict=True)
    }


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)
