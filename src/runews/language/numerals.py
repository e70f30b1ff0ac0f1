"""Counted nouns in the nominative: «двух верных источников» → «два верных источника».

In flow a counted noun phrase; out flow the forms of its words. In the nominative the numeral
governs its noun: the genitive singular after two, three, four, the genitive plural after the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runews.language.tokens import Token

__all__ = ["counted_forms", "is_one"]

_FEW = frozenset(("два", "три", "четыре", "оба", "полтора"))
_FEW_DIGITS = (2, 3, 4)
_TEENS = range(11, 15)
_BETWEEN = ("ADJ", "DET", "VERB")


def is_one(token: Token) -> bool:
    """Whether a numeral is «один», which agrees with its noun as an adjective does."""
    return token.pos == "NUM" and token.lemma == "один"


def counted_forms(tokens: Sequence[Token], noun: Token) -> Mapping[int, str] | None:
    """The words of a counted phrase as its nominative has them.

    Args:
        tokens: The tokens of the phrase.
        noun: Its head.

    Returns:
        The new forms by index in the sentence, empty where the phrase is in the nominative already;
        ``None`` where no numeral governs the noun.
    """
    numeral = _numeral(tokens, noun)
    if numeral is None:
        return None
    if numeral.case in ("Nom", "Acc") or (numeral.case is None and noun.case == "Nom"):
        return {}
    forms: dict[int, str] = {}
    for token in tokens:
        target: dict[str, str] = {}
        if token is numeral and token.case is not None:
            target = {"Case": "Nom", "Gender": noun.gender or "Masc"}
        elif token is noun:
            target = _governed(numeral)
        elif numeral.index < token.index < noun.index:
            target = {"Case": "Gen", "Number": "Plur"}
        elif token.index < numeral.index and token.pos in _BETWEEN:
            target = {"Case": "Nom", "Number": "Plur"}
        if target:
            form = token.morphology.inflect(token.text, token.pos, token.feats, **target)
            if form is None and token is numeral:
                form = token.morphology.inflect(token.text, token.pos, token.feats, Case="Nom")
            forms[token.index] = form or token.text
    return forms


def _numeral(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The numeral before a noun, with adjectives at most between them."""
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    for token in reversed(tokens):
        if token.index >= noun.index:
            continue
        if token.pos == "NUM":
            return None if is_one(token) else token
        if token.pos not in _BETWEEN:
            return None
    return None


def _governed(numeral: Token) -> dict[str, str]:
    """Case and number of the noun after a numeral in the nominative."""
    few = numeral.lemma in _FEW
    if numeral.text.isdecimal():
        hundredth, last = int(numeral.text[-2:]), int(numeral.text[-1])
        if last == 1 and hundredth not in _TEENS:
            return {"Case": "Nom", "Number": "Sing"}
        few = last in _FEW_DIGITS and hundredth not in _TEENS
    return {"Case": "Gen", "Number": "Sing" if few else "Plur"}
