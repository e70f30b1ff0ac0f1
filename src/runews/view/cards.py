"""The card of a quote: who says it, by which words, where, through whom, how sure that is.

In flow a `Scene` and a quote; out flows a piece of HTML that the style sheet hides until the quote
is pointed at, tapped or reached with the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.view.escaping import escaped, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.models import Quote
    from runews.view.scene import Scene

__all__ = ["card"]

#: Longer values than this are cut: a card is drawn with every piece of its quote.
_MOST = 120


def card(scene: Scene, quote: Quote, *, first: bool) -> str:
    """The card of a quote.

    Args:
        scene: The article and how it is shown.
        quote: The quote.
        first: Whether the quote has had no card yet; this one bears the identifier then.

    Returns:
        One element of inline HTML without links, since it stands inside the quote.
    """
    words = scene.words
    number = scene.quote_numbers[quote.id]
    rows = "".join(
        f'<span class="rn-row"><span class="rn-key">{label}</span> '
        f'<span class="rn-value">{escaped(shortened(value, _MOST))}</span></span>'
        for label, value in _facts(scene, quote)
    )
    identifier = f' id="{scene.card_id(quote)}"' if first else ""
    return (
        f'<span{identifier} class="rn-card" role="tooltip" lang="{words.language}">'
        f'<span class="rn-kind">{number} · {words.kinds[quote.kind]}</span>{rows}</span>'
    )


def _facts(scene: Scene, quote: Quote) -> Iterator[tuple[str, str]]:
    words = scene.words
    said = scene.attribution(quote)
    yield words.speaker, said.speaker.name if said.speaker else words.no_source
    if said.cue:
        cue, lemma = said.cue.text, said.cue.lemma
        yield words.cue, cue if cue.lower() == lemma.lower() else f"{cue} ({lemma})"
    if said.medium:
        yield words.medium, said.medium.name
    if said.via:
        yield words.via, said.via.name
    yield words.confidence, f"{said.confidence:.0%}"
    if rule := scene.rules.get(quote.id):
        yield words.rule, rule
