"""Cue matches: every word or fixed phrase of a sentence that can report, with its form.

In flow a parsed sentence; out flow `CueMatch` objects in text order. What they introduce, and
whether they do, is for the constructions to find out.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import attrs
import regex

from runews.language.classes import VERBS
from runews.models import Span
from runews.quotes.found import FoundCue
from runews.quotes.lexicon import (
    NOT_REPORTS,
    NOUN_START,
    CueLexicon,
    CueRow,
    SourcePhraseRow,
    cue_lexicon,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import ParsedSentence, Token

__all__ = ["CueForm", "CueMatch", "find_cues"]

_SHORT_FORMS = frozenset({"ADJ", "DET", "VERB"})

#: Words that may stand between the parts of a fixed expression.
LONGEST_GAP = 3
_FINITE = regex.compile(r"(?:л[аои]?|[еиуюая]т)(?:с[яь])?$")
_POSSESSIVES = {
    "его",
    "ее",
    "их",
    "мой",
    "наш",
    "твой",
    "ваш",
    "свой",
    "собственный",
    "он",
    "она",
    "они",
}


class CueForm(Enum):
    """In what grammatical form a cue stands."""

    FINITE = "finite"
    IMPERSONAL = "impersonal"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    SHORT = "short"
    NOUN = "noun"
    PHRASE = "phrase"
    PREPOSITION = "preposition"


@attrs.frozen(eq=False)
class CueMatch:
    """A word or phrase that can report.

    Args:
        sentence: Its sentence.
        index: Index of the token that governs: the verb, the noun, the noun of a source phrase.
        first: Index of its first token.
        last: Index of its last token.
        lemma: Dictionary form, or the fixed phrase.
        act: The kind of act.
        governs: What it can introduce.
        form: Its grammatical form.
    """

    sentence: ParsedSentence
    index: int
    first: int
    last: int
    lemma: str
    act: str
    governs: frozenset[str]
    form: CueForm

    @property
    def token(self) -> Token:
        """The governing token."""
        return self.sentence.tokens[self.index]

    @property
    def span(self) -> Span:
        """From the first token's start to the last one's stop."""
        tokens = self.sentence.tokens
        return Span(tokens[self.first].start, tokens[self.last].stop)

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.tokens[self.first].start

    @property
    def stop(self) -> int:
        """Offset after its last character."""
        return self.sentence.tokens[self.last].stop

    @property
    def reports(self) -> bool:
        """Whether it reports speech or opinion, not knowledge, plans or events."""
        return self.act not in NOT_REPORTS

    def found(self) -> FoundCue:
        """The cue as attribution reads it."""
        return FoundCue(
            span=self.span, lemma=self.lemma, sentence=self.sentence.index, token=self.index
        )

    @property
    def is_personal(self) -> bool:
        """Whether it is the writer's or the reader's own act: «напомним, что», «надеюсь, что»."""
        return self.token.person in ("1", "2")

    @property
    def is_verbal(self) -> bool:
        """Whether it is a predicate of its own: a finite or impersonal verb, a short form."""
        return self.form in (CueForm.FINITE, CueForm.IMPERSONAL, CueForm.SHORT)


def find_cues(sentence: ParsedSentence) -> tuple[CueMatch, ...]:
    """The cues of a sentence.

    Args:
        sentence: The sentence.

    Returns:
        Its cue matches in text order; a word of a fixed expression is no cue on its own.
    """
    lexicon = cue_lexicon()
    found: list[CueMatch] = []
    taken: set[int] = set()
    for match in (*_source_phrases(sentence, lexicon), *_phrases(sentence, lexicon)):
        if taken.isdisjoint(range(match.first, match.last + 1)):
            found.append(match)
            taken.update(range(match.first, match.last + 1))
    for token in sentence.tokens:
        if token.index not in taken and (single := _single(sentence, token, lexicon)):
            found.append(single)
    return tuple(sorted(found, key=lambda m: m.first))


def verbal_form(token: Token) -> CueForm | None:
    """The form in which a verb stands, ``None`` where it is not one that reports.

    Args:
        token: The verb.

    Returns:
        Its form.
    """
    if token.verb_form == "Conv":
        return CueForm.GERUND
    if token.verb_form == "Inf":
        return CueForm.INFINITIVE
    if token.verb_form == "Part":
        if not token.is_short:
            return CueForm.PARTICIPLE
        # «заявлено, что»; «обнаружены» has a subject of its own and reports nothing.
        return CueForm.IMPERSONAL if token.gender == "Neut" else None
    if token.is_finite:
        reflexive = token.lower.endswith(("ся", "сь"))
        # «сообщается», «говорилось»: nobody is the subject; «признался» is an ordinary verb.
        neuter = token.person == "3" or token.gender == "Neut"
        passive = reflexive and token.number == "Sing" and neuter
        return CueForm.IMPERSONAL if passive and _is_passive(token) else CueForm.FINITE
    return None


def _is_passive(token: Token) -> bool:
    """Whether a reflexive is a cue's passive («сообщается»), not its own verb («признаётся»)."""
    return token.lemma[:-2] in cue_lexicon().verbs or token.lemma in ("говориться", "сообщаться")


