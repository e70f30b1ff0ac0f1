"""The lines between the headline and the lead: captions, a deck, a byline.

In flow the paragraphs and the index of one under the headline; out flows its kind, unless it is the
lead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import ParagraphKind
from runews.structure.lines import has_year, is_dialogue, is_sentence
from runews.structure.names import is_name_list, match_names
from runews.structure.verbs import has_finite_verb

if TYPE_CHECKING:
    from runews.structure.draft import Draft

__all__ = ["before_lead", "is_signature"]

_MAX_CAPTION = 220
_MAX_SHORT_CAPTION = 110
_MIN_DECK_WORDS = 4
_MAX_BYLINE = 100


def before_lead(draft: Draft, i: int) -> ParagraphKind | None:
    """What a line under the headline is.

    Args:
        draft: The paragraphs.
        i: Index of the first one that has no kind yet.

    Returns:
        Caption, byline or subheading; ``None`` where the line is the lead.
    """
    text = draft.raws[i].text
    if len(text) > _MAX_CAPTION or (draft.dateline and draft.dateline[0] == i):
        return None
    if i >= draft.last_sentence or is_dialogue(text):
        return None
    if is_name_list(text):
        return ParagraphKind.CAPTION if draft.mentions_person(i) else ParagraphKind.BYLINE
    if is_signature(draft, i):
        return ParagraphKind.BYLINE
    if is_sentence(text):
        return ParagraphKind.CAPTION if _is_verbless_caption(draft, i) else None
    return ParagraphKind.SUBHEADING if _is_deck(draft, i) else ParagraphKind.CAPTION


def _is_verbless_caption(draft: Draft, i: int) -> bool:
    """«Вид на город с воздуха, декабрь 1992 года.», with the story right under it."""
    text = draft.raws[i].text
    return (
        len(text) <= _MAX_SHORT_CAPTION
        and text.endswith((".", "…"))
        and draft.glued(i)
        and len(draft.raws[i + 1].text) > len(text) / 2
        and not has_finite_verb(text)
    )


def _is_deck(draft: Draft, i: int) -> bool:
    """«Суд не нашёл оснований для ареста», apart from the headline and from the story."""
    text = draft.raws[i].text
    return (
        (draft.raws[i].gap or not draft.has_gaps)
        and not draft.glued(i)
        and len(text.split()) >= _MIN_DECK_WORDS
        and not has_year(text)
        and has_finite_verb(text)
    )


def is_signature(draft: Draft, i: int) -> bool:
    """Whether a line is «Иван Петров, специально для газеты».

    Args:
        draft: The paragraphs.
        i: Index of the line.

    Returns:
        ``True`` for a name that the story does not have with a remark after it.
    """
    text = draft.raws[i].text
    if len(text) > _MAX_BYLINE or (is_sentence(text) and has_finite_verb(text)):
        return False
    names, stop = match_names(text)
    return (
        bool(names) and text[stop:].lstrip().startswith((",", "|")) and not draft.mentions_person(i)
    )
