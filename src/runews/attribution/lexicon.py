"""The word lists of attribution: media, relaying verbs, nouns of time, nouns that head a source.

In flow the package's TSV files; out flow look-ups by dictionary form (lower case, ё written as е),
read once per process.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.lexicons.loader import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ImpersonalCue",
    "MediumNoun",
    "RelayVerb",
    "is_impersonal",
    "medium_noun",
    "relay_verb",
]


@attrs.frozen
class MediumNoun:
    """A row of ``media.tsv``.

    Args:
        noun: Dictionary form.
        prepositions: What brings it in: «в», «на», «в ходе» …
        needs: Adjectives of which one must stand before the noun; empty where none is needed.
        kind: ``network``, ``page``, ``message``, ``talk``, ``air`` or ``event``.
        example: A sentence.
    """

    noun: str
    prepositions: tuple[str, ...] = attrs.field(converter=word_list)
    needs: tuple[str, ...] = attrs.field(converter=word_list)
    kind: str = attrs.field(
        validator=attrs.validators.in_(("network", "page", "message", "talk", "air", "event"))
    )
    example: str

    @prepositions.validator
    def _check_prepositions(self, _: object, value: tuple[str, ...]) -> None:
        if not value:
            raise ValueError(f"{self.noun!r} has no preposition")


@attrs.frozen
class RelayVerb:
    """A row of ``relay_verbs.tsv``.

    Args:
        lemma: Dictionary form.
        whose: ``media`` where only media pass words on by it, ``any`` where others do too.
        object: Nouns of which one must be its object; empty where none is needed.
        example: A sentence.
    """

    lemma: str
    whose: str = attrs.field(validator=attrs.validators.in_(("media", "any")))
    object: tuple[str, ...] = attrs.field(converter=word_list)
    example: str


@attrs.frozen
class ImpersonalCue:
    """A row of ``impersonal_cues.tsv``.

    Args:
        lemma: Dictionary form.
        example: A sentence.
    """

    lemma: str
    example: str


def medium_noun(lemma: str) -> MediumNoun | None:
    """The row of a medium's noun; a compound is found by its last part too.

    Args:
        lemma: Dictionary form.

    Returns:
        The row, ``None`` for a noun that is no medium.

    Example:
        >>> medium_noun("видеоканал") is None, medium_noun("онлайн-брифинг").noun
        (True, 'брифинг')
    """
    return _media().get(lemma) or _media().get(lemma.rpartition("-")[2])


def relay_verb(lemma: str) -> RelayVerb | None:
    """The row of a verb by which outlets pass words on, ``None`` for other verbs.

    Args:
        lemma: Dictionary form.

    Returns:
        The row.
    """
    return _relays().get(lemma)


def is_impersonal(lemma: str) -> bool:
    """Whether a reflexive reports without a speaker: «сообщается», unlike «признаётся».

    Args:
        lemma: Dictionary form.

    Returns:
        ``True`` for the verbs of ``impersonal_cues.tsv``.
    """
    return lemma in _impersonals()


def _fold(word: str) -> str:
    return word.replace("ё", "е")


@cache
def _media() -> Mapping[str, MediumNoun]:
    return MappingProxyType({_fold(row.noun): row for row in load_table("media", MediumNoun)})


@cache
def _relays() -> Mapping[str, RelayVerb]:
    return MappingProxyType({_fold(row.lemma): row for row in load_table("relay_verbs", RelayVerb)})


@cache
def _impersonals() -> frozenset[str]:
    return frozenset(_fold(row.lemma) for row in load_table("impersonal_cues", ImpersonalCue))
