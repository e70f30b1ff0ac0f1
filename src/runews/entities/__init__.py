"""Entities: from raw names to persons, organisations and places with all their mentions, names and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.index import EntityIndex

if TYPE_CHECKING:
    from runews.language import Analysis
    from runews.structure import Layout

__all__ = ["EntityIndex", "resolve_entities"]


def resolve_entities(analysis: Analysis, layout: Layout) -> EntityIndex:
    return EntityIndex(entities=())
