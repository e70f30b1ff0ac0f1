"""The text cut into paragraphs: line ends of every kind, hard wrapping undone.

In flows the text; out flow the paragraphs' places in it, without the white space around them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BLANKS", "Raw", "split_paragraphs"]

#: What counts as white space at the edge of a paragraph: Unicode's, and what prints as nothing.
BLANKS = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)

_ENDS = r"\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS}]+")
_LINE_END = re.compile(f"\r\n|[{_ENDS}]")
_BULLET = re.compile(r"[-–—•*·▪►→>]\s|\d{1,2}[.)]\s")
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"')\]]*$")

# A wrapped text has lines up to about this long; a longer one is a paragraph to its line.
_MAX_WIDTH = 140
_MIN_WIDTH = 30
# Of the neighbouring lines of a wrapped text, at least this share break where the next word did
# not fit, and at least this share go on in lower case.
_MIN_FULL = 0.7
_MIN_LOWER = 0.5


@attrs.frozen
class Raw:
    """A paragraph before it has a kind.

    Args:
        start: Offset of its first character.
        stop: Offset after its last character.
        text: What stands there.
        gap: Whether an empty line stands before it.
        indent: How many blanks stand before it in its line.
    """

    start: int
    stop: int
    text: str
    gap: bool
    indent: int = 0


def split_paragraphs(text: str) -> list[Raw]:
    r"""Cut a text into paragraphs.

    Every line is a paragraph, unless the text is hard-wrapped: then the lines that belong together
    are joined.

    Args:
        text: The article's text.

    Returns:
        The paragraphs in order, disjoint; all that they leave out is white space.

    Example:
        >>> [raw.text for raw in split_paragraphs("Заголовок\r\n\r\n\ufeffТекст. ")]
        ['Заголовок', 'Текст.']
    """
    lines = _lines(text)
    # A headline may be longer than the lines under it.
    width = _wrap_width(lines) or _wrap_width(lines[1:])
    if width is None:
        return lines
    groups: list[list[Raw]] = []
    for line in lines:
        if groups and not line.gap and _runs_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(text, group) for group in groups]


def _joined(text: str, lines: Sequence[Raw]) -> Raw:
    start, stop = lines[0].start, lines[-1].stop
    return Raw(start, stop, text[start:stop], lines[0].gap, lines[0].indent)


def _lines(text: str) -> list[Raw]:
    lines: list[Raw] = []
    stop = 0
    for match in _LINE.finditer(text):
        whole = match[0]
        content = whole.lstrip(BLANKS)
        if not content:
            continue
        start = match.end() - len(content)
        content = content.rstrip(BLANKS)
        gap = bool(lines) and _is_gap(text, stop, start)
        stop = start + len(content)
        lines.append(Raw(start, stop, content, gap, start - match.start()))
    return lines


def _is_gap(text: str, start: int, stop: int) -> bool:
    """Whether more than one line end lies between two lines."""
    first = _LINE_END.search(text, start, stop)
    return first is not None and _LINE_END.search(text, first.end(), stop) is not None


def _wrap_width(lines: Sequence[Raw]) -> int | None:
    """The width that the text is wrapped at, ``None`` where it is not.

    A text is wrapped when its lines break where the next word would not have fitted, in the middle
    of sentences.
    """
    pairs = [
        (line.text, after.text)
        for line, after in pairwise(lines)
        if not after.gap and not _BULLET.match(after.text)
    ]
    width = max((len(line) for line, _ in pairs if " " in line), default=0)
    if len(pairs) < 2 or not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    full = sum(_is_full(line, after, width) for line, after in pairs)
    lower = sum(after[0].islower() for _, after in pairs)
    if full < _MIN_FULL * len(pairs) or lower < _MIN_LOWER * len(pairs):
        return None
    return width


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width


def _runs_on(line: Raw, after: Raw, width: int) -> bool:
    """Whether a line of a wrapped text goes on in the next one."""
    if after.indent > line.indent or len(line.text) > width or _BULLET.match(after.text):
        return False
    if _is_full(line.text, after.text, width):
        return True
    return not (_SENTENCE_END.search(line.text) or after.text[0].isupper())
