"""Reports that point back or stand in a heading: «Об этом сообщил X», «X: …».

In flow the article as read; out flow quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import ABOUT, NAMING, SUBJECT_CASES
from runews.lexicons.nouns import source_class
from runews.models import EntityType, ParagraphKind, QuoteKind, Span
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.found import FoundQuote
from runews.quotes.governing import governing_cue
from runews.quotes.positions import in_marks, is_dash
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.reading import Reading

__all__ = ["headline_colons", "headline_dashes", "pointing_back"]

_HEADLINE_SOURCES = frozenset({"outlet", "anonymous", "service", "institution"})
_NOT_OF_A_TITLE = frozenset({"SCONJ", "ADP", "ADV"})

#: Words of a source before the colon of a headline.
LONGEST_TITLE_SOURCE = 8
_HEADINGS = (ParagraphKind.HEADLINE, ParagraphKind.SUBHEADING)


def pointing_back(reading: Reading) -> Iterator[FoundQuote]:
    """«⟦Клуб снимется с розыгрыша⟧. Об этом [заявил]c [тренер]s».

    Args:
        reading: The article.

    Yields:
        A quote for each sentence that reports the sentence before it.
    """
    previous: ParsedSentence | None = None
    for sentence in reading.sentences:
        cue = _pointing_cue(reading, sentence)
        if (
            cue is not None
            and previous is not None
            and sentence.paragraph - previous.paragraph <= 1
        ):
            pieces = reading.pieces((previous.start, previous.stop))
            if pieces and reading.paragraph_kind(previous) is not ParagraphKind.HEADLINE:
                whole = reading.wholly_quoted(pieces[0])
                yield FoundQuote(
                    kind=QuoteKind.DIRECT if whole else reading.kind_of(pieces),
                    spans=pieces,
                    cue=cue.found(),
                    source=source_of(cue),
                    rule="pointing_back",
                )
        previous = sentence


def _pointing_cue(reading: Reading, sentence: ParsedSentence) -> CueMatch | None:
    """The cue of a sentence that begins with «об этом» or has it beside its verb."""
    tokens = sentence.tokens
    pointer = next(
        (t.index for t in tokens[:-1] if t.lower in ABOUT and tokens[t.index + 1].lower == "этом"),
        None,
    )
    if pointer is None or pointer > 8:
        return None
    if pointer + 2 < len(tokens) and tokens[pointer + 2].case == "Loc":
        # «об этом событии»
        return None
    for cue in reading.cues(sentence):
        if not cue.reports:
            continue
        if cue.form in (CueForm.FINITE, CueForm.IMPERSONAL) and not _is_aside(cue):
            if _has_complement(reading, cue):
                return None
            return cue if not in_marks(reading, cue.token) else None
    return None


def _has_complement(reading: Reading, cue: CueMatch) -> bool:
    """Whether a что-clause of the cue's own follows, so that «об этом» is only its topic."""
    tokens = cue.sentence.tokens
    for token in tokens[cue.last + 1 :]:
        if token.lower == "что" and tokens[token.index - 1].text == ",":
            return governing_cue(reading, cue.sentence, token.index, "что") is cue
    return False


def _is_aside(cue: CueMatch) -> bool:
    """Whether the cue belongs to a «как передает ТАСС» beside the main one."""
    return any(t.lower == "как" for t in cue.sentence.tokens[max(cue.first - 3, 0) : cue.first])


def headline_colons(reading: Reading) -> Iterator[FoundQuote]:
    """«[Роскомнадзор]s: ⟦запрет не связан с законом⟧» in headlines and section headings.

    Args:
        reading: The article.

    Yields:
        A quote for each heading that names a source before a colon.
    """
    for sentence in reading.sentences:
        if reading.paragraph_kind(sentence) not in _HEADINGS:
            continue
        tokens = sentence.tokens
        colon = next((t.index for t in tokens if t.text == ":"), None)
        if not colon or colon > LONGEST_TITLE_SOURCE:
            continue
        before = tokens[:colon]
        if not _heads_nominative(before):
            continue
        named = any(t.pos == "PROPN" for t in before)
        if not named and not _names_source(reading, Span(before[0].start, before[-1].stop)):
            continue
        pieces = reading.pieces((tokens[colon].stop, sentence.stop))
        if not pieces:
            continue
        whole = reading.wholly_quoted(pieces[0])
        yield FoundQuote(
            kind=QuoteKind.DIRECT if whole else reading.kind_of(pieces),
            spans=pieces,
            cue=None,
            source=Span(before[0].start, before[-1].stop),
            rule="headline_colon",
        )


def headline_dashes(reading: Reading) -> Iterator[FoundQuote]:
    """«⟦Склад сгорел из-за проводки⟧ — [МЧС]s» in headlines and section headings.

    Args:
        reading: The article.

    Yields:
        A quote for each heading that names a source behind its last dash.
    """
    for sentence in reading.sentences:
        if reading.paragraph_kind(sentence) not in _HEADINGS:
            continue
        tokens = sentence.tokens
        dash = next((t.index for t in reversed(tokens) if is_dash(t)), None)
        if not dash or not 0 < len(tokens) - dash - 1 <= LONGEST_TITLE_SOURCE:
            continue
        after = tokens[dash + 1 :]
        if not any(t.is_predicate for t in tokens[:dash]) or not _heads_nominative(after):
            continue
        source = Span(after[0].start, after[-1].stop)
        known = source_class(after[0].lemma) in _HEADLINE_SOURCES
        if not known and not _names_source(reading, source):
            continue
        pieces = reading.pieces((sentence.start, tokens[dash].start))
        if pieces:
            whole = reading.wholly_quoted(pieces[0])
            yield FoundQuote(
                kind=QuoteKind.DIRECT if whole else reading.kind_of(pieces),
                spans=pieces,
                cue=None,
                source=source,
                rule="headline_dash",
            )


def _heads_nominative(tokens: Sequence[Token]) -> bool:
    """Whether a segment is a noun phrase in the nominative, with no verb of its own."""
    if any(t.is_finite or t.pos in _NOT_OF_A_TITLE for t in tokens):
        return False
    noun = next((t for t in tokens if t.pos in NAMING), None)
    return noun is not None and noun.case in SUBJECT_CASES


def _names_source(reading: Reading, span: Span) -> bool:
    """Whether the name of a person or an organisation stands in a span."""
    return any(n.type is not EntityType.LOC for n in reading.names_in(span))
