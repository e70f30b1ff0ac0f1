"""What each paragraph is to the article, by its outer form and its place.

In flow the paragraphs of a text; out flow their kinds and, for boilerplate, the lexicon's rows that
told them. The passes of `PASSES` run in order, each deciding paragraphs that none before it has
decided.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runews.models import ParagraphKind, Span
from runews.structure.boilerplate import phrase_of
from runews.structure.dateline import find_dateline
from runews.structure.dates import is_date_line
from runews.structure.draft import Draft
from runews.structure.lines import (
    ends_firmly,
    has_credit,
    is_dialogue,
    is_hashtags,
    is_link_item,
    is_sentence,
    is_title,
    is_url,
    opens_with_source,
    same_title,
)
from runews.structure.names import is_name_list
from runews.structure.opening import before_lead, is_signature
from runews.structure.outlets import find_outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.structure.paragraphs import Raw

__all__ = ["PASSES", "decide_kinds"]

_COPYRIGHT = re.compile(r"(?:©|\([cс]\)\s)\s*(?P<year>\d{4})?", re.IGNORECASE)
_WORD = re.compile(r"[А-ЯЁ][а-яё]{2,}")

_MAX_HEADLINE = 250
_MAX_HEADING = 100
_MAX_HEADING_WORDS = 14
_MAX_OUTLET_LINE = 40
# How far into the text a dateline may stand, and how near to the end a signature.
_DATELINE_REACH = 6
_TAIL = 4
# A text with so many short questions is an interview, and they are no section headings.
_MANY_QUESTIONS = 4


def decide_kinds(
    text: str,
    raws: Sequence[Raw],
    given_headline: str | None = None,
    known: Sequence[tuple[Span, ParagraphKind]] = (),
) -> Draft:
    r"""Decide what each paragraph is.

    Args:
        text: The article's text.
        raws: Its paragraphs.
        given_headline: The headline that the caller knows; the paragraph that repeats it is one.
        known: Spans whose kind the caller knows, in order, disjoint.

    Returns:
        The draft with every kind decided.

    Example:
        >>> from runews.structure.paragraphs import split_paragraphs
        >>> text = "Суд начался\n\nВ Москве начался суд.\n\nИсточник: https://example.ru/1"
        >>> [str(kind) for kind in decide_kinds(text, split_paragraphs(text)).kinds]
        ['headline', 'lead', 'source']
    """
    draft = Draft(text, raws, given_headline, _known_kinds(raws, known))
    if ParagraphKind.HEADLINE in draft.kinds:
        draft.headline = draft.kinds.index(ParagraphKind.HEADLINE)
    for rule in PASSES:
        rule(draft)
    return draft


def _known_kinds(
    raws: Sequence[Raw], known: Sequence[tuple[Span, ParagraphKind]]
) -> list[ParagraphKind | None]:
    """The kinds that the caller knows, ``None`` elsewhere."""
    kinds: list[ParagraphKind | None] = []
    at = 0
    for raw in raws:
        while at < len(known) and known[at][0].stop < raw.stop:
            at += 1
        inside = at < len(known) and known[at][0].start <= raw.start
        kinds.append(known[at][1] if inside else None)
    return kinds


def _mark_boilerplate(draft: Draft) -> None:
    """«Фото: ТАСС», «Читайте также: …», «Источник: https://…»."""
    total = len(draft.raws)
    first = True
    for i, raw in enumerate(draft.raws):
        if draft.kinds[i] is not None:
            first = False
            continue
        phrase = phrase_of(raw.text, first=first, last=i >= total - _TAIL)
        if phrase is not None:
            draft.phrases[i] = phrase
            draft.kinds[i] = phrase.kind
        elif not is_date_line(raw.text):
            first = False


def _mark_bare_lines(draft: Draft) -> None:
    """«https://example.ru/1», «31.01.2026, 12:08», «РИА Новости», «#суд #Москва»."""
    for i in draft.undecided():
        text = draft.raws[i].text
        if is_url(text) or is_date_line(text) or _is_outlet_line(draft, i):
            draft.kinds[i] = ParagraphKind.SOURCE
        elif is_hashtags(text):
            draft.kinds[i] = ParagraphKind.REFERENCE


def _mark_credits(draft: Draft) -> None:
    """«© РИА Новости / Иван Петров», «Площадь ночью. Фото: Иван Петров», «Площадь / ТАСС»."""
    for i in draft.undecided():
        text = draft.raws[i].text
        if match := _COPYRIGHT.match(text):
            owned = match["year"] or i >= len(draft.raws) - 1
            draft.kinds[i] = ParagraphKind.DISCLAIMER if owned else ParagraphKind.CAPTION
        elif has_credit(text):
            draft.kinds[i] = ParagraphKind.CAPTION


def _mark_dateline(draft: Draft) -> None:
    """The first dateline among the first paragraphs; one that stands alone is no story."""
    for i in draft.undecided()[:_DATELINE_REACH]:
        raw = draft.raws[i]
        found = find_dateline(draft.text, Span(raw.start, raw.stop))
        if found is not None:
            draft.dateline = (i, found)
            if found.stop >= raw.stop:
                draft.kinds[i] = ParagraphKind.SOURCE
            return


