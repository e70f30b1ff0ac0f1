"""The stage at a glance.

Raw names → repaired names → clusters → roles and references → `EntityIndex`.

In flow the language models' view and the layout; out flows the index that attribution reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.cluster_persons import cluster_persons
from runews.entities.cluster_things import cluster_things
from runews.entities.geography import mend_places
from runews.entities.index import EntityIndex, Traits
from runews.entities.non_names import drop_common_words
from runews.entities.organisations import grow_organisations
from runews.entities.originals import add_originals
from runews.entities.references import find_references
from runews.entities.repair import raw_names, repair
from runews.entities.roles import add_roles_of_references, find_roles
from runews.entities.spread import mend_types, spread
from runews.models import Entity, EntityType, Mention, MentionKind, ParagraphKind, Span

if TYPE_CHECKING:
    from runews.entities.clusters import Cluster
    from runews.entities.names import Name
    from runews.language import Analysis
    from runews.structure import Layout

__all__ = ["resolve_entities"]


def resolve_entities(analysis: Analysis, layout: Layout) -> EntityIndex:
    """Find the article's persons, organisations and places with all that refers to them.

    Args:
        analysis: The language models' view.
        layout: Its paragraphs; names in a disclaimer are no part of the story.

    Returns:
        The entities in order of their first mention, with look-up by place.
    """
    names = drop_common_words(repair(raw_names(analysis)), analysis)
    names = mend_places(spread(mend_types(names), analysis), analysis)
    names = add_originals(grow_organisations([n for n in names if _in_story(n, layout)]))
    clusters = _clusters(names, analysis)
    find_roles(clusters)
    references: dict[int, list[tuple[Span, MentionKind]]] = {}
    found_references = list(find_references(clusters, analysis))
    add_roles_of_references(found_references)
    for found in found_references:
        if found.kind is None:
            continue
        references.setdefault(id(found.cluster), []).append((found.span, found.kind))
    return _index(clusters, references, analysis.text)


def _clusters(names: list[Name], analysis: Analysis) -> list[Cluster]:
    """All clusters, in order of their first name; of two that begin together the longer first."""
    persons = [n for n in names if n.type is EntityType.PER]
    things = [n for n in names if n.type is not EntityType.PER]
    clusters = cluster_persons(persons, analysis.morphology) + cluster_things(things)
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.start)
    return sorted(clusters, key=lambda c: (c.names[0].start, -c.names[0].stop))


def _in_story(name: Name, layout: Layout) -> bool:
    number = name.sentence.paragraph
    return layout.paragraphs[number].kind is not ParagraphKind.DISCLAIMER


def _index(
    clusters: list[Cluster],
    references: dict[int, list[tuple[Span, MentionKind]]],
    text: str,
) -> EntityIndex:
    entities: list[Entity] = []
    traits: dict[str, Traits] = {}
    for number, cluster in enumerate(clusters, 1):
        found = [(n.span, MentionKind.NAME) for n in cluster.names]
        found += references.get(id(cluster), [])
        found.sort(key=lambda pair: (pair[0].start, pair[0].stop))
        entity = Entity(
            id=f"e{number}",
            type=cluster.type,
            name=cluster.canonical,
            mentions=tuple(
                Mention(span=span, text=text[span.start : span.stop], kind=kind)
                for span, kind in found
            ),
            roles=tuple(dict.fromkeys(role.text for role in cluster.roles)),
            aliases=cluster.aliases,
        )
        entities.append(entity)
        traits[entity.id] = Traits(gender=cluster.gender, number=cluster.number)
    return EntityIndex(entities=tuple(entities), traits=traits)
