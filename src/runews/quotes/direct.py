"""Direct speech in quotation marks, with its cue after, before, inside, or nowhere near.

In flow the article as read; out flow direct quotes of one or several pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import regex

from runews.models import QuoteKind, Span
from runews.quotes.clauses import in_marks
from runews.quotes.cues import CueForm, CueMatch, verbal_form
from runews.quotes.found import FoundCue, FoundQuote
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.marks import Quoted
    from runews.quotes.reading import Reading

__all__ = ["direct_speech"]

#: White space and the doubled apostrophes of wiki mark-up.
SPACE = " \t\r\n\u00a0'"
_AFTER = regex.compile(r"\s{0,3}[,.!?…]{0,4}\s{0,3}[-–—]{1,2}\s{0,3}|\s{0,3},\s{0,3}")
_RESUMES = regex.compile(r"[.,!?…]{0,3}\s{0,3}[-–—]{1,2}\s{0,3}$")
_INSERT = regex.compile(r"[,.!?…][»”“\"]?(?P<dash>\s{0,3}[-–—]{1,2})\s{1,3}(?=\p{Ll})")
_INSERT_END = regex.compile(r"[.,!?:]{1,3}\s{0,3}[-–—]{1,2}\s{1,3}")
#: An author's insertion is short; a longer stretch between dashes is the speaker's own aside.
LONGEST_INSERT = 250


@attrs.frozen
class _Authors:
    """The author's words beside a quotation: their cue and where they stop."""

    cue: FoundCue
    source: Span | None
    stop: int


def direct_speech(reading: Reading) -> Iterator[FoundQuote]:
    """«⟦"Работа идет"⟧, - [отметил]c [он]s»; «[X]s [сказал]c: ⟦"…"⟧»; «⟦"Работа идет⟧, - [отметил]c [он]s. - ⟦Срок …"⟧».

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


def _quote(pieces: tuple[Span, ...], authors: _Authors, rule: str) -> FoundQuote:
    return FoundQuote(
        kind=QuoteKind.DIRECT,
        spans=pieces,
        cue=authors.cue,
        source=authors.source,
        rule=rule,
    )


def _begins_utterance(reading: Reading, quoted: Quoted) -> bool:
    """Whether the marks open where a sentence or, after a colon, a speech begins; else the narrator's
    clause holds a fragment, which other constructions read."""
    sentence = reading.analysis.sentence_at(quoted.start)
    if sentence is None:
        return True
    before = reading.text[sentence.start : quoted.start].rstrip(SPACE)
    return not any(c.isalnum() for c in before) or before.endswith(":")


def _words_after(reading: Reading, quoted: Quoted) -> _Authors | None:
    """The author's words behind a quotation: «", - сказал министр»."""
    match = _AFTER.match(reading.text, quoted.stop, quoted.stop + 16)
    inner = reading.text[quoted.start : quoted.stop].rstrip('"»”“ ')
    if match is None and not inner.endswith((",", "!", "?", "…")):
        return None
    start = match.end() if match else quoted.stop
    return _authors_at(reading, start, dashed=match is not None and not match[0].strip() == ",")


def _authors_at(
    reading: Reading, start: int, *, dashed: bool, stop: int | None = None
) -> _Authors | None:
    """Read author's words from an offset: a reporting verb, and its subject before or behind it."""
    sentence = reading.analysis.sentence_at(start)
    if sentence is None:
        return None
    first = next((t.index for t in sentence.tokens if t.start >= start), None)
    if first is None:
        return None
    limit = len(sentence.tokens)
    for token in sentence.tokens[first:]:
        quoted = reading.quoted_at(token.start)
        speech = quoted is not None and quoted.start == token.start and reading.is_utterance(quoted)
        if (stop is not None and token.start >= stop) or (speech and token.index > first):
            limit = token.index
            break
    verbs = [c for c in reading.cues(sentence) if first <= c.first < limit and _speaks(c)]
    finite = [c for c in verbs if c.form in (CueForm.FINITE, CueForm.IMPERSONAL)]
    cue = next(iter(finite or verbs), None)
    nearest = first + (10 if dashed else 3)
    if cue is not None and (cue.first <= nearest or dashed):
        end = sentence.tokens[limit - 1].stop
        source = source_of(cue, start=first, stop=limit)
        return _Authors(cue.found(), source, end)
    return _any_verb(reading, sentence.index, first, limit) if dashed else None


def _speaks(cue: CueMatch) -> bool:
    if not cue.governs & {"прямая", "вводное", "что"}:
        return False
    return cue.reports and cue.form is not CueForm.PREPOSITION and cue.form is not CueForm.NOUN


