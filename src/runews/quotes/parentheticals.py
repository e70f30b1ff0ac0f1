"""Sources set off by commas: «по словам X, …», «как сообщает X, …», «…, сообщает X».

In flow the article as read; out flow quotes: indirect, mixed, or direct where all that is covered
stands in marks.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from runews.language import phrase_head
from runews.language.classes import (
    ABOUT,
    NOMINAL,
    PREDICATIVE,
    STOPS,
    THAT,
)
from runews.models import QuoteKind, Span
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.extents import coverage_end
from runews.quotes.found import FoundQuote
from runews.quotes.phrases import oblique_phrase
from runews.quotes.positions import in_brackets, in_marks, is_dash, is_narrator
from runews.quotes.reports import (
    clause_start,
    how_of,
    is_closing_report,
    report_end,
    report_lead,
    tells_when,
)
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.reading import Reading

__all__ = ["as_reported", "closing_reports", "source_phrases"]

_ONLY_POINTS = (["об", "этом"], ["о", "чем"])
_POINTERS = frozenset({"этом", "чем"})


def source_phrases(reading: Reading) -> Iterator[FoundQuote]:
    """Find what source phrases cover.

    «[По словам]c [врача]s, ⟦угрозы жизни нет⟧»; «⟦Мандела⟧, [по [его]s словам]c, ⟦будет
    похоронен⟧».

    Args:
        reading: The article.

    Yields:
        A quote for each source phrase that covers a clause.
    """
    for sentence in reading.sentences:
        for cue in reading.cues(sentence):
            if cue.form is not CueForm.PREPOSITION or not _is_open(reading, cue):
                continue
            tokens = sentence.tokens
            source = source_of(cue)
            end = cue.last + 1
            named = None
            if source is not None and source.start > cue.stop:
                _, end = oblique_phrase(sentence, cue.last + 1, len(tokens))
                named = phrase_head(tokens[cue.last + 1 : end])
            if end < len(tokens) and tokens[end].pos == "PUNCT":
                opens = not any(t.pos in NOMINAL for t in tokens[: cue.first])
                end = report_end(reading, sentence, end, named, opens=opens)
            yield from _covering(reading, cue, source, cue.first, end, "source_phrase")


def as_reported(reading: Reading) -> Iterator[FoundQuote]:
    """Find what «как» clauses cover.

    «Как [сообщил]c [режиссер]s, ⟦уже достигнуто соглашение⟧»; «⟦…⟧, как [пишет]c [газета]s,
    ⟦…⟧».

    Args:
        reading: The article.

    Yields:
        A quote for each «как» clause of a reporting verb.
    """
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for cue in reading.cues(sentence):
            if "вводное" not in cue.governs:
                continue
            if cue.form not in (CueForm.FINITE, CueForm.IMPERSONAL) or not cue.reports:
                continue
            opening = how_of(cue)
            if opening is None or not _is_open(reading, cue) or cue.is_personal:
                continue
            if tells_when(tokens, opening) or _only_points(tokens, opening):
                continue
            source = source_of(cue, start=opening)
            if source is not None and is_narrator(reading, cue, source):
                continue
            head = _head_of(sentence, source)
            end = report_end(reading, sentence, cue.last + 1, head, opens=opening < 2)
            yield from _covering(reading, cue, source, opening, end, "as_reported")


def closing_reports(reading: Reading) -> Iterator[FoundQuote]:
    """Find what inverted reports cover.

    «⟦Начато расследование⟧, [сообщило]c [министерство]s»; «⟦Говорить рано⟧, - [заявил]c
    [прокурор]s».

    Args:
        reading: The article.

    Yields:
        A quote for each inverted report at the end or in the middle of a sentence, unless the
        sentence itself reports somebody else (then the report only relays) or is a direct quote.
    """
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for cue in reading.cues(sentence):
            if not cue.reports or cue.form not in (CueForm.FINITE, CueForm.IMPERSONAL):
                continue
            if not _is_open(reading, cue) or cue.is_personal:
                continue
            lead = report_lead(reading, cue)
            if lead and "вводное" not in cue.governs and not _after_speech_dash(tokens, lead):
                continue
            if lead and is_dash(tokens[lead - 1]) and not _after_speech_dash(tokens, lead):
                continue
            if not lead or how_of(cue) is not None or _introduces(cue) or _has_topic(cue, lead):
                # «так, как сказал врач» tells the manner; «как сказал врач» is read elsewhere.
                continue
            source = source_of(cue, start=cue.first)
            if source is None:
                continue
            if _reports_itself(reading, cue, lead):
                continue
            after = next((t.index for t in tokens if t.start >= source.stop), len(tokens))
            head = _head_of(sentence, source)
            end = report_end(reading, sentence, max(cue.last + 1, after), head)
            yield from _covering(reading, cue, source, lead, end, "closing_report")


def _after_speech_dash(tokens: Sequence[Token], lead: int) -> bool:
    """Whether a dash before the author's words has the comma or mark of speech before it.

    «…, - сказал он».
    """
    return lead > 1 and is_dash(tokens[lead - 1]) and tokens[lead - 2].pos == "PUNCT"


def _is_open(reading: Reading, cue: CueMatch) -> bool:
    """Whether a cue is the narrator's: not inside quotation marks or brackets."""
    return not in_marks(reading, cue.token) and not in_brackets(cue.sentence, cue.index)


