"""Where the narrator goes on behind an embedded report: «Активист, заявлявший, что …, уехал».

In flow a cue and the bounds of its content; out flows the comma at which the content ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import CONJUNCTIONS
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.positions import is_free
from runews.quotes.reports import RELATIVES

if TYPE_CHECKING:
    from runews.quotes.reading import Reading

__all__ = ["matrix_resumes"]

_EMBEDDED = (CueForm.GERUND, CueForm.PARTICIPLE, CueForm.NOUN)


def matrix_resumes(reading: Reading, cue: CueMatch, start: int, end: int) -> int | None:
    """The comma after which the clause goes on that a cue is embedded in.

    Args:
        reading: The article.
        cue: The cue.
        start: Index of the content's first token.
        end: Index after its last one.

    Returns:
        Index of the comma, ``None`` where the cue is no gerund, participle, noun or verb of a
        relative clause, or where nothing goes on.
    """
    if cue.form not in _EMBEDDED and not _in_relative(cue):
        return None
    resumed = _by_tree(reading, cue, start, end)
    if resumed is None and cue.form is not CueForm.NOUN:
        resumed = _by_missing_predicate(reading, cue, start, end)
    return resumed


def _in_relative(cue: CueMatch) -> bool:
    """Whether a cue is the verb of a relative clause: «министр, который заявил, что …»."""
    for i in range(cue.first - 1, -1, -1):
        token = cue.sentence.tokens[i]
        if token.lower.startswith("котор"):
            return True
        if token.is_finite:
            return False
    return False


def _by_tree(reading: Reading, cue: CueMatch, start: int, end: int) -> int | None:
    """The comma after which the matrix clause of an embedded cue goes on."""
    sentence = cue.sentence
    tokens = sentence.tokens
    root = next((t for t in tokens if t.head < 0 and t.is_predicate), None)
    if root is None or not start < root.index < end:
        return None
    predicate = next((i for i in range(start, end) if tokens[i].is_predicate), start)
    for i in range(predicate + 1, root.index):
        if tokens[i].text == "," and is_free(reading, sentence, i):
            return i
    return None


def _by_missing_predicate(reading: Reading, cue: CueMatch, start: int, end: int) -> int | None:
    """The comma after which a sentence gets the predicate that it lacked before the cue.

    «Активист, заявлявший, что мир возможен, [теперь намерен идти до конца]»: no predicate stands
    before the participle, so the second one behind it is the narrator's.
    """
    tokens = cue.sentence.tokens
    opener = cue.first
    if cue.form not in (CueForm.GERUND, CueForm.PARTICIPLE):
        opener = next(
            (i for i in range(cue.first, -1, -1) if tokens[i].lower.startswith("котор")), 0
        )
    if any(t.is_predicate for t in tokens[:opener]):
        return None
    predicates = [i for i in range(start, end) if tokens[i].is_predicate]
    for second in predicates[1:]:
        for i in range(second - 1, predicates[0], -1):
            token = tokens[i]
            if token.text == "," and is_free(reading, cue.sentence, i):
                following = tokens[i + 1]
                subordinate = following.pos in CONJUNCTIONS or following.lower.startswith(
                    (*RELATIVES, "как")
                )
                if not subordinate:
                    return i
                break
    return None
