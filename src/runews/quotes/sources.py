"""The source of a cue: the noun phrase or pronoun of its sentence that names who speaks.

In flow a cue match; out flows the span of its source. The tree proposes, agreement and punctuation
decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.language.classes import (
    IN,
    IN_OR_ON,
    MARKS,
    NAMING,
    NOMINAL,
    NOUNS,
    OBJECT_CASES,
    OPENING_MARKS,
    PRONOMINAL,
    THEIRS,
)
from runews.lexicons.nouns import listed_words, tells_time
from runews.models import Span
from runews.quotes.cues import CueForm, CueMatch
from runews.quotes.phrases import (
    antecedent,
    noun_phrase,
    oblique_phrase,
    phrase_top,
    preposition_of,
    span_of,
)
from runews.quotes.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runews.language import ParsedSentence, Token

__all__ = ["follows_from", "source_of"]

_UTTERANCES = frozenset({"слово", "заявление", "мнение", "высказывание"})
_OURS = frozenset({"моему", "нашему", "моим", "нашим", "мой", "наш"})


def _speaks_not(lemma: str) -> bool:
    return tells_time(lemma) or lemma in listed_words("no_sources")


def source_of(cue: CueMatch, start: int = 0, stop: int | None = None) -> Span | None:
    """The phrase that names who speaks by a cue.

    Args:
        cue: The cue.
        start: Index of the first token to consider.
        stop: Index after the last one; the end of the sentence by default.

    Returns:
        Its span, ``None`` where the sentence names nobody.
    """
    sentence = cue.sentence
    stop = len(sentence.tokens) if stop is None else stop
    if cue.form is CueForm.PREPOSITION:
        return _after_preposition(cue, stop)
    if cue.form is CueForm.NOUN:
        return _of_noun(cue)
    if cue.form is CueForm.PARTICIPLE:
        return _of_participle(cue)
    if cue.form is CueForm.INFINITIVE:
        return _of_infinitive(cue, start, stop)
    if cue.act == "relay" and (quoted := _quoted_person(cue, stop)) is not None:
        return quoted
    # A gerund has its verb's subject.
    verb = _reporter(cue, start) if cue.form is CueForm.GERUND else None
    if verb is not None and _has_no_subject(sentence, verb):
        place = _place_of(cue, start, stop)
        if place is not None:
            return place
    head = subject_of(sentence, verb.index if verb is not None else cue.index, start, stop)
    if head is not None and cue.form is not CueForm.IMPERSONAL:
        if sentence.tokens[head].lower.startswith("котор"):
            head = antecedent(sentence, head)
        if head > cue.last:
            head = _behind_recipient(sentence, head)
        first, last = noun_phrase(sentence, head, cue.first if head < cue.first else stop)
        if head > cue.last:
            first = max(first, cue.last + 1)
        return span_of(sentence, (first, last))
    return _place_of(cue, start, stop)


def _behind_recipient(sentence: ParsedSentence, head: int) -> int:
    """The person whom the tree hangs on an abbreviation: «сказал РБК [Иван Орлов]»."""
    tokens = sentence.tokens
    person = tokens[head + 1] if head + 1 < len(tokens) else None
    if person is None or not tokens[head].text.isupper() or tokens[head].case == "Nom":
        return head
    full = any(c.rel == "flat:name" for c in sentence.children(person.index))
    return person.index if full else head


def _quoted_person(cue: CueMatch, stop: int) -> Span | None:
    """Whose words an outlet passes on.

    «приводит слова [Мантурова] ТАСС», «цитирует [министра] агентство».
    """
    sentence = cue.sentence
    for child in sentence.children(cue.index):
        if not cue.index < child.index < stop or child.case not in OBJECT_CASES:
            continue
        if child.lemma in _UTTERANCES:
            for owner in sentence.children(child.index):
                if owner.case == "Gen" and owner.index > child.index:
                    return _person(sentence, owner.index)
        if child.is_animate and child.rel == "obj":
            return _person(sentence, child.index)
    return None


def _person(sentence: ParsedSentence, head: int) -> Span:
    """The phrase of a person without the outlet's name: «слова [мэра] «Северная газета»»."""
    tokens = sentence.tokens
    stop = next(
        (
            t.index
            for t in tokens[head + 1 : -1]
            if t.text in OPENING_MARKS and tokens[t.index + 1].case == "Nom"
        ),
        None,
    )
    return span_of(sentence, noun_phrase(sentence, head, stop))


def _after_preposition(cue: CueMatch, stop: int) -> Span | None:
    """«по словам [министра]», «по [его] словам»."""
    sentence = cue.sentence
    for token in sentence.tokens[cue.first + 1 : cue.last]:
        if token.lower in THEIRS or (token.pos in PRONOMINAL and token.lower in _OURS):
            return token.span
    following = sentence.tokens[cue.last + 1 : stop]
    if not following or (following[0].pos == "PUNCT" and following[0].text not in MARKS):
        return None
    return span_of(sentence, oblique_phrase(sentence, cue.last + 1, stop))


def _of_noun(cue: CueMatch) -> Span | None:
    """«заявление [министра]», «[его] слова», «[Министр] сделал заявление»."""
    sentence = cue.sentence
    for token in sentence.tokens[max(cue.index - 2, 0) : cue.index]:
        if token.lower in THEIRS:
            return token.span
    for child in sentence.children(cue.index):
        if child.index > cue.index and child.case == "Gen" and child.pos in NOMINAL:
            return span_of(sentence, noun_phrase(sentence, child.index))
    for above in sentence.ancestors(cue.index):
        if above.pos == "VERB":
            head = subject_of(sentence, above.index, 0, len(sentence.tokens))
            if head is not None and head != cue.index:
                return span_of(sentence, noun_phrase(sentence, head))
            return None
    return None


