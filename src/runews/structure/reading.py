"""The structure of a text at a glance: paragraphs, kinds, metadata, blocks.

In flow the text and what the caller knows; out flows the `Layout`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from runews.models import Paragraph, ParagraphKind, Span
from runews.structure.dates import DateFound, match_date
from runews.structure.kinds import decide_kinds
from runews.structure.layout import Block, Layout
from runews.structure.metadata import collect_metadata
from runews.structure.paragraphs import BLANKS, Raw, split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from runews.structure.draft import Draft
    from runews.structure.layout import Given

__all__ = ["read_structure"]

_PROSE = frozenset(
    (
        ParagraphKind.HEADLINE,
        ParagraphKind.SUBHEADING,
        ParagraphKind.LEAD,
        ParagraphKind.BODY,
        ParagraphKind.CAPTION,
    )
)
_DATE_LABEL = re.compile(r"date:?\s+", re.IGNORECASE)
_WORD = re.compile(r"\w")


@attrs.frozen
class _Leading:
    """A date that is glued to the first paragraph: its value, and where the paragraph goes on."""

    value: date | datetime
    stop: int


def read_structure(text: str, given: Given) -> Layout:
    r"""Read what the outer form of a text tells.

    Args:
        text: The article's text, any string.
        given: What the caller knows about the article; it wins.

    Returns:
        Paragraphs with their kinds, metadata, and the blocks to segment.

    Example:
        >>> from runews.structure import Given
        >>> text = "Суд начался\n\nМОСКВА, 27 фев - РИА Новости. В Москве начался суд."
        >>> layout = read_structure(text, Given())
        >>> [str(paragraph.kind) for paragraph in layout.paragraphs], layout.metadata.agency
        (['headline', 'lead'], 'РИА Новости')
        >>> [text[block.span.start : block.span.stop] for block in layout.blocks]
        ['Суд начался', 'МОСКВА, 27 фев - РИА Новости.', 'В Москве начался суд.']
    """
    raws = split_paragraphs(text)
    leading = _leading_date(text, raws[0]) if raws else None
    # The rules for kinds and datelines see the first paragraph without its date.
    shown = [_from(text, raws[0], leading.stop), *raws[1:]] if leading else raws
    draft = decide_kinds(text, shown, given.headline, given.kinds)
    paragraphs = tuple(
        Paragraph(span=Span(raw.start, raw.stop), text=raw.text, kind=kind or ParagraphKind.BODY)
        for raw, kind in zip(raws, draft.kinds, strict=True)
    )
    return Layout(
        text=text,
        paragraphs=paragraphs,
        metadata=collect_metadata(draft, given, leading.value if leading else None),
        blocks=tuple(_blocks(paragraphs, draft, leading)),
    )


def _leading_date(text: str, raw: Raw) -> _Leading | None:
    """The date that some corpora glue to the first paragraph: «date 2026-01-31 Суд начался».

    Without the word before it, it must be in figures or have a time, and a sentence must begin
    after it: «31.01.2026 Суд начался», not «31 января 2026 года суд начался».
    """
    label = _DATE_LABEL.match(raw.text)
    start = raw.start + (label.end() if label else 0)
    found = match_date(text[: min(raw.stop, start + 100)], start)
    if found is None or found.value is None:
        return None
    stop = found.stop
    while stop < raw.stop and text[stop] in _AFTER_DATE:
        stop += 1
    if stop >= raw.stop or not (label or _is_stamp(text, start, found, stop)):
        return None
    return _Leading(found.value, stop)


_AFTER_DATE = BLANKS + ".,|·•–—-"


def _is_stamp(text: str, start: int, found: DateFound, stop: int) -> bool:
    in_figures = not any(map(str.isalpha, text[start : start + 8]))
    opens = text[stop].isupper() or text[stop] in '«"„'
    return opens and (in_figures or found.clock is not None)


def _from(text: str, raw: Raw, start: int) -> Raw:
    return attrs.evolve(raw, start=start, text=text[start : raw.stop])


def _blocks(
    paragraphs: Sequence[Paragraph], draft: Draft, leading: _Leading | None
) -> Iterator[Block]:
    """A block a paragraph, but the leading date and the dateline each in a block of their own."""
    line_at, line_stop = (draft.dateline[0], draft.dateline[1].stop) if draft.dateline else (-1, 0)
    for i, paragraph in enumerate(paragraphs):
        start, stop = paragraph.span.start, paragraph.span.stop
        cuts = [leading.stop] if leading and i == 0 else []
        if i == line_at:
            cuts.append(line_stop)
        for cut in cuts:
            yield Block(_stripped(draft.text, start, cut), i, prose=False)
            start = cut
        if start < stop:
            prose = paragraph.kind in _PROSE and _WORD.search(paragraph.text) is not None
            yield Block(Span(start, stop), i, prose=prose)


def _stripped(text: str, start: int, stop: int) -> Span:
    while stop > start and text[stop - 1] in BLANKS:
        stop -= 1
    return Span(start, stop)
