"""Passages: short texts in which everything that a parse says of their quotes is written down.

A file is sections, a section is a heading and passages, a passage is a marked text and a row for
each of its quotes::

    # A noun that rules the clause

    ⟪1,2 Иван Орлов⟫ ⟨1 заявил⟩ ⦃1 ТАСС⦄, что ⟦1 план готов⟧. ⟦2 Деньги есть⟧, ⟨2 добавил⟩ он.
    = 1 indirect that_clause 0.97 | Иван Орлов @ PER | via ТАСС
    = 2 indirect closing_report 0.93 | Иван Орлов @ PER

``⟦…⟧`` is a piece of the content, ``⟨…⟩`` the cue, ``⟪…⟫`` the speaker, ``⦗…⦘`` the medium,
``⦃…⦄`` the relaying outlet. Marks carry the number of their quote unless there is but one. A row
has the kind, the construction and the confidence, then the speaker's name (``@`` and the type where
it is one of the article's entities, a dash where nobody is named), and what else there is: medium,
relay, the quote that this one is nested in, and the quote's text where it is not just what stands
between its first and last character.

In flows a file's text; out flow its sections, and for any article the lines that describe it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    import runews

__all__ = ["Passage", "Section", "describe", "read_sections"]

_OPENING = "⟦⟨⟪⦗⦃"
_CLOSING = "⟧⟩⟫⦘⦄"
_MARK = regex.compile(rf"[{_OPENING}](?:\d+(?:,\d+)* )?|[{_CLOSING}]")
_HEADING = regex.compile(r"^# (.+)$", regex.MULTILINE)


@attrs.frozen
class Passage:
    """A text and what a parse should say of it.

    Args:
        text: The text without marks.
        described: The marked text and its rows, as the file has them.
    """

    text: str
    described: str


@attrs.frozen
class Section:
    """Passages that show one thing.

    Args:
        heading: What they show.
        passages: The passages, in the order of the file.
    """

    heading: str
    passages: tuple[Passage, ...]


def read_sections(content: str) -> tuple[Section, ...]:
    """Read a file of passages.

    Args:
        content: The file's text.

    Returns:
        Its sections; what stands before the first heading is left out.

    Example:
        >>> read_sections("# Он\\n\\n⟪Он⟫ ⟨сказал⟩: ⟦да⟧.\\n= …\\n")[0].passages[0].text
        'Он сказал: да.'
    """
    _, *parts = _HEADING.split(content)
    return tuple(
        Section(
            heading,
            tuple(_passage(block) for block in regex.split(r"\n{2,}", body.strip("\n")) if block),
        )
        for heading, body in zip(parts[::2], parts[1::2], strict=True)
    )


def _passage(block: str) -> Passage:
    lines = [line for line in block.splitlines() if not line.startswith("= ")]
    return Passage(_MARK.sub("", "\n".join(lines)), block)


def describe(article: runews.Article, rules: dict[str, str]) -> str:
    """Write down what an article's quotes are.

    Args:
        article: A parsed article.
        rules: The construction of each quote by id.

    Returns:
        The marked text and a row for each quote.
    """
    return "\n".join([_marked(article), *(_row(article, q, rules[q.id]) for q in article.quotes)])


def _marked(article: runews.Article) -> str:
    at = defaultdict[tuple[int, int, str], list[str]](list)
    for quote in article.quotes:
        for start, stop, mark in _marks(article, quote):
            at[start, stop, mark].append(quote.id.removeprefix("q"))
    single = len(article.quotes) == 1
    before = defaultdict[int, list[tuple[int, int, str]]](list)
    after = defaultdict[int, list[tuple[int, int, str]]](list)
    for (start, stop, mark), numbers in at.items():
        rank = _OPENING.index(mark)
        before[start].append((-stop, rank, mark if single else f"{mark}{','.join(numbers)} "))
        after[stop].append((-start, -rank, _CLOSING[rank]))
    text = article.text
    return "".join(
        "".join(mark for *_, mark in (*sorted(after[i]), *sorted(before[i]))) + text[i : i + 1]
        for i in range(len(text) + 1)
    )


def _marks(article: runews.Article, quote: runews.Quote) -> Iterator[tuple[int, int, str]]:
    for piece in quote.spans:
        yield piece.start, piece.stop, "⟦"
    attribution = article.attribution_of(quote)
    parts = (attribution.cue, attribution.speaker, attribution.medium, attribution.via)
    for mark, part in zip(_OPENING[1:], parts, strict=True):
        if part is not None and part.span is not None:
            yield part.span.start, part.span.stop, mark


def _row(article: runews.Article, quote: runews.Quote, rule: str) -> str:
    attribution = article.attribution_of(quote)
    number = f"{quote.id.removeprefix('q')} " if len(article.quotes) > 1 else ""
    cells = [f"= {number}{quote.kind.value} {rule} {attribution.confidence:.2f}"]
    cells.append(_speaker(article, attribution.speaker))
    if attribution.medium is not None:
        cells.append(f"in {attribution.medium.name}")
    if attribution.via is not None:
        cells.append(f"via {_speaker(article, attribution.via)}")
    if quote.parent_id is not None:
        cells.append(f"part of {quote.parent_id.removeprefix('q')}")
    if quote.text != article.text[quote.span.start : quote.span.stop]:
        cells.append(quote.text.replace("\n", " / "))
    return " | ".join(cells)


def _speaker(article: runews.Article, speaker: runews.Speaker | None) -> str:
    if speaker is None:
        return "–"
    if speaker.entity_id is None:
        return speaker.name
    entity = next(e for e in article.entities if e.id == speaker.entity_id)
    return f"{speaker.name} @ {entity.type.value}"
