"""From texts and blocks to `Analysis`: segmentation, then the models over all texts at once.

In flow the articles' texts and their blocks; out flow parsed sentences and raw names.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from runews.language.backend import Backend, default_backend
from runews.language.morphology import Morphology
from runews.language.sentences import split_after_abbreviations
from runews.language.tokens import Analysis, NameSpan, ParsedSentence, Token
from runews.models import EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from runews.structure.layout import Block

__all__ = ["Language", "default_language"]

#: Tokens; the parser compares every one with every other. No sentence of a newspaper is longer.
LONGEST_SENTENCE = 256
#: Characters that the segmenter sees at a time: it copies a sentence at every mark inside it.
LONGEST_SEGMENTER_INPUT = 10_000
#: Characters that the name recogniser sees at a time, so that memory stays bounded.
LONGEST_NAMES_INPUT = 20_000

#: Quotation marks that the models have not met often enough to take them for such.
_MARKS = frozenset("„“”‹›")

RawToken = tuple[int, int, str]
RawSentence = tuple["Block", int, int, list[RawToken]]
Words = tuple[str, ...]
Markup = tuple[str, "Mapping[str, str]", int, str]
#: What the models say of a token of a sentence that holds no word, and so need not be asked.
_WORDLESS: Markup = ("PUNCT", MappingProxyType({}), -1, "root")


class Language:
    """The loaded language models.

    Args:
        backend: natasha behind plain types; the process's own by default.
    """

    def __init__(self, backend: Backend | None = None) -> None:
        self._backend = backend or default_backend()
        self.morphology = Morphology(self._backend)

    def analyze(self, text: str, blocks: Sequence[Block]) -> Analysis:
        """Segment, tag and parse the blocks of a text.

        Args:
            text: The article's text.
            blocks: Its blocks, in order and disjoint; what lies between them is not looked at.

        Returns:
            Sentences and raw names with offsets in ``text``.

        Example:
            >>> from runews.structure import Block
            >>> text = "Минтранс предложил проект. Его поддержали."
            >>> analysis = Language().analyze(text, [Block(Span(0, len(text)), 0)])
            >>> [text[s.start:s.stop] for s in analysis.sentences]
            ['Минтранс предложил проект.', 'Его поддержали.']
            >>> analysis.sentences[0].tokens[1].lemma
            'предложить'
        """
        return self.analyze_many([(text, blocks)])[0]

    def analyze_many(self, articles: Sequence[tuple[str, Sequence[Block]]]) -> list[Analysis]:
        """The same for several articles, whose sentences go through the models together.

        Args:
            articles: The text and the blocks of each article.

        Returns:
            An analysis for each article, the same as if it had been alone.

        Example:
            >>> from runews.structure import Block
            >>> texts = ["Идёт дождь.", "Снега нет."]
            >>> articles = [(text, [Block(Span(0, len(text)), 0)]) for text in texts]
            >>> [a.sentences[0].tokens[0].pos for a in Language().analyze_many(articles)]
            ['VERB', 'NOUN']
        """
        raw = [
            [
                (block, start, stop, tokens)
                for block in blocks
                for start, stop, tokens in self._segment(text, block)
            ]
            for text, blocks in articles
        ]
        parsed = self._parsed([sentence for sentences in raw for sentence in sentences])
        sentences = [
            tuple(
                ParsedSentence(
                    index=number,
                    start=start,
                    stop=stop,
                    paragraph=block.paragraph,
                    prose=block.prose,
                    tokens=next(parsed),
                )
                for number, (block, start, stop, _) in enumerate(found)
            )
            for found in raw
        ]
        return [
            Analysis(text=text, sentences=found, names=names, morphology=self.morphology)
            for (text, _), found, names in zip(
                articles, sentences, self._names(sentences), strict=True
            )
        ]

    def _segment(self, text: str, block: Block) -> Iterator[tuple[int, int, list[RawToken]]]:
        """The sentences of a block with their tokens; over-long ones in pieces."""
        for sentences, tokens in self._stretches(text, block.span):
            position = 0
            for start, stop in sentences:
                found = []
                while position < len(tokens) and tokens[position][0] < stop:
                    found.append(tokens[position])
                    position += 1
                for i in range(0, len(found), LONGEST_SENTENCE):
                    piece = found[i : i + LONGEST_SENTENCE]
                    whole = len(piece) == len(found)
                    yield (
                        start if whole else piece[0][0],
                        max(stop, piece[-1][1]) if whole else piece[-1][1],
                        piece,
                    )

    def _stretches(
        self, text: str, span: Span
    ) -> Iterator[tuple[list[tuple[int, int]], list[RawToken]]]:
        """Sentences and tokens of a span, stretch by stretch.

        A stretch ends where a sentence does; only a sentence longer than a whole stretch is cut,
        before a word where it has several.
        """
        base = span.start
        while base < span.stop:
            end = min(base + LONGEST_SEGMENTER_INPUT, span.stop)
            body = text[base:end]
            found = self._backend.sentences(body)
            sentences = list(split_after_abbreviations(body, found, self.morphology))
            if end < span.stop and len(sentences) > 1:
                # The last one may go on behind the end: it opens the next stretch.
                end = base + sentences.pop()[0]
            elif end < span.stop:
                end = base + _cut(body)
                sentences = [(a, min(b, end - base)) for a, b in sentences]
            tokens = self._backend.tokens(text[base:end])
            yield (
                [(base + a, base + b) for a, b in sentences],
                [(base + a, base + b, word) for a, b, word in tokens],
            )
            base = end

    def _parsed(self, sentences: list[RawSentence]) -> Iterator[tuple[Token, ...]]:
        """The tokens of all sentences.

        A sentence that stands more than once, a line of a list or a caption, is looked at once.
        """
        trained = [tuple(_as_trained(word) for _, _, word in raw) for _, _, _, raw in sentences]
        words = list(filter(_has_word, dict.fromkeys(trained)))
        found = dict(zip(words, self._backend.parse(words), strict=True))
        for (_, _, _, raw), sentence in zip(sentences, trained, strict=True):
            yield self._tokens(raw, found.get(sentence) or [_WORDLESS] * len(sentence))

    def _tokens(self, raw: list[RawToken], markup: list[Markup]) -> tuple[Token, ...]:
        return tuple(
            Token(start, stop, word, pos, feats, i, head if head != i else -1, rel, self.morphology)
            for i, ((start, stop, word), (pos, feats, head, rel)) in enumerate(
                zip(raw, markup, strict=True)
            )
        )

    def _names(
        self, articles: Sequence[tuple[ParsedSentence, ...]]
    ) -> Iterator[tuple[NameSpan, ...]]:
        """Raw names of each article, found in stretches of sentences of bounded length."""
        stretches = [list(_stretches_of_words(sentences)) for sentences in articles]
        words = [
            tuple('"' if t.text in _MARKS else t.text for t in tokens)
            for found in stretches
            for tokens, _ in found
        ]
        names = self._backend.names(words)
        for found in stretches:
            yield tuple(
                NameSpan(
                    Span(tokens[first].start, tokens[stop - 1].stop),
                    EntityType(kind),
                    sentence_of[first],
                )
                for tokens, sentence_of in found
                for first, stop, kind in next(names)
            )


def _stretches_of_words(
    sentences: Sequence[ParsedSentence],
) -> Iterator[tuple[list[Token], list[int]]]:
    """Tokens of neighbouring sentences, with the index of the sentence of each.

    Sentences without a word stand in no stretch, unless they lie between others.
    """
    tokens: list[Token] = []
    numbers: list[int] = []
    pending: list[ParsedSentence] = []
    start = 0
    for sentence in sentences:
        pending.append(sentence)
        if not _has_word([token.text for token in sentence.tokens]):
            continue
        if tokens and sentence.stop - start > LONGEST_NAMES_INPUT:
            yield tokens, numbers
            tokens, numbers = [], []
        if not tokens:
            pending = [sentence]
            start = sentence.start
        for added in pending:
            tokens += added.tokens
            numbers += [added.index] * len(added.tokens)
        pending = []
    if tokens:
        yield tokens, numbers


def _has_word(words: Sequence[str]) -> bool:
    return any(c.isalnum() for word in words for c in word)


def _cut(body: str) -> int:
    """Offset before the last word of a text, its length where it has but one."""
    parts = body.rsplit(maxsplit=1)
    return len(parts[0]) if len(parts) > 1 else len(body)


def _as_trained(word: str) -> str:
    """A word as the models know it: they were trained on news that writes е for ё, and " for „.

    They take «передаёт» for a noun. «всё» and «все» are two words, so there the ё stays.
    """
    if word in _MARKS:
        return '"'
    return word if word.lower() == "всё" else word.replace("ё", "е").replace("Ё", "Е")


def default_language() -> Language:
    """A `Language` on the process's one backend."""
    return Language()
