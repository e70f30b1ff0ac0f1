"""Quotation marks: which opening one belongs to which closing one, also unbalanced ones.

In flow the text and the spans of its paragraphs; out flow `Quoted` stretches. The straight mark
``"`` opens and closes alike, so the characters around it decide; a missing mark is made up for at
the end of a sentence or paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import regex

from runews.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["MARKS", "Quoted", "find_quoted"]

MARKS = '"«»„“”‟‹›'
_MARK = regex.compile(f"[{MARKS}]")
_OPENERS = "«„‹‟"
_CLOSERS = "»”›"
#: Which marks a closing one can close.
_PARTNERS = {
    '"': '"', "»": "«", "›": "‹", "”": "“„", "“": "„“", "‟": "„“",
    "«": "", "„": "", "‹": "",
}  # fmt: skip
_BEFORE_OPENING = " \t\u00a0\u2009\u202f([{-–—/:'" + "\n"
_NOT_BEFORE_CLOSING = " \t\u00a0\u2009\u202f([{" + "\n"
_NOT_AFTER_OPENING = " \t\u00a0\u2009\u202f,.;:!?)]}" + "\n"
#: How far a quotation that is left open may run on, in paragraphs.
LONGEST_RUN = 8
#: Deeper nesting than this is noise; the marks beyond it are passed over.
DEEPEST = 4


@attrs.frozen
class Quoted:
    """A stretch between two quotation marks that belong together.

    Args:
        pieces: Its spans, marks included, one for each paragraph that it runs over.
        depth: 0 for an outermost one, 1 for one inside it, and so on.
        closed: Whether its closing mark stands in the text.
    """

    pieces: tuple[Span, ...]
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        """Offset of its opening mark."""
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        """Offset after its closing mark."""
        return self.pieces[-1].stop


@attrs.define
class _Paragraph:
    """The marks of one paragraph, paired as far as it alone allows."""

    span: Span
    pairs: list[tuple[int, int]] = attrs.field(factory=list)
    left_open: list[int] = attrs.field(factory=list)
    left_closed: list[int] = attrs.field(factory=list)


def find_quoted(text: str, paragraphs: Sequence[Span]) -> tuple[Quoted, ...]:
    """Pair the quotation marks of a text.

    Args:
        text: The article's text.
        paragraphs: The spans of its paragraphs, in order.

    Returns:
        The quoted stretches, in order of their opening marks, the outer before the inner.

    Example:
        >>> text = 'Он сказал: "Партия "Яблоко" против".'
        >>> [text[q.start:q.stop] for q in find_quoted(text, [Span(0, len(text))])]
        ['"Партия "Яблоко" против"', '"Яблоко"']
    """
    scanned = [_pair(text, span) for span in paragraphs]
    found: list[tuple[tuple[Span, ...], bool]] = []
    used: set[int] = set()
    for number, paragraph in enumerate(scanned):
        for start, stop in paragraph.pairs:
            found.append(((Span(start, stop),), True))
        for position in paragraph.left_open[:1]:
            found.append(_run_on(text, scanned, number, position, used))
        for position in paragraph.left_closed[:1]:
            if position not in used and number and _ends_quoted(text, scanned[number - 1]):
                found.append(((Span(paragraph.span.start, position + 1),), True))
    return _nest(found)


def _pair(text: str, span: Span) -> _Paragraph:
    """Pair the marks of a paragraph with a stack."""
    paragraph = _Paragraph(span)
    stack: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, span.start, span.stop):
        position = match.start()
        if _opens(text, position, span, stack):
            if len(stack) < DEEPEST:
                stack.append((position, match[0]))
            continue
        partners = _PARTNERS[match[0]]
        at = next((i for i in reversed(range(len(stack))) if stack[i][1] in partners), None)
        if at is None:
            at = len(stack) - 1
        if at < 0:
            paragraph.left_closed.append(position)
            continue
        paragraph.pairs.append((stack[at][0], position + 1))
        # What was opened inside and never closed shares the closing mark.
        del stack[at:]
    paragraph.left_open = [position for position, _ in stack]
    _share_closing(text, paragraph)
    return paragraph


def _opens(text: str, position: int, span: Span, stack: list[tuple[int, str]]) -> bool:
    mark = text[position]
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:
        return False
    if mark == "“" and stack and text[stack[-1][0]] == "„":
        return False
    before = text[position - 1] if position > span.start else " "
    after = text[position + 1] if position + 1 < span.stop else " "
    may_open = before in _BEFORE_OPENING or before in _OPENERS or before == '"'
    may_open = may_open and after not in _NOT_AFTER_OPENING
    may_close = before not in _NOT_BEFORE_CLOSING
    if may_open and may_close and before in "-–—/:'":
        # «лидера-"единоросса"»: a mark after a hyphen opens unless only a closing one makes sense.
        return True
    if may_open != may_close:
        return may_open
    return not any(opener in _PARTNERS[mark] for _, opener in stack)


def _share_closing(text: str, paragraph: _Paragraph) -> None:
    """Let an outer mark that is left open share the last closing mark.

    «"… партия "Яблоко", - сказал он».
    """
    if not paragraph.left_open or not paragraph.pairs:
        return
    outer = paragraph.left_open[0]
    last = max(stop for _, stop in paragraph.pairs)
    if last > outer and _utterance_ends(text, last, paragraph.span.stop):
        paragraph.pairs.append((outer, last))
        paragraph.left_open = []


_ENDING = regex.compile(r"\s*+(?:[,.!?…]{1,3}\s*+[-–—]\s|[-–—]\s|[.!?…]{0,3}\s*+$)")


def _utterance_ends(text: str, position: int, stop: int) -> bool:
    return _ENDING.match(text[position : min(stop, position + 8)]) is not None and (
        stop - position < 8 or _ENDING.match(text[position : position + 8] + "x") is not None
    )


def _run_on(
    text: str, scanned: Sequence[_Paragraph], number: int, position: int, used: set[int]
) -> tuple[tuple[Span, ...], bool]:
    """Where a quotation left open ends: at a later lone closing mark, or here."""
    pieces = [Span(position, scanned[number].span.stop)]
    for later in scanned[number + 1 : number + 1 + LONGEST_RUN]:
        if later.left_closed:
            close = later.left_closed[0]
            used.add(close)
            return (*pieces, Span(later.span.start, close + 1)), True
        if later.left_open:
            break
        pieces.append(later.span)
    return (pieces[0],), False


def _ends_quoted(text: str, paragraph: _Paragraph) -> bool:
    """Whether a paragraph ends in a quotation, so that the next may go on with it."""
    end = len(text[: paragraph.span.stop].rstrip(" .!?…\u00a0")) if paragraph.pairs else -1
    return any(stop == end for _, stop in paragraph.pairs)


def _nest(found: Iterable[tuple[tuple[Span, ...], bool]]) -> tuple[Quoted, ...]:
    ordered = sorted(found, key=lambda f: (f[0][0].start, -f[0][-1].stop))
    quoted: list[Quoted] = []
    open_until: list[int] = []
    for pieces, closed in ordered:
        while open_until and open_until[-1] <= pieces[0].start:
            open_until.pop()
        quoted.append(Quoted(pieces, depth=len(open_until), closed=closed))
        open_until.append(pieces[-1].stop)
    return tuple(quoted)
