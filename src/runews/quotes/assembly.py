"""From found quotes to `Quote` objects: ids in text order, text without marks, nesting.

In flow the found quotes and the text; out flow the quotes, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import Quote
from runews.quotes.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.models import Span
    from runews.quotes.found import FoundQuote

__all__ = ["assemble"]

_PAIRS = {"«": "»", "„": "“”", "“": "”", '"': '"', "‹": "›"}


def assemble(found: Sequence[FoundQuote], text: str) -> tuple[Quote, ...]:
    """Number the quotes and tell which is nested in which.

    Args:
        found: Quotes in text order, an outer one before those nested in it.
        text: The article's text.

    Returns:
        A `Quote` for each, in the same order.
    """
    quotes: list[Quote] = []
    around: list[tuple[FoundQuote, str]] = []
    for number, quote in enumerate(found, 1):
        around = [(q, i) for q, i in around if q.spans[-1].stop > quote.spans[0].start]
        parent = next((i for q, i in reversed(around) if _holds(q.spans, quote.spans)), None)
        quotes.append(
            Quote(
                id=f"q{number}",
                kind=quote.kind,
                spans=quote.spans,
                text=content(quote.spans, text),
                parent_id=parent,
            )
        )
        around.append((quote, f"q{number}"))
    return tuple(quotes)


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return outer != inner and all(any(piece in o for o in outer) for piece in inner)


def content(spans: Sequence[Span], text: str) -> str:
    """The words of a quote: its pieces joined by a space, without the marks that enclose them.

    Args:
        spans: The pieces, in order.
        text: The article's text.

    Returns:
        The words, white space inside a piece as it stands.

    Example:
        >>> from runews.models import Span
        >>> content([Span(0, 5), Span(22, 25)], "«Идем, – сказал он. – Да»")
        'Идем Да'
    """
    pieces = [_unmarked(text[s.start : s.stop]) for s in spans]
    if len(pieces) > 1:
        # The marks of a split quotation stand at its outer ends.
        if pieces[0][:1] in _PAIRS and _lonely(pieces[0]):
            pieces[0] = pieces[0][1:]
        if pieces[-1][-1:] in MARKS and _lonely(pieces[-1]):
            pieces[-1] = pieces[-1][:-1]
    elif pieces[0][:1] in _PAIRS and _lonely(pieces[0]):
        pieces[0] = pieces[0][1:]
    return " ".join(piece.strip() for piece in pieces if piece.strip())


def _unmarked(piece: str) -> str:
    """A piece without its own pair of enclosing marks."""
    closing = _PAIRS.get(piece[:1])
    if closing is None or len(piece) < 3 or piece[-1] not in closing:
        return piece
    opening = piece[0]
    inner = piece[1:-1]
    if opening == '"':
        return inner if inner.count('"') % 2 == 0 else piece
    depth = 0
    for letter in inner:
        depth += (letter == opening) - (letter in closing)
        if depth < 0:
            # «А» и «Б»: the first and the last mark are not a pair.
            return piece
    return inner


def _lonely(piece: str) -> bool:
    """Whether a piece has one mark without its partner."""
    straight = piece.count('"')
    return (
        bool(straight % 2)
        or piece.count("«") != piece.count("»")
        or (piece.count("„") + piece.count("“") + piece.count("”")) % 2 == 1
    )
