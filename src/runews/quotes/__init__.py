"""Quotes: what is reported, in whose words, by what cue, and where the text names the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.quotes.found import FoundCue, FoundQuote

if TYPE_CHECKING:
    from runews.language import Analysis
    from runews.structure import Layout

__all__ = ["FoundCue", "FoundQuote", "find_quotes"]


def find_quotes(analysis: Analysis, layout: Layout) -> tuple[FoundQuote, ...]:
    return ()
