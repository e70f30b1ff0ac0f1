"""What the quotes stage hands to attribution: content, cue, source, construction."""

from __future__ import annotations

import attrs

from runews.models import QuoteKind, Span

__all__ = ["FoundCue", "FoundQuote"]


@attrs.frozen
class FoundCue:
    """The words that signal the reporting.

    Args:
        span: Where they stand.
        lemma: Dictionary form, or the fixed phrase.
        sentence: Index of the sentence in `Analysis.sentences`.
        token: Index in that sentence of the word that governs: the verb, the noun of a phrase.
    """

    span: Span
    lemma: str
    sentence: int
    token: int


@attrs.frozen
class FoundQuote:
    """A quote before anybody has been named for it.

    Args:
        kind: Direct, mixed or indirect.
        spans: The pieces of the content, in order.
        cue: The reporting words, ``None`` where there are none.
        source: The noun phrase or pronoun next to the cue that names the source; ``None`` where the
            sentence gives none (an elided subject, a continuation).
        rule: Name of the construction that found it.
        confidence: How often the construction is right, 0 to 1; set when all are collected.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: FoundCue | None
    source: Span | None
    rule: str
    confidence: float = 1.0
