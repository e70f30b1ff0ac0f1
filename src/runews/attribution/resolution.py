"""What is known of a speaker once resolved: the name, the entity, the way that led to it.

The resolvers of `speakers` and `context` build these; `attribute` makes `Speaker` objects of them.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from runews.entities import Traits

if TYPE_CHECKING:
    from runews.models import Entity, Span

__all__ = ["Past", "Resolution", "Way"]


class Way(str, Enum):
    """How a speaker was found; `confidence` weighs them."""

    NAMED = "named"
    ROLE = "role"
    PRONOUN = "pronoun"
    DESCRIBED = "described"
    ELIDED = "elided"
    CONTINUED = "continued"


@attrs.frozen
class Resolution:
    """A speaker's identity.

    Args:
        name: The name through the article, or a description in the nominative.
        entity: The entity, ``None`` for an unnamed source.
        way: How it was found.
        traits: Gender and number as far as known.
        span: The mention, ``None`` where only the context tells.
        animate: Whether it is a person, or people.
    """

    name: str
    entity: Entity | None
    way: Way
    traits: Traits = attrs.field(factory=Traits)
    span: Span | None = None
    animate: bool = False


@attrs.frozen
class Past:
    """A speaker of an earlier quote.

    Args:
        resolution: Who it was.
        sentence: Index of the sentence that reported the quote.
        quote: Index of the quote.
    """

    resolution: Resolution
    sentence: int
    quote: int
