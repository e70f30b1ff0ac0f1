"""Reports that point or stand apart: «Об этом сообщил X», «X: …» in headlines, blocks after a colon, fragments, dialogue.

In flow the article as read; out flow quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.models import ParagraphKind, QuoteKind, Span
from runews.quotes.clauses import coverage_end, in_brackets, in_marks
from runews.quotes.complements import governing_cue
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.direct import cue_before, verb_before
from runews.quotes.found import FoundQuote
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.language import ParsedSentence
    from runews.quotes.marks import Quoted
    from runews.quotes.reading import Reading

__all__ = ["blocks_after_colon", "fragments", "headline_colons", "pointing_back"]

_POINTERS = (("об", "этом"), ("о", "чем"), ("это",))
#: Words of a source before the colon of a headline.
LONGEST_TITLE_SOURCE = 8


def pointing_back(reading: Reading) -> Iterator[FoundQuote]:
    """«⟦Клуб снимется с розыгрыша⟧. Об этом [заявил]c [тренер]s.»

    Args:
        reading: The article.

    Yields:
        A quote for each sentence that reports the sentence before it.
    """
    previous: ParsedSentence | None = None
    for sentence in reading.sentences:
        cue = _pointing_cue(reading, sentence)
        if (
            cue is not None
            and previous is not None
            and sentence.paragraph - previous.paragraph <= 1
        ):
            start, stop = previous.start, previous.stop
            quoted = reading.quoted_at(stop - 1) or reading.quoted_at(max(stop - 2, start))
            if quoted is not None and len(quoted.pieces) == 1:
                start = min(start, quoted.start)
            pieces = reading.pieces((start, stop))
            if pieces and reading.paragraph_kind(previous) is not ParagraphKind.HEADLINE:
                whole = reading.wholly_quoted(pieces[0])
                yield FoundQuote(
                    kind=QuoteKind.DIRECT if whole else reading.kind_of(pieces),
                    spans=pieces,
                    cue=cue.found(),
                    source=source_of(cue),
                    rule="pointing_back",
                )
        previous = sentence


def _pointing_cue(reading: Reading, sentence: ParsedSentence) -> CueMatch | None:
    """The cue of a sentence that begins with «об этом» or has it beside its verb."""
    tokens = sentence.tokens
    pointer = next(
        (
            t.index
            for t in tokens[:-1]
            if t.lower in ("об", "о") and tokens[t.index + 1].lower == "этом"
        ),
        None,
    )
    if pointer is None or pointer > 8:
        return None
    if pointer + 2 < len(tokens) and tokens[pointer + 2].pos in ("NOUN", "ADJ"):
        return None
    for cue in reading.cues(sentence):
        if cue.first < pointer - 6 or not cue.reports or cue.form is CueForm.NOUN:
            continue
        if cue.form in (CueForm.FINITE, CueForm.IMPERSONAL) and not _is_aside(cue):
            if pointer < cue.first and _has_complement(reading, cue):
                return None
            return cue if not in_marks(reading, cue.token) else None
    return None


def _has_complement(reading: Reading, cue: CueMatch) -> bool:
    """Whether a что-clause of the cue's own follows, so that «об этом» is only its topic."""
    tokens = cue.sentence.tokens
    for token in tokens[cue.last + 1 :]:
        if token.lower == "что" and tokens[token.index - 1].text == ",":
            return governing_cue(reading, cue.sentence, token.index, "что") is cue
    return False


def _is_aside(cue: CueMatch) -> bool:
    """Whether the cue belongs to a «как передает ТАСС» beside the main one."""
    return any(t.lower == "как" for t in cue.sentence.tokens[max(cue.first - 3, 0) : cue.first])


def _outranks(cue: CueMatch, earlier: CueMatch) -> bool:
    """Whether a cue nearer to a fragment is the one that it belongs to."""
    tokens = cue.sentence.tokens
    if cue.form is CueForm.NOUN and earlier.is_verbal:
        # «назвал это вопросом "ближайших недель"», but «напал с криком "…"».
        return cue.first > 0 and tokens[cue.first - 1].lower in ("с", "со")
    return not (cue.form is CueForm.INFINITIVE and cue.token.head == earlier.index)


def headline_colons(reading: Reading) -> Iterator[FoundQuote]:
    """«[Роскомнадзор]s: ⟦запрет не связан с законом⟧» in headlines and section headings.

    Args:
        reading: The article.

    Yields:
        A quote for each heading that names a source before a colon.
    """
    for sentence in reading.sentences:
        if reading.paragraph_kind(sentence) not in (
            ParagraphKind.HEADLINE,
            ParagraphKind.SUBHEADING,
        ):
            continue
        tokens = sentence.tokens
        colon = next((t.index for t in tokens if t.text == ":"), None)
        if not colon or colon > LONGEST_TITLE_SOURCE:
            continue
        before = tokens[:colon]
        if any(t.verb_form == "Fin" or t.pos in ("SCONJ", "ADP") for t in before):
            continue
        if not any(t.pos in ("NOUN", "PROPN", "X") and t.case in ("Nom", None) for t in before):
            continue
        if not _names_source(reading, Span(before[0].start, before[-1].stop)):
            continue
        pieces = reading.pieces((tokens[colon].stop, sentence.stop))
        if not pieces:
            continue
        whole = reading.wholly_quoted(pieces[0])
        yield FoundQuote(
            kind=QuoteKind.DIRECT if whole else reading.kind_of(pieces),
            spans=pieces,
            cue=None,
            source=Span(before[0].start, before[-1].stop),
            rule="headline_colon",
        )


