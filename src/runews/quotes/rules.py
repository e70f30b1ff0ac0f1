"""All constructions in one ordered list, and how their answers are made one.

In flow the analysis and the layout; out flow the quotes in text order. `explain` keeps the name of
the rule with each.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.models import QuoteKind, Span
from runews.quotes.blocks import blocks_after_colon
from runews.quotes.colons import colon_clauses
from runews.quotes.complements import complement_clauses
from runews.quotes.dialogue import dash_lines, named_turns
from runews.quotes.direct import direct_speech
from runews.quotes.found import FoundQuote
from runews.quotes.parentheticals import as_reported, closing_reports, source_phrases
from runews.quotes.pointing import headline_colons, headline_dashes, pointing_back
from runews.quotes.reading import Reading
from runews.quotes.verbatim import fragments, topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from runews.language import Analysis
    from runews.structure import Layout

__all__ = ["CONFIDENCE", "RULES", "find_quotes"]

#: The constructions, the surest first: where two give the same content, the earlier stays.
RULES: tuple[Callable[[Reading], Iterator[FoundQuote]], ...] = (
    direct_speech,
    dash_lines,
    named_turns,
    blocks_after_colon,
    complement_clauses,
    colon_clauses,
    source_phrases,
    as_reported,
    closing_reports,
    pointing_back,
    headline_colons,
    headline_dashes,
    topics,
    fragments,
)
#: What a cue cannot introduce once it introduces direct speech.
_NOT_BESIDE_SPEECH = frozenset(
    {"closing_report", "as_reported", "complement_как", "complement_чтобы"}
)
#: A source so short is a pronoun («я», «они»), in code points.
LONGEST_PRONOUN = 4
#: Constructions that claim what is left of a sentence, once its cue introduces nothing else.
_WHOLE_SENTENCE = frozenset({"closing_report", "as_reported"})
#: How often a quote of each construction is one, measured on annotated articles (the optional
#: ones count as right), with constructions too rare to measure set by hand below what their kin
#: reach.
CONFIDENCE: Mapping[str, float] = MappingProxyType(
    {
        "direct_cue_after": 0.98,
        "direct_cue_before": 0.98,
        "direct_cue_inside": 0.98,
        "direct_no_cue": 0.9,
        "dash_line": 0.95,
        "interview_answer": 0.9,
        "named_turn": 0.9,
        "block_after_colon": 0.97,
        "complement_что": 0.96,
        "complement_чтобы": 0.6,
        "complement_ли": 0.5,
        "complement_как": 0.6,
        "complement_colon": 0.85,
        "complement_fronted": 0.9,
        "source_phrase": 0.97,
        "as_reported": 0.93,
        "closing_report": 0.96,
        "pointing_back": 0.92,
        "headline_colon": 0.85,
        "headline_dash": 0.8,
        "topic": 0.85,
        "fragment": 0.7,
    }
)
#: Two quotes that share so much of their content are one.
SAME = 0.6


def find_quotes(analysis: Analysis, layout: Layout) -> tuple[FoundQuote, ...]:
    """Find every quote of an article.

    Args:
        analysis: Its sentences, tokens and trees.
        layout: Its paragraphs.

    Returns:
        The quotes in text order, an outer one before those nested in it.
    """
    reading = Reading(analysis, layout)
    kept = _Kept()
    for rule in RULES:
        for quote in rule(reading):
            if any(reading.has_word(piece) for piece in quote.spans):
                kept.add(quote)
    return tuple(attrs.evolve(q, confidence=CONFIDENCE[q.rule]) for q in kept.in_order())


class _Kept:
    """The quotes kept so far, indexed by place: each new one meets only its neighbours."""

    #: Width of an index cell, in code points.
    CELL = 512

    def __init__(self) -> None:
        self._quotes: list[FoundQuote] = []
        self._cells: dict[int, list[int]] = {}
        self._spoken: set[int] = set()
        self._used: set[int] = set()

    def add(self, quote: FoundQuote) -> None:
        """Keep a quote unless it repeats one, or part of one, that a surer rule found."""
        cue = quote.cue.span.start if quote.cue else None
        if cue in self._spoken and quote.rule in _NOT_BESIDE_SPEECH:
            return
        if cue in self._used and quote.rule in _WHOLE_SENTENCE:
            return
        cells = range(quote.spans[0].start // self.CELL, quote.spans[-1].stop // self.CELL + 1)
        near = sorted({i for cell in cells for i in self._cells.get(cell, ())})
        for i in near:
            quote = _within_speech(quote, self._quotes[i])
            if _repeats(quote, self._quotes[i]) or _said_inside(quote, self._quotes[i]):
                return
        if cue is not None:
            self._used.add(cue)
            if quote.kind is QuoteKind.DIRECT:
                self._spoken.add(cue)
        for cell in cells:
            self._cells.setdefault(cell, []).append(len(self._quotes))
        self._quotes.append(quote)

    def in_order(self) -> tuple[FoundQuote, ...]:
        """All kept quotes in text order."""
        return tuple(
            sorted(self._quotes, key=lambda q: (q.spans[0].start, -q.spans[-1].stop, q.rule))
        )


def _within_speech(quote: FoundQuote, kept: FoundQuote) -> FoundQuote:
    """End with direct speech what is reported in it: «Надеюсь, что поедем, — сказал он. — …»."""
    if kept.kind is not QuoteKind.DIRECT or quote.cue is None:
        return quote
    for piece in kept.spans:
        inside = quote.cue.span in piece and all(
            piece.start <= s.start < piece.stop for s in quote.spans
        )
        if inside and quote.spans[-1].stop > piece.stop:
            spans = (Span(s.start, min(s.stop, piece.stop)) for s in quote.spans)
            return attrs.evolve(quote, spans=tuple(spans))
    return quote


def _said_inside(quote: FoundQuote, kept: FoundQuote) -> bool:
    """Whether a quote stands in somebody's own words and names no third person as source."""
    if kept.kind is not QuoteKind.DIRECT or not all(
        any(span in piece for piece in kept.spans) for span in quote.spans
    ):
        return False
    return quote.source is None or len(quote.source) <= LONGEST_PRONOUN


def _repeats(quote: FoundQuote, kept: FoundQuote) -> bool:
    shared = _shared(quote.spans, kept.spans)
    if not shared:
        return False
    if _reports(quote, kept) or (_reports(kept, quote) and kept.kind is not QuoteKind.DIRECT):
        return False
    mine = sum(map(len, quote.spans))
    theirs = sum(map(len, kept.spans))
    if quote.rule == "fragment":
        return shared == mine
    if kept.rule.startswith("direct") and shared == mine and quote.rule != "pointing_back":
        return mine > SAME * theirs
    return shared / (mine + theirs - shared) >= SAME


def _reports(outer: FoundQuote, inner: FoundQuote) -> bool:
    """Whether one quote holds the other's cue, so that it reports the report."""
    return inner.cue is not None and any(inner.cue.span in span for span in outer.spans)


def _shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    others = tuple(other)
    return sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in one for b in others)
