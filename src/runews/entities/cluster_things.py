"""Names of organisations and places to entities: one core and one owner each.

In flow names; out flow clusters with their canonical names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.clusters import Cluster, in_brackets_after, nearest, other_names
from runews.entities.things import Thing, read_thing
from runews.models import EntityType
from runews.structure.places import normal_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.entities.names import Name

__all__ = ["cluster_things"]

#: Longer names of places in capitals are no abbreviations, in letters.
_LONGEST_ABBREVIATION = 4


def cluster_things(names: Sequence[Name]) -> list[Cluster]:
    """Organisations and places by core and complement.

    «МВД» joins the last «МВД Украины», «МВД России» does not.

    Args:
        names: Names of organisations and places in text order.

    Returns:
        Clusters.
    """
    known: dict[object, Thing] = {}
    read = [_read(name, known) for name in names]
    same = _abbreviations(names, read)
    by_core: dict[tuple[EntityType, str, str | None], list[Cluster]] = {}
    clusters: list[Cluster] = []
    # Whole names first: a bare «МВД» before «МВД Украины» means the same.
    for whole in (True, False):
        for name, thing in zip(names, read, strict=True):
            if (thing.place is not None) is not whole:
                continue
            core = same.get((name.type, thing.core), thing.core)
            chosen = nearest(by_core.get((name.type, core, thing.place), ()), name)
            if chosen is None:
                chosen = Cluster(name.type)
                clusters.append(chosen)
                by_core.setdefault((name.type, core, thing.place), []).append(chosen)
                if whole:
                    by_core.setdefault((name.type, core, None), []).append(chosen)
            chosen.add(name)
            chosen.things.append(thing)
    for cluster in clusters:
        _name_thing(cluster)
    return clusters


def _read(name: Name, known: dict[object, Thing]) -> Thing:
    """Read a name; the same words in the same forms are read once."""
    looks = (
        name.type,
        None if name.held is None else name.held - name.first,
        tuple((t.text, t.pos, t.case, t.number) for t in name.tokens),
    )
    if looks not in known:
        known[looks] = read_thing(name)
    return known[looks]


def _abbreviations(
    names: Sequence[Name], read: Sequence[Thing]
) -> dict[tuple[EntityType, str], str]:
    """Cores of abbreviations to the cores of what they stand for.

    «Союз координационных советов (СКС)».
    """
    found: dict[tuple[EntityType, str], str] = {}
    by_initials = {t.initials: t.core for t in read if len(t.initials) > 1}
    previous: tuple[Name, Thing] | None = None
    for name, thing in zip(names, read, strict=True):
        if name.inside:
            continue
        if (
            previous is not None
            and name.type is previous[0].type
            and in_brackets_after(previous[0], name)
        ):
            if name.words[0].text.isascii() or (name.type is EntityType.ORG and thing.acronym):
                found[name.type, thing.core] = previous[1].core
        elif thing.acronym in by_initials:
            found.setdefault((name.type, thing.core), by_initials[thing.acronym])
        previous = (name, thing)
    return found


def _name_thing(cluster: Cluster) -> None:
    best = max(
        cluster.things,
        key=lambda t: (t.usual is not None, len(t.name.split()), t.nominative, -len(t.name)),
    )
    cluster.canonical = best.usual or best.name
    if cluster.type is EntityType.LOC and cluster.canonical.isupper():
        # A dateline's capitals: «КИЕВ, 3 мая … в Киев»; «СССР» stays.
        elsewhere = next((t.name for t in cluster.things if not t.name.isupper()), None)
        if elsewhere is not None and elsewhere.casefold() == cluster.canonical.casefold():
            cluster.canonical = elsewhere
        elif len(cluster.canonical) > _LONGEST_ABBREVIATION:
            cluster.canonical = normal_place(cluster.canonical)
    cluster.aliases = other_names((t.name for t in cluster.things), cluster.canonical)
    cluster.gender, cluster.number = best.gender, best.number
    for thing in cluster.things:
        cluster.kinds |= thing.kinds
