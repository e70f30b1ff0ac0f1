"""Where content ends inside a sentence: at a closing report, or where the narrator goes on.

In flow a cue and the start of its content; out flow token indices. The parser often errs in long
news sentences, so each cut is made at a comma or a conjunction, and an arc only chooses among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import (
    AND_OR_BUT,
    CLAUSE_EDGES,
    NOMINAL,
    NOUNS,
    PARTICLES,
    PAUSES,
    STOPS,
    THAT,
)
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.positions import is_free, same_shape
from runews.quotes.reports import (
    COORDINATORS,
    RELATIVES,
    clause_start,
    is_closing_report,
    report_lead,
)
from runews.quotes.resumption import matrix_resumes

if TYPE_CHECKING:
    from runews.language import ParsedSentence
    from runews.quotes.reading import Reading

__all__ = ["complement_end", "coverage_end"]

_ALSO = frozenset({"также", "при", "и"})
_INDEPENDENT = frozenset({"conj", "parataxis", "root"})
_OPENING = PARTICLES | {"CCONJ"}
_SUBORDINATE_EDGES = frozenset({"SCONJ", "PUNCT"})

#: How a sentence sets two parties against each other.
_ONE_HALF = frozenset({"одни", "один", "одна", "часть", "некоторые"})
_OTHER_HALF = frozenset({"другие", "другой", "другая", "иные", "третьи", "остальные"})


def complement_end(reading: Reading, cue: CueMatch, start: int) -> int:
    """Where a complement clause ends.

    Args:
        reading: The article.
        cue: The cue that governs it.
        start: Index of its first token after the conjunction.

    Returns:
        Index after its last token.
    """
    sentence = cue.sentence
    end = coverage_end(reading, sentence, start, cue)
    resumed = matrix_resumes(reading, cue, start, end)
    return min(end, len(sentence.tokens)) if resumed is None else resumed


def coverage_end(
    reading: Reading, sentence: ParsedSentence, start: int, cue: CueMatch | None
) -> int:
    """Where content is cut off: at a closing report, or where the narrator takes up a second cue.

    Args:
        reading: The article.
        sentence: The sentence.
        start: Index of the content's first token.
        cue: The cue of the content.

    Returns:
        Index after its last token.
    """
    tokens = sentence.tokens
    end = len(tokens)
    for other in reading.cues(sentence):
        if other.first <= start:
            continue
        if not is_free(reading, sentence, other.index) or not other.reports:
            continue
        cut = _cut_before(reading, sentence, start, cue, other)
        if cut is not None and start < cut < end:
            end = cut
    end = _before_reference(sentence, start, end)
    if cue is not None and cue.is_verbal:
        end = min(
            end,
            _after_closing_comma(reading, sentence, start, cue, end),
            _at_contrast(reading, sentence, start, cue, end),
            _at_counterpart(reading, sentence, start, cue, end),
        )
    return end


def _before_reference(sentence: ParsedSentence, start: int, end: int) -> int:
    """Where «…, со ссылкой на Reuters» ends content."""
    tokens = sentence.tokens
    for i in range(start + 1, end - 2):
        if (
            tokens[i].text == ","
            and tokens[i + 1].lower == "со"
            and tokens[i + 2].lemma == "ссылка"
        ):
            return i
    return end


def _cut_before(
    reading: Reading,
    sentence: ParsedSentence,
    start: int,
    cue: CueMatch | None,
    other: CueMatch,
) -> int | None:
    """Where a later cue ends the content, ``None`` where it belongs to it."""
    tokens = sentence.tokens
    if is_closing_report(reading, other):
        lead = report_lead(reading, other)
        if not lead:
            return None
        own = clause_start(reading, sentence, lead)
        # What stands behind a colon or semicolon is the closing report's own content.
        return own - 1 if own > start and tokens[own - 1].text in STOPS else lead - 1
    if cue is None or not cue.is_verbal:
        return None
    if other.form is CueForm.GERUND and "что" in other.governs:
        before = other.first - 1
        if before > start and tokens[before].lower in _ALSO:
            before -= 1
        if tokens[before].text == "," or tokens[before].lower == "и":
            return before
        return None
    if not other.is_verbal:
        return None
    if _is_coordinated(cue, other):
        return _conjunction_before(sentence, start, other)
    return _splice_before(reading, sentence, start, other)


def _splice_before(
    reading: Reading, sentence: ParsedSentence, start: int, other: CueMatch
) -> int | None:
    """The comma that alone sets off a second report.

    «пожаловался, что …, [министр ответил], что …».
    """
    tokens = sentence.tokens
    if "что" not in {t.lower for t in tokens[other.last + 1 : other.last + 8]}:
        return None
    for i in range(other.first - 1, start, -1):
        token = tokens[i]
        if token.text == "," and is_free(reading, sentence, i):
            subordinate = any(t.lower.startswith(RELATIVES) for t in tokens[start : i + 2])
            named = any(t.case == "Nom" and t.pos in NOUNS for t in tokens[i + 1 :])
            return i if named and not subordinate else None
        if token.verb_form or token.pos in CLAUSE_EDGES:
            return None
    return None


def _is_coordinated(cue: CueMatch, other: CueMatch) -> bool:
    """Whether a later cue is coordinated with an earlier one rather than inside its complement."""
    token = other.token
    if token.head == cue.index and token.rel in _INDEPENDENT:
        return True
    before = other.sentence.tokens[max(other.first - 4, 0) : other.first]
    joined = any(t.lower in AND_OR_BUT for t in before)
    own = any(t.case == "Nom" and t.pos in NOMINAL for t in before)
    if same_shape(token, cue.token) and joined and not own:
        following = other.sentence.tokens[other.last + 1 : other.last + 8]
        return any(t.lower in THAT for t in following)
    return False


def _conjunction_before(sentence: ParsedSentence, start: int, other: CueMatch) -> int | None:
    """The conjunction or comma that joins a coordinated clause to what stands before it."""
    tokens = sentence.tokens
    for i in range(other.first - 1, start, -1):
        token = tokens[i]
        if token.lower in COORDINATORS and token.pos in _OPENING:
            return i - 1 if tokens[i - 1].text == "," else i
        if token.text == ",":
            return i
    return None


def _after_closing_comma(
    reading: Reading, sentence: ParsedSentence, start: int, cue: CueMatch, end: int
) -> int:
    """Where «, и» with a verb that has no subject of its own goes back to the cue's subject.

    A comma before «и» closes the complement, since predicates of one subject are joined without
    one: «утверждают, что он ехал к границе, и объясняют его гибель …».
    """
    tokens = sentence.tokens
    for i in range(start + 2, end - 1):
        if tokens[i].text != "," or tokens[i + 1].lower != "и" or not is_free(reading, sentence, i):
            continue
        for token in tokens[i + 2 : min(i + 6, end)]:
            if token.case == "Nom" or token.pos in _SUBORDINATE_EDGES:
                break
            if token.is_finite:
                previous = next((t for t in reversed(tokens[start:i]) if t.is_finite), None)
                if same_shape(token, cue.token) and not (previous and same_shape(token, previous)):
                    return i
                break
    return end


def _at_contrast(
    reading: Reading, sentence: ParsedSentence, start: int, cue: CueMatch, end: int
) -> int:
    """Where «, а» sets another subject against the cue's, which the complement leaves out.

    «Пресс-секретарь заявил, что не станет это комментировать, а блогеры назвали фильм "ужасным"».
    """
    tokens = sentence.tokens
    for i in range(start + 1, end - 2):
        token = tokens[i]
        if token.case == "Nom" and token.pos in NOMINAL:
            return end
        if token.is_finite and token.number != cue.token.number:
            # The complement has another subject, though not in the nominative: «людей хватает».
            return end
        if token.text == "," and tokens[i + 1].lower == "а" and is_free(reading, sentence, i):
            rest = tokens[i + 2 : end]
            subject = next((t for t in rest if t.case == "Nom"), None)
            verb = next((t for t in rest if t.is_finite), None)
            if subject and verb and subject.index < verb.index:
                return i
            return end
    return end


def _at_counterpart(
    reading: Reading, sentence: ParsedSentence, start: int, cue: CueMatch, end: int
) -> int:
    """Where the other half of «одни …, другие …» begins: «одни уверены, что …, другие ждут …»."""
    tokens = sentence.tokens
    if not any(t.lower in _ONE_HALF for t in tokens[: cue.first]):
        return end
    for i in range(start + 1, end - 2):
        if tokens[i].text in PAUSES and is_free(reading, sentence, i):
            after = i + 2 if tokens[i + 1].lower in COORDINATORS else i + 1
            if tokens[after].lower in _OTHER_HALF:
                return i
    return end
