"""Overlapping marks over a text, made well-nested.

In flow marks: ranges that may cross, contain and repeat each other. Out flow openings, closings
and runs of text, as an HTML writer needs them: whatever was opened last is closed first. A mark
that crosses another is closed and opened again, the one of the deeper layer first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MAX_OPEN", "Closing", "Mark", "Opening", "Point", "Run", "nested"]

#: So many marks may be open at one place; what would be deeper stays a point. A reader cannot tell
#: more of them apart, browsers cut deep trees off, and it keeps the work linear.
MAX_OPEN = 16

T = TypeVar("T")


@attrs.frozen
class Mark(Generic[T]):
    """A range of a text and what it stands for.

    Args:
        start: Offset of the first code point.
        stop: Offset after the last one.
        layer: Marks of a lower layer go outside those of a higher one; those of layer 0 are always
            opened and must not overlap each other.
        subject: What it stands for.
    """

    start: int
    stop: int
    layer: int
    subject: T


@attrs.frozen
class Opening(Generic[T]):
    """A mark begins, or begins again after it was crossed."""

    mark: Mark[T]
    first: bool


@attrs.frozen
class Closing(Generic[T]):
    """A mark ends, or pauses where it is crossed."""

    mark: Mark[T]


@attrs.frozen
class Point(Generic[T]):
    """A mark that holds no text, or that lies too deep to be opened: only its place is shown."""

    mark: Mark[T]


@attrs.frozen
class Run(Generic[T]):
    """A piece of text, never empty, with the marks over it, outermost first."""

    start: int
    stop: int
    marks: tuple[Mark[T], ...]


def nested(
    length: int, marks: Iterable[Mark[T]]
) -> Iterator[Opening[T] | Closing[T] | Point[T] | Run[T]]:
    """The text once, from its start to its end, with every mark opened and closed in order.

    Args:
        length: The length of the text; what of a mark lies beyond is cut off.
        marks: The marks, in any order.

    Yields:
        Openings and closings that nest, with the runs of text between them. The time grows with
        the number of marks (and their sorting), however they overlap.

    Example:
        >>> crossing = [Mark(0, 4, 1, "a"), Mark(2, 6, 1, "b")]
        >>> "".join(
        ...     "абвгдежз"[p.start : p.stop] if isinstance(p, Run)
        ...     else f"<{p.mark.subject}>" if isinstance(p, Opening) else f"</{p.mark.subject}>"
        ...     for p in nested(8, crossing)
        ... )
        '<a>аб<b>вг</b></a><b>де</b>жз'
    """
    waiting = sorted(marks, key=lambda mark: (mark.start, *_depth(mark)))
    waiting.reverse()
    stack: list[Mark[T]] = []
    here = 0
    while True:
        # Who ends here goes, with all that lies deeper; of those, who goes on is opened again.
        staying = [mark for mark in stack if mark.stop > here]
        coming: list[Mark[T]] = []
        points: list[Mark[T]] = []
        while waiting and waiting[-1].start <= here:
            mark = waiting.pop()
            full = len(staying) + len(coming) >= MAX_OPEN and mark.layer
            (points if full or min(mark.stop, length) <= here else coming).append(mark)
        wanted = sorted((*staying, *coming), key=_depth) if coming else staying
        kept = _common(stack, wanted)
        for mark in reversed(stack[kept:]):
            yield Closing(mark)
        for mark in wanted[kept:]:
            yield Opening(mark, first=mark.start == here)
        yield from map(Point, points)
        stack = wanted
        if here >= length:
            yield from map(Closing, reversed(stack))
            yield from map(Point, reversed(waiting))
            return
        ends = [mark.stop for mark in stack]
        starts = [waiting[-1].start] if waiting else []
        there = min([length, *ends, *starts])
        yield Run(here, there, tuple(stack))
        here = there


def _depth(mark: Mark[T]) -> tuple[int, int, int]:
    """Outermost first: by layer, then who begins first, then the longer."""
    return mark.layer, mark.start, -mark.stop


def _common(one: list[Mark[T]], other: list[Mark[T]]) -> int:
    """How many marks two stacks have in common at their outer end."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b:
            return i
    return min(len(one), len(other))
