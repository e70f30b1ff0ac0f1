"""Noun phrases in the nominative: «специального посланника США» → «специальный посланник США».

In flow the tokens of a phrase with their tree; out flows its text with the head and all that agrees
with it in the nominative, the rest as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.numerals import counted_forms, is_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language.tokens import Token

__all__ = ["nominative", "phrase_head"]

_AGREEING = {"ADJ", "DET", "VERB", "PRON"}
_MODIFYING = {"amod", "det", "acl", "nummod"}
_SAME_THING = {"appos", "flat:name", "flat", "conj", "flat:foreign"}
#: What may stand between the modifiers of one head: «первый и последний», «ныне действующий глава».
_BETWEEN = {"ADV", "CCONJ", "PUNCT", "PART"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"}


def phrase_head(tokens: Sequence[Token]) -> Token | None:
    """The head of a noun phrase: the first nominal whose own head lies outside the phrase.

    Args:
        tokens: The tokens of the phrase, all of one sentence.

    Returns:
        The head; where the tree leaves none, the first noun, then the first word; ``None`` where
        there are no words.
    """
    inside = {t.index for t in tokens}
    words = [t for t in tokens if t.is_word]
    nouns = [t for t in words if t.pos in ("NOUN", "PROPN")]
    # «один из зрителей», «некоторые из них»: the head need not be a noun.
    for token in (*nouns, *words):
        if token.head not in inside and token.pos in _NOMINAL:
            return token
    return next(iter(nouns or words), None)


def nominative(tokens: Sequence[Token]) -> str:
    """The text of a noun phrase with its head in the nominative.

    Args:
        tokens: Neighbouring tokens of one sentence, a noun phrase in any case.

    Returns:
        The phrase, white space folded; number and spelling are kept, and a word that the dictionary
        cannot inflect stays as it is.

    Example:
        >>> from runews.language import default_language
        >>> from runews.models import Span
        >>> from runews.structure import Block
        >>> text = "По словам осведомлённого источника в полиции, он ушёл."
        >>> sentence = default_language().analyze(text, [Block(Span(0, len(text)), 0)]).sentences[0]
        >>> nominative(sentence.tokens[2:6])
        'осведомлённый источник в полиции'
    """
    head = phrase_head(tokens)
    words: list[str] = []
    agreeing = set[int]()
    counted = counted_forms(tokens, head) if head is not None else None
    if counted is None and head is not None and head.case not in (None, "Nom"):
        agreeing = _agreeing(tokens, head)
    previous: Token | None = None
    for token in tokens:
        text = token.text
        if counted is not None:
            text = counted.get(token.index, text)
        elif token.index in agreeing:
            text = _in_nominative(token, head) or text
        if previous is not None and previous.stop < token.start:
            words.append(" ")
        words.append(text)
        previous = token
    return "".join(words)


def _in_nominative(token: Token, head: Token | None) -> str | None:
    """The nominative of one word, ``None`` where the dictionary has none."""
    if token.pos == "NUM" and not is_one(token):
        return token.morphology.inflect(token.text, token.pos, token.feats, Case="Nom")
    number = token.number or "Sing"
    target = {"Case": "Nom", "Number": number}
    gender = token.gender or (head.gender if head is not None else None)
    if token.pos != "NOUN" and number == "Sing" and gender:
        target["Gender"] = gender
    pos = "ADJ" if token.pos == "NUM" else token.pos
    return token.morphology.inflect(token.text, pos, token.feats, **target)


def _agreeing(tokens: Sequence[Token], head: Token) -> set[int]:
    """The head, the modifiers before it, and names in apposition to it, all in its case."""
    found = {head.index}
    before = [t for t in tokens if t.index < head.index]
    for token in reversed(before):
        if _declines_with(token) and (_same_case(token, head) or _modifies(token, head)):
            found.add(token.index)
        elif token.pos not in _BETWEEN:
            break
    for token in tokens:
        if token.index in found or not _same_case(token, head) or token.head not in found:
            continue
        if token.rel in _SAME_THING or (_declines_with(token) and token.rel in _MODIFYING):
            found.add(token.index)
    return found


def _declines_with(token: Token) -> bool:
    """Whether a word agrees with its noun; the tagger may take an adjective for a noun."""
    return token.pos in _AGREEING or token.rel == "amod"


def _same_case(token: Token, head: Token) -> bool:
    if token.case == head.case:
        return True
    # The tagger takes the accusative of what lives for the genitive, and the other way round.
    return {token.case, head.case} == {"Gen", "Acc"} and token.number == head.number


def _modifies(token: Token, head: Token) -> bool:
    return token.head == head.index and token.rel == "amod" and token.number == head.number
