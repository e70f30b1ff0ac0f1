"""Verbatim words outside any complement: inside a topic, or alone in the narrator's clause.

In flow the article as read; out flow mixed quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.language.classes import ABOUT, PARTICLES, WITH
from runews.models import QuoteKind, Span
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.extents import coverage_end
from runews.quotes.found import FoundQuote
from runews.quotes.positions import in_brackets, in_marks, is_narrator
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.quotes.marks import Quoted
    from runews.quotes.reading import Reading

__all__ = ["fragments", "topics"]

_POINTERS = frozenset({"этом", "том"})
_BETWEEN = PARTICLES | {"CCONJ"}

#: Acts whose nouns stand right before words: «с криком "…"», «со словами "…"».
_WORDED = frozenset({"speech", "question", "manner"})
_JOINS = regex.compile(r"\s{0,3}(?:,|и|,\s?и|или)\s{0,3}")


def topics(reading: Reading) -> Iterator[FoundQuote]:
    """Read the construction.

    «[Коммунисты]s [говорят]c ⟦о "широкой кампании" против главы области⟧»: a topic with
    verbatim words.

    Args:
        reading: The article.

    Yields:
        A mixed quote for each topic of a reporting verb that holds somebody's words.
    """
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for cue in reading.cues(sentence):
            if not cue.is_verbal or not cue.reports or cue.is_personal or "о" not in cue.governs:
                continue
            start = cue.last + 1
            while start < min(cue.last + 4, len(tokens)) and tokens[start].pos in _BETWEEN:
                start += 1
            if start + 1 >= len(tokens) or tokens[start].lower not in ABOUT:
                continue
            if tokens[start + 1].lower in _POINTERS:
                continue
            end = coverage_end(reading, sentence, start, cue)
            pieces = reading.pieces((tokens[start].start, tokens[end - 1].stop))
            if pieces and reading.kind_of(pieces) is QuoteKind.MIXED:
                yield FoundQuote(
                    kind=QuoteKind.MIXED,
                    spans=pieces,
                    cue=cue.found(),
                    source=source_of(cue),
                    rule="topic",
                )


def fragments(reading: Reading) -> Iterator[FoundQuote]:
    """«[Она]s [назвала]c решение ⟦"ошибкой"⟧»: verbatim words outside any complement.

    Args:
        reading: The article.

    Yields:
        A mixed quote for each fragment, or row of fragments, under a reporting cue.
    """
    rows: list[list[Quoted]] = []
    for quoted in reading.outer:
        if len(quoted.pieces) != 1 or not reading.is_utterance(quoted):
            continue
        if rows and _JOINS.fullmatch(reading.text, rows[-1][-1].stop, quoted.start):
            rows[-1].append(quoted)
        else:
            rows.append([quoted])
    for row in rows:
        cue = _fragment_cue(reading, row[0])
        if cue is None:
            continue
        source = source_of(cue)
        if source is not None and is_narrator(reading, cue, source):
            continue
        yield FoundQuote(
            kind=QuoteKind.MIXED,
            spans=tuple(Span(q.start, q.stop) for q in row),
            cue=cue.found(),
            source=source,
            rule="fragment",
        )


def _fragment_cue(reading: Reading, quoted: Quoted) -> CueMatch | None:
    """The reporting cue in whose clause a fragment stands."""
    sentence = reading.analysis.sentence_at(quoted.start)
    if sentence is None:
        return None
    index = next((t.index for t in sentence.tokens if t.start >= quoted.start), 0)
    if in_brackets(sentence, index):
        return None
    best: CueMatch | None = None
    for cue in reading.cues(sentence):
        if cue.first >= index:
            break
        if not cue.reports or cue.is_personal or in_marks(reading, cue.token):
            continue
        if cue.form in (CueForm.PREPOSITION, CueForm.PARTICIPLE):
            continue
        if cue.form is CueForm.INFINITIVE and source_of(cue) is None:
            continue
        if in_brackets(sentence, cue.index) or (
            cue.form is CueForm.IMPERSONAL and cue.act != "speech"
        ):
            continue
        if cue.form is CueForm.NOUN and (index - cue.last > 1 or cue.act not in _WORDED):
            continue
        if best is not None and not _outranks(cue, best):
            continue
        best = cue
    if best is None:
        return None
    between = sentence.tokens[best.last + 1 : index]
    if any(t.is_finite or t.lower.startswith("котор") for t in between):
        return None
    return best


def _outranks(cue: CueMatch, earlier: CueMatch) -> bool:
    """Whether a cue nearer to a fragment is the one that it belongs to."""
    tokens = cue.sentence.tokens
    if cue.form is CueForm.NOUN and earlier.is_verbal:
        # «назвал это вопросом "ближайших недель"», but «напал с криком "…"».
        return cue.first > 0 and tokens[cue.first - 1].lower in WITH
    return not (cue.form is CueForm.INFINITIVE and cue.token.head == earlier.index)
