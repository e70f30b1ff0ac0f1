"""Direct speech in quotation marks, with its cue after, before, inside, or nowhere near.

In flow the article as read; out flow direct quotes of one or several pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.models import QuoteKind, Span
from runews.quotes.authors import AuthorsWords, authors_at, cue_before
from runews.quotes.found import FoundQuote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.quotes.marks import Quoted
    from runews.quotes.reading import Reading

__all__ = ["direct_speech", "split_at_authors"]

#: White space and the doubled apostrophes of wiki mark-up.
SPACE = " \t\r\n\u00a0'"
MARK_OPENERS = '"«„“('
_AFTER = regex.compile(r"\s{0,3}[,.!?…]{0,4}\s{0,3}[-–—]{1,2}\s{0,3}|\s{0,3},\s{0,3}")
_RESUMES = regex.compile(r"[.,!?…]{0,3}\s{0,3}[-–—]{1,2}\s{0,3}$")
_INSERT = regex.compile(r"[,.!?…][»”“\"]?(?P<dash>\s{0,3}[-–—]{1,2})\s{1,3}(?=\p{Ll})")
_INSERT_END = regex.compile(r"[.,!?:]{1,3}\s{0,3}[-–—]{1,2}\s{1,3}")
#: An author's insertion is short; a longer stretch between dashes is the speaker's own aside.
LONGEST_INSERT = 250


def direct_speech(reading: Reading) -> Iterator[FoundQuote]:
    """Find utterances in quotation marks.

    «⟦"Работа идет"⟧, - [отметил]c [он]s»; «[X]s [сказал]c: ⟦"…"⟧»; «⟦"Работа идет⟧, -
    [отметил]c [он]s. - ⟦Срок …"⟧».

    Args:
        reading: The article.

    Yields:
        A direct quote for each utterance in quotation marks.
    """
    outer = reading.outer
    skip = -1
    for number, quoted in enumerate(outer):
        if quoted.start < skip:
            continue
        split = _split_inside(reading, quoted)
        if split is not None:
            yield split
            continue
        authors = _words_after(reading, quoted)
        if authors is not None:
            if not _begins_utterance(reading, quoted):
                continue
            following = outer[number + 1] if number + 1 < len(outer) else None
            pieces = quoted.pieces
            if following is not None and _resumes(reading, authors, following):
                pieces = (*pieces, *following.pieces)
                skip = following.stop
            yield _quote(pieces, authors, "direct_cue_after")
            continue
        before = _words_before(reading, quoted)
        if before is not None:
            yield _quote(quoted.pieces, before, "direct_cue_before")
        elif _stands_alone(reading, quoted):
            yield FoundQuote(
                kind=QuoteKind.DIRECT,
                spans=quoted.pieces,
                cue=None,
                source=None,
                rule="direct_no_cue",
            )


def _quote(pieces: tuple[Span, ...], authors: AuthorsWords, rule: str) -> FoundQuote:
    return FoundQuote(
        kind=QuoteKind.DIRECT,
        spans=pieces,
        cue=authors.cue,
        source=authors.source,
        rule=rule,
    )


def _begins_utterance(reading: Reading, quoted: Quoted) -> bool:
    """Whether the marks open a sentence or a speech after a colon.

    Else the narrator's clause holds a fragment, which other constructions read.
    """
    sentence = reading.analysis.sentence_at(quoted.start)
    if sentence is None:
        return True
    before = reading.text[sentence.start : quoted.start].rstrip(SPACE)
    return not any(c.isalnum() for c in before) or before.endswith(":")


def _words_after(reading: Reading, quoted: Quoted) -> AuthorsWords | None:
    """The author's words behind a quotation: «", - сказал министр»."""
    match = _AFTER.match(reading.text, quoted.stop, quoted.stop + 16)
    inner = reading.text[quoted.start : quoted.stop].rstrip('"»”“ ')
    if match is None and not inner.endswith((",", "!", "?", "…")):
        return None
    start = match.end() if match else quoted.stop
    if "\n" in reading.text[quoted.stop : start] and reading.text[start : start + 1].isupper():
        # A line that begins with a dash and a capital is the next turn of a dialogue.
        return None
    return authors_at(reading, start, dashed=match is not None and match[0].strip() != ",")


