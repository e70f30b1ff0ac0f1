"""Names in their own script, in brackets behind the Russian ones: «Аль-Айн (Al Ain)».

In flow names of the whole article; out flow the same, with what such brackets hold named as what
stands before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.entities.names import Name, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["add_originals"]

_LATIN = regex.compile(r"[\p{Latin}\p{M}\p{P}\d]+")
_CLOSING = "»”“\"'"
_ENDS = {")", ",", ";"}
_LONGEST = 10


def add_originals(names: Sequence[Name]) -> list[Name]:
    """Name what brackets hold in Latin letters right behind a name, by the type of that name.

    Args:
        names: Names in text order, those inside others behind these.

    Returns:
        Names in the same order.

    Example:
        «[Ван Цзюнь]PER ([Wang Jun]PER)», «[Королевский колледж]ORG ([King’s College]ORG, [KC]ORG)».
    """
    found = [original for name in names if not name.inside for original in _originals(name)]
    if not found:
        return list(names)
    taken = {(n.sentence.index, i) for n in found for i in range(n.first, n.last + 1)}
    kept = [n for n in names if not any((n.sentence.index, t.index) in taken for t in n.tokens)]
    return sorted([*kept, *found], key=lambda n: (n.start, n.inside, -n.stop))


def _originals(name: Name) -> Iterator[Name]:
    """The names that brackets right behind a name hold, parted by commas."""
    tokens = name.sentence.tokens
    at = name.last + 1
    if at < len(tokens) and tokens[at].text in _CLOSING:
        at += 1
    if at >= len(tokens) or tokens[at].text != "(":
        return
    first = at + 1
    for i in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[i]
        if token.text in _ENDS:
            if i > first and len(tokens[first].text) > 1 and tokens[first].text[:1].isupper():
                yield name_of(name.type, name.sentence, first, i - 1)
            if token.text == ")":
                return
            first = i + 1
        elif not _LATIN.fullmatch(token.text):
            return
