"""From text and blocks to an `Analysis`: segmentation, then the models, sentences batched by length.

In flow the article's text and its blocks; out flow parsed sentences and raw names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.backend import Backend, default_backend
from runews.language.morphology import Morphology
from runews.language.tokens import Analysis, NameSpan, ParsedSentence, Token
from runews.models import EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.structure.layout import Block

__all__ = ["Language", "default_language"]

#: The parser compares every word with every other; a longer «sentence» is cut, which no news sentence meets.
LONGEST_SENTENCE = 256
#: Characters that the name recogniser sees at a time, so that memory stays bounded.
LONGEST_NAMES_INPUT = 20_000

RawToken = tuple[int, int, str]


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
        base = block.span.start
        body = text[base : block.span.stop]
        tokens = [(base + a, base + b, word) for a, b, word in self._backend.tokens(body)]
        position = 0
        for a, b in self._backend.sentences(body):
            found = []
            while position < len(tokens) and tokens[position][0] < base + b:
                found.append(tokens[position])
                position += 1
            for i in range(0, len(found), LONGEST_SENTENCE):
                piece = found[i : i + LONGEST_SENTENCE]
                whole = len(piece) == len(found)
                yield (
                    base + a if whole else piece[0][0],
                    max(base + b, piece[-1][1]) if whole else piece[-1][1],
                    piece,
                )

    def _markup(
        self, sentences: list[list[str]]
    ) -> list[list[tuple[str, dict[str, str], int, str]]]:
        """Tags and arcs of all sentences; neighbours in length share a batch, so little is padded."""
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        words = [sentences[i] for i in order]
        found: list[list[tuple[str, dict[str, str], int, str]]] = [[] for _ in sentences]
        tags = self._backend.tag(words)
        arcs = self._backend.parse(words)
        for i, tagged, parsed in zip(order, tags, arcs, strict=True):
            found[i] = [
                (pos, feats, head, rel)
                for (pos, feats), (head, rel) in zip(tagged, parsed, strict=True)
            ]
        return found

    def _tokens(
        self, raw: list[RawToken], markup: list[tuple[str, dict[str, str], int, str]]
    ) -> tuple[Token, ...]:
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


def default_language() -> Language:
    """A `Language` on the process's one backend."""
    return Language()
