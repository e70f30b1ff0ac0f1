"""What all constructions look at: sentences, cues and quotation marks, with shared helpers.

In flow the analysis and the layout; the object is built once an article and answers look-ups in
constant or logarithmic time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.models import ParagraphKind, QuoteKind, Span
from runews.quotes.cues import CueMatch, find_cues
from runews.quotes.fragments import is_utterance
from runews.quotes.marks import Quoted, find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import Analysis, NameSpan, ParsedSentence, Token
    from runews.structure import Layout

__all__ = ["Reading"]

#: Longer stretches are no terms that could return, in code points.
LONGEST_TERM = 60
_EDGE = " \t\r\n\u00a0\u2009\u202f,;:-–—"


@attrs.frozen(eq=False)
class Reading:
    """An article as the constructions read it.

    Args:
        analysis: Sentences with tokens and trees.
        layout: Paragraphs with kinds.
    """

    analysis: Analysis
    layout: Layout

    @property
    def text(self) -> str:
        """The article's text."""
        return self.analysis.text

    @cached_property
    def _name_starts(self) -> tuple[int, ...]:
        return tuple(n.span.start for n in self.analysis.names)

    def names_in(self, span: Span) -> tuple[NameSpan, ...]:
        """The raw names that overlap a span."""
        first = max(bisect_right(self._name_starts, span.start) - 1, 0)
        last = bisect_right(self._name_starts, span.stop - 1)
        return tuple(n for n in self.analysis.names[first:last] if n.span.overlaps(span))

    @cached_property
    def sentences(self) -> tuple[ParsedSentence, ...]:
        """The sentences of running text."""
        return tuple(s for s in self.analysis.sentences if s.prose)

    @cached_property
    def _cues(self) -> dict[int, tuple[CueMatch, ...]]:
        return {s.index: find_cues(s) for s in self.sentences}

    def cues(self, sentence: ParsedSentence) -> tuple[CueMatch, ...]:
        """The cues of a sentence, in order."""
        return self._cues.get(sentence.index, ())

    def cue_at(self, sentence: ParsedSentence, index: int) -> CueMatch | None:
        """The cue that a token is part of."""
        return next((c for c in self.cues(sentence) if c.first <= index <= c.last), None)

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """All stretches in quotation marks, outer before inner."""
        blocks = [b.span for b in self.layout.blocks if b.prose]
        return find_quoted(self.text, blocks)

    @cached_property
    def outer(self) -> tuple[Quoted, ...]:
        """The outermost stretches in quotation marks."""
        return tuple(q for q in self.quoted if q.depth == 0)

    @cached_property
    def _outer_starts(self) -> tuple[int, ...]:
        return tuple(q.start for q in self.outer)

    def quoted_at(self, offset: int) -> Quoted | None:
        """The outermost quoted stretch that covers an offset, marks included."""
        i = bisect_right(self._outer_starts, offset) - 1
        return self.outer[i] if i >= 0 and offset < self.outer[i].stop else None

    def quoted_in(self, span: Span) -> Iterator[Quoted]:
        """The outermost quoted stretches that begin inside a span."""
        i = bisect_right(self._outer_starts, span.start - 1)
        while i < len(self.outer) and self.outer[i].start < span.stop:
            yield self.outer[i]
            i += 1

    @cached_property
    def _repeats(self) -> Counter[str]:
        return Counter(map(self._key, self.quoted))

    def _key(self, quoted: Quoted) -> str:
        """What makes two stretches the same term: their lemmas where they are short."""
        if quoted.stop - quoted.start > LONGEST_TERM:
            return ""
        tokens = self.analysis.tokens_in(Span(quoted.start, quoted.stop))
        return " ".join(t.lemma for t in tokens if t.is_word)

    def is_utterance(self, quoted: Quoted) -> bool:
        """Whether a quoted stretch is somebody's words rather than a name, a title or a term."""
        tokens = self.analysis.tokens_in(Span(quoted.start, quoted.stop))
        sentence = self.analysis.sentence_at(quoted.start)
        before: Sequence[Token] = ()
        if sentence is not None and tokens:
            before = sentence.tokens[max(tokens[0].index - 2, 0) : tokens[0].index]
        return is_utterance(tokens, before, self._repeats[self._key(quoted)], quoted.depth)

    def paragraph_kind(self, sentence: ParsedSentence) -> ParagraphKind:
        """The kind of a sentence's paragraph."""
        return self.layout.paragraphs[sentence.paragraph].kind

    def trim(self, start: int, stop: int) -> Span | None:
        """A stretch without white space, commas, dashes and full stop at its edges.

        Args:
            start: Offset of its first character.
            stop: Offset after its last one.

        Returns:
            The span, ``None`` where nothing is left.
        """
        text = self.text
        while start < stop and text[start] in _EDGE:
            start += 1
        while stop > start and (text[stop - 1] in _EDGE or text[stop - 1] == "."):
            stop -= 1
        return Span(start, stop) if start < stop else None

    def inside_marks(self, start: int, stop: int) -> int:
        """Where content inside somebody's speech ends: before the speech's closing mark.

        Args:
            start: Offset of the content.
            stop: Offset after it.

        Returns:
            Offset before the mark, ``stop`` where the content is not the end of a speech.
        """
        around = self.quoted_at(start)
        if around is None or around.start >= start or not around.closed:
            return stop
        return min(stop, around.stop - 1)

    def pieces(self, *bounds: tuple[int, int]) -> tuple[Span, ...]:
        """Trimmed pieces, those left out in which no word remains."""
        found = (self.trim(a, b) for a, b in bounds if a < b)
        return tuple(s for s in found if s and self.has_word(s))

    def has_word(self, span: Span) -> bool:
        """Whether a stretch holds a letter or a digit."""
        return any(c.isalnum() for c in self.text[span.start : span.stop])

    def extend_over_marks(self, start: int, stop: int) -> int:
        """Where content really ends if it ends inside a quotation that began inside it."""
        quoted = self.quoted_at(stop - 1) if stop > start else None
        if quoted and quoted.start >= start and quoted.stop > stop and len(quoted.pieces) == 1:
            return quoted.stop
        return stop

    def before_speech(self, start: int, stop: int) -> int:
        """Where content ends before the speaker's own words: «уточнил, что …: "…"».

        Args:
            start: Offset of the content.
            stop: Offset after it.

        Returns:
            Offset after a colon with quotation marks behind it, ``stop`` where there is none.
        """
        for quoted in self.quoted_in(Span(start + 1, max(stop, start + 1))):
            before = self.text[start : quoted.start].rstrip()
            if before.endswith(":") and self.is_utterance(quoted):
                return start + len(before)
        return stop

    def wholly_quoted(self, span: Span) -> Quoted | None:
        """The quoted stretch that a span is, punctuation at its edges aside."""
        trimmed = self.trim(span.start, span.stop)
        if trimmed is None:
            return None
        quoted = self.quoted_at(trimmed.start)
        if quoted and quoted.start == trimmed.start and quoted.stop >= trimmed.stop:
            return quoted
        return None

    def kind_of(self, pieces: Sequence[Span]) -> QuoteKind:
        """Mixed where verbatim words stand inside the narrator's, else indirect."""
        for piece in pieces:
            for quoted in self.quoted_in(piece):
                if self.is_utterance(quoted):
                    return QuoteKind.MIXED
        return QuoteKind.INDIRECT
