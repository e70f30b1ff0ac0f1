"""Speech without quotation marks: lines behind a dash, interview turns, named speakers.

In flow the article as read; out flow direct quotes. Such lines are told from list items by author's
words, by questions, or by names that return.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.models import EntityType, ParagraphKind, QuoteKind, Span
from runews.quotes.direct import split_at_authors
from runews.quotes.found import FoundQuote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.quotes.reading import Reading
    from runews.structure import Block

__all__ = ["dash_lines", "named_turns"]

_DASH = regex.compile(r"[-–—]{1,2}[ \u00a0]{1,3}(?=[\p{Lu}«\"„“…\d])")
_NAMED = regex.compile(
    r"(?P<name>[\p{Lu}][\p{L}. \u00a0-]{1,40}):[ \u00a0]{1,3}(?=[\p{Lu}«\"„“…\d-])"
)
#: Who asks in an interview; these turns are not reported speech.
_ASKING = frozenset({"вопрос", "корреспондент", "корр", "корр.", "ведущий", "ведущая", "редакция"})
_ANSWER = "ответ"
_SPOKEN = (ParagraphKind.BODY, ParagraphKind.LEAD)


def _lines(reading: Reading) -> Iterator[tuple[int, Block]]:
    """The prose blocks that can hold speech, with the numbers of their paragraphs."""
    for block in reading.layout.blocks:
        if block.prose and reading.layout.paragraphs[block.paragraph].kind in _SPOKEN:
            yield block.paragraph, block


def dash_lines(reading: Reading) -> Iterator[FoundQuote]:
    """«— ⟦Мы все здесь выросли⟧, — [вспоминает]c [жительница]s.»; an answer after «— Что удивило?».

    Args:
        reading: The article.

    Yields:
        A direct quote for each line with author's words, and for each answer to a question.
    """
    previous = -2
    turn_is_question = asked = False
    for number, block in _lines(reading):
        match = _DASH.match(reading.text, block.span.start, block.span.stop)
        if match is None:
            continue
        speech = Span(match.end(), block.span.stop)
        follows = number - previous == 1
        previous = number
        if (split := split_at_authors(reading, speech)) is not None:
            turn_is_question = False
            asked = True
            yield split
            continue
        asks = reading.text[speech.start : speech.stop].rstrip(' »"”').endswith("?")
        asked = asks or (asked and follows)
        if follows and turn_is_question:
            turn_is_question = False
            yield FoundQuote(
                kind=QuoteKind.DIRECT,
                spans=(speech,),
                cue=None,
                source=None,
                rule="interview_answer",
            )
            continue
        # After an answer the interviewer speaks again, in a question or in a statement.
        turn_is_question = asks or (follows and asked)


def named_turns(reading: Reading) -> Iterator[FoundQuote]:
    """«[Гарри Каспаров]s: ⟦«Топалов не фаворит»⟧», «Ответ: ⟦Мы готовы⟧» at the head of a paragraph.

    Args:
        reading: The article.

    Yields:
        A direct quote for each turn of a named speaker, where several turns or quotation marks show
        that the colon introduces speech.
    """
    turns: list[tuple[Span | None, Span]] = []
    marked: list[tuple[Span | None, Span]] = []
    for _, block in _lines(reading):
        match = _NAMED.match(reading.text, block.span.start, block.span.stop)
        if match is None:
            continue
        label = match["name"].strip().casefold()
        source = Span(match.start("name"), match.end("name"))
        speech = Span(match.end(), block.span.stop)
        whole = reading.wholly_quoted(speech)
        if label in _ASKING:
            continue
        if label != _ANSWER and not _is_person(reading, source):
            continue
        if any(t.is_finite for t in reading.analysis.tokens_in(source)):
            # «Дроздов объяснил: "…"» is a sentence of the narrator, not a label.
            continue
        turn = (None if label == _ANSWER else source, speech)
        (marked if whole else turns).append(turn)
    if len(turns) < 2:
        turns = []
    for source_span, speech in sorted([*turns, *marked], key=lambda turn: turn[1].start):
        yield FoundQuote(
            kind=QuoteKind.DIRECT,
            spans=(speech,),
            cue=None,
            source=source_span,
            rule="named_turn",
        )


def _is_person(reading: Reading, span: Span) -> bool:
    return any(n.type is EntityType.PER for n in reading.names_in(span))
