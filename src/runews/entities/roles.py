"""Titles and posts of persons: «специальный посланник президента США Стив Уиткофф».

In flow clusters with their names; every person's cluster gets its roles, in the nominative, in text
order. Each construction is one function in `CONSTRUCTIONS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.role_nouns import is_feminine, is_post
from runews.entities.role_spans import Role, singular_role
from runews.entities.roles_after import after_name
from runews.entities.roles_before import before_name
from runews.entities.roles_of_lists import before_list
from runews.entities.roles_posts import (
    coordinated,
    holding_post,
    post_of_predicate,
    post_of_subject,
)
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from runews.entities.clusters import Cluster
    from runews.entities.names import Name
    from runews.entities.references import Reference

__all__ = ["CONSTRUCTIONS", "add_roles_of_references", "find_roles"]

#: How the text gives a role, in the order of trying. Each takes a name, the indices of the tokens
#: in its sentence that belong to persons' names, and the person's gender.
CONSTRUCTIONS: tuple[Callable[[Name, set[int], str | None], Iterator[Role]], ...] = (
    before_name,
    before_list,
    after_name,
    holding_post,
)


def find_roles(clusters: Iterable[Cluster]) -> None:
    """Give every person its roles.

    Args:
        clusters: The article's entities; those of persons get their `roles` filled.
    """
    clusters = list(clusters)
    taken: dict[int, set[int]] = {}
    for cluster in clusters:
        for name in cluster.names:
            if name.type is EntityType.PER:
                taken.setdefault(name.sentence.index, set()).update(
                    range(name.first, name.last + 1)
                )
    for cluster in clusters:
        if cluster.type is not EntityType.PER:
            continue
        for name in cluster.names:
            persons = taken[name.sentence.index]
            for construction in CONSTRUCTIONS:
                found = construction(name, persons, cluster.gender)
                cluster.roles.extend(r for r in found if _gender_fits(r, cluster))


def add_roles_of_references(references: Iterable[Reference]) -> None:
    """Roles that role nouns and pronouns add.

    «политик» for whoever it stands for, «Он работал адвокатом», «Стал мэром».

    Args:
        references: Resolved references in text order; the roles of their persons grow.
    """
    for reference in references:
        cluster = reference.cluster
        if cluster.type is not EntityType.PER:
            continue
        token, sentence = reference.token, reference.sentence
        if reference.kind is MentionKind.PRONOUN:
            found = post_of_subject(sentence, token, set())
            cluster.roles.extend(r for r in found if _gender_fits(r, cluster))
        elif reference.kind is None:
            found = post_of_predicate(sentence, token)
            cluster.roles.extend(r for r in found if _gender_fits(r, cluster))
        else:
            for noun in (token, *coordinated(token, sentence)):
                if is_post(noun) and noun.lemma not in {r.head.lemma for r in cluster.roles}:
                    role = singular_role(sentence, noun.index, noun.index, ())
                    if _gender_fits(role, cluster):
                        cluster.roles.append(role)


def _gender_fits(role: Role, cluster: Cluster) -> bool:
    """«спутница» is no man's role; «министр» and «глава» may be a woman's."""
    return cluster.gender != "Masc" or not is_feminine(role.head)
