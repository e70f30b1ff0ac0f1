"""News outlets, agencies and social networks: names, aliases and domains.

In flows a name as a text gives it, or a URL; out flows the `Outlet` of the lexicon, or nothing.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import attrs

from runews.errors import LexiconError
from runews.lexicons import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Outlet", "find_outlet", "outlet_of_url", "outlets"]

_KINDS = ("agency", "newspaper", "magazine", "broadcaster", "portal", "social")


@attrs.frozen
class Outlet:
    """A row of the lexicon: one outlet.

    Args:
        name: The name as one writes it: «Коммерсантъ», Reuters.
        kind: ``agency``, ``newspaper``, ``magazine``, ``broadcaster``, ``portal`` or ``social``.
        aliases: Other spellings.
        domains: Its domains, without ``www.``.
    """

    name: str
    kind: str = attrs.field(validator=attrs.validators.in_(_KINDS))
    aliases: tuple[str, ...] = attrs.field(converter=word_list)
    domains: tuple[str, ...] = attrs.field(converter=word_list)


@attrs.frozen
class _TypeWord:
    word: str
    forms: tuple[str, ...] = attrs.field(converter=word_list)
    example: str


_MARKS = re.compile(r"[«»„“”‟\"'‘’`]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"[\s\u200b\u00ad\ufeff]+")
# The endings of Russian nouns and adjectives, longest first: enough to know a name in another case.
_ENDING = re.compile(
    r"(?:ыми|ими|ого|его|ому|ему|ами|ями|ой|ей|ый|ий|ая|яя|ую|юю|ых|их|ым|им|ах|ях|ам|ям|ом|ем|ов"
    r"|[аяуюеоыиьъй])$"
)
# What a name in another case can be told by: shorter stems are ambiguous.
_MIN_STEM = 3
_CYRILLIC_END = re.compile(r"[а-яіїєґў]$")


def outlets() -> tuple[Outlet, ...]:
    """All outlets of the lexicon, in its order.

    Returns:
        The rows of ``outlets.tsv``.

    Raises:
        LexiconError: The lexicon is malformed.

    Example:
        >>> len(outlets()) >= 150
        True
    """
    return load_table("outlets", Outlet)


def find_outlet(name: str, *, inflected: bool = True) -> Outlet | None:
    """The outlet that a name stands for.

    Letter case, ё/е, quotation marks and the kind of dash do not matter, and words that tell what
    the outlet is may stand before the name. A capitalised name is also found in its case forms.

    Args:
        name: The name as the text gives it.
        inflected: Whether to find a capitalised name in its case forms too.

    Returns:
        The outlet, ``None`` where the lexicon has none of that name.

    Example:
        >>> find_outlet("агентство «Рейтер»").name
        'Reuters'
        >>> find_outlet("Коммерсанту").name, find_outlet("Российской газеты").name
        ('Коммерсантъ', 'Российская газета')
        >>> find_outlet("стол") is None
        True
    """
    key = _key(name)
    if key in _type_words() and name == name.lower() and not _MARKS.search(name):
        # «агентство» is a word; «Агентство» and "агентство" are an outlet's name.
        return None
    exact = _by_key()
    bare = _without_type_words(key)
    for candidate in (key, bare):
        if candidate in exact:
            return exact[candidate]
    if not inflected or name == name.lower():
        return None
    stems = _by_stem()
    return stems.get(_stem(key)) or stems.get(_stem(bare))


def outlet_of_url(url: str) -> Outlet | None:
    """The outlet that a URL belongs to, by its domain or a domain above it.

    Args:
        url: An address, with or without its scheme.

    Returns:
        The outlet, ``None`` where the lexicon knows no such domain.

    Example:
        >>> outlet_of_url("https://www.kommersant.ru/doc/7712345").name
        'Коммерсантъ'
        >>> outlet_of_url("https://crimea.ria.ru/20260131/1.html").name
        'РИА Новости'
    """
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:  # a malformed address, such as an unclosed bracket of IPv6
        return None
    labels = (host or "").rstrip(".").split(".")
    # No domain of an outlet has more labels; a hostile one may have a million.
    for start in range(max(0, len(labels) - 4), len(labels) - 1):
        if found := _by_domain().get(".".join(labels[start:])):
            return found
    return None


def _key(name: str) -> str:
    name = _DASHES.sub("-", _MARKS.sub("", name))
    return _SPACES.sub(" ", name).strip(" ,.").casefold().replace("ё", "е")


@cache
def _type_words() -> frozenset[str]:
    rows = load_table("outlet_words", _TypeWord)
    return frozenset(_key(word) for row in rows for word in (row.word, *row.forms))


def _without_type_words(key: str) -> str:
    words = key.split(" ")
    start = 0
    while start < len(words) - 1 and words[start] in _type_words():
        start += 1
    return " ".join(words[start:])


def _stem(key: str) -> str:
    words = []
    for word in key.split(" "):
        stem = _ENDING.sub("", word)
        words.append(stem if len(stem) >= _MIN_STEM else word)
    return " ".join(words)


@cache
def _by_key() -> Mapping[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            other = found.setdefault(_key(name), outlet)
            if other is not outlet:
                raise LexiconError(
                    f"outlets.tsv: {name!r} stands for both {other.name!r} and {outlet.name!r}"
                )
    return MappingProxyType(found)


@cache
def _by_stem() -> Mapping[str, Outlet]:
    """Outlets with Cyrillic names by the stems of their words; ambiguous stems are left out."""
    found: dict[str, Outlet | None] = {}
    for key, outlet in _by_key().items():
        if len(key) <= _MIN_STEM or not _CYRILLIC_END.search(key):
            continue
        # A name may end in what looks like an ending («Телеграм»), so it is its own stem too.
        for stem in {_stem(key): None, key: None}:
            found[stem] = outlet if found.get(stem, outlet) is outlet else None
    return MappingProxyType({stem: outlet for stem, outlet in found.items() if outlet})


@cache
def _by_domain() -> Mapping[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for domain in outlet.domains:
            other = found.setdefault(domain, outlet)
            if other is not outlet:
                raise LexiconError(
                    f"outlets.tsv: {domain!r} belongs to both {other.name!r} and {outlet.name!r}"
                )
    return MappingProxyType(found)