def _head_of(sentence: ParsedSentence, source: Span | None) -> Token | None:
    return phrase_head(sentence.tokens_in(source)) if source is not None else None


def _has_topic(cue: CueMatch, lead: int) -> bool:
    """Whether a report tells what it is about: «Напомним, [о пожаре] сообщил "Интерфакс"»."""
    clause = cue.sentence.tokens[lead : cue.first + 1]
    return any(a.lower in ABOUT and b.lower not in _POINTERS for a, b in pairwise(clause))


def _only_points(tokens: Sequence[Token], opening: int) -> bool:
    """Whether only a pointer stands before «как»: «Об этом, [как] передаёт ТАСС, заявил …»."""
    return [t.lower for t in tokens[: max(opening - 1, 0)]] in _ONLY_POINTS


def _introduces(cue: CueMatch) -> bool:
    """Whether something that the cue governs follows: a colon, a complement clause."""
    for token in cue.sentence.tokens[cue.last + 1 :]:
        if token.text == ":" and token.index + 1 == len(cue.sentence.tokens):
            return False
        if token.text == ":" or (token.lower in THAT and token.pos == "SCONJ"):
            return True
        if token.verb_form in PREDICATIVE:
            return False
    return False


def _relays(reading: Reading, cue: CueMatch, start: int) -> bool:
    """Whether an outlet's closing report begins at a token: a verb with its subject behind it."""
    for other in reading.cues(cue.sentence):
        at_start = other.first >= start and report_lead(reading, other) == start
        if at_start and _is_inverted(reading, other) and is_closing_report(reading, other):
            return True
    return False


def _is_inverted(reading: Reading, cue: CueMatch) -> bool:
    """Whether a reporting verb opens a clause of its own and has its subject behind it."""
    if "вводное" not in cue.governs or cue.form is not CueForm.FINITE:
        return False
    source = source_of(cue, start=cue.first)
    return source is not None and source.start > cue.stop and bool(report_lead(reading, cue))


def _own_start(reading: Reading, cue: CueMatch, begin: int) -> int:
    """Where a closing report's content begins: behind a colon that another report precedes."""
    tokens = cue.sentence.tokens
    if not begin or tokens[begin - 1].text not in STOPS:
        return 0
    reported = any(
        c.first < begin
        and c.reports
        and not in_marks(reading, c.token)
        and c.form is not CueForm.NOUN
        for c in reading.cues(cue.sentence)
    )
    return begin if reported else 0


def _reports_itself(reading: Reading, cue: CueMatch, lead: int) -> bool:
    """Whether what stands before a closing report is a report already, or points to one."""
    tokens = cue.sentence.tokens
    begin = clause_start(reading, cue.sentence, lead)
    begin = _own_start(reading, cue, begin)
    for other in reading.cues(cue.sentence):
        if not begin <= other.first < lead or in_marks(reading, other.token) or not other.reports:
            continue
        if other.form is CueForm.PREPOSITION:
            return True
        if _is_inverted(reading, other):
            # «…, заявил мэр, сообщает РИА»: the outlet only passes the mayor's words on.
            return True
        following = {t.lower for t in tokens[other.last + 1 : lead]}
        if other.is_verbal and following & THAT & other.governs:
            return True
    return any(a.lower in ABOUT and b.lower in _POINTERS for a, b in pairwise(tokens[:lead]))


def _covering(
    reading: Reading,
    cue: CueMatch,
    source: Span | None,
    first: int,
    end: int,
    rule: str,
) -> Iterator[FoundQuote]:
    """The quote that a report clause covers: what stands before and after it in its clause."""
    sentence = cue.sentence
    tokens = sentence.tokens
    begin = clause_start(reading, sentence, first)
    if end >= len(tokens) and rule != "source_phrase":
        # A report that closes the sentence covers all of it, back to a colon or semicolon.
        begin = _own_start(reading, cue, begin)
    left = (tokens[begin].start, tokens[first].start) if begin < first else None
    right = None
    if end < len(tokens):
        start = end + 1 if tokens[end].text == "," or is_dash(tokens[end]) else end
        if _relays(reading, cue, start):
            # «Дорогу починят, заявил мэр, сообщает РИА Новости»
            start = len(tokens)
        stop = coverage_end(reading, sentence, start, cue)
        if start < stop and start < len(tokens):
            last = tokens[stop - 1].stop
            if stop == len(tokens):
                last = reading.extend_over_marks(tokens[start].start, last)
            right = (tokens[start].start, reading.before_speech(tokens[start].start, last))
    if left is not None and right is None:
        left = (_back_to_marks(reading, left[0]), left[1])
    pieces = reading.pieces(*(b for b in (left, right) if b is not None))
    if not pieces or sum(map(len, pieces)) < 3:
        return
    kind = reading.kind_of(pieces)
    direct = len(pieces) == 1 and reading.wholly_quoted(pieces[0])
    if direct and reading.is_utterance(direct):
        kind = QuoteKind.DIRECT
        pieces = direct.pieces
    yield FoundQuote(
        kind=kind,
        spans=pieces,
        cue=cue.found(),
        source=source,
        rule=rule,
    )


def _back_to_marks(reading: Reading, start: int) -> int:
    """The opening mark of a quotation in whose middle the sentence begins."""
    quoted = reading.quoted_at(start)
    return quoted.start if quoted is not None and len(quoted.pieces) == 1 else start