def _of_infinitive(cue: CueMatch, start: int, stop: int) -> Span | None:
    """«[Он] поспешил заявить», «[Петрову] пришлось сообщить»; «трудно сказать» has none."""
    sentence = cue.sentence
    verb = next((a for a in sentence.ancestors(cue.index) if a.verb_form != "Inf"), None)
    if verb is None or not verb.is_finite:
        return None
    for child in (*sentence.children(verb.index), *sentence.children(cue.index)):
        dative = child.case == "Dat" and child.pos in NOMINAL and child.index < cue.index
        if dative and start <= child.index < stop and preposition_of(sentence, child.index) is None:
            return span_of(sentence, noun_phrase(sentence, child.index))
    before = sentence.tokens[verb.index - 1] if verb.index > start else verb
    if before.case == "Dat" and before.pos in NOMINAL and verb.gender == "Neut":
        return span_of(sentence, (before.index, before.index + 1))
    head = subject_of(sentence, verb.index, start, stop)
    return span_of(sentence, noun_phrase(sentence, head)) if head is not None else None


def _of_participle(cue: CueMatch) -> Span | None:
    """«[Петров], заявивший, что …»."""
    sentence = cue.sentence
    head = cue.token.head
    if 0 <= head < cue.index and sentence.tokens[head].pos in NOMINAL:
        return span_of(sentence, noun_phrase(sentence, head, cue.index))
    for i in range(cue.index - 1, -1, -1):
        if sentence.tokens[i].pos in NOMINAL:
            return span_of(sentence, noun_phrase(sentence, i, cue.index))
    return None


#: «из документа следует, что …»: an event that has a document for its source.
_FOLLOWS = frozenset({"следовать", "явствовать", "вытекать", "видно"})


def follows_from(cue: CueMatch) -> bool:
    """Whether a cue draws on a document: «из доклада следует, что …»."""
    return cue.lemma in _FOLLOWS and any(t.lower == "из" for t in cue.sentence.tokens)


def _reporter(cue: CueMatch, start: int) -> Token | None:
    """The finite verb that a gerund goes with: «Рейс отменён, [сообщили] в порту, уточнив, что …».

    The tree may hang the gerund on «отменён». A verb of a subordinate clause is none: «заявил, что
    парк закроют, отметив, что …».
    """
    tokens = cue.sentence.tokens
    verb = next((t for t in reversed(tokens[start : cue.first]) if t.is_finite), None)
    if verb is None:
        return None
    for token in reversed(tokens[start : verb.index]):
        if token.pos == "SCONJ":
            return None
        if token.pos == "PUNCT":
            break
    return verb


def _has_no_subject(sentence: ParsedSentence, verb: Token) -> bool:
    children = sentence.children(verb.index)
    return verb.number == "Plur" and not any(c.rel.startswith("nsubj") for c in children)


def _place_of(cue: CueMatch, start: int, stop: int) -> Span | None:
    """«в [МИД] сообщили», «в [документе] говорится», «[министром] было заявлено»."""
    sentence = cue.sentence
    tokens = sentence.tokens
    verb = cue.token
    if cue.form is CueForm.GERUND:
        # «сообщили в Роскосмосе, уточнив …»: the gerund's subject is its verb's.
        verb = _reporter(cue, start) or verb
    follows = follows_from(cue)
    if not (verb.number == "Plur" or cue.form is CueForm.IMPERSONAL or follows):
        return None
    passable = {verb.index, cue.index, cue.token.head}
    for token in _by_distance(tokens[start:stop], verb.index):
        if token.lower.startswith("котор") and token.case == "Loc" and token.index < verb.index:
            head = antecedent(sentence, token.index)
            return span_of(sentence, noun_phrase(sentence, head, token.index))
        if token.pos not in NAMING:
            continue
        if _clause_break(sentence, token.index, verb.index, passable):
            continue
        if cue.form is CueForm.IMPERSONAL and token.case == "Ins" and token.head == cue.index:
            return span_of(sentence, noun_phrase(sentence, token.index))
        if follows and token.case == "Gen" and preposition_of(sentence, token.index) == "из":
            return span_of(sentence, noun_phrase(sentence, token.index))
        named = token.pos != "NOUN" and token.case in ("Loc", None)
        # The parser often hangs a place behind an inverted verb on an earlier one.
        beside = token.index > verb.index and verb.number == "Plur"
        attached = token.case == "Loc" and (token.head in passable or beside)
        if (named or attached) and preposition_of(sentence, token.index) in IN_OR_ON:
            if _speaks_not(token.lemma):
                continue
            return span_of(
                sentence, noun_phrase(sentence, phrase_top(sentence, token.index, start))
            )
    return _opening_place(cue, start) if cue.form is CueForm.IMPERSONAL else None


def _opening_place(cue: CueMatch, start: int) -> Span | None:
    """«В [письме], которое движение отправило, говорится»: the place heads the sentence."""
    sentence = cue.sentence
    for token in sentence.tokens[start : cue.first]:
        if token.pos in NOUNS and token.case == "Loc":
            if preposition_of(sentence, token.index) in IN and not _speaks_not(token.lemma):
                return span_of(sentence, noun_phrase(sentence, token.index, cue.first))
            return None
        if token.is_finite:
            return None
    return None


def _by_distance(tokens: Iterable[Token], centre: int) -> Iterator[Token]:
    yield from sorted(tokens, key=lambda t: (abs(t.index - centre), t.index))


def _clause_break(sentence: ParsedSentence, a: int, b: int, passable: set[int]) -> bool:
    low, high = min(a, b), max(a, b)
    return any(
        t.index not in passable and t.pos != "AUX" and (t.pos == "SCONJ" or t.is_finite)
        for t in sentence.tokens[low + 1 : high]
    )