def _single(sentence: ParsedSentence, token: Token, lexicon: CueLexicon) -> CueMatch | None:
    if token.is_short and (row := _short_row(token, lexicon)):
        return _match(sentence, token, row, CueForm.SHORT)
    if token.pos in VERBS:
        row = lexicon.verbs.get(token.lemma)
        form = verbal_form(token)
        if row is None and form is CueForm.IMPERSONAL and token.lemma.endswith("ся"):
            row = lexicon.verbs.get(token.lemma[:-2])
        return _match(sentence, token, row, form) if row and form else None
    if _FINITE.search(token.lower) and token.lemma in lexicon.verbs:
        # The tagger takes rare verbs for adjectives and nouns; the dictionary knows better.
        return _match(sentence, token, lexicon.verbs[token.lemma], CueForm.FINITE)
    if token.pos == "NOUN":
        # Most nouns are told by how they begin, and their lemma need not be looked up.
        may_be = token.lower[:NOUN_START] in lexicon.noun_starts
        row = lexicon.nouns.get(token.lemma) if may_be else None
        return _match(sentence, token, row, CueForm.NOUN) if row else None
    return None


def _short_row(token: Token, lexicon: CueLexicon) -> CueRow | None:
    """The row of a short form; the dictionary leads some back to a verb: «уверены» → «уверить»."""
    stem = token.lower.removesuffix("а").removesuffix("о").removesuffix("ы")
    return lexicon.shorts.get(token.lemma) or lexicon.shorts.get(f"{stem}ный")


def _match(sentence: ParsedSentence, token: Token, row: CueRow, form: CueForm) -> CueMatch:
    return CueMatch(
        sentence=sentence,
        index=token.index,
        first=token.index,
        last=token.index,
        lemma=row.lemma,
        act=row.act,
        governs=frozenset(row.governs),
        form=form,
    )


def _phrases(sentence: ParsedSentence, lexicon: CueLexicon) -> Iterator[CueMatch]:
    """«дал понять», «пришли к выводу», «выразив уверенность»."""
    tokens = sentence.tokens
    for token in tokens:
        if token.pos != "VERB":
            continue
        for row in lexicon.phrases.get(token.lemma, ()):
            last = _find_rest(tokens, token.index, row.words[1:])
            if last is not None:
                yield CueMatch(
                    sentence=sentence,
                    index=token.index,
                    first=token.index,
                    last=last,
                    lemma=row.phrase,
                    act=row.act,
                    governs=frozenset(row.governs),
                    form=verbal_form(token) or CueForm.PHRASE,
                )
                break


def _find_rest(tokens: Sequence[Token], start: int, words: Sequence[str]) -> int | None:
    position = start
    for word in words:
        for i in range(position + 1, min(position + 2 + LONGEST_GAP, len(tokens))):
            if word in (tokens[i].lemma, tokens[i].lower):
                position = i
                break
            if tokens[i].pos == "PUNCT" or tokens[i].lemma == "себя":
                # «обращал на себя внимание» reports nothing.
                return None
        else:
            return None
    return position


def _source_phrases(sentence: ParsedSentence, lexicon: CueLexicon) -> Iterator[CueMatch]:
    """«по словам», «по его мнению», «согласно»."""
    tokens = sentence.tokens
    for token in tokens:
        for row in lexicon.sources.get(token.lower, ()):
            last = _source_phrase_end(tokens, token.index, row)
            if last is not None:
                yield CueMatch(
                    sentence=sentence,
                    index=last,
                    first=token.index,
                    last=last,
                    lemma=row.phrase,
                    act=row.act,
                    governs=frozenset(row.form),
                    form=CueForm.PREPOSITION,
                )
                break


def _source_phrase_end(tokens: Sequence[Token], start: int, row: SourcePhraseRow) -> int | None:
    """The last token of a source phrase; a possessive or adjectives may stand before its noun."""
    position = start
    words = row.words
    for i, word in enumerate(words[1:], 1):
        position += 1
        if i == len(words) - 1:
            for _ in range(2):
                if (
                    position < len(tokens)
                    and tokens[position].lower != word
                    and _may_stand_inside(tokens[position], row)
                ):
                    position += 1
        if position >= len(tokens) or tokens[position].lower != word:
            return None
    return position


def _may_stand_inside(token: Token, row: SourcePhraseRow) -> bool:
    return "poss" in row.form and (token.pos in _SHORT_FORMS or token.lemma in _POSSESSIVES)
