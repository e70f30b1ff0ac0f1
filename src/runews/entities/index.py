"""The article's entities with look-up by place.

The entities stage builds it, attribution reads it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.models import Entity, EntityType, Mention, MentionKind

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
    def _starts(self) -> list[int]:
        return [m.span.start for m, _ in self.mentions]

    @cached_property
    def _longest(self) -> int:
        return max((len(m.span) for m, _ in self.mentions), default=0)

    def mentions_in(self, span: Span) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions that overlap a span, in text order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.stop)
        return tuple((m, e) for m, e in self.mentions[first:last] if m.span.overlaps(span))

    def at(self, span: Span) -> Entity | None:
        """The entity that a span refers to.

        A mention of exactly this span comes first; else a name before a role before a pronoun, a
        person's name before another («глава МИД РФ Сергей Лавров»), and the longer before the
        shorter.

        Args:
            span: A mention, part of one, or a phrase around one.

        Returns:
            The entity, ``None`` where no mention overlaps the span.
        """
        found = max(
            self.mentions_in(span),
            key=lambda pair: (
                pair[0].span == span,
                _PREFERENCE[pair[0].kind],
                pair[1].type is EntityType.PER and pair[0].kind is MentionKind.NAME,
                len(pair[0].span),
            ),
            default=None,
        )
        return found[1] if found else None
