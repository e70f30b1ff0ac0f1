"""Who speaks where the sentence names nobody: elided subjects, continuations, words after a colon.

In flow a quote without a source, the scene and the speakers so far; out flows a `Resolution` or
nothing. At every step the cue's form has to agree with the candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from runews.attribution.agreement import fits, governing_verb, verb_traits
from runews.attribution.lexicon import is_impersonal
from runews.attribution.phrases import phrase_start, phrase_stop
from runews.attribution.pronouns import last_speaker
from runews.attribution.resolution import Past, Resolution, Way
from runews.attribution.speakers import resolve_source
from runews.entities import Traits
from runews.language.classes import IN, NOMINAL, NOUNS, PREDICATIVE, SUBJECT_CASES, VERBS
from runews.lexicons.nouns import source_class
from runews.models import Span

if TYPE_CHECKING:
    from runews.attribution.scene import Scene
    from runews.language import ParsedSentence, Token
    from runews.quotes import FoundQuote

__all__ = ["RULES", "resolve_from_context"]

_NAME_WORDS = NOUNS | {"ADJ"}
_PREDICATES = VERBS | {"ADJ"}
_APART = frozenset({"PUNCT", "SCONJ"})
_NOBODY = frozenset({"что", "это", "все", "кто", "который"})

Rule = Callable[["FoundQuote", "Scene", Sequence[Past]], Resolution | None]

_NO_BLOCK: frozenset[int] = frozenset()
#: White space that may stand between a colon and the words that it introduces.
_COLON_REACH = 8


def resolve_from_context(
    quote: FoundQuote, scene: Scene, past: Sequence[Past]
) -> Resolution | None:
    """The speaker of a quote whose sentence names no source.

    Args:
        quote: The quote.
        scene: The article.
        past: The speakers so far, in text order.

    Returns:
        Who speaks; ``None`` where the article gives no source.
    """
    if _is_impersonal(quote, scene):
        return by_document(quote, scene, past)
    for rule in RULES:
        found = rule(quote, scene, past)
        if found is not None:
            return found
    return None


def by_document(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«говорится в [заявлении группы]», «[справка], в которой говорилось»: the text says it."""
    cue = scene.cue_token(quote)
    sentence = scene.anchor(quote)
    if cue is None or sentence is None:
        return None
    content = scene.indices(sentence, quote.spans)
    documents = [
        token
        for token in sentence.tokens
        if token.index not in content and source_class(token.lemma) == "document"
    ]
    stated = [t for t in documents if t.case == "Loc" and _behind_in(sentence, t)]
    related = [t for t in documents if _opens_relative(sentence, t, cue)]
    for token in (*stated, *related):
        start = phrase_start(sentence, token.index, content)
        stop = phrase_stop(sentence, token.index, content)
        span = Span(sentence.tokens[start].start, sentence.tokens[stop - 1].stop)
        return resolve_source(span, scene, past)
    return None


def _behind_in(sentence: ParsedSentence, token: Token) -> bool:
    """Whether «в» brings a noun in."""
    start = phrase_start(sentence, token.index, _NO_BLOCK)
    return any(t.lower in IN for t in sentence.tokens[start - 1 : start])


def _opens_relative(sentence: ParsedSentence, token: Token, cue: Token) -> bool:
    """Whether «, в котором» stands between a noun and the cue."""
    return any(t.lemma == "который" for t in sentence.tokens[token.index : cue.index])


