"""The author's words beside somebody's speech: which verb reports it, and who its subject is.

In flow the article and an offset or a colon; out flow cue and source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.models import Span
from runews.quotes.cues import CueForm, CueMatch, verbal_form
from runews.quotes.found import FoundCue
from runews.quotes.positions import in_marks
from runews.quotes.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language import ParsedSentence, Token
    from runews.quotes.reading import Reading

__all__ = ["AuthorsWords", "authors_at", "cue_before", "verb_before"]

_REPORTING = frozenset({"прямая", "вводное", "что"})


@attrs.frozen
class AuthorsWords:
    """The author's words beside a quotation: their cue and where they stop."""

    cue: FoundCue
    source: Span | None
    stop: int


def authors_at(
    reading: Reading, start: int, *, dashed: bool, stop: int | None = None
) -> AuthorsWords | None:
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
    if cue is not None and (cue.first <= first + 3 or dashed):
        end = sentence.tokens[limit - 1].stop
        source = source_of(cue, start=first, stop=limit)
        return AuthorsWords(cue.found(), source, end)
    return _any_verb(reading, sentence.index, first, limit) if dashed else None


def _speaks(cue: CueMatch) -> bool:
    if not cue.governs & _REPORTING:
        return False
    return cue.reports and cue.form is not CueForm.PREPOSITION and cue.form is not CueForm.NOUN


def _any_verb(reading: Reading, index: int, first: int, limit: int) -> AuthorsWords | None:
    """A verb that is in no lexicon, right behind the dash: «", - [вступается]c [он]s»."""
    sentence = reading.analysis.sentences[index]
    for token in sentence.tokens[first : min(first + 3, limit)]:
        form = verbal_form(token) if token.pos == "VERB" else None
        if form is CueForm.FINITE and token.person in (None, "3"):
            cue = _unlisted(sentence, token, form)
            source = source_of(cue, start=first, stop=limit)
            if source is None:
                return None
            return AuthorsWords(cue.found(), source, sentence.tokens[limit - 1].stop)
    return None


def cue_before(reading: Reading, index: int, limit: int) -> AuthorsWords | None:
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
    chosen = _surest(cues, limit)
    if chosen is None:
        return None
    source = source_of(chosen, stop=limit)
    return AuthorsWords(chosen.found(), source, sentence.tokens[limit - 1].stop)


def _surest(cues: Sequence[CueMatch], limit: int) -> CueMatch | None:
    """The last cue that introduces speech; one at the colon first, then predicates, phrases."""
    verbs = [c for c in cues if _speaks(c)]
    speech = [c for c in verbs if "прямая" in c.governs]
    predicates = [c for c in speech if c.is_verbal]
    phrases = [c for c in cues if c.form is CueForm.PREPOSITION]
    nearest = [c for c in speech if c.last + 1 == limit]
    for row in (nearest, predicates, speech, verbs, phrases, cues):
        if row:
            return row[-1]
    return None


def verb_before(reading: Reading, index: int, limit: int) -> AuthorsWords | None:
    """A verb of no lexicon before a colon behind which somebody speaks in the first person.

    Args:
        reading: The article.
        index: Index of the colon's sentence.
        limit: Index of the colon's token.

    Returns:
        The main clause's finite verb, else the last one, with its subject; ``None`` where there is
        none.
    """
    sentence = reading.analysis.sentences[index]
    before = sentence.tokens[:limit]
    for token in (*(t for t in before if t.head < 0), *reversed(before)):
        form = verbal_form(token) if token.pos == "VERB" else None
        if form is CueForm.FINITE:
            cue = _unlisted(sentence, token, form)
            return AuthorsWords(cue.found(), source_of(cue, stop=limit), token.stop)
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
