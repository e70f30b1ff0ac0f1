"""The paragraphs of a text while their kinds are being decided.

In flow the paragraphs; the passes of `runews.structure.kinds` write what they decide into it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.structure.names import match_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.models import ParagraphKind
    from runews.structure.boilerplate import Phrase
    from runews.structure.dateline import DatelineFound
    from runews.structure.paragraphs import Raw

__all__ = ["Draft"]

_WORD = re.compile(r"[А-ЯЁ][а-яё]{2,}")
_SPACE_OR_DOT = re.compile(r"[\s.]+")
_PREFIXES = (3, 4, 5)


@attrs.define
class Draft:
    """The paragraphs and what has been decided about them.

    Args:
        text: The article's text.
        raws: Its paragraphs.
        given_headline: The headline that the caller knows.
        kinds: The kinds, ``None`` where undecided.
        phrases: The rows of the lexicon of boilerplate, by index.
        dateline: The first dateline and the index of its paragraph.
        headline: Index of the headline.
        last_sentence: Index of the last paragraph of the story that ends like a sentence, -1
            without one.
    """

    text: str
    raws: Sequence[Raw]
    given_headline: str | None
    kinds: list[ParagraphKind | None]
    phrases: dict[int, Phrase] = attrs.field(factory=dict)
    dateline: tuple[int, DatelineFound] | None = None
    headline: int | None = None
    last_sentence: int = -1

    def undecided(self, start: int = 0) -> list[int]:
        """Indexes of the paragraphs without a kind, from one on."""
        return [i for i in range(start, len(self.raws)) if self.kinds[i] is None]

    def glued(self, index: int) -> bool:
        """Whether the next paragraph follows without an empty line, where others have one."""
        after = index + 1
        return self.has_gaps and after < len(self.raws) and not self.raws[after].gap

    @cached_property
    def has_gaps(self) -> bool:
        """Whether empty lines part the paragraphs of the text."""
        return any(raw.gap for raw in self.raws)

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the text has capitals at all; some corpora have lost them."""
        return any(map(str.isupper, self.text))

    @cached_property
    def _capitalised(self) -> Counter[str]:
        words = _WORD.findall(self.text)
        return Counter(word[:length] for word in words for length in _PREFIXES)

    def mentions(self, index: int, word: str) -> bool:
        """Whether a capitalised word of a paragraph stands elsewhere in the text, in any case."""
        # A prefix that leaves out the ending, so that «Коц» is found in «Коца» too.
        prefix = word[: min(_PREFIXES[-1], max(_PREFIXES[0], len(word) - 1))]
        own: int = sum(w.startswith(prefix) for w in _WORD.findall(self.raws[index].text))
        return self._capitalised[prefix] > own

    def mentions_person(self, index: int) -> bool:
        """Whether the text elsewhere has a surname that a paragraph of names has."""
        names, _ = match_names(self.raws[index].text)
        return any(self.mentions(index, _SPACE_OR_DOT.split(name)[-1]) for name in names)
