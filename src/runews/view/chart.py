"""The bar chart of speakers: how many quotes each has, and what share of the words quoted.

In flows a `Scene`; out flows a table whose bars are inline SVG, so that no style attribute and no
script is needed and every figure can be read as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.view.tables import speaker_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.models import Article, Speaker
    from runews.view.scene import Scene

__all__ = ["Share", "chart_html", "shares"]

#: So many speakers get a bar of their own; the others share the last one.
_MOST_BARS = 12


@attrs.frozen
class Share:
    """What one speaker has said.

    Args:
        speaker: The speaker as first named; ``None`` stands for quotes without one.
        quotes: How many quotes are theirs.
        words: How many words these have. Those of a quote inside another count for both.
    """

    speaker: Speaker | None
    quotes: int
    words: int


def shares(article: Article) -> list[Share]:
    """How much each speaker has said.

    Args:
        article: The article.

    Returns:
        The speakers, who has most quotes first, then who has most words.

    Example:
        >>> import runews
        >>> article = runews.parse_article("По словам врача, угрозы нет. Он сказал, что рад.")
        >>> [(s.speaker.name, s.quotes, s.words) for s in shares(article)]
        [('врач', 2, 3)]
    """
    said = {a.quote_id: a.speaker for a in article.attributions}
    found: dict[object, Share] = {}
    for quote in article.quotes:
        speaker = said.get(quote.id)
        key = (speaker.entity_id or speaker.name) if speaker else None
        before = found.get(key, Share(speaker, 0, 0))
        words = before.words + len(quote.text.split())
        found[key] = Share(before.speaker, before.quotes + 1, words)
    return sorted(found.values(), key=lambda share: (-share.quotes, -share.words))


def chart_html(scene: Scene) -> Iterator[str]:
    """The chart.

    Args:
        scene: The article and how it is shown.

    Yields:
        Pieces of HTML; nothing where nobody is quoted.
    """
    words, found = scene.words, shares(scene.article)
    if not found:
        return
    most = max(share.quotes for share in found)
    total = sum(share.words for share in found) or 1
    yield '<table class="rn-chart"><thead><tr>'
    yield f'<th scope="col">{words.speaker}</th><th scope="col">{words.quotes}</th>'
    yield f'<th scope="col">{words.share}</th></tr></thead><tbody>'
    for share in found[:_MOST_BARS]:
        yield _bar(speaker_html(scene, share.speaker), share, most, total)
    if rest := found[_MOST_BARS:]:
        others = Share(None, sum(s.quotes for s in rest), sum(s.words for s in rest))
        label = f'<i class="rn-nobody">{words.others} ({len(rest)})</i>'
        yield _bar(label, others, max(most, others.quotes), total)
    yield "</tbody></table>"


def _bar(label: str, share: Share, most: int, total: int) -> str:
    return (
        f'<tr><th scope="row">{label}</th>'
        f"<td>{_svg(share.quotes / most)}{share.quotes}</td>"
        f"<td>{_svg(share.words / total)}{share.words / total:.0%}</td></tr>"
    )


def _svg(part: float) -> str:
    return (
        '<svg class="rn-bar" aria-hidden="true" width="100" height="8">'
        '<rect class="rn-rail" width="100%" height="8" rx="2"/>'
        f'<rect class="rn-fill" width="{part:.1%}" height="8" rx="2"/></svg>'
    )
