"""An entity in the making: the names that mean one person, organisation or place.

The clustering modules fill `Cluster` objects with names; roles and references add to them.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runews.entities.names import Name
    from runews.entities.person_names import PersonName
    from runews.entities.role_spans import Role
    from runews.entities.things import Thing
    from runews.models import EntityType

__all__ = ["Cluster", "in_brackets_after", "nearest", "other_names"]

#: As many clusters are compared with a name, so that a list of namesakes costs no square.
MOST_CANDIDATES = 100


@attrs.define(eq=False)
class Cluster:
    """An entity in the making.

    Args:
        type: Person, organisation or location.
        names: Its names.
        persons: For a person, each name as it was read.
        things: For an organisation or place, each name as it was read.
        gender: ``Masc``, ``Fem``, ``Neut`` or ``None``.
        number: ``Sing`` or ``Plur``.
        canonical: Its canonical name.
        aliases: Its other names, nominative.
        roles: Titles and posts of a person.
        kinds: Stems of the common nouns in an organisation's names: what else it may be called.
    """

    type: EntityType
    names: list[Name] = attrs.field(factory=list)
    persons: list[PersonName] = attrs.field(factory=list)
    things: list[Thing] = attrs.field(factory=list)
    gender: str | None = None
    number: str = "Sing"
    canonical: str = ""
    aliases: tuple[str, ...] = ()
    roles: list[Role] = attrs.field(factory=list)
    kinds: set[str] = attrs.field(factory=set)
    _starts: list[int] = attrs.field(factory=list)

    def add(self, name: Name) -> None:
        """Take a name in."""
        self.names.append(name)
        insort(self._starts, name.start)

    def last_start(self, offset: int) -> int | None:
        """Where its last name up to an offset starts, ``None`` where all come later."""
        at = bisect_right(self._starts, offset)
        return self._starts[at - 1] if at else None

    @property
    def first_start(self) -> int:
        """Where its first name starts."""
        return self._starts[0]


def nearest(clusters: Sequence[Cluster], name: Name) -> Cluster | None:
    """The cluster that was named last before a name, else the one named first after it.

    Args:
        clusters: Clusters that the name may belong to.
        name: The name.

    Returns:
        The cluster, ``None`` where there are none.
    """
    clusters = clusters[-MOST_CANDIDATES:]
    before = [(start, c) for c in clusters if (start := c.last_start(name.start)) is not None]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(clusters, key=lambda c: c.first_start, default=None)


def in_brackets_after(first: Name, second: Name) -> bool:
    """Whether a name stands in brackets right behind another: «Европейский союз (ЕС)»."""
    if first.sentence is not second.sentence:
        return False
    gap = first.sentence.tokens[first.last + 1 : second.first]
    return [t.text for t in gap if t.text not in '«»„“"'] == ["("]


def other_names(names: Iterable[str], canonical: str) -> tuple[str, ...]:
    """The names besides the canonical one, each once, letter case and ё aside.

    Args:
        names: Names in the nominative.
        canonical: The canonical one.

    Returns:
        The others, in order.
    """
    seen = {canonical.lower().replace("ё", "е")}
    kept: list[str] = []
    for name in names:
        key = name.lower().replace("ё", "е")
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)
