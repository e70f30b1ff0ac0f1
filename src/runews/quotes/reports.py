"""The clause of a report that is set off by commas: where it begins and ends, what it is put into.

In flow a cue; out flow token indices. Punctuation decides, agreement tells appositions from
content.
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
    PREDICATIVE,
    STOPS,
    THAT,
)
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.positions import is_dash, is_free

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.reading import Reading

__all__ = [
    "COORDINATORS",
    "RELATIVES",
    "clause_start",
    "how_of",
    "is_closing_report",
    "report_end",
    "report_lead",
    "tells_when",
]

_PREDICATES = PREDICATIVE | {"Part"}
_COMPLEMENTISERS = THAT | {"будто"}
_JOINS = STOPS | {","}

COORDINATORS = {"и", "а", "но", "да", "однако", "зато", "или"}
_CLAUSE_OPENERS = COORDINATORS | {
    "хотя", "причем", "поэтому", "поскольку", "так", "тогда", "если", "потому", "ибо", "что",
    "чтобы",
}  # fmt: skip
RELATIVES = ("котор", "где", "когда", "чей", "чья", "чьи")
_LONGEST_LEAD = 10


def report_lead(reading: Reading, cue: CueMatch) -> int | None:
    """Where the report clause of an inverted cue begins: «…, [также сообщил министр]».

    Args:
        reading: The article.
        cue: A finite or impersonal cue.

    Returns:
        Index of the clause's first token, just after a comma or dash; ``None`` where the cue does
        not open a clause of its own.
    """
    tokens = cue.sentence.tokens
    for i in range(cue.first - 1, max(cue.first - 1 - _LONGEST_LEAD, -1), -1):
        token = tokens[i]
        if (token.text == "," or is_dash(token)) and is_free(reading, cue.sentence, i):
            return i + 1
        if token.verb_form in _PREDICATES or token.pos in CLAUSE_EDGES:
            return i + 1 if token.lower == "как" else None
        if token.lower == "как":
            return i
        if token.lower.startswith(RELATIVES) or token.lower in ("что", "кто"):
            # «завод, о котором писала газета, …», «все, что сказал министр, …»
            return None
        if token.case == "Nom" and token.pos in NOMINAL:
            return None
    return None


def report_end(
    reading: Reading,
    sentence: ParsedSentence,
    start: int,
    source: Token | None,
    *,
    opens: bool = False,
) -> int:
    """Where a report clause ends: at the comma or dash after which the content goes on.

    Args:
        reading: The article.
        sentence: The sentence.
        start: Index of the first token after cue and source.
        source: The head of the source, with which an apposition or a participle agrees.
        opens: Whether the report stands at the head of the sentence, so that content must follow.

    Returns:
        Index of the closing comma or dash, or the number of tokens.
    """
    tokens = sentence.tokens
    position = start
    while True:
        boundary = _next_boundary(reading, sentence, position)
        if boundary is None or boundary + 1 == len(tokens):
            return len(tokens)
        if opens and _next_boundary(reading, sentence, boundary + 1) is None:
            return boundary
        if not opens and _opens_complement(tokens, boundary):
            return len(tokens)
        if is_dash(tokens[boundary]) or not _belongs(reading, sentence, boundary, source):
            return boundary
        position = boundary + 1


def _opens_complement(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a gerund's complement begins: «…, сообщили в штабе, уточнив, [что вода спадает]»."""
    return tokens[comma + 1].lower in _COMPLEMENTISERS and any(
        t.verb_form == "Conv" for t in tokens[max(comma - 5, 0) : comma]
    )


def _next_boundary(reading: Reading, sentence: ParsedSentence, start: int) -> int | None:
    for i in range(start, len(sentence.tokens)):
        token = sentence.tokens[i]
        if (token.text in _JOINS or is_dash(token)) and is_free(reading, sentence, i):
            return i
    return None


def _belongs(reading: Reading, sentence: ParsedSentence, comma: int, source: Token | None) -> bool:
    """Whether what follows a comma belongs to the source: apposition, participle, relative."""
    tokens = sentence.tokens
    if tokens[comma].text != ",":
        return False
    after = _next_boundary(reading, sentence, comma + 1)
    segment = tokens[comma + 1 : after if after is not None else len(tokens)]
    if not segment:
        return False
    first = segment[0]
    second = segment[1] if len(segment) > 1 else first
    if first.lower.startswith(RELATIVES) or second.lower.startswith("котор"):
        return True
    if first.verb_form == "Conv" or (second.verb_form == "Conv" and first.pos in PARTICLES):
        return True
    if after is not None and _opens_participle(first, tokens[comma - 1]):
        return True
    if source is None or not _same_case(first, source):
        return False
    same_number = first.number == source.number or "Sing" not in (first.number, source.number)
    if first.verb_form == "Part" and not first.is_short:
        return same_number and (first.gender == source.gender or first.number == "Plur")
    detached = first.pos == "ADJ" and after is not None and not _modifies_inside(segment)
    if detached:
        return same_number
    finite = any(t.is_predicate for t in segment)
    noun = next((t for t in segment if t.pos in NOUNS), None)
    # An apposition has no predicate.
    return not finite and noun is not None and _same_case(noun, source)


