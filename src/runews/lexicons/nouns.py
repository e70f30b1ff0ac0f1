"""Nouns that several rooms ask about: those that tell when, those that head a source.

In flow the package's TSV files; out flow look-ups by dictionary form (lower case, ё written as е),
read once per process.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.lexicons.loader import load_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ListedWord", "SourceNoun", "TimeNoun", "listed_words", "source_class", "tells_time"]

SOURCE_KINDS = (
    "outlet", "document", "anonymous", "service", "relation", "person", "office",
    "institution", "area",
)  # fmt: skip


@attrs.frozen
class ListedWord:
    """A row of a file that only lists words: ``named_things.tsv``, ``no_sources.tsv``.

    Args:
        lemma: Dictionary form.
        example: A phrase that shows it.
    """

    lemma: str
    example: str


@attrs.frozen
class TimeNoun:
    """A row of ``time_nouns.tsv``.

    Args:
        noun: Dictionary form.
        example: A sentence.
    """

    noun: str
    example: str


@attrs.frozen
class SourceNoun:
    """A row of ``source_nouns.tsv``.

    Args:
        noun: Dictionary form.
        kind: ``outlet``, ``document``, ``anonymous``, ``service``, ``relation``, ``person``,
            ``office``, ``institution`` or ``area``; see the file's head.
        example: A sentence.
    """

    noun: str
    kind: str = attrs.field(validator=attrs.validators.in_(SOURCE_KINDS))
    example: str


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of a file that only lists them.

    Args:
        name: File name without ``.tsv``.

    Returns:
        Their dictionary forms.
    """
    return frozenset(_fold(row.lemma) for row in load_table(name, ListedWord))


def tells_time(lemma: str) -> bool:
    """Whether a noun after «в» tells when: «в понедельник», «в 2015 году».

    Args:
        lemma: Dictionary form.

    Returns:
        ``True`` for days, months, parts of the day and the like.
    """
    return lemma in _times()


def source_class(lemma: str) -> str | None:
    """The class of a noun at the head of a source.

    Args:
        lemma: Dictionary form.

    Returns:
        see `SourceNoun`; ``None`` for other nouns.
    """
    return _sources().get(lemma)


@cache
def _times() -> frozenset[str]:
    return frozenset(_fold(row.noun) for row in load_table("time_nouns", TimeNoun))


@cache
def _sources() -> Mapping[str, str]:
    return MappingProxyType(
        {_fold(row.noun): row.kind for row in load_table("source_nouns", SourceNoun)}
    )


def _fold(word: str) -> str:
    return word.replace("ё", "е")
