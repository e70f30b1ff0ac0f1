"""The stage's lexicons behind typed look-ups, each read once per process.

In flow files of `runews.lexicons`; out flow sets and mappings that the other modules ask.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.lexicons import load_table, word_list
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "PersonNoun",
    "known_type",
    "may_be_person_noun",
    "network_stems",
    "organisation_stems",
    "organisation_use",
    "person_noun",
    "social_networks",
]

#: As many letters all case forms of a noun have in common …
_BEGINNING = 3
#: … but for a vowel that comes and goes: «отец», «отца».
_FLEETING = {"оте": "отц"}


@attrs.frozen
class _KnownName:
    name: str
    type: str = attrs.field(validator=attrs.validators.in_(("PER", "ORG", "LOC", "NONE")))
    example: str


@attrs.frozen
class _Network:
    name: str
    example: str


_USES = ("kind", "office", "both", "form", "part")


@attrs.frozen
class _OrganisationWord:
    word: str
    use: str = attrs.field(
        validator=attrs.validators.in_(("kind", "office", "both", "form", "part"))
    )
    example: str


@lru_cache(maxsize=1)
def _organisation_words() -> dict[str, str]:
    return {row.word: row.use for row in load_table("organisation_words", _OrganisationWord)}


@lru_cache(maxsize=1)
def organisation_stems() -> frozenset[str]:
    """Stems of the nouns that head an organisation's name: a cheap first look before the lemma."""
    return frozenset(name_stem(word) for word in _organisation_words())


def organisation_use(word: str) -> str | None:
    """How a noun heads an organisation's name.

    Args:
        word: Its lemma, or a legal form as it stands (``ООО``).

    Returns:
        ``kind``, ``office``, ``both``, ``form``, ``part``, or ``None`` where it heads none.
    """
    words = _organisation_words()
    return words.get(word) or words.get(word.lower())


@attrs.frozen
class PersonNoun:
    """A common noun for a person.

    Args:
        word: The noun.
        kind: ``kin`` and ``person`` name no post; ``post`` does; ``generic`` stands for bearers of
            posts.
        classes: The spheres of life that it belongs to.
    """

    word: str
    kind: str = attrs.field(validator=attrs.validators.in_(("kin", "person", "post", "generic")))
    classes: tuple[str, ...] = attrs.field(converter=word_list)


@lru_cache(maxsize=1)
def _person_nouns() -> dict[str, PersonNoun]:
    return {row.word: row for row in load_table("roles", PersonNoun)}


def person_noun(lemma: str) -> PersonNoun | None:
    """What the lexicon knows of a noun for persons, ``None`` where it knows nothing.

    Args:
        lemma: The noun's lemma.
    """
    return _person_nouns().get(lemma)


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    found = {word[:_BEGINNING] for word in _person_nouns()}
    return frozenset(found | {_FLEETING[b] for b in found if b in _FLEETING})


def may_be_person_noun(word: str) -> bool:
    """Whether a word may be a form of a noun that the lexicon holds: a look without the lemma.

    Args:
        word: The word, lower case, ё written as е.
    """
    return word[:_BEGINNING] in _beginnings()


@lru_cache(maxsize=1)
def _known_names() -> dict[str, str]:
    return {
        " ".join(map(name_stem, row.name.split())): row.type
        for row in load_table("known_names", _KnownName)
    }


def known_type(words: Iterable[str]) -> tuple[bool, EntityType | None]:
    """What a name is known to be.

    Args:
        words: Its words, in any case.

    Returns:
        Whether the lexicon knows it, and its type; ``None`` for what is no entity.
    """
    found = _known_names().get(" ".join(map(name_stem, words)))
    if found is None:
        return False, None
    return True, None if found == "NONE" else EntityType(found)


@lru_cache(maxsize=1)
def social_networks() -> frozenset[str]:
    """Names of social networks and messengers, lower case."""
    return frozenset(row.name.lower() for row in load_table("social_networks", _Network))


@lru_cache(maxsize=1)
def network_stems() -> frozenset[str]:
    """Stems of the networks' names: a cheap first look before the lemma."""
    return frozenset(map(name_stem, social_networks()))
