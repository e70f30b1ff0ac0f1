"""What every step of attribution looks at: the analysis, the entities, the quotes.

In flow the results of the earlier stages; out flow look-ups that several modules share.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.attribution.apposition import role_words
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runews.entities import EntityIndex
    from runews.language import Analysis, ParsedSentence, Token
    from runews.models import Entity, Span
    from runews.quotes import FoundQuote
    from runews.structure import Layout

__all__ = ["Scene"]

#: Mentions before or after a place that a reader still has in mind; it also bounds the work.
_NEARBY = 200


@attrs.frozen(eq=False)
class Scene:
    """The article as attribution sees it.

    Args:
        analysis: Sentences and tokens.
        layout: Paragraphs and metadata.
        index: Entities by place.
        quotes: The quotes, in text order.
    """

    analysis: Analysis
    layout: Layout
    index: EntityIndex
    quotes: Sequence[FoundQuote]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.analysis.text

    @cached_property
    def cues(self) -> Mapping[int, tuple[int, ...]]:
        """Token indices of the cues by sentence, sorted."""
        found: dict[int, set[int]] = {}
        for quote in self.quotes:
            if quote.cue is not None:
                found.setdefault(quote.cue.sentence, set()).add(quote.cue.token)
        return {sentence: tuple(sorted(tokens)) for sentence, tokens in found.items()}

    @cached_property
    def reports(self) -> Mapping[int, tuple[FoundQuote, ...]]:
        """The quotes that have a source, by the sentence of their cue."""
        found: dict[int, list[FoundQuote]] = {}
        for quote in self.quotes:
            if quote.cue is not None and quote.source is not None:
                found.setdefault(quote.cue.sentence, []).append(quote)
        return {sentence: tuple(quotes) for sentence, quotes in found.items()}

    @cached_property
    def role_words(self) -> Mapping[str, frozenset[str]]:
        """What stands by persons' names, by entity id."""
        return role_words(self.analysis, self.index)

    @cached_property
    def interviewee(self) -> Entity | None:
        """Whom an interview is with: the first person that the headline names, else the text.

        Its author is not meant.
        """
        authors = {name.casefold() for name in self.layout.metadata.authors}
        for mention, entity in self.index.mentions:
            person = entity.type is EntityType.PER and mention.kind is MentionKind.NAME
            if person and entity.name.casefold() not in authors:
                return entity
        return None

    @cached_property
    def _mention_starts(self) -> tuple[int, ...]:
        return tuple(mention.span.start for mention, _ in self.index.mentions)

    def entities_before(self, offset: int) -> tuple[Entity, ...]:
        """The entities mentioned shortly before an offset, the latest first."""
        stop = bisect_left(self._mention_starts, offset)
        nearby = self.index.mentions[max(stop - _NEARBY, 0) : stop]
        return tuple({entity.id: entity for _, entity in reversed(nearby)}.values())

    def entities_after(self, offset: int) -> tuple[Entity, ...]:
        """The entities mentioned shortly after an offset, the nearest first."""
        start = bisect_left(self._mention_starts, offset)
        nearby = self.index.mentions[start : start + _NEARBY]
        return tuple({entity.id: entity for _, entity in nearby}.values())

    @cached_property
    def _contents(self) -> Mapping[int, tuple[Span, ...]]:
        found: dict[int, list[Span]] = {}
        sentences = self.analysis.sentences
        for quote in self.quotes:
            for span in quote.spans:
                first = self.analysis.sentence_at(span.start)
                index = first.index if first is not None else len(sentences)
                # By index: a slice would copy the rest of the article for every quote.
                while index < len(sentences) and sentences[index].start < span.stop:
                    found.setdefault(index, []).append(span)
                    index += 1
        return {index: tuple(spans) for index, spans in found.items()}

    def contents_in(self, sentence: ParsedSentence) -> tuple[Span, ...]:
        """The pieces of all quotes' contents that overlap a sentence."""
        return self._contents.get(sentence.index, ())

    def anchor(self, quote: FoundQuote) -> ParsedSentence | None:
        """The sentence that reports a quote: its cue's, else its source's."""
        if quote.cue is not None:
            return self.analysis.sentences[quote.cue.sentence]
        if quote.source is not None:
            return self.analysis.sentence_at(quote.source.start)
        return None

    def cue_token(self, quote: FoundQuote) -> Token | None:
        """The word of the cue that governs."""
        if quote.cue is None:
            return None
        return self.analysis.sentences[quote.cue.sentence].tokens[quote.cue.token]

    def slice(self, span: Span) -> str:
        """The text under a span."""
        return self.text[span.start : span.stop]

    def indices(self, sentence: ParsedSentence, spans: Sequence[Span]) -> frozenset[int]:
        """The indices of the tokens of a sentence that overlap some spans."""
        return frozenset(
            token.index
            for span in spans
            if span.start < sentence.stop and span.stop > sentence.start
            for token in sentence.tokens_in(span)
        )
