"""A clause of the narrator's behind a cue's colon: «Глава округа признал: сети изношены».

In flow the article as read; out flow quotes, indirect or mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import THAT
from runews.quotes.cues import CueMatch
from runews.quotes.extents import complement_end
from runews.quotes.found import FoundQuote
from runews.quotes.positions import in_marks
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.language import ParsedSentence
    from runews.quotes.reading import Reading

__all__ = ["colon_clauses"]

#: Tokens of a clause behind a colon; less is a list or a heading.
LEAST_CLAUSE = 3


#: Words between a cue and its colon.
LONGEST_REACH = 8


def colon_clauses(reading: Reading) -> Iterator[FoundQuote]:
    """«Глава округа [признал]c: ⟦сети изношены⟧»: a clause behind a colon instead of «что».

    Args:
        reading: The article.

    Yields:
        An indirect or mixed quote for each clause of the narrator's behind a cue's colon.
    """
    for sentence in reading.sentences:
        tokens = sentence.tokens
        colon = next((t.index for t in tokens if t.text == ":" and not in_marks(reading, t)), None)
        if colon is None or colon + 2 >= len(tokens):
            continue
        first = tokens[colon + 1]
        if not first.text[0].islower() or reading.quoted_at(first.start) is not None:
            continue
        cue = _before_colon(reading, sentence, colon)
        if cue is None:
            continue
        end = complement_end(reading, cue, colon + 1)
        stop = tokens[end - 1].stop
        if end == len(tokens):
            stop = reading.extend_over_marks(first.start, stop)
        pieces = reading.pieces((first.start, stop))
        if pieces and end - colon > LEAST_CLAUSE:
            yield FoundQuote(
                kind=reading.kind_of(pieces),
                spans=pieces,
                cue=cue.found(),
                source=source_of(cue, stop=colon),
                rule="complement_colon",
            )


def _before_colon(reading: Reading, sentence: ParsedSentence, colon: int) -> CueMatch | None:
    """The reporting predicate before a colon, unless it has its complement already."""
    tokens = sentence.tokens
    for cue in reversed(reading.cues(sentence)):
        if cue.last >= colon or in_marks(reading, cue.token):
            continue
        if not cue.is_verbal or not cue.reports or cue.is_personal:
            return None
        between = tokens[cue.last + 1 : colon]
        if any(t.is_finite or t.lower in THAT for t in between):
            return None
        if "что" not in cue.governs or len(between) > LONGEST_REACH:
            return None
        named = any(t.case == "Ins" or in_marks(reading, t) for t in between)
        taken = any(t.rel == "obj" and t.head == cue.index for t in between)
        return None if named or taken else cue
    return None
