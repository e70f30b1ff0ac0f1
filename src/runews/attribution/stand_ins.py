"""Whom a description can stand for: «градоначальник» for a mayor, «испанец» for a Spanish coach.

In flow the words of ``stand_ins.tsv`` and the role words beside a person's names; out flows how
well the two go together.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.entities.vocabulary import person_noun
from runews.lexicons.loader import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

__all__ = ["Match", "StandIn", "match", "stand_in"]


class Match(IntEnum):
    """How a person's roles go with a description, the better the greater."""

    CONTRADICTS = 0
    OPEN = 1
    SPHERE = 2
    ROLE = 3


@attrs.frozen
class StandIn:
    """A row of ``stand_ins.tsv``.

    Args:
        noun: Dictionary form, with that of its complement where this one changes its meaning.
        gender: ``Masc`` or ``Fem`` for a noun said of one sex only, else empty.
        fit: ``strict`` needs evidence in the person's roles, ``loose`` takes a person whose roles
            tell nothing too, ``any`` takes anybody.
        stems: Beginnings of role words that are evidence; of several in one item each is needed.
        spheres: Classes of ``roles.tsv`` that are evidence.
        example: Two sentences.
    """

    noun: str
    gender: str = attrs.field(validator=attrs.validators.in_(("Masc", "Fem", "")))
    fit: str = attrs.field(validator=attrs.validators.in_(("strict", "loose", "any")))
    stems: tuple[str, ...] = attrs.field(converter=word_list)
    spheres: tuple[str, ...] = attrs.field(converter=word_list)
    example: str


def stand_in(noun: str, complements: Iterable[str] = ()) -> StandIn | None:
    """The row of a description.

    Args:
        noun: The dictionary form of its head.
        complements: Those of the nouns behind it.

    Returns:
        The row of the head with one of the complements, else of the head alone; for a general noun
        of ``roles.tsv`` one made of its classes; ``None`` for other words.

    Example:
        >>> stand_in("глава", ["регион"]).stems[0], stand_in("облако")
        ('губернатор', None)
    """
    rows = _rows()
    for complement in complements:
        if (row := rows.get(f"{noun} {complement}")) is not None:
            return row
    if (row := rows.get(noun)) is not None:
        return row
    known = person_noun(noun)
    if known is not None and known.kind == "generic":
        return StandIn(noun, "", "strict", "", ",".join(known.classes), "")
    return None


def match(row: StandIn, words: AbstractSet[str]) -> Match:
    """How a description goes with the role words of a person.

    Args:
        row: The description.
        words: The dictionary forms that stand by the person's names.

    Returns:
        The verdict.

    Example:
        >>> match(stand_in("градоначальник"), {"глава", "город"}).name
        'ROLE'
        >>> match(stand_in("врач"), {"тренер", "команда"}).name
        'CONTRADICTS'
    """
    if any(_holds(words, stems.split()) for stems in row.stems):
        return Match.ROLE
    classes = {c for word in words for c in _classes(word)}
    if classes.intersection(row.spheres):
        return Match.SPHERE
    if row.fit == "any" or (row.fit == "loose" and not classes):
        return Match.OPEN
    return Match.CONTRADICTS


def _holds(words: AbstractSet[str], stems: Iterable[str]) -> bool:
    return all(any(word.startswith(stem) for word in words) for stem in stems)


def _classes(word: str) -> tuple[str, ...]:
    known = person_noun(word)
    return known.classes if known is not None else ()


@cache
def _rows() -> Mapping[str, StandIn]:
    rows = load_table("stand_ins", StandIn)
    return MappingProxyType({_fold(row.noun): _folded(row) for row in rows})


def _folded(row: StandIn) -> StandIn:
    return attrs.evolve(row, stems=",".join(map(_fold, row.stems)), spheres=",".join(row.spheres))


def _fold(word: str) -> str:
    return word.replace("ё", "е")
