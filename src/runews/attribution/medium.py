"""Where the words were said or written: «в соцсети Х», «на брифинге», «в интервью РБК».

In flow a quote and the scene; out flows its `Medium`: a noun of ``media.tsv`` or the name of a
social network behind a preposition, in the sentence that reports the quote, outside the quote's
content, and in the clause of the quote's own cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.attribution.lexicon import medium_noun
from runews.attribution.outlet_phrases import network_stop
from runews.attribution.phrases import phrase_start, phrase_stop
from runews.language import nominative
from runews.language.classes import IN_OR_ON, NAMING, PAUSES
from runews.language.inflect import phrase_head
from runews.lexicons.nouns import source_class
from runews.models import Medium, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from runews.attribution.scene import Scene
    from runews.language import ParsedSentence, Token
    from runews.quotes import FoundQuote

__all__ = ["find_medium"]

_NAME_WORDS = NAMING | {"ADJ"}
_NETWORK_PREPOSITIONS = frozenset(("в", "во", "на", "через"))
_LONGEST_PREPOSITION = 2
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщь")


@attrs.frozen
class _Candidate:
    head: int
    start: int
    stop: int
    kind: str


def find_medium(quote: FoundQuote, scene: Scene) -> Medium | None:
    """The medium of a quote.

    Args:
        quote: The quote.
        scene: The article.

    Returns:
        The medium, ``None`` where the sentence that reports the quote gives none.
    """
    sentence = scene.anchor(quote)
    if sentence is None:
        return None
    blocked = scene.indices(sentence, quote.spans)
    if quote.source is not None:
        blocked |= _speaking(quote.source, sentence)
    cues = scene.cues.get(sentence.index, ())
    own = quote.cue.token if quote.cue is not None else None
    found = [
        candidate
        for candidate in _candidates(sentence, blocked)
        if own is None or _owner(sentence, candidate.head, own, cues) == own
    ]
    if not found:
        return None
    # An interview at a forum was given in the interview: the gathering is the wider frame.
    best = min(found, key=lambda c: (c.kind == "event", c.start))
    tokens = sentence.tokens[best.start : best.stop]
    span = Span(tokens[0].start, tokens[-1].stop)
    return Medium(span=span, text=scene.slice(span), name=nominative(tokens))


def _speaking(source: Span, sentence: ParsedSentence) -> frozenset[int]:
    """The tokens of a source that name who speaks: up to its head, which a document's is not.

    What stands behind the head may be the medium: «[посланник Стив Уиткофф в соцсети Х] написал».
    """
    tokens = sentence.tokens_in(source)
    head = phrase_head(tokens)
    if head is None or source_class(head.lemma) == "document":
        return frozenset()
    return frozenset(t.index for t in tokens if t.index <= head.index)


def _candidates(sentence: ParsedSentence, blocked: AbstractSet[int]) -> Iterator[_Candidate]:
    """The media of a sentence, left to right, none inside another."""
    position = 0
    while position < len(sentence.tokens):
        found = None
        if position not in blocked:
            found = _noun_medium(sentence, position, blocked) or _network(sentence, position)
        if found is not None:
            yield found
        position = max(position + 1, found.stop if found else 0)


def _noun_medium(
    sentence: ParsedSentence, head: int, blocked: AbstractSet[int]
) -> _Candidate | None:
    """«в [эфире телеканала «Россия 24»]», «на своей [странице в Facebook]», «в ходе [брифинга]»."""
    token = sentence.tokens[head]
    if token.pos not in _NAME_WORDS:
        return None
    row = medium_noun(token.lemma)
    if row is None:
        return None
    start = phrase_start(sentence, head, blocked)
    preposition = _preposition(sentence, start, row.prepositions)
    if preposition is None or (preposition in IN_OR_ON and _is_no_locative(token)):
        return None
    modifiers = sentence.tokens[start:head]
    if row.needs and not any(m.lemma in row.needs for m in modifiers):
        return None
    determiners = [m.index for m in modifiers if m.pos == "DET"]
    if determiners:
        start = determiners[-1] + 1
    return _Candidate(head, start, phrase_stop(sentence, head, blocked), row.kind)


def _is_no_locative(token: Token) -> bool:
    """Whether a Russian noun ends as no locative does: «в ответ», «вышел в эфир»."""
    if token.pos != "NOUN" or token.text.isupper() or token.lower.endswith(("ах", "ях")):
        return False
    return token.lower[-1] in _CONSONANTS


def _preposition(sentence: ParsedSentence, start: int, allowed: tuple[str, ...]) -> str | None:
    """The simple or compound preposition right before a phrase, if it is an allowed one."""
    for length in range(1, _LONGEST_PREPOSITION + 1):
        words = sentence.tokens[max(start - length, 0) : start]
        if len(words) == length and words[0].pos == "ADP":
            text = " ".join(w.lower for w in words)
            if text in allowed or (length == 1 and text == "во" and "в" in allowed):
                return text
    return None


def _network(sentence: ParsedSentence, i: int) -> _Candidate | None:
    """«в [Telegram]», «в «[Твиттере]»», «в [Х]»."""
    tokens = sentence.tokens
    before = i - 1
    if before >= 0 and tokens[before].text in '«"„“':
        before -= 1
    if before < 0 or tokens[before].lower not in _NETWORK_PREPOSITIONS:
        return None
    stop = network_stop(sentence, i)
    return _Candidate(i, i, stop, "network") if stop is not None else None


def _owner(sentence: ParsedSentence, head: int, own: int, cues: tuple[int, ...]) -> int | None:
    """The cue of the sentence that a medium goes with.

    «Выступая [на форуме], министр сказал …» hangs on the cue by a gerund, «Он выступил
    [на брифинге] и сказал …» on a verb that the cue is coordinated with; a medium under any
    other finite verb belongs to another event.
    """
    for above in sentence.ancestors(head):
        if above.index in cues:
            return above.index
        if above.verb_form == "Part" and above.case and not _same_clause(sentence, head, own):
            # «Свидетель, работавший [на радио], заявил …»
            return None
        if above.pos == "VERB" and above.is_finite:
            if own in sentence.subtree(above.index) and sentence.tokens[own].rel == "conj":
                return own
            if _same_clause(sentence, head, own):
                break
            return None
    return min(cues, key=lambda cue: (abs(cue - head), cue), default=None)


def _same_clause(sentence: ParsedSentence, a: int, b: int) -> bool:
    """Whether no comma, dash or finite verb parts two words: order errs less than the tree."""
    low, high = min(a, b), max(a, b)
    return not any(t.text in PAUSES or t.is_finite for t in sentence.tokens[low + 1 : high])
