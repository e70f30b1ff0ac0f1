"""How sure an attribution is: the construction's share of right answers times the resolution's.

In flow the quote's confidence and the way its speaker was found; out flows a number from 0 to 1.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from runews.attribution.resolution import Resolution, Way

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WEIGHTS", "confidence_of"]

#: The share of right names by the way the speaker was found, rounded, on annotated articles.
WEIGHTS: Mapping[Way | None, float] = MappingProxyType(
    {
        Way.NAMED: 0.97,
        Way.DESCRIBED: 0.93,
        Way.ROLE: 0.9,
        Way.PRONOUN: 0.9,
        Way.ELIDED: 0.8,
        Way.CONTINUED: 0.7,
        None: 0.5,
    }
)


def confidence_of(found: float, resolution: Resolution | None) -> float:
    """The confidence of an attribution.

    Args:
        found: How often the quote's construction is right, 0 to 1.
        resolution: Who speaks, ``None`` where nobody was found.

    Returns:
        A number from 0 to 1, two decimals.

    Example:
        >>> confidence_of(1.0, None)
        0.5
    """
    weight = WEIGHTS[resolution.way if resolution is not None else None]
    return round(min(max(found, 0.0), 1.0) * weight, 2)