def _names_source(reading: Reading, span: Span) -> bool:
    """Whether a name of a person or an organisation stands in a span, or a plural of people."""
    return any(n.span.overlaps(span) and n.type.value != "LOC" for n in reading.analysis.names)


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
        if in_marks(reading, last.tokens[-1]) or in_marks(reading, following[0].tokens[0]):
            continue
        if reading.quoted_at(following[0].start) is not None:
            continue
        authors = cue_before(reading, last.index, len(last.tokens) - 1)
        paragraph = reading.layout.paragraphs[number + 1]
        if authors is None and any(map(_is_first_person, following)):
            authors = verb_before(reading, last.index, len(last.tokens) - 1)
        if authors is None or authors.source is None or len(paragraph.text) < 20:
            continue
        if any(_is_narrated(reading, s) for s in following):
            continue
        if paragraph.kind not in (ParagraphKind.BODY, ParagraphKind.LEAD):
            continue
        yield FoundQuote(
            kind=QuoteKind.DIRECT,
            spans=(paragraph.span,),
            cue=authors.cue,
            source=authors.source,
            rule="block_after_colon",
        )


def _is_first_person(sentence: ParsedSentence) -> bool:
    return any(t.feats.get("Person") == "1" for t in sentence.tokens)


def _is_narrated(reading: Reading, sentence: ParsedSentence) -> bool:
    """Whether a sentence reports a third person, as the narrator does and a speaker's own words seldom do."""
    for cue in reading.cues(sentence):
        if not cue.reports or in_marks(reading, cue.token) or cue.is_personal:
            continue
        if cue.form is CueForm.PREPOSITION:
            return source_of(cue) is not None
        if cue.form is CueForm.FINITE and cue.act in ("speech", "relay"):
            source = source_of(cue)
            named = source and any(
                n.span.overlaps(source)
                for n in reading.analysis.names
                if n.sentence == sentence.index
            )
            if named:
                return True
    return False


#: Acts whose nouns stand right before words: «с криком "…"», «со словами "…"».
_WORDED = frozenset({"speech", "question", "manner"})
_JOINS = regex.compile(r"\s{0,3}(?:,|и|,\s?и|или)\s{0,3}")


def topics(reading: Reading) -> Iterator[FoundQuote]:
    """«[Коммунисты]s [говорят]c ⟦о "широкой кампании" против главы области⟧»: a topic with verbatim words.

    Args:
        reading: The article.

    Yields:
        A mixed quote for each topic of a reporting verb that holds somebody's words.
    """
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for cue in reading.cues(sentence):
            if not cue.is_verbal or not cue.reports or cue.is_personal or "о" not in cue.governs:
                continue
            start = cue.last + 1
            while start < min(cue.last + 4, len(tokens)) and tokens[start].pos in (
                "CCONJ",
                "ADV",
                "PART",
            ):
                start += 1
            if start + 1 >= len(tokens) or tokens[start].lower not in ("о", "об", "обо"):
                continue
            if tokens[start + 1].lower in ("этом", "том") or in_marks(reading, cue.token):
                continue
            end = coverage_end(reading, sentence, start, cue)
            pieces = reading.pieces((tokens[start].start, tokens[end - 1].stop))
            if pieces and reading.kind_of(pieces) is QuoteKind.MIXED:
                yield FoundQuote(
                    kind=QuoteKind.MIXED,
                    spans=pieces,
                    cue=cue.found(),
                    source=source_of(cue),
                    rule="topic",
                )


def fragments(reading: Reading) -> Iterator[FoundQuote]:
    """«[Она]s [назвала]c решение ⟦"ошибкой"⟧»: verbatim words outside any complement.

    Args:
        reading: The article.

    Yields:
        A mixed quote for each fragment, or row of fragments, under a reporting cue.
    """
    rows: list[list[Quoted]] = []
    for quoted in reading.outer:
        if len(quoted.pieces) != 1 or not reading.is_utterance(quoted):
            continue
        if rows and _JOINS.fullmatch(reading.text, rows[-1][-1].stop, quoted.start):
            rows[-1].append(quoted)
        else:
            rows.append([quoted])
    for row in rows:
        cue = _fragment_cue(reading, row[0])
        if cue is None:
            continue
        yield FoundQuote(
            kind=QuoteKind.MIXED,
            spans=tuple(Span(q.start, q.stop) for q in row),
            cue=cue.found(),
            source=source_of(cue),
            rule="fragment",
        )


def _fragment_cue(reading: Reading, quoted: Quoted) -> CueMatch | None:
    """The reporting cue in whose clause a fragment stands."""
    sentence = reading.analysis.sentence_at(quoted.start)
    if sentence is None:
        return None
    index = next((t.index for t in sentence.tokens if t.start >= quoted.start), 0)
    if in_brackets(sentence, index):
        return None
    best: CueMatch | None = None
    for cue in reading.cues(sentence):
        if cue.first >= index:
            break
        if not cue.reports or cue.is_personal or in_marks(reading, cue.token):
            continue
        if cue.form in (CueForm.PREPOSITION, CueForm.PARTICIPLE):
            continue
        if cue.form is CueForm.INFINITIVE and source_of(cue) is None:
            continue
        if in_brackets(sentence, cue.index) or (
            cue.form is CueForm.IMPERSONAL and cue.act != "speech"
        ):
            continue
        if cue.form is CueForm.NOUN and (index - cue.last > 1 or cue.act not in _WORDED):
            continue
        if best is not None and not _outranks(cue, best):
            continue
        best = cue
    if best is None:
        return None
    between = sentence.tokens[best.last + 1 : index]
    if any(t.verb_form == "Fin" or t.lower.startswith("котор") for t in between):
        return None
    return best
