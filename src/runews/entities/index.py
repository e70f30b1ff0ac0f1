"""The article's entities with look-up by place; the entities stage builds it, attribution reads it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.models import Entity, Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runews.models import Span

__all__ = ["EntityIndex", "Traits"]

_PREFERENCE = {MentionKind.NAME: 2, MentionKind.ROLE: 1, MentionKind.PRONOUN: 0}


@attrs.frozen
class Traits:
    """What agreement can tell about an entity.

    Args:
        gender: ``Masc``, ``Fem``, ``Neut`` or ``None`` where nothing tells.
        number: ``Sing`` or ``Plur``.
    """

    gender: str | None = None
    number: str = "Sing"


@attrs.frozen(eq=False)
class EntityIndex:
    """Entities and where they are mentioned.

    Args:
        entities: In order of their first mention.
        traits: Gender and number by entity id.
    """

    entities: tuple[Entity, ...]
    traits: Mapping[str, Traits] = attrs.field(factory=dict)

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, Entity], ...]:
        """Every mention with its entity, in text order."""
        return tuple(
            sorted(
                ((m, e) for e in self.entities for m in e.mentions),
                key=lambda pair: (pair[0].span.start, pair[0].span.stop),
            )
        )

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {e.id: e for e in self.entities}

    def get(self, entity_id: str) -> Entity:
        """The entity of an id."""
        return self._by_id[entity_id]

    def mentions_in(self, span: Span) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions that overlap a span, in text order."""
        return tuple((m, e) for m, e in self.mentions if m.span.overlaps(span))

    def at(self, span: Span) -> Entity | None:
        """The entity that a mention at a span refers to: a name before a role before a pronoun, then the longest."""
        found = max(
            self.mentions_in(span),
            key=lambda pair: (_PREFERENCE[pair[0].kind], len(pair[0].span)),
            default=None,
        )
        return found[1] if found else None
