"""The article among the blocks of a page: headline, deck, body and captions.

In flow the blocks of the page and what its metadata says; out flow the pieces of the article in
reading order. Where the markup says which part is the body, it is believed; else `trafilatura`
tells which blocks are.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

import attrs
import trafilatura

from runews.models import ParagraphKind
from runews.structure.boilerplate import phrase_of
from runews.structure.dates import publication_date
from runews.structure.lines import is_sentence, same_title

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from runews.web.blocks import Block, Blocks

__all__ = ["Piece", "date_at_heading", "find_body", "heading_index", "prose_size"]

# `trafilatura` takes quadratic time; a page with more blocks is a hostile one, or a whole book.
_MAX_BLOCKS = 10_000
# Less than this is no body: markup may mark a summary, or a text that a script fills in.
_MIN_MARKED = 100
# A cell of a table longer than this is a column of a page that is set in tables.
_MIN_CELL = 60
# A line beside an image that is longer than this is a paragraph with an image in it.
_MAX_CAPTION = 220
# How many blocks away from the headline its date may stand.
_DATE_REACH = 3
# Containers that hold at least so many blocks of the body are the body's own.
_MIN_OWN = 3

_NOT_WORDS = re.compile(r"[\W_]+")


@attrs.frozen
class Piece:
    """A paragraph of the article.

    Args:
        text: What it says.
        kind: What it is, where the markup tells.
    """

    text: str
    kind: ParagraphKind | None = None


def find_body(page: Blocks, heading: int | None, descriptions: Sequence[str]) -> tuple[Piece, ...]:
    """The pieces of the article under its headline.

    Args:
        page: The blocks of the page.
        heading: Index of the block that is the headline, if the page shows one.
        descriptions: Summaries of the page's metadata; shown under the headline, they belong to
            the article.

    Returns:
        Deck, paragraphs, headings and captions in reading order, without the headline.
    """
    blocks = page.blocks
    start = 0 if heading is None else heading + 1
    kept = [i for i in _kept(page) if i >= start]
    if not kept:
        return ()
    chosen = set(_filled(blocks, kept, start))
    chosen.update(_opening(blocks, start, min(chosen), descriptions))
    described = frozenset(i for i in chosen if _is_described(blocks[i], descriptions))
    return tuple(_pieces(blocks, chosen, described, start))


def heading_index(blocks: Sequence[Block], headline: str | None) -> int | None:
    """The block that is the headline.

    Args:
        blocks: The blocks of the page.
        headline: The headline that the metadata gives.

    Returns:
        Index of the block that repeats it, else of the first main heading; ``None`` without one.
    """
    if headline:
        for i, block in enumerate(blocks):
            if same_title(block.text, headline) and not block.is_link:
                return i
    return next((i for i, block in enumerate(blocks) if block.tag == "h1"), None)


def date_at_heading(blocks: Sequence[Block], heading: int | None) -> date | datetime | None:
    """The date of a line of its own next to the headline.

    Args:
        blocks: The blocks of the page.
        heading: Index of the headline.

    Returns:
        The date, if there is one.
    """
    if heading is None:
        return None
    near = blocks[max(0, heading - _DATE_REACH) : heading + _DATE_REACH + 1]
    return next(filter(None, (publication_date(block.text) for block in near)), None)


def prose_size(pieces: Sequence[Piece]) -> int:
    """How many characters of the pieces stand in paragraphs that end like sentences.

    Args:
        pieces: Pieces of an article.

    Returns:
        The number.
    """
    return sum(len(p.text) for p in pieces if p.kind is None and is_sentence(p.text))


def _kept(page: Blocks) -> list[int]:
    """Indexes of the blocks that are the body, by the markup or by the extractor."""
    usable = [i for i, block in enumerate(page.blocks) if _is_usable(block)]
    marked = [i for i in usable if page.blocks[i].marked]
    if sum(len(page.blocks[i].text) for i in marked) >= _MIN_MARKED:
        return marked
    if len(page.blocks) > _MAX_BLOCKS:
        return [i for i in usable if is_sentence(page.blocks[i].text)]
    lines = _extracted(page)
    return [i for i in usable if _squashed(page.blocks[i].text) in lines]


def _is_usable(block: Block) -> bool:
    if block.is_link or _is_caption(block) or block.tag == "h1":
        return False
    if block.linked:
        phrase = phrase_of(block.text)
        if phrase is not None and phrase.kind is ParagraphKind.REFERENCE:
            return False
    return block.tag != "td" or len(block.text) >= _MIN_CELL or is_sentence(block.text)


def _extracted(page: Blocks) -> frozenset[str]:
    found = trafilatura.bare_extraction(
        page.copy,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        with_metadata=False,
        deduplicate=False,
    )
    if found is None or isinstance(found, dict):
        return frozenset()
    return frozenset(filter(None, map(_squashed, (found.text or "").split("\n"))))


def _squashed(text: str) -> str:
    return _NOT_WORDS.sub("", text).casefold()


def _filled(blocks: Sequence[Block], kept: Sequence[int], start: int) -> list[int]:
    """The body with what the extractor has left out of the middle of it."""
    own = Counter(blocks[i].container for i in kept)
    stop = kept[-1] + 1
    sure = frozenset(kept)
    return [
        i
        for i in range(start, stop)
        if i in sure or (own[blocks[i].container] >= _MIN_OWN and _is_usable(blocks[i]))
    ]


def _opening(
    blocks: Sequence[Block], start: int, stop: int, descriptions: Sequence[str]
) -> list[int]:
    """The deck and the first paragraph, which may stand apart from the body."""
    return [
        i
        for i in range(start, stop)
        if _is_usable(blocks[i])
        and (
            blocks[i].is_heading
            or blocks[i].roles & {"deck", "lead"}
            or _is_described(blocks[i], descriptions)
        )
    ]


def _is_described(block: Block, descriptions: Sequence[str]) -> bool:
    return any(same_title(block.text, text) for text in descriptions)


def _pieces(
    blocks: Sequence[Block], chosen: Collection[int], described: Collection[int], start: int
) -> list[Piece]:
    pieces: list[Piece] = []
    seen: set[tuple[str, ...]] = set()
    is_repeated = False
    headline = blocks[start - 1].text if start else ""
    first = min(i for i in chosen if is_sentence(blocks[i].text) or i == max(chosen))
    last = max(chosen)
    for i in range(_first_caption(blocks, start), len(blocks)):
        block = blocks[i]
        is_caption = _is_caption(block)
        if i > last and not is_caption:
            break
        if not (is_caption or i in chosen) or same_title(block.text, headline):
            continue
        if is_caption and _opens_caption(blocks, i):
            # Galleries set the same caption with its credit once more for the whole screen.
            caption = _caption(blocks, i)
            is_repeated = caption in seen
            seen.add(caption)
        if not (is_caption and is_repeated):
            pieces.append(Piece(block.text, _kind(block, i - first, i in described)))
    while pieces and pieces[-1].kind is ParagraphKind.SUBHEADING:
        # A heading with nothing under it belongs to what was left out.
        pieces.pop()
    return pieces


def _is_caption(block: Block) -> bool:
    if block.is_link or block.is_heading:
        return False
    beside_image = block.image and len(block.text) <= _MAX_CAPTION and not is_sentence(block.text)
    return beside_image or "caption" in block.roles


def _first_caption(blocks: Sequence[Block], start: int) -> int:
    """Where the captions begin that stand right over the headline, for they go under it."""
    at = max(0, start - 1)
    while at > 0 and _is_caption(blocks[at - 1]):
        at -= 1
    return at if at < start - 1 else start


def _opens_caption(blocks: Sequence[Block], i: int) -> bool:
    before = blocks[i - 1] if i else None
    return before is None or not _is_caption(before) or before.picture != blocks[i].picture


def _caption(blocks: Sequence[Block], start: int) -> tuple[str, ...]:
    """The lines of the caption of one picture."""
    picture = blocks[start].picture
    same = takewhile(
        lambda block: _is_caption(block) and block.picture == picture, islice(blocks, start, None)
    )
    return tuple(block.text for block in same)


def _kind(block: Block, distance: int, is_described: bool) -> ParagraphKind | None:
    """The kind that the markup tells of a block so far after the first paragraph."""
    if _is_caption(block):
        return ParagraphKind.CAPTION
    if distance < 0 and ("deck" in block.roles or block.is_heading or is_described):
        return ParagraphKind.SUBHEADING
    if phrase_of(block.text) is not None:
        # «Читайте также» and «Нашли ошибку?» are told by their words, whatever they are set in.
        return None
    if block.is_heading:
        return ParagraphKind.SUBHEADING
    # In plain text a short question may be a heading; a page would set it off.
    is_plain = block.tag == "li" or (block.text.endswith("?") and not block.bold)
    return ParagraphKind.BODY if distance > 0 and is_plain else None
