"""The outlet that relays the words: «передаёт Интерфакс», «Его слова приводит ТАСС».

In flow a quote and the scene; out flows the outlet as a `Speaker`. An outlet that is merely talked
about is no relay: one of the rules of `RULES` must tie it to the report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from runews.attribution.lexicon import relay_verb
from runews.attribution.outlet_phrases import OutletPhrase, outlet_phrases
from runews.attribution.phrases import phrase_stop
from runews.language import nominative
from runews.language.classes import CONJUNCTIONS, NOUNS
from runews.lexicons.nouns import source_class
from runews.models import EntityType, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.attribution.scene import Scene
    from runews.language import ParsedSentence, Token
    from runews.models import Entity, Medium
    from runews.quotes import FoundQuote

__all__ = ["RULES", "find_via"]


#: Words that may stand between a verb and its outlet: «сообщил в среду корреспонденту ТАСС».
_REACH = 7
_JOURNALISTS = frozenset(
    ("корреспондент", "спецкор", "собкор", "корреспондентка", "журналист", "обозреватель")
)
_REFERENCES = frozenset(
    {
        ("ссылка", "на"), ("ссылаться", "на"), ("сослаться", "на"), ("цитата", "по"),
        ("цитировать", "по"), ("цитироваться", "по"),
    }
)  # fmt: skip
_POINTING = frozenset({("об", "этом"), ("о", "чем")})
_WORDS = frozenset(("слово", "цитата", "высказывание", "заявление", "комментарий"))
#: Reports of one sentence among which the one of the whole is looked for.
_MOST_REPORTS = 20
#: Verbs whose subject passes on what their object has said, even as a quote's own cue.
_QUOTING = frozenset(("цитировать", "процитировать"))
#: A sentence that only tells who relays is short.
_LONGEST_RELAY_SENTENCE = 24

Rule = Callable[["ParsedSentence", OutletPhrase, int | None], bool]


def find_via(quote: FoundQuote, scene: Scene, medium: Medium | None) -> Speaker | None:
    """The outlet that relays a quote.

    Args:
        quote: The quote.
        scene: The article.
        medium: The quote's medium; an outlet inside it («интервью РБК») relays nothing.

    Returns:
        The outlet, ``None`` where there is none or where the outlet itself is the source.
    """
    sentence = scene.anchor(quote)
    taken = [*quote.spans, *([quote.source] if quote.source else ())]
    if medium is not None:
        taken.append(medium.span)
    if sentence is not None:
        own = quote.cue.token if quote.cue is not None else None
        blocked = scene.indices(sentence, taken)
        for phrase in _relays(sentence, blocked, own):
            return _speaker(phrase, scene)
    return _whole_report(quote, scene) or _next_sentence(quote, scene, sentence)


def _relays(
    sentence: ParsedSentence, blocked: frozenset[int], own: int | None
) -> Iterator[OutletPhrase]:
    """The outlets that a rule ties to the report, the strongest rule first."""
    phrases = (*outlet_phrases(sentence, blocked), *_services(sentence, blocked))
    for rule in RULES:
        for phrase in phrases:
            if rule(sentence, phrase, own):
                yield phrase


def by_relay_verb(sentence: ParsedSentence, phrase: OutletPhrase, own: int | None) -> bool:
    """«…, [передаёт] ТАСС», «Как [писала] «Газета.Ru», …», «его слова [приводит] Reuters»."""
    verb = _governor(sentence, phrase)
    if verb is None:
        return False
    row = relay_verb(verb.lemma)
    if verb.index == own and (row is None or not (row.object or verb.lemma in _QUOTING)):
        return False
    if row is None or _after_preposition(sentence, phrase):
        return False
    return not row.object or any(
        t.lemma in row.object for t in sentence.tokens[max(verb.index - 6, 0) : verb.index + 7]
    )


def by_recipient(sentence: ParsedSentence, phrase: OutletPhrase, own: int | None) -> bool:
    """«[рассказал] РИА Новости министр», «[заявил] корреспонденту «Известий» адвокат»."""
    verb = _governor(sentence, phrase)
    if verb is None or own is None or verb.index != own or _after_preposition(sentence, phrase):
        return False
    subject = any(
        c.rel.startswith("nsubj") and not phrase.start <= c.index < phrase.stop
        for c in sentence.children(own)
    )
    return _is_recipient(sentence, phrase) or subject


def by_reference(sentence: ParsedSentence, phrase: OutletPhrase, _: int | None) -> bool:
    """«со [ссылкой на] Reuters», «[ссылаясь на] газету», «([цитата по] «Интерфаксу»)»."""
    before = sentence.tokens[max(phrase.start - 2, 0) : phrase.start]
    return tuple(t.lemma for t in before) in _REFERENCES


RULES: tuple[Rule, ...] = (by_relay_verb, by_recipient, by_reference)


def _governor(sentence: ParsedSentence, phrase: OutletPhrase) -> Token | None:
    """The finite verb nearest to an outlet in its clause: it is the verb's subject or recipient."""
    tokens = sentence.tokens
    for step, start, stop in (
        (-1, phrase.start - 1, max(phrase.start - 1 - _REACH, -1)),
        (1, phrase.stop, min(phrase.stop + _REACH, len(tokens))),
    ):
        for i in range(start, stop, step):
            token = tokens[i]
            if token.is_finite:
                return token
            if token.pos == "PUNCT" or token.pos in CONJUNCTIONS:
                break
            if token.case == "Nom" and token.pos in NOUNS and token.lemma not in _JOURNALISTS:
                # «сказал [юрист] корреспонденту «Известий»»: a subject bars no recipient.
                if step < 0 and _is_recipient(sentence, phrase):
                    continue
                break
    return None


