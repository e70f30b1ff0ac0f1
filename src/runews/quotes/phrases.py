"""The bounds of noun phrases: what belongs to a head, by the tree and by punctuation.

In flow a sentence and an index; out flow ranges of tokens and spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import (
    CLAUSE_EDGES,
    CLOSING_MARKS,
    MARKS,
    MODIFIERS,
    NOMINAL,
    NOUNS,
    OPENING_MARKS,
    PARTICLES,
    VERBAL,
)
from runews.models import Span

if TYPE_CHECKING:
    from runews.language import ParsedSentence, Token

__all__ = [
    "antecedent",
    "noun_phrase",
    "oblique_phrase",
    "phrase_top",
    "preposition_of",
    "span_of",
]

_NOT_LAST = frozenset({"PUNCT", "CCONJ", "ADP"})
_NOT_FIRST = PARTICLES | {"PUNCT", "CCONJ", "ADP"}
_JOINTS = CLAUSE_EDGES | {"ADP"}
_COMMON = frozenset({"NOUN", "ADJ", "DET"})
_DECLINED = NOUNS | {"ADJ", "DET"}
_TRANSPARENT = MODIFIERS | {"PUNCT"}
_NOT_AT_START = frozenset("»”),.")
_BRACKETS = frozenset("()")
_OPENS = frozenset("«„(")
_CLOSES = frozenset("»”)")
_MAY_END = CLOSING_MARKS | _CLOSES
#: Marks that open and close alike.
_EITHER = frozenset('"“')
_SAME_THING = ("appos", "flat", "nmod")
_ENDS = frozenset({"SCONJ", "ADV"})


def noun_phrase(sentence: ParsedSentence, head: int, stop: int | None = None) -> tuple[int, int]:
    """The bounds of the noun phrase round a head, within the nearest commas.

    Args:
        sentence: The sentence.
        head: Index of the phrase's head.
        stop: Index at which the phrase ends at the latest.

    Returns:
        Index of its first token and index after its last one.
    """
    tokens = sentence.tokens
    stop = len(tokens) if stop is None else stop
    members = set(sentence.subtree(head))
    first = head
    while first > 0 and _extends_left(tokens[first - 1], first - 1 in members, tokens[head]):
        first -= 1
    last = head + 1
    while last < stop and _extends_right(sentence, last, members, head):
        last += 1
    while (
        last > head + 1
        and tokens[last - 1].pos in _NOT_LAST
        and tokens[last - 1].text not in _MAY_END
    ):
        last -= 1
    while first < head and tokens[first].pos in _NOT_FIRST:
        if tokens[first].text in MARKS:
            break
        first += 1
    return first, last


def _extends_left(token: Token, member: bool, head: Token) -> bool:
    if token.text in MARKS:
        return member
    if token.pos in _JOINTS or token.verb_form in VERBAL:
        return False
    return member


def _extends_right(sentence: ParsedSentence, i: int, members: set[int], head: int) -> bool:
    token = sentence.tokens[i]
    before = sentence.tokens[i - 1]
    if sentence.tokens[head].pos == "PRON":
        return False
    if token.text in MARKS or token.text in _BRACKETS or _inside_name(sentence, i):
        return True
    if before.text in MARKS and token.pos != "PUNCT":
        return i in members or before.text in OPENING_MARKS
    if token.pos == "PUNCT" or token.verb_form in VERBAL or token.pos == "SCONJ":
        return False
    if _is_addressee(sentence, i, head):
        return False
    return i in members or (token.pos == "PROPN" and before.pos == "PROPN")


def _is_addressee(sentence: ParsedSentence, i: int, head: int) -> bool:
    """Whether a noun is whom the head tells it: «рассказала учительница [газете «Заря»]»."""
    token = sentence.tokens[i]
    dative = token.pos in _COMMON and token.case == "Dat" and token.text.islower()
    return dative and sentence.tokens[head].case == "Nom" and preposition_of(sentence, i) is None


def _inside_name(sentence: ParsedSentence, i: int) -> bool:
    """Whether a full stop, or what follows it, belongs to a name: «59.RU», «П. Щукин»."""
    tokens = sentence.tokens
    at = i if tokens[i].text == "." else i - 1
    if at < 1 or at + 1 >= len(tokens) or tokens[at].text != ".":
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    initial = len(before.text) == 1 and after.text[:1].isupper()
    return before.stop == tokens[at].start and (initial or tokens[at].stop == after.start)


def span_of(sentence: ParsedSentence, bounds: tuple[int, int]) -> Span:
    """The span of a range of tokens, unbalanced quotation marks at its edges left out."""
    tokens = sentence.tokens[bounds[0] : bounds[1]]
    while len(tokens) > 1 and tokens[0].text in _NOT_AT_START:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in _OPENS:
        tokens = tokens[:-1]
    marks = sum(t.text == '"' for t in tokens)
    if marks % 2 and len(tokens) > 1:
        if tokens[0].text == '"':
            tokens = tokens[1:]
        elif tokens[-1].text == '"':
            tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].stop)


def oblique_phrase(sentence: ParsedSentence, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase that begins at a token, up to a comma or a word that ends it.

    Args:
        sentence: The sentence.
        start: Index of its first token.
        stop: Index at which it ends at the latest.

    Returns:
        Index of its first token and index after its last one.
    """
    tokens = sentence.tokens
    depth = 0
    end = start
    for token in tokens[start:stop]:
        if token.text in _OPENS:
            depth += 1
        elif token.text in _CLOSES:
            depth -= 1
        elif token.text in _EITHER:
            depth = 1 - depth
        elif (
            depth <= 0
            and not _inside_name(sentence, token.index)
            and (
                (token.pos == "PUNCT" and token.text != "-")
                or token.verb_form in VERBAL
                or token.pos in _ENDS
                or (token.pos == "PRON" and end > start)
            )
        ):
            break
        elif (
            depth <= 0
            and end > start
            and token.case == "Nom"
            and token.pos in _DECLINED
            and not token.rel.startswith(_SAME_THING)
            and tokens[token.index - 1].pos != "ADP"
        ):
            # No comma after the source: «По сведениям изданий Кинчев находится в больнице».
            break
        end = token.index + 1
    return start, max(end, start + 1)


