"""Attribution: who speaks, through which cue, in which medium, by way of which outlet.

In flow the quotes, the language models' view, the layout and the entities; out flows one
`Attribution` for each quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.attribution.confidence import confidence_of
from runews.attribution.context import resolve_from_context
from runews.attribution.medium import find_medium
from runews.attribution.resolution import Past, Resolution
from runews.attribution.scene import Scene
from runews.attribution.speakers import resolve_source
from runews.attribution.via import find_via
from runews.models import Attribution, Cue, Speaker

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
    """Name the speaker, the medium and the relaying outlet of every quote.

    Args:
        quotes: Ids and quotes, in text order.
        analysis: The language models' view of the article.
        layout: Its paragraphs and metadata.
        index: Its entities.

    Returns:
        One attribution for each quote, in the same order.
    """
    scene = Scene(analysis, layout, index, tuple(quote for _, quote in quotes))
    past: list[Past] = []
    found: list[Attribution] = []
    for number, (quote_id, quote) in enumerate(quotes):
        resolution = _resolve(quote, scene, past)
        sentence = scene.anchor(quote) or analysis.sentence_at(quote.spans[0].start)
        if resolution is not None and sentence is not None:
            past.append(Past(resolution, sentence.index, number))
        found.append(_attribution(quote_id, quote, resolution, scene))
    return tuple(found)


def _resolve(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    if quote.source is not None:
        return resolve_source(quote.source, scene, past)
    return resolve_from_context(quote, scene, past)


def _attribution(
    quote_id: str, quote: FoundQuote, resolution: Resolution | None, scene: Scene
) -> Attribution:
    medium = find_medium(quote, scene)
    speaker = _speaker(resolution, scene) if resolution is not None else None
    if medium is not None and speaker is not None and medium.name == speaker.name:
        medium = None
    via = find_via(quote, scene, medium)
    if via is not None and speaker is not None and via.name == speaker.name:
        via = None
    cue = None
    if quote.cue is not None:
        cue = Cue(span=quote.cue.span, text=scene.slice(quote.cue.span), lemma=quote.cue.lemma)
    return Attribution(
        quote_id=quote_id,
        cue=cue,
        speaker=speaker,
        medium=medium,
        via=via,
        confidence=confidence_of(quote.confidence, resolution),
    )


def _speaker(resolution: Resolution, scene: Scene) -> Speaker:
    span = resolution.span
    return Speaker(
        span=span,
        text=scene.slice(span) if span is not None else None,
        name=resolution.name,
        entity_id=resolution.entity.id if resolution.entity is not None else None,
    )
