"""Texts with their quotes marked inside: ``⟪Минтранс⟫ ⟨заявил⟩, что ⟦рейсы не отменят⟧.``

``⟦…⟧`` is a piece of the content, ``⟨…⟩`` the cue, ``⟪…⟫`` the source. Where a text holds more
than one quote each mark has the number of its quote, in text order: ``⟦2 …⟧``; ``⟪1,2 …⟫`` is the
source of two. What the library finds is written in the same notation, so that a failing test shows
both.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs
import regex

from runews.language import default_language
from runews.quotes import find_quotes
from runews.structure import Given, read_structure
from tests.golden.markup import strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runews.quotes import FoundQuote

__all__ = ["Marked", "assert_found", "find", "marks_of", "read_marked", "written"]

_UNNUMBERED = regex.compile(r"([⟦⟨⟪])(?!\d+(?:,\d+)* )")
_CLOSING = {"⟦": "⟧", "⟨": "⟩", "⟪": "⟫"}

Bounds = tuple[int, int]
Marks = dict[tuple[str, str], tuple[Bounds, ...]]


@attrs.frozen
class Marked:
    """A text and what is marked in it.

    Args:
        text: The text without marks.
        marks: Bounds by opening mark and number of the quote.
    """

    text: str
    marks: Marks

    def __str__(self) -> str:
        return written(self.text, self.marks)


def read_marked(marked: str) -> Marked:
    """Read a marked text.

    Args:
        marked: The text with marks; those without a number belong to the only quote.

    Returns:
        The text and its marks.

    Example:
        >>> read_marked("⟪Он⟫ ⟨сказал⟩, что ⟦готов⟧.").text
        'Он сказал, что готов.'
    """
    text, marks = strip_marks(_UNNUMBERED.sub(r"\g<1>1 ", marked))
    return Marked(text, {key: tuple(bounds) for key, bounds in marks.items()})


def find(text: str) -> tuple[FoundQuote, ...]:
    """The quotes of a text, found as a parse finds them."""
    layout = read_structure(text, Given())
    return find_quotes(default_language().analyze(text, layout.blocks), layout)


def marks_of(quotes: Sequence[FoundQuote]) -> Marks:
    """The marks that found quotes would have in their text."""
    marks: Marks = {}
    for number, quote in enumerate(quotes, 1):
        marks["⟦", str(number)] = tuple((s.start, s.stop) for s in quote.spans)
        cue = quote.cue.span if quote.cue is not None else None
        for mark, span in (("⟨", cue), ("⟪", quote.source)):
            if span is not None:
                marks[mark, str(number)] = ((span.start, span.stop),)
    return marks


def written(text: str, marks: Marks) -> str:
    """A text with marks in it, the shorter inside the longer.

    Args:
        text: The text without marks.
        marks: Bounds by opening mark and number.

    Returns:
        The marked text; numbers are left out where there is but one quote.
    """
    single = {number for _, number in marks} <= {"1"}
    opening: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closing: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for (mark, number), bounds in sorted(marks.items()):
        for start, stop in bounds:
            opening[start].append((-stop, mark if single else f"{mark}{number} "))
            closing[stop].append((-start, _CLOSING[mark]))
    return "".join(
        _joined(closing[i]) + _joined(opening[i]) + text[i : i + 1] for i in range(len(text) + 1)
    )


def _joined(events: Iterable[tuple[int, str]]) -> str:
    return "".join(text for _, text in sorted(events))


def assert_found(marked: str, *expected: str) -> None:
    """Check that a text's quotes are the marked ones.

    Args:
        marked: The marked text.
        expected: Kind and construction of each quote: ``"direct direct_cue_after"``.
    """
    wanted = read_marked(marked)
    quotes = find(wanted.text)
    assert written(wanted.text, marks_of(quotes)) == str(wanted)
    assert [f"{q.kind.value} {q.rule}" for q in quotes] == list(expected)
