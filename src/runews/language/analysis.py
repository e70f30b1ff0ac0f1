"""From text and blocks to an `Analysis`: segmentation, then the models, batched by length.

In flow the article's text and its blocks; out flow parsed sentences and raw names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.backend import Backend, default_backend
from runews.language.morphology import Morphology
from runews.language.sentences import split_after_abbreviations
from runews.language.tokens import Analysis, NameSpan, ParsedSentence, Token
from runews.models import EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.structure.layout import Block

__all__ = ["Language", "default_language"]

#: Tokens; the parser compares every one with every other. No sentence of a newspaper is longer.
LONGEST_SENTENCE = 256
#: Characters that the segmenter sees at a time: it copies a sentence at every mark inside it.
LONGEST_SEGMENTER_INPUT = 10_000
#: Characters that the name recogniser sees at a time, so that memory stays bounded.
LONGEST_NAMES_INPUT = 20_000

RawToken = tuple[int, int, str]
Markup = tuple[str, dict[str, str], int, str]
#: What the models say of a token of a sentence that holds no word, and so need not be asked.
_WORDLESS: Markup = ("PUNCT", {}, -1, "root")


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
        raw = [
            (block, start, stop, tokens)
            for block in blocks
            for start, stop, tokens in self._segment(text, block)
        ]
        markup = self._markup([[t[2] for t in tokens] for _, _, _, tokens in raw])
        sentences = tuple(
            ParsedSentence(
                index=number,
                start=start,
                stop=stop,
                paragraph=block.paragraph,
                prose=block.prose,
                tokens=self._tokens(tokens, words),
            )
            for number, ((block, start, stop, tokens), words) in enumerate(
                zip(raw, markup, strict=True)
            )
        )
        analysis = Analysis(text=text, sentences=sentences, names=(), morphology=self.morphology)
        return Analysis(
            text=text,
            sentences=sentences,
            names=tuple(self._names(analysis)),
            morphology=self.morphology,
        )

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

    def _markup(self, sentences: list[list[str]]) -> list[list[Markup]]:
        """Tags and arcs of all sentences.

        Neighbours in length share a batch, so little is padded; a sentence that stands more than
        once, a line of a list or a caption, is looked at once.
        """
        trained = [tuple(map(_as_trained, sentence)) for sentence in sentences]
        words = sorted(filter(_has_word, dict.fromkeys(trained)), key=len)
        found = {
            sentence: [
                (pos, feats, head, rel)
                for (pos, feats), (head, rel) in zip(tagged, parsed, strict=True)
            ]
            for sentence, tagged, parsed in zip(
                words, self._backend.tag(words), self._backend.parse(words), strict=True
            )
        }
        return [found.get(sentence) or [_WORDLESS] * len(sentence) for sentence in trained]

    def _tokens(self, raw: list[RawToken], markup: list[Markup]) -> tuple[Token, ...]:
        return tuple(
            Token(
                start=start,
                stop=stop,
                text=word,
                pos=pos,
                feats=feats,
                index=i,
                head=head if head != i else -1,
                rel=rel,
                morphology=self.morphology,
            )
            for i, ((start, stop, word), (pos, feats, head, rel)) in enumerate(
                zip(raw, markup, strict=True)
            )
        )

    def _names(self, analysis: Analysis) -> Iterator[NameSpan]:
        """Raw names, the text cut between sentences into inputs of bounded length."""
        text = analysis.text
        groups: list[tuple[int, int]] = []
        for sentence in analysis.sentences:
            if not _has_word([token.text for token in sentence.tokens]):
                continue
            if groups and sentence.stop - groups[-1][0] <= LONGEST_NAMES_INPUT:
                groups[-1] = (groups[-1][0], sentence.stop)
            else:
                groups.append((sentence.start, sentence.stop))
        for base, end in groups:
            for start, stop, kind in self._backend.names(text[base:end]):
                span = Span(base + start, base + stop)
                sentence_here = analysis.sentence_at(span.start)
                if sentence_here is not None:
                    yield NameSpan(span, EntityType(kind), sentence_here.index)


def _has_word(words: Sequence[str]) -> bool:
    return any(c.isalnum() for word in words for c in word)


def _cut(body: str) -> int:
    """Offset before the last word of a text, its length where it has but one."""
    parts = body.rsplit(maxsplit=1)
    return len(parts[0]) if len(parts) > 1 else len(body)


def _as_trained(word: str) -> str:
    """A word as the models know it: they were trained on news that writes е for ё.

    They take «передаёт» for a noun. «всё» and «все» are two words, so there the ё stays.
    """
    return word if word.lower() == "всё" else word.replace("ё", "е").replace("Ё", "Е")


def default_language() -> Language:
    """A `Language` on the process's one backend."""
    return Language()
