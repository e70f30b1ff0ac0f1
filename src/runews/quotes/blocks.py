"""A paragraph of the speaker's own words behind a colon, without quotation marks.

In flow the article as read; out flow direct quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import ParagraphKind, QuoteKind, Span
from runews.quotes.authors import cue_before, verb_before
from runews.quotes.cues import CueForm
from runews.quotes.found import FoundQuote
from runews.quotes.positions import in_marks
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.language import ParsedSentence
    from runews.quotes.reading import Reading

__all__ = ["blocks_after_colon"]


def blocks_after_colon(reading: Reading) -> Iterator[FoundQuote]:
    """«[Она]s [сказала]c:» and a paragraph of the speaker's words without marks.

    Args:
        reading: The article.

    Yields:
        A direct quote for each such paragraph.
    """
    by_paragraph: dict[int, list[ParsedSentence]] = {}
    for sentence in reading.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for number, sentences in by_paragraph.items():
        last = sentences[-1]
        following = by_paragraph.get(number + 1)
        if not following or not reading.text[last.start : last.stop].endswith(":"):
            continue
        if reading.quoted_at(following[0].start) is not None:
            continue
        authors = cue_before(reading, last.index, len(last.tokens) - 1)
        paragraph = reading.layout.paragraphs[number + 1]
        if authors is None and any(map(_is_first_person, following)):
            authors = verb_before(reading, last.index, len(last.tokens) - 1)
        if authors is None or authors.source is None:
            continue
        if any(_is_narrated(reading, s) for s in following):
            continue
        if paragraph.kind not in (ParagraphKind.BODY, ParagraphKind.LEAD):
            continue
        dash = len(paragraph.text) - len(paragraph.text.lstrip("-–— \u00a0"))
        yield FoundQuote(
            kind=QuoteKind.DIRECT,
            spans=(Span(paragraph.span.start + dash, paragraph.span.stop),),
            cue=authors.cue,
            source=authors.source,
            rule="block_after_colon",
        )


def _is_first_person(sentence: ParsedSentence) -> bool:
    return any(t.person == "1" for t in sentence.tokens)


def _is_narrated(reading: Reading, sentence: ParsedSentence) -> bool:
    """Whether a sentence reports a named third person, as a speaker's own words seldom do."""
    for cue in reading.cues(sentence):
        if not cue.reports or in_marks(reading, cue.token) or cue.is_personal:
            continue
        if cue.form is CueForm.PREPOSITION:
            return source_of(cue) is not None
        if cue.form is CueForm.FINITE:
            source = source_of(cue)
            if source is not None and reading.names_in(source):
                return True
    return False