def _is_recipient(sentence: ParsedSentence, phrase: OutletPhrase) -> bool:
    return sentence.tokens[phrase.head].case == "Dat" or _journalist_before(sentence, phrase)


def _after_preposition(sentence: ParsedSentence, phrase: OutletPhrase) -> bool:
    return bool(phrase.start) and sentence.tokens[phrase.start - 1].pos == "ADP"


def _journalist_before(sentence: ParsedSentence, phrase: OutletPhrase) -> bool:
    return bool(phrase.start) and sentence.tokens[phrase.start - 1].lemma in _JOURNALISTS


def _services(sentence: ParsedSentence, blocked: frozenset[int]) -> Iterator[OutletPhrase]:
    """Press services: they relay what their chiefs say."""
    for token in sentence.tokens:
        if token.index in blocked or token.case != "Nom":
            continue
        if source_class(token.lemma) != "service":
            continue
        stop = phrase_stop(sentence, token.index, blocked)
        words = sentence.tokens[token.index : stop]
        yield OutletPhrase(
            start=token.index,
            stop=stop,
            head=token.index,
            span=Span(words[0].start, words[-1].stop),
            refers=token.span,
            name=nominative(words),
            known=False,
        )


def _whole_report(quote: FoundQuote, scene: Scene) -> Speaker | None:
    """«⟦Дорогу починят, заявил мэр⟧, сообщает [РИА Новости]»: who reports the whole."""
    if quote.cue is None:
        return None
    for other in scene.reports.get(quote.cue.sentence, ())[:_MOST_REPORTS]:
        if other.source is None or other.source == quote.source:
            continue
        if any(quote.cue.span in piece for piece in other.spans):
            sentence = scene.analysis.sentences[quote.cue.sentence]
            inside = scene.indices(sentence, [other.source])
            outside = frozenset(range(len(sentence.tokens))) - inside
            for phrase in outlet_phrases(sentence, outside):
                return _speaker(phrase, scene)
    return None


def _next_sentence(
    quote: FoundQuote, scene: Scene, anchor: ParsedSentence | None
) -> Speaker | None:
    """«Его слова приводит ТАСС.», «Об этом пишет РБК.» right after the quote and its cue."""
    sentences = scene.analysis.sentences
    end = scene.analysis.sentence_at(max(quote.spans[-1].stop - 1, 0))
    last = max((s.index for s in (end, anchor) if s is not None), default=None)
    if last is None or last + 1 >= len(sentences):
        return None
    following = sentences[last + 1]
    if len(following.tokens) > _LONGEST_RELAY_SENTENCE or not _points_back(following):
        return None
    for phrase in outlet_phrases(following, frozenset()):
        if by_relay_verb(following, phrase, None):
            return _speaker(phrase, scene)
    return None


def _points_back(sentence: ParsedSentence) -> bool:
    """Whether a sentence tells who relays what stands before it, and nothing else."""
    tokens = sentence.tokens
    if any(t.pos == "SCONJ" or t.text in "«:" for t in tokens if t.lower in ("что", ":")):
        return False
    about = tuple(t.lower for t in tokens[:2]) in _POINTING
    return about or any(t.lemma in _WORDS or t.lemma in _QUOTING for t in tokens[:4])


def _speaker(phrase: OutletPhrase, scene: Scene) -> Speaker | None:
    """The outlet as a speaker; a noun alone («издание») only where the article tells which."""
    entity = _organisation(scene, phrase.refers)
    name = phrase.name or (entity.name if entity else None)
    if name is None:
        return None
    return Speaker(
        span=phrase.span,
        text=scene.slice(phrase.span),
        name=name,
        entity_id=entity.id if entity else None,
    )


def _organisation(scene: Scene, span: Span) -> Entity | None:
    found = scene.index.at(span)
    return found if found is not None and found.type is not EntityType.PER else None
