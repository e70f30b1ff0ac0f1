"""Consistency through the article.

What is a name in one place is the same kind of name in the others.

In flow repaired names and the sentences; out flow names with minority types mended and with the
places that the recogniser missed («Зеленский также отметил» after «Владимир Зеленский»).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.entities.name_words import is_initial, is_particle
from runews.entities.names import Name, name_of
from runews.entities.vocabulary import known_type
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import Analysis
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["mend_types", "spread"]

_SHORTEST_STEM = 3


def mend_types(names: Sequence[Name]) -> list[Name]:
    """One type for one name: «Свиридов» is no place where «Егор Свиридов» is a person.

    Args:
        names: Disjoint names in text order.

    Returns:
        The same names; where several types compete for the same words, a person's whole name wins,
        then the majority.
    """
    votes: dict[str, Counter[EntityType]] = {}
    surnames = {
        name_stem(n.words[-1].text) for n in names if n.type is EntityType.PER and _is_whole(n)
    }
    for name in names:
        votes.setdefault(_key(name), Counter())[name.type] += 1
    whole = {_tail(n) for n in names if n.type is EntityType.PER and _is_whole(n)}
    mended: list[Name] = []
    for name in names:
        if name.type is not EntityType.PER and len(name.words) > 1 and _tail(name) in whole:
            mended.append(attrs.evolve(name, type=EntityType.PER, tokens=name.words[-2:]))
            continue
        key = _key(name)
        known, kind = (
            known_type(t.text for t in name.words) if len(votes[key]) > 1 else (False, None)
        )
        best = kind if known and kind else _winner(votes[key], name.type)
        if name.type is not EntityType.PER and len(name.words) == 1 and key in surnames:
            best = EntityType.PER
        mended.append(attrs.evolve(name, type=best) if best is not name.type else name)
    return mended


def _winner(votes: Counter[EntityType], own: EntityType) -> EntityType:
    """The majority.

    A city and its club («Барселона») are two things, a person and a city rarely.
    """
    if own is not EntityType.PER and EntityType.PER not in votes:
        return own
    best = max(votes.values())
    return own if votes[own] == best else next(k for k in EntityType if votes[k] == best)


def _key(name: Name) -> str:
    return " ".join(name_stem(t.text) for t in name.words)


def _tail(name: Name) -> tuple[str, ...]:
    """Stems of the last two words: given name and surname, if it is a person."""
    return tuple(name_stem(t.text) for t in name.words[-2:])


def _is_whole(name: Name) -> bool:
    """A given name and a surname, with nothing but words."""
    words = name.words
    return len(words) == len(name.tokens) > 1 and all(w.text[:1].isupper() for w in words)


def spread(names: Sequence[Name], analysis: Analysis) -> list[Name]:
    """Add the places where a known name stands that was not marked.

    Args:
        names: Disjoint names in text order.
        analysis: The language models' view.

    Returns:
        Names in text order, disjoint.
    """
    surnames, exact, given = _known(names)
    if not (surnames or exact):
        return list(names)
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence.index, []).append(name)
    found: list[Name] = []
    for sentence in analysis.sentences:
        here = by_sentence.get(sentence.index, [])
        found.extend(here)
        found.extend(_missed(sentence, here, surnames, exact, given))
    return sorted(found, key=lambda n: n.start)


def _known(names: Sequence[Name]) -> tuple[set[str], dict[str, EntityType], set[str]]:
    """Stems of surnames, exact forms of other single words, stems of given names."""
    surnames: set[str] = set()
    given: set[str] = set()
    exact: dict[str, EntityType] = {}
    for name in names:
        words = name.words
        if name.type is EntityType.PER:
            for i, word in enumerate(words):
                if (
                    len(word.text) > _SHORTEST_STEM
                    and word.text[:1].isupper()
                    and not is_particle(word)
                ):
                    last = i == len(words) - 1
                    (surnames if last else given).add(name_stem(word.text))
        elif (
            len(words) == 1
            and (words[0].text.isupper() or words[0].text.isascii())
            and len(words[0].text) > 1
        ):
            exact.setdefault(words[0].text, name.type)
    return {s for s in surnames if len(s) >= _SHORTEST_STEM}, exact, given


def _missed(
    sentence: ParsedSentence,
    here: Sequence[Name],
    surnames: set[str],
    exact: dict[str, EntityType],
    given: set[str],
) -> Iterator[Name]:
    covered = {i for n in here for i in range(n.first, n.last + 1)}
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if i in covered or not token.text[:1].isupper():
            continue
        kind = exact.get(token.text)
        if kind is not None:
            yield name_of(kind, sentence, i, i)
            covered.add(i)
        elif _may_be_person(token, i) and name_stem(token.text) in surnames:
            first = i
            while first and first - 1 not in covered and _opens(tokens, first - 1, given):
                first -= 1
            yield name_of(EntityType.PER, sentence, first, i)
            covered.update(range(first, i + 1))


def _may_be_person(token: Token, at: int) -> bool:
    if token.pos not in ("PROPN", "NOUN", "X", "ADJ") or token.number == "Plur":
        return False
    if token.pos != "PROPN":
        forms = token.morphology.forms(token.text)
        plain = [f for f in forms if f.known and not {"Surn", "Name"} & f.grammemes]
        if at == 0 and plain:
            return token.rel.startswith("nsubj") and token.pos == "ADJ"
        return token.pos != "ADJ" or not plain
    return True


def _opens(tokens: Sequence[Token], at: int, given: set[str]) -> bool:
    """Whether the token is a given name or an initial that the surname after it takes along."""
    token = tokens[at]
    if token.text == ".":
        return at > 0 and is_initial(tokens, at - 1)
    return is_initial(tokens, at) or (token.text[:1].isupper() and name_stem(token.text) in given)
