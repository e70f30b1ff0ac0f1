"""Attribution: who speaks, through which cue, in which medium, by way of which outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import Attribution, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.entities import EntityIndex
    from runews.language import Analysis
    from runews.quotes import FoundQuote
    from runews.structure import Layout

__all__ = ["attribute"]


def attribute(
    quotes: Sequence[tuple[str, FoundQuote]],
    analysis: Analysis,
    layout: Layout,
    index: EntityIndex,
) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            quote_id=i,
            cue=Cue(
                span=q.cue.span,
                text=analysis.text[q.cue.span.start : q.cue.span.stop],
                lemma=q.cue.lemma,
            )
            if q.cue
            else None,
            confidence=q.confidence,
        )
        for i, q in quotes
    )