def _opens_participle(first: Token, noun: Token) -> bool:
    """Whether a participle goes with the noun before the comma: «авторы статьи, вышедшей …, ».

    A foreign name shows no case: «по данным Bloomberg, ссылающегося на источники, …».
    """
    if first.verb_form != "Part" or first.is_short:
        return False
    if noun.case is None:
        return first.case != "Nom"
    return _same_case(first, noun)


def _same_case(one: Token, other: Token) -> bool:
    """Whether two words agree in case; the tagger mixes up animate Gen and Acc."""
    return one.case is not None and (
        one.case == other.case or {one.case, other.case} == {"Gen", "Acc"}
    )


def _modifies_inside(segment: Sequence[Token]) -> bool:
    """Whether the adjective that opens a segment has its noun there: «новый мост построен».

    Else it is detached and belongs to the source: «источник, близкий к следствию, …».
    """
    first = segment[0]
    return any(
        t.pos in NOUNS and t.case == first.case and t.number == first.number for t in segment[1:]
    )


def clause_start(reading: Reading, sentence: ParsedSentence, before: int) -> int:
    """Where the clause begins into which a report is inserted.

    Args:
        reading: The article.
        sentence: The sentence.
        before: Index of the report's first token.

    Returns:
        Index of the clause's first token: the sentence's, unless a whole clause with a predicate of
        its own stands before a conjunction.
    """
    tokens = sentence.tokens
    for i in range(before - 1, -1, -1):
        token = tokens[i]
        if not is_free(reading, sentence, i):
            continue
        if token.text in STOPS:
            return i + 1
        boundary = token.text == "," or is_dash(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else token
        opens = boundary and following.lower in _CLAUSE_OPENERS
        joins = token.lower in AND_OR_BUT and token.rel == "cc"
        if not (opens or joins):
            if boundary and following.lower.startswith("котор"):
                return i + 1
            continue
        inside = tokens[i + 1 : before]
        if following.lower in THAT and opens:
            return i + 2
        if any(t.is_predicate for t in tokens[:i]) and (
            not any(t.is_predicate for t in inside) or opens
        ):
            if not opens and any(t.pos in NOUNS for t in inside):
                # «Иванов и Петров, по словам …»: the conjunction joins two nouns.
                continue
            return i + 2 if opens and following.lower in COORDINATORS else i + 1
    return 0


def is_closing_report(reading: Reading, cue: CueMatch) -> bool:
    """Whether a cue and its source close the sentence: «…, сообщает "Интерфакс"»."""
    if "вводное" not in cue.governs or cue.form not in (CueForm.FINITE, CueForm.IMPERSONAL):
        return False
    lead = report_lead(reading, cue)
    if lead is None:
        return False
    tokens = cue.sentence.tokens
    if any(t.text == ":" or t.lower in THAT for t in tokens[cue.last + 1 : -1]):
        return False
    return not any(
        t.is_predicate and is_free(reading, cue.sentence, t.index) for t in tokens[cue.last + 1 :]
    ) or any(t.lower.startswith("котор") for t in tokens[cue.last + 1 :])


#: «тогда как США предлагают …», «так как …»: conjunctions of two words.
_COMPOUND = frozenset({"тогда", "время", "перед", "после", "мере", "потому", "точно", "прежде"})
#: «после того, как министр заявил …» tells when, not who says so.
_TEMPORAL = frozenset({"того", "тем", "так", "тому", "тех", "такой"})
#: «между тем», «кроме того», «вместе с тем»
_INTRODUCING = frozenset({"между", "кроме", "с", "вместе", "более"})


def how_of(cue: CueMatch) -> int | None:
    """Index of the «как» that opens a report clause, ``None`` where none does."""
    tokens = cue.sentence.tokens
    for i in range(cue.first - 1, max(cue.first - 12, -1), -1):
        token = tokens[i]
        if token.lower == "как":
            return i
        if token.verb_form in PREDICATIVE or token.text in PAUSES:
            return None
    return None


def tells_when(tokens: Sequence[Token], how: int) -> bool:
    """Whether «как» belongs to «после того, как …» and not to «Между тем, как сообщил …»."""
    if how and tokens[how - 1].lower in _TEMPORAL | _COMPOUND:
        return True
    if how < 2 or tokens[how - 2].lower not in _TEMPORAL:
        return False
    return how < 3 or tokens[how - 3].lower not in _INTRODUCING
