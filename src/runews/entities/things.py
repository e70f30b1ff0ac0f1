"""Names of organisations and places read.

The nominative, and keys by which two of them are the same.

In flow one name; out flows a `Thing`. Keys are made of stems, so that they hold for every case
without a dictionary.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.entities.vocabulary import organisation_stems, organisation_use
from runews.language.inflect import nominative, phrase_head
from runews.lexicons import load_table
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.entities.names import Name
    from runews.language.tokens import Token

__all__ = ["Thing", "read_thing"]

_REPUBLIC = name_stem("Республика") + " "
_MINISTRIES = {name_stem(w) for w in ("МИД", "МВД", "МЧС", "министерство", "Пентагон", "Госдеп")}
_OFFICES = {
    name_stem(w)
    for w in (
        "ФСБ",
        "ФАС",
        "служба",
        "управление",
        "агентство",
        "комитет",
        "прокуратура",
        "Генпрокуратура",
        "СБУ",
    )
}
_QUOTES = "«»„“”\"'"


@attrs.frozen
class _Alias:
    alias: str
    canonical: str


@attrs.frozen
class Thing:
    """The name of an organisation or a place.

    Args:
        name: In the nominative, without a descriptor and outer quotation marks.
        core: Key of the proper name.
        place: Key of the complement that tells whose it is («Украины» in «МВД Украины»), ``None``
            without one.
        initials: First letters of its words, to tie an abbreviation to it.
        acronym: The abbreviation that it is, empty where it is none.
        usual: The name that such a place usually goes by, where the lexicon gives one.
        gender: Gender of its head.
        number: ``Sing`` or ``Plur``.
        kinds: Stems of the nouns that say what kind of organisation it is.
        nominative: Whether it stands in the nominative in the text.
    """

    name: str
    core: str
    place: str | None
    initials: str
    acronym: str
    usual: str | None
    gender: str | None
    number: str
    nominative: bool
    kinds: frozenset[str]


@lru_cache(maxsize=1)
def _aliases() -> dict[str, tuple[str, str]]:
    rows = load_table("name_aliases", _Alias)
    return {_key(row.alias.split()): (_key(row.canonical.split()), row.canonical) for row in rows}


def _key(words: Sequence[str]) -> str:
    return " ".join(name_stem(word.strip(_QUOTES)) for word in words)


def read_thing(name: Name) -> Thing:
    """Read the name of an organisation or a place.

    Args:
        name: The name.

    Returns:
        What it is called and its keys.
    """
    tokens, complement = _parts(name)
    tokens = _without_descriptor(tokens)
    words = [t for t in tokens if t.is_word]
    text = _guessed(name) or nominative((*tokens, *complement))
    # «Китай», «Китая», «Китае»: one stem for all only in the nominative.
    core = _key(text.split() if name.type is EntityType.LOC else [t.text for t in words])
    alias = _aliases().get(core)
    if (
        alias is None
        and name.type is EntityType.LOC
        and core.startswith(_REPUBLIC)
        and len(words) > 1
    ):
        core = core.removeprefix(_REPUBLIC)
    place = _key([t.text for t in complement if t.is_word]) if complement else None
    if place is not None:
        place = _aliases().get(place, (place, ""))[0]
    head = phrase_head(words)
    return Thing(
        name=_unquoted(text),
        core=alias[0] if alias else core,
        place=place,
        initials="".join(t.text[0] for t in words if len(t.text) > 3).lower()
        if len(words) > 1
        else "",
        acronym=words[0].text.lower() if len(words) == 1 and words[0].text.isupper() else "",
        usual=alias[1] if alias and name.type is EntityType.LOC else None,
        gender=head.gender if head else None,
        number=(head.number if head else None) or "Sing",
        kinds=_kinds(name),
        nominative=head is not None and head.case == "Nom",
    )


def _guessed(name: Name) -> str | None:
    """The nominative of a place that no dictionary holds: «Вельгу» → «Вельга».

    ``None`` where the word may stand in the nominative. The tagger tells a case by the ending of
    such words, but takes some accusatives for nominatives, which no feminine in -у is.
    """
    word = name.tokens[0]
    if name.type is not EntityType.LOC or len(name.tokens) > 1 or not word.text[1:].islower():
        return None
    lemma = word.lemma
    feminine = lemma.endswith(("а", "я")) and word.lower.endswith(("у", "ю"))
    if word.case in (None, "Nom") and not feminine:
        return None
    if word.number == "Plur" or any(f.known for f in word.morphology.forms(word.text)):
        return None
    # A lemma has no ё: what the word and its lemma share stays as the text spells it.
    pairs = zip(word.lower.replace("ё", "е"), lemma, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return word.text[:shared] + lemma[shared:]


def _parts(name: Name) -> tuple[Sequence[Token], Sequence[Token]]:
    """The proper name and the complement that tells whose it is."""
    if name.type is not EntityType.ORG or name.held is None:
        return name.tokens, ()
    at = name.held - name.first
    return name.tokens[:at], name.tokens[at:]


def _kinds(name: Name) -> frozenset[str]:
    """«газета» of «газета «Ведомости»», «министерство» and «ведомство» of «МИД»."""
    if name.type is not EntityType.ORG:
        return frozenset()
    stems = [name_stem(t.text) for t in name.words]
    found = {stem for stem in stems if stem in organisation_stems()}
    found.update(also for stem in stems for also in _also_called(stem))
    return frozenset(found)


def _also_called(stem: str) -> tuple[str, ...]:
    """What an office may be called besides its own kind."""
    if stem.startswith("мин") or stem in _MINISTRIES:
        return (name_stem("министерство"), name_stem("ведомство"))
    return (name_stem("ведомство"),) if stem in _OFFICES else ()


def _without_descriptor(tokens: Sequence[Token]) -> Sequence[Token]:
    """«телеканала Al Libya» → «Al Libya»; a legal form stays."""
    first = tokens[0]
    if len(tokens) > 1 and name_stem(first.text) in organisation_stems():
        use = organisation_use(first.lemma)
        proper = tokens[1].text[:1].isupper() or tokens[1].text in _QUOTES
        if use == "kind" and proper and tokens[1].pos != "ADJ":
            return tokens[1:]
    return tokens


def _unquoted(text: str) -> str:
    if len(text) > 2 and text[0] in '«„“"' and text[-1] in '»“”"' and text.count(text[-1]) <= 2:
        return text[1:-1]
    return text