def antecedent(sentence: ParsedSentence, relative: int) -> int:
    """The noun that a relative pronoun stands for: «свидетель, который утверждает».

    Args:
        sentence: The sentence.
        relative: Index of the pronoun.

    Returns:
        Index of the nearest noun before the clause that agrees; the pronoun's own where none does.
    """
    pronoun = sentence.tokens[relative]
    for i in range(relative - 1, -1, -1):
        token = sentence.tokens[i]
        if token.pos in NOUNS:
            if pronoun.number == "Sing" and token.gender not in (pronoun.gender, None):
                continue
            return phrase_top(sentence, i, 0)
    return relative


def phrase_top(sentence: ParsedSentence, i: int, start: int) -> int:
    """Climb from a name in apposition to the head of its phrase.

    «глава МИД Лавров» from Лавров to глава.
    """
    token = sentence.tokens[i]
    for above in sentence.ancestors(i):
        if (
            above.index < start
            or above.pos not in NOMINAL
            or not token.rel.startswith(_SAME_THING)
            or _in_own_marks(sentence, above.index, token.index)
        ):
            break
        if above.case == "Nom" or token.rel.startswith("flat"):
            token = above
        else:
            break
    return token.index


def _in_own_marks(sentence: ParsedSentence, name: int, after: int) -> bool:
    """Whether marks shut a name off from what follows: «для журнала [«Порт»] Седов пишет»."""
    before = sentence.tokens[name - 1].text if name else ""
    return before in OPENING_MARKS and any(
        t.text in CLOSING_MARKS for t in sentence.tokens[name + 1 : after]
    )


def preposition_of(sentence: ParsedSentence, head: int) -> str | None:
    """The preposition of a noun phrase, folded.

    Args:
        sentence: The sentence.
        head: Index of the phrase's head.

    Returns:
        The preposition, ``None`` where there is none.
    """
    for child in sentence.children(head):
        if child.rel == "case" and child.index < head:
            return child.lower
    for i in range(head - 1, max(head - 5, -1), -1):
        token = sentence.tokens[i]
        if token.pos == "ADP":
            return token.lower
        if token.pos not in _TRANSPARENT:
            return None
    return None