def _any_verb(reading: Reading, index: int, first: int, limit: int) -> _Authors | None:
    """A verb that is in no lexicon, right behind the dash: «", - [вступается]c [он]s»."""
    sentence = reading.analysis.sentences[index]
    for token in sentence.tokens[first : min(first + 3, limit)]:
        form = verbal_form(token) if token.pos == "VERB" else None
        if form is CueForm.FINITE and token.feats.get("Person") in (None, "3"):
            cue = _unlisted(sentence, token, form)
            source = source_of(cue, start=first, stop=limit)
            if source is None or source.start < token.start:
                return None
            return _Authors(cue.found(), source, sentence.tokens[limit - 1].stop)
    return None


def _resumes(reading: Reading, authors: _Authors, following: Quoted) -> bool:
    """Whether the next quotation goes on after the author's words: «… - отметил он. - "Срок не изменится"»."""
    between = reading.text[max(following.start - 12, authors.cue.span.stop) : following.start]
    gap = following.start - authors.stop
    return -2 <= gap <= 8 and _RESUMES.search(between) is not None


def _words_before(reading: Reading, quoted: Quoted) -> _Authors | None:
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


def cue_before(reading: Reading, index: int, limit: int) -> _Authors | None:
    """The cue that announces what stands behind a colon.

    Args:
        reading: The article.
        index: Index of the colon's sentence.
        limit: Index of the colon's token.

    Returns:
        Cue and source, ``None`` where nothing announces speech.
    """
    sentence = reading.analysis.sentences[index]
    cues = [
        c
        for c in reading.cues(sentence)
        if c.last < limit and c.reports and not in_marks(reading, c.token)
    ]
    chosen = _surest(cues)
    if chosen is None:
        return None
    source = source_of(chosen, stop=limit)
    return _Authors(chosen.found(), source, sentence.tokens[limit - 1].stop)


def _surest(cues: Sequence[CueMatch]) -> CueMatch | None:
    """The last cue that introduces speech: a predicate before a gerund, any verb before a noun or phrase."""
    verbs = [c for c in cues if _speaks(c)]
    speech = [c for c in verbs if "прямая" in c.governs]
    predicates = [c for c in speech if c.is_verbal]
    phrases = [c for c in cues if c.form is CueForm.PREPOSITION]
    for row in (predicates, speech, verbs, phrases, cues):
        if row:
            return row[-1]
    return None


def verb_before(reading: Reading, index: int, limit: int) -> _Authors | None:
    """A verb of no lexicon before a colon behind which somebody speaks in the first person.

    Args:
        reading: The article.
        index: Index of the colon's sentence.
        limit: Index of the colon's token.

    Returns:
        The last finite verb with its subject, ``None`` where there is none.
    """
    sentence = reading.analysis.sentences[index]
    for token in reversed(sentence.tokens[:limit]):
        form = verbal_form(token) if token.pos == "VERB" else None
        if form is CueForm.FINITE:
            cue = _unlisted(sentence, token, form)
            return _Authors(cue.found(), source_of(cue, stop=limit), token.stop)
    return None


def _unlisted(sentence: ParsedSentence, token: Token, form: CueForm) -> CueMatch:
    """A cue match for a verb that no lexicon has but that stands where a cue stands."""
    return CueMatch(
        sentence=sentence,
        index=token.index,
        first=token.index,
        last=token.index,
        lemma=token.lemma,
        act="manner",
        governs=frozenset({"прямая"}),
        form=form,
    )


def _split_inside(reading: Reading, quoted: Quoted) -> FoundQuote | None:
    """Author's words inside one pair of marks: «⟦"Работа идет⟧, - [отметил]c он. - ⟦Срок не изменится"⟧»."""
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


def _at_authors(reading: Reading, start: int, stop: int) -> tuple[int, int | None, _Authors] | None:
    """Where the first author's words inside a stretch of speech begin and, if speech goes on, end."""
    for match in _INSERT.finditer(reading.text, start, stop):
        end = _INSERT_END.search(reading.text, match.end(), min(match.end() + LONGEST_INSERT, stop))
        limit = end.start() if end else stop
        authors = _authors_at(reading, match.end(), dashed=False, stop=limit)
        if authors is None or authors.source is None or authors.cue.span.start > limit:
            continue
        if not end and stop - match.end() > LONGEST_INSERT:
            continue
        return match.start("dash"), end.end() if end else None, authors
    return None


def _stands_alone(reading: Reading, quoted: Quoted) -> bool:
    """Whether a quotation is a sentence or more of its own: a speech that goes on, or a block quote."""
    tokens = reading.analysis.tokens_in(Span(quoted.start, quoted.stop))
    words = sum(t.is_word for t in tokens)
    if words < 4 or not reading.is_utterance(quoted) or not _begins_utterance(reading, quoted):
        return False
    if not any(t.verb_form == "Fin" or t.feats.get("Variant") == "Short" for t in tokens):
        return False
    rest = reading.text[quoted.stop : quoted.stop + 3].strip()
    closed_inside = reading.text[quoted.stop - 2 : quoted.stop - 1] in ".!?…"
    return (
        not rest
        or rest[0] in ".!?…"
        or (closed_inside and rest[:1].isupper())
        or rest[0] in MARK_OPENERS
    )


MARK_OPENERS = '"«„“('