def _resumes(reading: Reading, authors: AuthorsWords, following: Quoted) -> bool:
    """Whether the next quotation goes on after the author's words.

    «… - отметил он. - "Срок не изменится"».
    """
    between = reading.text[max(following.start - 12, authors.cue.span.stop) : following.start]
    gap = following.start - authors.stop
    return gap <= 8 and _RESUMES.search(between) is not None


def _words_before(reading: Reading, quoted: Quoted) -> AuthorsWords | None:
    """The author's words before a colon: «Министр сказал: "…"», also over a paragraph's end."""
    floor = max(quoted.start - 400, 0)
    before = reading.text[floor : quoted.start].rstrip(SPACE)
    if not before.endswith(":"):
        return None
    colon = floor + len(before) - 1
    sentence = reading.analysis.sentence_at(colon)
    if sentence is None:
        return None
    limit = next((t.index for t in sentence.tokens if t.start >= colon), len(sentence.tokens))
    if limit and sentence.tokens[limit - 1].lower == "что":
        return None
    return cue_before(reading, sentence.index, limit)


def _split_inside(reading: Reading, quoted: Quoted) -> FoundQuote | None:
    """Author's words inside one pair of marks.

    «⟦"Работа идет⟧, - [отметил]c он. - ⟦Срок не изменится"⟧».
    """
    for number, piece in enumerate(quoted.pieces):
        split = _at_authors(reading, piece.start + (number == 0), piece.stop)
        if split is None:
            continue
        before, after, authors = split
        inside = [(piece.start, before)]
        if after is not None:
            inside.append((after, piece.stop))
        pieces = (
            *quoted.pieces[:number],
            *reading.pieces(*inside),
            *quoted.pieces[number + 1 :],
        )
        return _quote(pieces, authors, "direct_cue_inside")
    return None


def split_at_authors(reading: Reading, speech: Span) -> FoundQuote | None:
    """A line of speech without marks, cut at its author's words.

    Args:
        reading: The article.
        speech: The line, without its opening dash.

    Returns:
        A direct quote of one or two pieces, ``None`` where the line holds no author's words.
    """
    split = _at_authors(reading, speech.start, speech.stop)
    if split is None:
        return None
    before, after, authors = split
    pieces = reading.pieces((speech.start, before), *([(after, speech.stop)] if after else []))
    return _quote(pieces, authors, "dash_line") if pieces else None


def _at_authors(
    reading: Reading, start: int, stop: int
) -> tuple[int, int | None, AuthorsWords] | None:
    """Where author's words inside speech begin, and where speech goes on behind them."""
    for match in _INSERT.finditer(reading.text, start, stop):
        end = _INSERT_END.search(reading.text, match.end(), min(match.end() + LONGEST_INSERT, stop))
        limit = end.start() if end else stop
        authors = authors_at(reading, match.end(), dashed=False, stop=limit)
        if authors is None or authors.source is None:
            continue
        return match.start("dash"), end.end() if end else None, authors
    return None


def _stands_alone(reading: Reading, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence of its own: a speech that goes on, a block quote."""
    tokens = reading.analysis.tokens_in(Span(quoted.start, quoted.stop))
    words = sum(t.is_word for t in tokens)
    if words < 4 or not reading.is_utterance(quoted) or not _begins_utterance(reading, quoted):
        return False
    if not any(t.is_predicate for t in tokens):
        return False
    rest = reading.text[quoted.stop : quoted.stop + 3].strip()
    return not rest or rest[0] in ".!?…" or rest[0] in MARK_OPENERS
