"""Complement clauses: «заявил, что …», «заявление о том, что …», «спросил, готов ли он».

In flow the article as read; out flow quotes, indirect or mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language import phrase_head
from runews.lexicons.nouns import source_class
from runews.models import Span
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.extents import complement_end
from runews.quotes.found import FoundQuote
from runews.quotes.governing import CORRELATIVES, clause_edge, governing_cue
from runews.quotes.positions import is_dash, is_narrator
from runews.quotes.reports import report_lead
from runews.quotes.sources import follows_from, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.language import ParsedSentence
    from runews.quotes.reading import Reading

__all__ = ["complement_clauses"]

_BEFORE_INSERTION = frozenset({",", "-", "–", "—", "«", "("})
_TOPICS = frozenset({"о", "то", "что"})

#: «все, что вы сделали»: a relative clause.
_ANTECEDENTS = {"все", "ничего", "единственное", "многое", "нечто"}
_WH = {
    "как", "где", "куда", "откуда", "когда", "почему", "зачем", "кто", "кого", "кому", "сколько",
    "какой", "какая", "какое", "какие", "каким", "чем",
}  # fmt: skip
_GOVERNED = {"что": "что", "чтобы": "чтобы", "мол": "что", "будто": "что", "якобы": "что"}


def complement_clauses(reading: Reading) -> Iterator[FoundQuote]:
    """«[Минтранс]s [заявил]c, что ⟦рейсы не отменят⟧», «[потребовал]c, чтобы ⟦войска ушли⟧».

    Args:
        reading: The article.

    Yields:
        A quote for each complement clause whose cue reports.
    """
    for sentence in reading.sentences:
        if not reading.cues(sentence):
            continue
        claimed: set[int] = set()
        for token in sentence.tokens:
            word = _conjunction(sentence, token.index)
            if word is None:
                continue
            cue = governing_cue(reading, sentence, token.index, word)
            if cue is None and word == "что":
                yield from _fronted(reading, sentence, token.index)
            if cue is None or cue.is_personal or cue.first in claimed:
                continue
            if not cue.reports and not follows_from(cue):
                continue
            found = _quote(reading, cue, token.index, word)
            if found is not None:
                claimed.add(cue.first)
                yield found


def _fronted(reading: Reading, sentence: ParsedSentence, conjunction: int) -> Iterator[FoundQuote]:
    """«О том, что ⟦нужно быть осторожней⟧, [предупреждал]c [регулятор]s»."""
    tokens = sentence.tokens
    if conjunction < 2 or tokens[conjunction - 2].lower not in CORRELATIVES:
        return
    for cue in reading.cues(sentence):
        if cue.first < conjunction or not cue.is_verbal or not cue.reports or cue.is_personal:
            continue
        lead = report_lead(reading, cue)
        if lead is None or not cue.governs & _TOPICS:
            continue
        pieces = reading.pieces((tokens[conjunction].stop, tokens[lead - 1].start))
        source = source_of(cue, start=lead)
        if pieces and source is not None:
            yield FoundQuote(
                kind=reading.kind_of(pieces),
                spans=pieces,
                cue=cue.found(),
                source=source,
                rule="complement_fronted",
            )
        return


def _conjunction(sentence: ParsedSentence, index: int) -> str | None:
    """What a token introduces: «что», «чтобы», «ли», «как» (any interrogative), or nothing."""
    tokens = sentence.tokens
    lower = tokens[index].lower
    before = tokens[index - 1] if index else None
    if before is None:
        return None
    set_off = before.text in _BEFORE_INSERTION or before.lower == "и"
    if lower in _GOVERNED:
        if index > 1 and tokens[index - 2].lower in _ANTECEDENTS:
            return None
        if lower == "что" and index + 1 < len(tokens) and tokens[index + 1].lower == "касается":
            return None
        return _GOVERNED[lower] if set_off or lower == "мол" else None
    if lower == "ли":
        return "ли"
    if lower in _WH and before.text == ",":
        return "как"
    return None


def _quote(reading: Reading, cue: CueMatch, conjunction: int, word: str) -> FoundQuote | None:
    sentence = cue.sentence
    tokens = sentence.tokens
    first = conjunction + (word != "как" and tokens[conjunction].lower != "ли")
    if tokens[conjunction].lower == "ли":
        first = clause_edge(sentence, conjunction) + 2
    if first < len(tokens) and tokens[first].text == ":":
        first += 1
    if first >= len(tokens):
        return None
    end = complement_end(reading, cue, max(first, conjunction + 1))
    start = tokens[first].start
    stop = tokens[end - 1].stop
    if end == len(tokens):
        stop = reading.extend_over_marks(start, stop)
    stop = reading.inside_marks(start, reading.before_speech(start, stop))
    pieces = reading.pieces((start, stop))
    if not pieces:
        return None
    source = source_of(cue, start=_after_speech(reading, cue), stop=conjunction)
    if source is None and cue.form is CueForm.GERUND:
        # «Отметив, что погода испортилась, [капитан] отменил выход»
        source = source_of(cue, start=end)
    if cue.form is CueForm.IMPERSONAL and _has_subject(cue):
        return None
    if tokens[conjunction - 2].lower in CORRELATIVES and _is_thing(reading, cue, source):
        return None
    if source is not None and is_narrator(reading, cue, source):
        return None
    if source is None and (
        word in ("как", "ли")
        or cue.form in (CueForm.NOUN, CueForm.INFINITIVE)
        or (cue.form is CueForm.IMPERSONAL and cue.act != "speech")
    ):
        return None
    if word == "чтобы" and not _has_finite(sentence, first, end):
        # «…, чтобы спасти слонов» tells the purpose.
        return None
    return FoundQuote(
        kind=reading.kind_of(pieces),
        spans=pieces,
        cue=cue.found(),
        source=source,
        rule=f"complement_{word}",
    )


def _after_speech(reading: Reading, cue: CueMatch) -> int:
    """Index of the first token behind a speech before the cue: no source stands in it."""
    sentence = cue.sentence
    floor = 0
    for token in sentence.tokens[: cue.first]:
        if (
            is_dash(token)
            and token.index
            and reading.quoted_at(sentence.tokens[token.index - 1].start)
        ):
            floor = token.index + 1
    return floor


def _is_thing(reading: Reading, cue: CueMatch, source: Span | None) -> bool:
    """Whether a thing is the subject: «[присутствие] министра указывает на то, что …»."""
    head = phrase_head(cue.sentence.tokens_in(source)) if source is not None else None
    if head is None or head.pos != "NOUN" or head.is_animate:
        return False
    named = bool(reading.names_in(head.span))
    return not named and source_class(head.lemma) is None


def _has_subject(cue: CueMatch) -> bool:
    """Whether a passive has a thing for its subject.

    «рост объясняется тем, что …» reports nobody.
    """
    return any(c.rel.startswith("nsubj") for c in cue.sentence.children(cue.index))


def _has_finite(sentence: ParsedSentence, start: int, stop: int) -> bool:
    return any(t.is_finite for t in sentence.tokens[start:stop])