def by_subject_form(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[Росводресурсы] объяснили …», «[Два источника] сказали …»: what can be a subject by form.

    The tagger gives rare names any case, and counted nouns have the genitive.
    """
    cue = scene.cue_token(quote)
    sentence = scene.anchor(quote)
    if cue is None or sentence is None or not cue.is_finite:
        return None
    content = scene.indices(sentence, quote.spans)
    wanted = verb_traits(cue)
    children = [c for c in sentence.children(cue.index) if c.rel.startswith("nsubj")]
    for token in (*children, *_opening_noun(sentence, cue)):
        if token.index in content or not _subject_by_form(sentence, token, wanted):
            continue
        start = phrase_start(sentence, token.index, content)
        stop = phrase_stop(sentence, token.index, content)
        span = Span(sentence.tokens[start].start, sentence.tokens[stop - 1].stop)
        found = resolve_source(span, scene, past)
        if found is None or found.entity is not None:
            return found
        name = scene.slice(span)
        proper = token.pos == "PROPN" or name[1:2].isupper()
        return attrs.evolve(found, name=name if proper else name[:1].lower() + name[1:])
    return None


def _opening_noun(sentence: ParsedSentence, cue: Token) -> tuple[Token, ...]:
    """The noun that the sentence begins with, before the cue in the same clause."""
    for token in sentence.tokens[: cue.index]:
        if token.pos in NOUNS:
            between = sentence.tokens[token.index + 1 : cue.index]
            apart = any(t.pos in _APART or t.is_finite for t in between)
            return () if apart else (token,)
    return ()


def _subject_by_form(sentence: ParsedSentence, token: Token, wanted: Traits | None) -> bool:
    """Whether a noun can be the subject that a verb agrees with, whatever its tags say."""
    number = wanted.number if wanted is not None else "Sing"
    if token.pos not in _NAME_WORDS:
        return False
    living = token.is_animate or token.pos == "PROPN"
    if not (living or token.rel.startswith("nsubj")):
        return False
    return any(
        form.pos in NOUNS and {"nomn", number.lower()} <= form.grammemes
        for form in token.morphology.forms(token.text)
    )


def by_shared_subject(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[Он] сказал это, [добавив] …», «[Орлов] пришёл и [заявил] …»: the sentence's subject."""
    cue = scene.cue_token(quote)
    sentence = scene.anchor(quote)
    if cue is None or sentence is None:
        return None
    if not _is_predicate(cue):
        return None
    wanted = verb_traits(governing_verb(sentence, cue))
    content = scene.indices(sentence, quote.spans)
    for above in (cue, *sentence.ancestors(cue.index)):
        subject = _subject(sentence, above, wanted, content)
        if subject is not None:
            return _elided(subject, sentence, scene, past)
    if cue.verb_form not in PREDICATIVE:
        return None
    for token in reversed(sentence.tokens[: cue.index]):
        if token.index not in content and _can_be_subject(token, wanted):
            return _elided(token, sentence, scene, past)
    return None


def by_last_speaker(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«Он сказал, что … [Добавил], что …»: who spoke last, if the form agrees."""
    cue = scene.cue_token(quote)
    sentence = scene.anchor(quote)
    if sentence is None:
        sentence = scene.analysis.sentence_at(quote.spans[0].start)
    if sentence is None:
        return None
    if cue is not None and not _is_predicate(cue):
        # «по предварительным данным»: a phrase that leaves its source out on purpose.
        return None
    wanted = verb_traits(governing_verb(sentence, cue)) if cue is not None else None
    way = Way.ELIDED if cue is not None else Way.CONTINUED
    return last_speaker(past, wanted, sentence.index, way)


def by_introduction(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[Мэр] был краток: «…»»: the subject of the words before the colon."""
    start = quote.spans[0].start
    before = scene.text[max(start - _COLON_REACH, 0) : start].rstrip()
    if quote.cue is not None or not before.endswith(":"):
        return None
    colon = scene.text.rindex(":", 0, start)
    sentence = scene.analysis.sentence_at(colon)
    if sentence is None:
        return None
    for token in sentence.tokens:
        if token.start >= start:
            break
        if token.rel.startswith("nsubj") and token.case in SUBJECT_CASES:
            return _elided(token, sentence, scene, past)
    return None


def by_previous_subject(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«[Ольга Иванова] приехала в суд. Сказала, что …»: the subject of the sentence before."""
    cue = scene.cue_token(quote)
    sentence = scene.anchor(quote)
    if cue is None or sentence is None or sentence.index == 0 or not _is_predicate(cue):
        return None
    wanted = verb_traits(governing_verb(sentence, cue))
    before = scene.analysis.sentences[sentence.index - 1]
    for token in before.tokens:
        if token.rel.startswith("nsubj") and _can_be_subject(token, wanted):
            found = _elided(token, before, scene, past)
            if found is not None and found.entity is not None and fits(wanted, found.traits):
                return attrs.evolve(found, span=None)
    return None


def by_interview(quote: FoundQuote, scene: Scene, past: Sequence[Past]) -> Resolution | None:
    """«— Что удивило? — ⟦Удивило …⟧»: the person whom headline or lead introduce answers."""
    if quote.rule != "interview_answer":
        return None
    entity = scene.interviewee
    if entity is None:
        return None
    traits = scene.index.traits[entity.id]
    return Resolution(
        name=entity.name, entity=entity, way=Way.CONTINUED, traits=traits, animate=True
    )


RULES: tuple[Rule, ...] = (
    by_interview,
    by_introduction,
    by_subject_form,
    by_shared_subject,
    by_last_speaker,
    by_previous_subject,
)


def _is_impersonal(quote: FoundQuote, scene: Scene) -> bool:
    """«сообщается», «стало известно», «как говорят»: the form itself says that nobody is named."""
    cue = scene.cue_token(quote)
    if cue is None or cue.pos not in _PREDICATES:
        return False
    neuter = cue.gender == "Neut" and cue.number == "Sing"
    return neuter or is_impersonal(cue.lemma)


def _is_predicate(cue: Token) -> bool:
    """Whether a cue is a verb or a short form, which asks for a subject, rather than a phrase."""
    if cue.pos in VERBS:
        return cue.case is None
    return cue.is_short


def _subject(
    sentence: ParsedSentence, verb: Token, wanted: Traits | None, content: frozenset[int]
) -> Token | None:
    for child in sentence.children(verb.index):
        if (
            child.rel.startswith("nsubj")
            and child.index not in content
            and _can_be_subject(child, wanted)
        ):
            return child
    return None


def _can_be_subject(token: Token, wanted: Traits | None) -> bool:
    if token.pos not in NOMINAL or token.case != "Nom":
        return False
    if token.lower in _NOBODY:
        return False
    if wanted is None:
        return True
    if wanted.number != (token.number or "Sing"):
        return False
    if wanted.gender == "Fem" and token.gender == "Masc":
        # «министр сказала»: the noun's gender is the post's, not hers.
        return token.pos == "NOUN"
    return not (wanted.gender and token.gender and wanted.gender != token.gender)


def _elided(
    subject: Token, sentence: ParsedSentence, scene: Scene, past: Sequence[Past]
) -> Resolution | None:
    start = phrase_start(sentence, subject.index, _NO_BLOCK)
    stop = subject.index + 1
    if subject.pos != "PRON":
        stop = phrase_stop(sentence, subject.index, _NO_BLOCK)
    span = Span(sentence.tokens[start].start, sentence.tokens[stop - 1].stop)
    found = resolve_source(span, scene, past)
    return attrs.evolve(found, way=Way.ELIDED) if found is not None else None
