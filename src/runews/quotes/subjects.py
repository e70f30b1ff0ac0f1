"""The subject of a verb: by the tree where agreement allows it, else by position.

In flow a sentence and a verb; out flows the head of its subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import (
    AND_OR_BUT,
    CONJUNCTIONS,
    MARKS,
    MODIFIERS,
    NOMINAL,
    PAUSES,
    STOPS,
    SUBJECT_CASES,
)
from runews.quotes.phrases import phrase_top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.language import ParsedSentence, Token

__all__ = ["agrees", "subject_of"]

_SHARING_SUBJECT = frozenset({"conj", "xcomp", "advcl"})
_COORDINATORS = AND_OR_BUT | {"однако"}

_MODIFYING = frozenset({"amod", "det"})
_IMPERSONAL = frozenset({"это", "что", "все", "всё"})
_IN_SUBJECTS = NOMINAL | MODIFIERS | {"X", "SYM"}


def subject_of(sentence: ParsedSentence, verb: int, start: int, stop: int) -> int | None:
    """The head of a verb's subject, by the tree where agreement allows it, else by position.

    Args:
        sentence: The sentence.
        verb: Index of the verb.
        start: Index of the first token to consider.
        stop: Index after the last one.

    Returns:
        Index of the subject's head, ``None`` where there is none.
    """
    token = sentence.tokens[verb]
    for child in _subjects(sentence, verb, token):
        if start <= child < stop:
            return child
    if token.rel in _SHARING_SUBJECT:
        if (near := _inverted(sentence, verb, stop)) is not None and token.is_finite:
            return near
        for above in sentence.ancestors(verb):
            if start <= above.index < stop:
                inherited = next(_subjects(sentence, above.index, token), None)
                if inherited is not None and start <= inherited < stop:
                    return inherited
    near_subject = _near_subject(sentence, verb, start, stop)
    return near_subject if near_subject is not None else _shared_subject(sentence, verb, start)


def _subjects(sentence: ParsedSentence, above: int, verb: Token) -> Iterator[int]:
    """Subjects that the tree gives one verb and that another, or the same, can have by its form."""
    for child in sentence.children(above):
        if (
            child.rel.startswith("nsubj")
            and _can_be_subject(sentence, child)
            and (agrees(child, verb) or _is_row(sentence, child) or _is_counted(sentence, child))
        ):
            yield child.index


def _shared_subject(sentence: ParsedSentence, verb: int, start: int) -> int | None:
    """The subject of an earlier verb that a verb after «и», «но» or «а» shares.

    «он не привел, но [уточнил]».
    """
    tokens = sentence.tokens
    i = verb - 1
    if tokens[i].lower not in _COORDINATORS:
        return None
    token = tokens[verb]
    for other in reversed(tokens[start:i]):
        if not other.is_finite or other.number != token.number or other.gender != token.gender:
            continue
        for child in _subjects(sentence, other.index, token):
            return child
    return None


#: Nouns in the singular whose verb may stand in the plural.
_QUANTITIES = frozenset({"большинство", "ряд", "часть", "число", "множество", "половина", "пара"})


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb, by number and gender."""
    if noun.number == "Sing" and verb.number == "Plur":
        # «большинство сообщили»; «Иванов и Петров заявили» is agreed with as a row of two.
        return noun.lemma in _QUANTITIES
    if noun.number == "Plur" and verb.number == "Sing":
        return False
    return not (
        noun.gender
        and verb.gender
        and noun.number == "Sing"
        and noun.gender != verb.gender
        # «министр сказала»: the post is masculine, the minister a woman; names may be
        # tagged wrongly.
        and not (verb.gender == "Fem" and noun.gender == "Masc" and noun.pos == "NOUN")
        and noun.pos != "PROPN"
    )


def _is_row(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a noun is the first of several: «Иванов и Петров»."""
    return any(c.rel == "conj" for c in sentence.children(noun.index))


def _can_be_subject(sentence: ParsedSentence, token: Token) -> bool:
    if token.pos not in _IN_SUBJECTS:
        return False
    # An abbreviation or a word in Latin letters shows no case: the tagger takes «МЧС» in «МЧС
    # сообщило» for a genitive.
    caseless = len(token.text) > 1 and (token.text.isupper() or token.text.isascii())
    return token.case in SUBJECT_CASES or caseless or _is_counted(sentence, token)


def _is_counted(sentence: ParsedSentence, noun: Token) -> bool:
    """Whether a numeral puts a subject in the genitive: «два источника рассказали»."""
    return noun.case == "Gen" and any(
        c.rel.startswith("nummod") for c in sentence.children(noun.index)
    )


def _inverted(sentence: ParsedSentence, verb: int, stop: int) -> int | None:
    """A subject right after its verb: «сообщил в среду министр»."""
    for token in sentence.tokens[verb + 1 : min(stop, verb + 12)]:
        if token.pos == "PUNCT" and token.text not in MARKS:
            return None
        if token.pos == "SCONJ":
            return None
        if _is_nominative(sentence, token) and agrees(token, sentence.tokens[verb]):
            return token.index
    return None


def _is_nominative(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is a noun in the nominative, or a foreign word that shows no case.

    An inanimate noun looks the same in the accusative; a modifier in the nominative tells.
    """
    if token.pos in NOMINAL:
        by_modifier = token.case == "Acc" and any(
            c.case == "Nom" and c.rel in _MODIFYING for c in sentence.children(token.index)
        )
        return (token.case == "Nom" or by_modifier) and token.lower not in _IMPERSONAL
    return token.pos == "X" and token.text[:1].isupper()


def _near_subject(sentence: ParsedSentence, verb: int, start: int, stop: int) -> int | None:
    """The nearest nominative of the verb's own stretch, first behind it, then before."""
    after = _inverted(sentence, verb, stop)
    if after is not None:
        return after
    for i in range(verb - 1, start - 1, -1):
        token = sentence.tokens[i]
        if token.pos in CONJUNCTIONS:
            return None
        if token.text in PAUSES:
            # A subject cut off from its verb by an aside: «Петров, глава штаба, заявил».
            return _before_aside(sentence, i, start, sentence.tokens[verb])
        if _is_nominative(sentence, token) and agrees(token, sentence.tokens[verb]):
            return phrase_top(sentence, i, start)
    return None


def _before_aside(sentence: ParsedSentence, comma: int, start: int, verb: Token) -> int | None:
    for i in range(comma - 1, start - 1, -1):
        if sentence.tokens[i].text == ",":
            for j in range(i - 1, start - 1, -1):
                token = sentence.tokens[j]
                if token.pos == "PUNCT" and token.text not in MARKS:
                    return None
                if _is_nominative(sentence, token) and agrees(token, verb):
                    return phrase_top(sentence, j, start)
            return None
        if sentence.tokens[i].text in STOPS:
            return None
    return None