def _mark_link_blocks(draft: Draft) -> None:
    """The lines under «Читайте также:», as far as they look like titles."""
    for i, phrase in tuple(draft.phrases.items()):
        text = draft.raws[i].text
        names_a_link = len(text) > len(phrase.phrase) + 3 and not text.endswith(":")
        if phrase.role != "header" or names_a_link:
            continue
        apart = i + 1 < len(draft.raws) and draft.raws[i + 1].gap
        for j in range(i + 1, len(draft.raws)):
            raw = draft.raws[j]
            if draft.kinds[j] is not None or not is_title(raw.text):
                break
            if raw.gap and not apart:
                break
            draft.kinds[j] = ParagraphKind.REFERENCE


def _mark_link_lists(draft: Draft) -> None:
    """«- Путин договорился с Туском»: items that are titles, in a list that no colon announces."""
    announced = False
    for i, raw in enumerate(draft.raws):
        is_item = is_link_item(raw.text)
        if not is_item or draft.kinds[i] is not None:
            announced = raw.text.endswith(":")
        elif is_sentence(raw.text) or raw.text.endswith(","):
            # A dialogue, or a list within the story; what follows belongs to it.
            announced = True
        elif not announced and i:
            draft.kinds[i] = ParagraphKind.REFERENCE


def _mark_headline(draft: Draft) -> None:
    """The first line, where it ends without a full stop and a story follows."""
    rest = draft.undecided()
    if not rest or draft.headline is not None:
        return
    first, raw = rest[0], draft.raws[rest[0]]
    if draft.given_headline and same_title(raw.text, draft.given_headline):
        is_headline = True
    else:
        is_headline = (
            len(rest) > 1
            and len(raw.text) <= _MAX_HEADLINE
            and not (draft.dateline and draft.dateline[0] == first)
            and not ends_firmly(raw.text)
            and not (raw.text[0].islower() and draft.has_capitals)
            and not is_dialogue(raw.text)
        )
    if is_headline:
        draft.headline = first
        draft.kinds[first] = ParagraphKind.HEADLINE


def _mark_opening(draft: Draft) -> None:
    """Captions, a deck and a byline between the headline and the lead, then the lead."""
    rest = draft.undecided()
    sentences = (i for i in reversed(rest) if is_sentence(draft.raws[i].text))
    draft.last_sentence = next(sentences, -1)
    if draft.headline is not None:
        for i in rest:
            kind = before_lead(draft, i)
            if kind is None:
                break
            draft.kinds[i] = kind
    rest = draft.undecided()
    if rest:
        draft.kinds[rest[0]] = ParagraphKind.LEAD


def _mark_signatures(draft: Draft) -> None:
    """«Иван Петров» and «Иван Петров, корреспондент» after the story."""
    for i in draft.undecided(max(0, len(draft.raws) - _TAIL)):
        if i <= draft.last_sentence:
            continue
        if is_name_list(draft.raws[i].text):
            credited = i + 1 < len(draft.raws) and draft.kinds[i + 1] is ParagraphKind.CAPTION
            pictured = credited and draft.mentions_person(i)
            draft.kinds[i] = ParagraphKind.CAPTION if pictured else ParagraphKind.BYLINE
        elif is_signature(draft, i):
            draft.kinds[i] = ParagraphKind.BYLINE


def _mark_headings(draft: Draft) -> None:
    """«Справка», «Что дальше?»: a short line without a full stop, with a paragraph under it."""
    headings = [i for i in draft.undecided() if _is_heading(draft, i)]
    questions = sum(draft.raws[i].text.endswith("?") for i in headings)
    for i in headings:
        text = draft.raws[i].text
        if text.endswith("?") and questions >= _MANY_QUESTIONS:
            continue
        pictured = is_name_list(text) and all(
            draft.mentions(i, word) for word in _WORD.findall(text)
        )
        draft.kinds[i] = ParagraphKind.CAPTION if pictured else ParagraphKind.SUBHEADING


def _is_heading(draft: Draft, i: int) -> bool:
    text = draft.raws[i].text
    if i == 0 or len(text) > _MAX_HEADING or len(text.split()) > _MAX_HEADING_WORDS:
        return False
    before = draft.raws[i - 1].text
    after = draft.raws[i + 1].text if i < draft.last_sentence else ""
    opens_list = before.endswith((":", ";", ","))
    in_list = draft.kinds[i - 1] is None and not is_sentence(before)
    return (
        not (is_sentence(text) and not text.endswith("?"))
        and not text.endswith(",")
        and (text[0].isupper() or text[0].isdigit() or text[0] in '«"„')
        and not opens_with_source(text)
        and not (opens_list or in_list)
        and len(after) > len(text)
        and is_sentence(after)
    )


def _mark_rest(draft: Draft) -> None:
    """What is left is the story."""
    for i in draft.undecided():
        draft.kinds[i] = ParagraphKind.BODY


#: The passes, in the order in which they run.
PASSES = (
    _mark_boilerplate,
    _mark_bare_lines,
    _mark_credits,
    _mark_dateline,
    _mark_link_blocks,
    _mark_link_lists,
    _mark_headline,
    _mark_opening,
    _mark_signatures,
    _mark_headings,
    _mark_rest,
)


def _is_outlet_line(draft: Draft, i: int) -> bool:
    """A line that names an outlet: an agency anywhere at the edges, another one only at the end."""
    text = draft.raws[i].text.strip("()/[] .©")
    if len(text) > _MAX_OUTLET_LINE:
        return False
    outlet = find_outlet(text, inflected=False)
    if outlet is None or outlet.kind == "social" or text == text.lower():
        return False
    at_end = i >= len(draft.raws) - 2
    return at_end or (outlet.kind == "agency" and i <= 2)
