"""Entities.

From raw names to persons, organisations and places with all their mentions, names and roles.
"""

from __future__ import annotations

from runews.entities.index import EntityIndex, Traits
from runews.entities.resolve import resolve_entities

__all__ = ["EntityIndex", "Traits", "resolve_entities"]
