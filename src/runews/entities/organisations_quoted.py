"""Organisations that quotation marks show, and outlets whose names hold a place.

In flow repaired names of one sentence; out flow the organisations that such marks make of them, and
those that the recogniser missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.entities.names import Name, name_of
from runews.entities.vocabulary import organisation_stems, organisation_use
from runews.models import EntityType
from runews.structure.outlets import find_outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language.tokens import ParsedSentence, Token

__all__ = ["find_quoted", "retyped", "use_of", "widened"]

_OPENING = "«„“\"'"
_CLOSING = "»”“\"'"
_NAMING = {"NOUN", "PROPN", "ADJ"}
_LONGEST_QUOTED = 8
_LONGEST_CHAIN = 4


def use_of(token: Token) -> str | None:
    """How a word heads an organisation's name.

    Args:
        token: The word.

    Returns:
        ``kind``, ``office``, ``both``, ``form``, ``part``, or ``None`` where it heads none.
    """
    if name_stem(token.text) not in organisation_stems():
        return None
    return organisation_use(token.text if token.text.isupper() else token.lemma)


def find_quoted(sentence: ParsedSentence, taken: Sequence[Name]) -> list[Name]:
    """Organisations that a kind of organisation and quotation marks show.

    «институт «Коллективное действие»».

    Args:
        sentence: A sentence.
        taken: Its names, which are left alone.

    Returns:
        Organisations that no name overlaps.
    """
    found: list[Name] = []
    covered = {i for n in taken for i in range(n.first, n.last + 1)}
    tokens = sentence.tokens
    for opening in range(1, len(tokens)):
        if tokens[opening].text not in _OPENING or opening in covered:
            continue
        if use_of(tokens[opening - 1]) not in ("kind", "both", "form"):
            continue
        closing = _closing(tokens, opening)
        if closing is None or not tokens[opening + 1].text[:1].isupper():
            continue
        if not any(i in covered for i in range(opening - 1, closing + 1)):
            found.append(name_of(EntityType.ORG, sentence, opening - 1, closing))
    return found


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    for i in range(opening + 2, min(opening + _LONGEST_QUOTED + 2, len(tokens))):
        if tokens[i].text in _CLOSING:
            return i
    return None


def retyped(name: Name) -> Name:
    """A person or place in quotation marks after a kind of organisation is one.

    «команда «Феррари»».

    Args:
        name: A repaired name.

    Returns:
        The name, an organisation where the text before it says so.
    """
    if name.type is EntityType.ORG or name.first < 2:
        return name
    tokens = name.sentence.tokens
    quoted = tokens[name.first - 1].text in _OPENING and name.last + 1 < len(tokens)
    if quoted and tokens[name.last + 1].text in _CLOSING and use_of(tokens[name.first - 2]):
        return attrs.evolve(name, type=EntityType.ORG)
    return name


def widened(name: Name) -> Name:
    """The whole of what stands in quotation marks: «Путь Грузии», not «Грузии» alone.

    An outlet that the lexicon knows needs none: Голос Америки.

    Args:
        name: A repaired name.

    Returns:
        The whole, an organisation, where the name was a place inside one; else the name.
    """
    tokens = name.sentence.tokens
    closing = name.last + 1
    if name.type is not EntityType.LOC:
        return name
    if _closes_outlet(name):
        return name_of(EntityType.ORG, name.sentence, name.first - 1, name.last)
    if closing >= len(tokens):
        return name
    if tokens[closing].text not in _CLOSING:
        return name
    at = name.first
    while name.first - at < _LONGEST_CHAIN and at > 0 and tokens[at - 1].pos in _NAMING:
        at -= 1
    if at == name.first or at == 0 or tokens[at - 1].text not in _OPENING:
        return name
    if not tokens[at].text[:1].isupper():
        return name
    return name_of(EntityType.ORG, name.sentence, at, name.last)


def _closes_outlet(name: Name) -> bool:
    """Whether a place is the second word of an outlet's name: «Голос (Америки)»."""
    before = name.sentence.tokens[name.first - 1] if name.first else None
    if before is None or not before.text[:1].isupper() or before.text.isupper():
        return False
    return find_outlet(f"{before.text} {name.tokens[0].text}") is not None
