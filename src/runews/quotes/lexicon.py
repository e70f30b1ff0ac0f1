"""The words that signal reporting, with what they govern, indexed for look-up by lemma.

In flow the lexicon files ``cues``, ``cue_phrases`` and ``source_phrases``; out flow their rows by
first word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs
from attrs.validators import deep_iterable, in_

from runews.lexicons import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["CueLexicon", "CuePhraseRow", "CueRow", "SourcePhraseRow", "cue_lexicon"]

POS = ("verb", "noun", "short")
ACTS = (
    "speech", "opinion", "question", "directive", "promise", "denial", "charge", "verdict",
    "manner", "relay", "finding", "knowledge", "plan", "event",
)  # fmt: skip
GOVERNS = ("что", "чтобы", "ли", "как", "прямая", "вводное", "о", "инф", "назвать", "то")
FORMS = ("gen", "dat", "poss")

#: Acts that report nothing: perception, intention, and what «happens» or «turns out».
NOT_REPORTS = frozenset({"knowledge", "plan", "event"})


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")


def _folded_words(cell: str) -> tuple[str, ...]:
    return tuple(_fold(cell).split())


@attrs.frozen
class CueRow:
    """A verb, a noun or a short form that can report speech.

    Args:
        lemma: Its dictionary form.
        pos: ``verb``, ``noun`` or ``short``.
        act: The kind of act: ``speech``, ``opinion``, ``denial`` …; see `ACTS`.
        governs: What it can introduce; see `GOVERNS`.
        example: A sentence that shows it.
    """

    lemma: str
    pos: str = attrs.field(validator=in_(POS))
    act: str = attrs.field(validator=in_(ACTS))
    governs: tuple[str, ...] = attrs.field(
        converter=word_list, validator=deep_iterable(in_(GOVERNS))
    )
    example: str = ""

    @property
    def reports(self) -> bool:
        """Whether it reports what somebody says or thinks."""
        return self.act not in NOT_REPORTS


@attrs.frozen
class CuePhraseRow:
    """A fixed expression of a verb and a noun: «дать понять», «прийти к выводу».

    Args:
        phrase: Its citation form.
        words: The lemmas to find, in order.
        act: The kind of act.
        governs: What it can introduce.
        example: A sentence that shows it.
    """

    phrase: str
    words: tuple[str, ...] = attrs.field(converter=_folded_words)
    act: str = attrs.field(validator=in_(ACTS))
    governs: tuple[str, ...] = attrs.field(
        converter=word_list, validator=deep_iterable(in_(GOVERNS))
    )
    example: str = ""


@attrs.frozen
class SourcePhraseRow:
    """A phrase that introduces a source: «по словам», «согласно».

    Args:
        phrase: The phrase in lower case.
        form: The case of the source, and ``poss`` where a possessive may stand inside.
        act: The kind of act.
        example: A sentence that shows it.
    """

    phrase: str
    form: tuple[str, ...] = attrs.field(converter=word_list, validator=deep_iterable(in_(FORMS)))
    act: str = attrs.field(validator=in_(ACTS))
    example: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(_fold(self.phrase).split())


def _by_first(rows: Iterable[CuePhraseRow]) -> dict[str, tuple[CuePhraseRow, ...]]:
    table: dict[str, tuple[CuePhraseRow, ...]] = {}
    for row in rows:
        table[row.words[0]] = (*table.get(row.words[0], ()), row)
    return table


def _by_start(rows: Iterable[SourcePhraseRow]) -> dict[str, tuple[SourcePhraseRow, ...]]:
    table: dict[str, tuple[SourcePhraseRow, ...]] = {}
    for row in sorted(rows, key=lambda r: -len(r.words)):
        table[row.words[0]] = (*table.get(row.words[0], ()), row)
    return table


#: Letters at the beginning of a noun that stay in all of its cases.
NOUN_START = 2


@attrs.frozen
class CueLexicon:
    """The rows by the word that a text is searched for.

    Args:
        verbs: Verbs by lemma.
        nouns: Nouns by lemma.
        noun_starts: The first `NOUN_START` letters of the nouns, which no form of them changes.
        shorts: Short forms by lemma.
        phrases: Fixed expressions by their first lemma.
        sources: Source phrases by their first word, the longest first.
    """

    verbs: Mapping[str, CueRow]
    nouns: Mapping[str, CueRow]
    noun_starts: frozenset[str]
    shorts: Mapping[str, CueRow]
    phrases: Mapping[str, tuple[CuePhraseRow, ...]]
    sources: Mapping[str, tuple[SourcePhraseRow, ...]]


@lru_cache(maxsize=1)
def cue_lexicon() -> CueLexicon:
    """The lexicon of the package, read once per process.

    Returns:
        The lexicon.

    Example:
        >>> cue_lexicon().verbs["заявить"].act
        'speech'
    """
    rows = load_table("cues", CueRow)
    by_pos = {pos: {_fold(r.lemma): r for r in rows if r.pos == pos} for pos in POS}
    return CueLexicon(
        verbs=by_pos["verb"],
        nouns=by_pos["noun"],
        noun_starts=frozenset(lemma[:NOUN_START] for lemma in by_pos["noun"]),
        shorts=by_pos["short"],
        phrases=_by_first(load_table("cue_phrases", CuePhraseRow)),
        sources=_by_start(load_table("source_phrases", SourcePhraseRow)),
    )
