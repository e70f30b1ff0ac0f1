"""Outlets and social networks in a sentence: «РИА Новости», «газета «Труд»», «издание».

In flow a sentence and the tokens to leave out; out flow `OutletPhrase` objects, left to right.
Outlets of the lexicon are found by name in any case; others by the noun that tells what they are
and the name behind it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from runews.attribution.phrases import closing_mark, is_bare_name, phrase_start
from runews.language import nominative
from runews.language.classes import CLOSING_MARKS, NAMING
from runews.lexicons.nouns import source_class
from runews.models import Span
from runews.structure.outlets import Outlet, find_outlet, outlets

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from runews.language import ParsedSentence, Token

__all__ = ["OutletPhrase", "network_stop", "outlet_named", "outlet_phrases"]

_PEOPLE = frozenset({"person", "office", "anonymous"})

#: Words of the longest outlet name that is looked for («The New York Times», «Аргументы и факты»).
_LONGEST_OUTLET = 5
#: What stands for an agency alone, and before the name of any other.
_AGENCIES = frozenset({"риа", "иа"})
_PREFIX = 2
_SHORTEST_LOWER_CASE_NETWORK = 5


@attrs.frozen
class OutletPhrase:
    """An outlet in a sentence.

    Args:
        start: Index of its first token.
        stop: Index after its last one.
        head: Index of the token that carries the case.
        span: Where it stands.
        refers: The part that an entity is looked up by.
        name: Its usual name, ``None`` for a noun alone («издание»).
        known: Whether the lexicon of outlets has it.
    """

    start: int
    stop: int
    head: int
    span: Span
    refers: Span
    name: str | None
    known: bool


@lru_cache(maxsize=4096)
def outlet_named(name: str) -> Outlet | None:
    """The outlet of a name; social networks, where anybody writes, are none.

    Args:
        name: A name as the text gives it, in any case.

    Returns:
        The outlet, ``None`` where the lexicon has none.

    Example:
        >>> outlet_named("«Интерфаксу»").name, outlet_named("Telegram")
        ('Интерфакс', None)
    """
    found = find_outlet(name)
    return found if found is not None and found.kind != "social" else None


@lru_cache(maxsize=4096)
def _is_network(name: str) -> bool:
    found = find_outlet(name)
    return found is not None and found.kind == "social"


def network_stop(sentence: ParsedSentence, i: int) -> int | None:
    """The index after the name of a social network that begins at a token.

    Args:
        sentence: The sentence.
        i: Index of a token.

    Returns:
        The index, ``None`` where no network's name begins there.
    """
    tokens = sentence.tokens
    first = tokens[i]
    if not first.is_word:
        return None
    for length in (2, 1):
        words = tokens[i : i + length]
        text = " ".join(w.text for w in words)
        whole = len(words) == length and words[-1].is_word
        if whole and first.text[:1].isupper() and _is_network(text):
            return i + length
    lower = first.text.islower() and len(first.text) >= _SHORTEST_LOWER_CASE_NETWORK
    return i + 1 if lower and _is_network(first.text.capitalize()) else None


def outlet_phrases(sentence: ParsedSentence, blocked: AbstractSet[int]) -> tuple[OutletPhrase, ...]:
    """The outlets of a sentence.

    Args:
        sentence: The sentence.
        blocked: Indices of tokens that no phrase may hold.

    Returns:
        The phrases, left to right, disjoint.
    """
    found: list[OutletPhrase] = []
    i = 0
    while i < len(sentence.tokens):
        phrase = None
        if i not in blocked:
            phrase = _behind_noun(sentence, i, blocked) or _by_name(sentence, i, blocked)
        if phrase is not None:
            found.append(phrase)
        i = max(i + 1, phrase.stop if phrase else 0)
    return tuple(found)


def _behind_noun(
    sentence: ParsedSentence, head: int, blocked: AbstractSet[int]
) -> OutletPhrase | None:
    """«газета «Труд»», «агентство Reuters», «издание»."""
    token = sentence.tokens[head]
    if token.pos not in NAMING or source_class(token.lemma) != "outlet":
        return None
    start = phrase_start(sentence, head, blocked)
    stop, name = _name_after(sentence, head + 1, blocked)
    known = outlet_named(name) if name else None
    return _phrase(sentence, start, stop, head, known.name if known else name, known is not None)


def _name_after(
    sentence: ParsedSentence, i: int, blocked: AbstractSet[int]
) -> tuple[int, str | None]:
    """The name that begins at a token, with the index after it."""
    tokens = sentence.tokens
    if i >= len(tokens) or i in blocked:
        return i, None
    close = closing_mark(sentence, i)
    if close is not None:
        known = _by_name(sentence, i, blocked)
        return close + 1, known.name if known else _text(tokens[i + 1 : close])
    by_name = _by_name(sentence, i, blocked)
    if by_name is not None:
        return by_name.stop, by_name.name
    stop = i
    while stop < len(tokens) and stop not in blocked and stop - i < _LONGEST_OUTLET:
        if not is_bare_name(tokens[stop]):
            break
        stop += 1
    return stop, _text(tokens[i:stop]) if stop > i else None


def _by_name(sentence: ParsedSentence, i: int, blocked: AbstractSet[int]) -> OutletPhrase | None:
    """An outlet that the lexicon knows, in marks or without."""
    tokens = sentence.tokens
    close = closing_mark(sentence, i)
    if close is not None:
        inside = tokens[i + 1 : close]
        known = outlet_named(_text(inside)) or outlet_named(nominative(inside))
        if known is None or any(j in blocked for j in range(i, close + 1)):
            return None
        return _phrase(sentence, i, close + 1, i + 1, known.name, True)
    if tokens[i].text[:_PREFIX].casefold().replace("ё", "е") not in _prefixes():
        return None
    if not any(c.isupper() for c in tokens[i].text):
        return None
    for stop in range(min(i + _LONGEST_OUTLET, len(tokens)), i, -1):
        if any(j in blocked for j in range(i, stop)) or not _can_end(tokens[i:stop]):
            continue
        if stop == i + 1 and tokens[i].text[1:].islower() and _is_common(tokens[i]):
            # «Эксперты считают»: a common noun is an outlet's name only in marks.
            break
        known = outlet_named(_text(tokens[i:stop]))
        if known is not None:
            if tokens[i].lower in _AGENCIES and stop == i + 1:
                own = closing_mark(sentence, stop)
                if own is not None:
                    # «РИА «Север»» is an agency of its own, not «РИА Новости».
                    name = _text(tokens[i : own + 1])
                    return _phrase(sentence, i, own + 1, i, name, False)
            return _phrase(sentence, i, stop, i, known.name, True)
    return None


def _is_common(token: Token) -> bool:
    """Whether a word is a noun of the language, also where the tagger trusts its capital."""
    speaks = source_class(token.lemma) in _PEOPLE
    return token.pos == "NOUN" or (token.index == 0 and speaks)


def _can_end(words: tuple[Token, ...]) -> bool:
    """Whether a name may end there: with a word, or with a mark of its own («РИА «Новости»»)."""
    return words[-1].is_word or (words[-1].text in CLOSING_MARKS and len(words) > _PREFIX + 1)


@cache
def _prefixes() -> frozenset[str]:
    """The first letters of all outlets' names: a cheap test that spares most words a look-up."""
    names = (name for outlet in outlets() for name in (outlet.name, *outlet.aliases))
    return frozenset(n.lstrip('«"')[:_PREFIX].casefold().replace("ё", "е") for n in names)


def _text(tokens: tuple[Token, ...]) -> str:
    parts: list[str] = []
    for n, token in enumerate(tokens):
        if n and tokens[n - 1].stop < token.start:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def _phrase(
    sentence: ParsedSentence, start: int, stop: int, head: int, name: str | None, known: bool
) -> OutletPhrase:
    tokens = sentence.tokens[start:stop]
    span = Span(tokens[0].start, tokens[-1].stop)
    return OutletPhrase(
        start=start, stop=stop, head=head, span=span, refers=span, name=name, known=known
    )
