"""Golden articles: a text with its quotes marked in it, and tables of what a parse should find.

A golden file is the article, then sections of rows with cells between bars::

    ⟦1 Мост откроют в мае⟧, ⟨1 сообщил⟩ ⟪1 мэр Иван Петров⟫. ⟦2 «Он выдержит»⟧, — ⟨2 сказал⟩ ⟪2 он⟫.

    === metadata
    headline | must | Мост почти готов

    === persons
    Иван Петров | must

    === quotes
    1 | indirect | must | Иван Петров
    2 | direct   | must | Иван Петров | мэр

``⟦1 …⟧`` is a piece of the content of quote 1, ``⟨1 …⟩`` its cue, ``⟪1 …⟫`` its speaker;
``⟪1,2 …⟫`` is the speaker of two. The cells of a quote: number, kind, whether it must be found,
the speaker's name, other names that will do.

Besides ``must`` a row may be ``optional`` (found or not, nothing is checked) or ``missed: WHY``:
the library does not get it right so far. What is missed must stay missed; once it is found, the row
has to say ``must``. The section ``spurious`` lists the beginnings of what is taken for a quote and
is none, and why; a person that is none stands among the persons as ``spurious: WHY``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs
import regex

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["GoldenArticle", "GoldenFact", "GoldenQuote", "MarkupError", "parse_golden"]

KINDS = ("direct", "mixed", "indirect")
VERDICTS = ("must", "optional", "missed", "spurious")

_MARK = regex.compile(r"([⟦⟨⟪])(\d+(?:,\d+)*) |([⟧⟩⟫])")
_CLOSES = {"⟦": "⟧", "⟨": "⟩", "⟪": "⟫"}
_SECTION = regex.compile(r"^=== (\w+)$", regex.MULTILINE)

Piece = tuple[int, int]


class MarkupError(ValueError):
    """A golden file that breaks the notation."""


@attrs.frozen
class GoldenFact:
    """Something that is either so or not: a field of the metadata, a person.

    Args:
        name: Field, or the person's name.
        verdict: One of ``VERDICTS``.
        reason: Why it is missed or spurious.
        value: What the field should hold.
    """

    name: str
    verdict: str
    reason: str
    value: str


@attrs.frozen
class GoldenQuote:
    """A quote as the markup has it.

    Args:
        number: Its number.
        kind: Direct, mixed or indirect.
        verdict: One of ``VERDICTS``.
        reason: Why it is missed.
        content: Offsets of its pieces in the text without markup, in order.
        cue: Offsets of its cue.
        speaker: Offsets of its speaker.
        names: The names that will do for the speaker, the best first.
    """

    number: str
    kind: str
    verdict: str
    reason: str
    content: tuple[Piece, ...]
    cue: Piece | None
    speaker: Piece | None
    names: tuple[str, ...]


@attrs.frozen
class GoldenArticle:
    """A golden file.

    Args:
        name: The file's name without its suffix.
        text: The article without markup.
        metadata: Fields of the metadata.
        persons: Persons by name.
        quotes: Its quotes.
        spurious: Beginnings of what is wrongly taken for a quote, with the reason.
    """

    name: str
    text: str
    metadata: tuple[GoldenFact, ...]
    persons: tuple[GoldenFact, ...]
    quotes: tuple[GoldenQuote, ...]
    spurious: dict[str, str] = attrs.field(eq=False)


def parse_golden(path: Path) -> GoldenArticle:
    """Read a golden file.

    Args:
        path: The file.

    Returns:
        Its text without markup, and what a parse should find.

    Raises:
        MarkupError: The notation is broken, or marks and tables disagree.
    """
    body, *parts = _SECTION.split(path.read_text("utf-8"))
    text, marks = strip_marks(body.strip() + "\n")
    sections: dict[str, list[list[str]]] = defaultdict(list)
    for title, rows in zip(parts[::2], parts[1::2], strict=True):
        for line in rows.splitlines():
            if line.strip():
                sections[title].append([cell.strip() for cell in line.split("|")])
    quotes = tuple(_quote(cells, marks) for cells in sections["quotes"])
    marked = {number for _, number in marks}
    if listed := marked ^ {q.number for q in quotes}:
        raise MarkupError(f"{path.name}: {sorted(listed)} stand only in the text or in the table")
    return GoldenArticle(
        name=path.stem,
        text=text,
        metadata=tuple(_fact(c[0], c[1], c[2]) for c in sections["metadata"]),
        persons=tuple(_fact(c[0], c[1], c[0]) for c in sections["persons"]),
        quotes=quotes,
        spurious={cells[0]: cells[1] for cells in sections["spurious"]},
    )


def strip_marks(marked: str) -> tuple[str, dict[tuple[str, str], list[Piece]]]:
    """Take the marks out of a text.

    Args:
        marked: The text with marks.

    Returns:
        The text without them, and the offsets in it by opening mark and number.

    Raises:
        MarkupError: A mark is not closed, or closed by another's.

    Example:
        >>> strip_marks("⟦1 Да⟧, ⟨1 сказал⟩ ⟪1,2 он⟫.")[0]
        'Да, сказал он.'
    """
    pieces: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    text = ""
    opened: list[tuple[str, str, int]] = []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2], len(text)))
            continue
        if not opened or _CLOSES[opened[-1][0]] != mark[3]:
            raise MarkupError(f"{mark[3]} closes nothing in {marked[position - 40 : position]!r}")
        kind, numbers, start = opened.pop()
        for number in numbers.split(","):
            pieces[kind, number].append((start, len(text)))
    if opened:
        raise MarkupError(f"{opened[-1][0]}{opened[-1][1]} is not closed")
    return text + marked[position:], pieces


def _verdict(cell: str) -> tuple[str, str]:
    verdict, _, reason = cell.partition(": ")
    if verdict not in VERDICTS or (verdict in ("missed", "spurious")) != bool(reason):
        raise MarkupError(f"{cell!r} is none of {VERDICTS}, or lacks its reason")
    return verdict, reason


def _fact(name: str, verdict: str, value: str) -> GoldenFact:
    return GoldenFact(name, *_verdict(verdict), value)


def _quote(cells: list[str], marks: dict[tuple[str, str], list[Piece]]) -> GoldenQuote:
    number, kind, verdict, *names = cells
    if kind not in KINDS or ("⟦", number) not in marks:
        raise MarkupError(f"quote {number}: no kind {kind!r}, or no content in the text")
    cues, speakers = marks.get(("⟨", number), []), marks.get(("⟪", number), [])
    if len(cues) > 1 or len(speakers) > 1:
        raise MarkupError(f"quote {number} has more than one cue or speaker")
    return GoldenQuote(
        number,
        kind,
        *_verdict(verdict),
        content=tuple(sorted(marks["⟦", number])),
        cue=cues[0] if cues else None,
        speaker=speakers[0] if speakers else None,
        names=tuple(name.strip() for cell in names for name in cell.split(";") if name.strip()),
    )
