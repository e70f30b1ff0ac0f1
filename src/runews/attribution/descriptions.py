"""Unnamed sources as descriptions in the nominative: «источник в полиции», «некоторые издания».

In flow the tokens of a noun phrase; out flows its text, clipped to what tells who it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language import nominative
from runews.language.classes import CLAUSE_EDGES, PARTICLES, PAUSES
from runews.language.inflect import phrase_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import Token

__all__ = ["describe"]

_FUNCTION_WORDS = CLAUSE_EDGES | PARTICLES | {"ADP"}
_DEMONSTRATIVES = frozenset(("этот", "тот", "такой", "сей", "данный", "сам", "самый", "весь"))
_POSSESSIVES = frozenset(("его", "ее", "их", "свой", "мой", "твой", "наш", "ваш"))
_OF_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn"))
_OPENING_MARKS = frozenset('«"„“(')
_CLOSING_MARKS = frozenset('»"”)')


def describe(tokens: Sequence[Token]) -> str | None:
    """The description of a source.

    Args:
        tokens: The tokens of its noun phrase, neighbours of one sentence, in any case.

    Returns:
        The phrase in the nominative without relative clauses, leading demonstratives and
        possessives; ``None`` where no word is left.

    Example:
        >>> from runews.language import default_language
        >>> from runews.models import Span
        >>> from runews.structure import Block
        >>> text = "По словам этих источников в полиции, которые просили их не называть, он ушёл."
        >>> sentence = default_language().analyze(text, [Block(Span(0, len(text)), 0)]).sentences[0]
        >>> describe(sentence.tokens[2:11])
        'источники в полиции'
    """
    words = _without_opening(_clipped(tokens))
    if not any(t.is_word for t in words):
        return None
    text = nominative(words)
    return _lower_start(text, words)


def _clipped(tokens: Sequence[Token]) -> Sequence[Token]:
    """Up to the comma that opens a clause or an aside; an enumeration goes on."""
    depth = 0
    for n, token in enumerate(tokens):
        if token.text in _OPENING_MARKS and depth == 0:
            depth = 1
        elif token.text in _CLOSING_MARKS:
            depth = 0
        elif token.text in PAUSES and depth == 0 and n and not _enumerates(tokens, n):
            return tokens[:n]
    return tokens


def _enumerates(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma only enumerates: «врачи, медсёстры и водители»."""
    if comma + 1 >= len(tokens):
        return False
    following = tokens[comma + 1]
    head = phrase_head(tokens[:comma])
    return following.rel in ("conj", "amod") and head is not None and following.case == head.case


def _without_opening(tokens: Sequence[Token]) -> Sequence[Token]:
    start = 0
    while start < len(tokens):
        token = tokens[start]
        dropped = (token.pos in _FUNCTION_WORDS and token.text not in _OPENING_MARKS) or (
            token.lemma in _DEMONSTRATIVES or token.lower in _POSSESSIVES
        )
        if not dropped or start == len(tokens) - 1:
            break
        start += 1
    return tokens[start:]


def _lower_start(text: str, words: Sequence[Token]) -> str:
    """The capital of a sentence's beginning is not the description's own."""
    first = words[0]
    opens = first.index == 0 or first.text[:1].isupper()
    common = first.pos not in ("PROPN", "X") or (first.index == 0 and _is_common_noun(first))
    return text[:1].lower() + text[1:] if opens and common and text[1:2].islower() else text


def _is_common_noun(word: Token) -> bool:
    """Whether the dictionary takes a word for a common noun, where the tagger saw the capital."""
    forms = word.morphology.forms(word.text)
    return sum(f.score for f in forms if f.known and not f.grammemes & _OF_NAMES) > 0.5
