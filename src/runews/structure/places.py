"""Places that datelines name, in normal capitals and full spelling.

In flows a place as a dateline has it, «С.-ПЕТЕРБУРГ»; out flows its usual name, «Санкт-Петербург».
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.lexicons import load_table, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["is_known_place", "normal_place"]


@attrs.frozen
class _Place:
    name: str
    aliases: tuple[str, ...] = attrs.field(converter=word_list)


_WORD = re.compile(r"[^\W\d_]+")
# The little words inside names of places: «Ростов-на-Дону», «Рио-де-Жанейро».
_SMALL = frozenset(("на", "в", "де", "да", "ла", "дель", "ди", "эш", "аш", "эль", "аль", "и"))
_MAX_ABBREVIATION = 3


@cache
def _places() -> Mapping[str, str]:
    rows = load_table("places", _Place)
    return MappingProxyType(
        {_key(spelling): row.name for row in rows for spelling in (row.name, *row.aliases)}
    )


def is_known_place(name: str) -> bool:
    """Whether the lexicon has a place of that name.

    Args:
        name: The name in any capitals.

    Returns:
        ``True`` where it has.
    """
    return _key(name) in _places()


def normal_place(name: str) -> str:
    """The usual spelling of a place's name.

    Args:
        name: The name as a dateline gives it, in the nominative.

    Returns:
        The lexicon's spelling; for a place that it does not have, the name in normal capitals.

    Example:
        >>> normal_place("С.-ПЕТЕРБУРГ"), normal_place("ЧЁРНЫЙ ЯР"), normal_place("УСТЬ-КУТ")
        ('Санкт-Петербург', 'Чёрный Яр', 'Усть-Кут')
    """
    known = _places().get(_key(name))
    if known is not None:
        return known
    # What the lexicon does not know and is as short as «США» is rather an abbreviation.
    if name not in (name.upper(), name.lower()) or len(name) <= _MAX_ABBREVIATION:
        return name
    first = True

    def capitalised(match: re.Match[str]) -> str:
        nonlocal first
        small = not first and match[0].lower() in _SMALL
        first = False
        return match[0].lower() if small else match[0].capitalize()

    return _WORD.sub(capitalised, name)


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())
