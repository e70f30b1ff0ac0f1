"""What the article is as a publication: date, agency, authors, address, outlet, tags.

In flow the paragraphs with their kinds and what the caller knows; out flows the `Metadata`. What
the caller knows wins; what neither tells stays empty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runews.models import Dateline, Metadata, ParagraphKind
from runews.structure.boilerplate import after_phrase
from runews.structure.dateline import with_year
from runews.structure.dates import date_of_url, publication_date
from runews.structure.names import split_names
from runews.structure.outlets import find_outlet, outlet_of_url
from runews.structure.script import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from runews.structure.draft import Draft
    from runews.structure.layout import Given

__all__ = ["collect_metadata"]

_URL = re.compile(r"https?://[^\s<>«»\"]{4,2000}", re.IGNORECASE)
_HASHTAG = re.compile(r"#(\w[\w-]*)")
_TAG_SEPARATOR = re.compile(r"[,;|/•·]")


def collect_metadata(draft: Draft, given: Given, leading: date | datetime | None) -> Metadata:
    """Put together what is known about the publication.

    Args:
        draft: The paragraphs and their kinds.
        given: What the caller knows.
        leading: The date that is glued to the start of the text, if any.

    Returns:
        The metadata.
    """
    headline = draft.raws[draft.headline].text if draft.headline is not None else None
    url = given.url or _own_url(draft)
    dateline = draft.dateline[1].dateline if draft.dateline else None
    published = given.published or leading or _published(draft, url)
    if dateline is not None:
        dateline = with_year(dateline, published)
    outlet = outlet_of_url(url) if url else None
    return Metadata(
        headline=given.headline or headline,
        published=published,
        dateline=dateline,
        agency=given.agency or _agency(draft, dateline),
        authors=given.authors or _authors(draft, dateline),
        url=url,
        site=given.site or (outlet.name if outlet else None),
        language=guess_language(draft.text),
        tags=given.tags or _tags(draft),
    )


def _lines(draft: Draft, *kinds: ParagraphKind) -> Iterator[tuple[int, str]]:
    for i, kind in enumerate(draft.kinds):
        if kind in kinds:
            yield i, draft.raws[i].text


def _own_url(draft: Draft) -> str | None:
    """The address that a source line gives, where it gives one and no other line another."""
    found: list[str] = []
    for _, text in _lines(draft, ParagraphKind.SOURCE):
        found.extend(match.rstrip(".,;)") for match in _URL.findall(text))
    return found[0] if len(dict.fromkeys(found)) == 1 else None


def _published(draft: Draft, url: str | None) -> date | datetime | None:
    """The date of a line of its own, else of the dateline, else of the address."""
    for i, text in _lines(draft, ParagraphKind.SOURCE):
        phrase = draft.phrases.get(i)
        if phrase is None:
            found = publication_date(text)
        elif phrase.role == "published":
            found = publication_date(after_phrase(text, phrase))
        else:
            found = None
        if found is not None:
            return found
    moment = draft.dateline[1].moment if draft.dateline else None
    if moment is not None:
        return moment
    return date_of_url(url) if url else None


def _agency(draft: Draft, dateline: Dateline | None) -> str | None:
    """The agency of the dateline, or of a line that names one as the source."""
    if dateline is not None and dateline.agency:
        return dateline.agency
    for i, text in _lines(draft, ParagraphKind.SOURCE):
        phrase = draft.phrases.get(i)
        name = text if phrase is None else after_phrase(text, phrase)
        outlet = find_outlet(name.strip("()/[] .©"))
        if outlet is not None and outlet.kind == "agency":
            return outlet.name
    return None


def _authors(draft: Draft, dateline: Dateline | None) -> tuple[str, ...]:
    """The correspondents of the dateline and the names of the bylines, each once."""
    found = list(dateline.authors) if dateline else []
    for i, text in _lines(draft, ParagraphKind.BYLINE):
        phrase = draft.phrases.get(i)
        if phrase is None:
            found.extend(split_names(text))
        elif phrase.role == "author":
            found.extend(split_names(after_phrase(text, phrase)))
    return tuple(dict.fromkeys(found))


def _tags(draft: Draft) -> tuple[str, ...]:
    """The tags of «Теги: …» lines and of lines of hashtags, each once."""
    found: list[str] = []
    for i, text in _lines(draft, ParagraphKind.REFERENCE):
        phrase = draft.phrases.get(i)
        if phrase is not None and phrase.role == "tags":
            text = after_phrase(text, phrase)
            found.extend(_HASHTAG.findall(text) or _TAG_SEPARATOR.split(text))
        elif phrase is None and text.startswith("#"):
            found.extend(_HASHTAG.findall(text))
    return tuple(dict.fromkeys(tag for part in found if (tag := part.strip())))
