"""Organisations whole.

The descriptor before the proper name, the place after it, and those that only a common noun
heads.

In flow repaired names; out flow the same with organisations grown, and what now stands within one
marked `inside`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.names import Name, name_of
from runews.entities.organisations_quoted import find_quoted, retyped, use_of, widened
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runews.language.tokens import Token

__all__ = ["grow_organisations"]

_OPENING = "«„“\"'"
_CLOSING = "»”“\"'"
_LONGEST_CHAIN = 4


def grow_organisations(names: Iterable[Name]) -> list[Name]:
    """Give every organisation its whole name.

    Args:
        names: Repaired, disjoint names in text order.

    Returns:
        Names in text order; a person or organisation within a grown one stands after it with
        `inside` set, and so does a place that a single word governs.

    Example:
        «[правительства [Китая]LOC]ORG», «[движения «Левый фронт»]ORG», «[Верховный суд
        Испании]ORG», «[МВД [России]LOC по Москве]ORG».
    """
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence.index, []).append(name)
    grown: list[Name] = []
    for group in by_sentence.values():
        grown.extend(_grow(group))
    return grown


def _grow(names: Sequence[Name]) -> list[Name]:
    """Grow the names of one sentence, the last first: a place is whole before what holds it."""
    sentence = names[0].sentence
    outer: list[Name] = []
    inner: list[Name] = []
    covered = {i for n in names for i in range(n.first, n.last + 1)}
    todo = sorted([*names, *find_quoted(sentence, names)], key=lambda n: n.start, reverse=True)
    for name in todo:
        if outer and name.stop > outer[-1].start:
            inner.append(attrs.evolve(name, inside=True))
            continue
        whole = widened(retyped(name))
        grown = _with_descriptor(whole)
        grown, held = _with_complement(_with_field(grown, covered), outer)
        for _ in range(held):
            inner.append(attrs.evolve(outer.pop(), inside=True))
        headed = _headed(grown, covered)
        if headed is not None:
            inner.append(attrs.evolve(grown, inside=True))
            grown, held = _with_complement(headed, outer)
            for _ in range(held):
                inner.append(attrs.evolve(outer.pop(), inside=True))
        outer.append(grown)
    inner = [n for n in inner if not _is_swallowed(n, outer)]
    return sorted([*outer, *inner], key=lambda n: (n.start, -n.stop))


def _is_swallowed(name: Name, outer: Sequence[Name]) -> bool:
    """Whether a place is but the last word of a longer name: «Верховный суд (Испании)».

    After a single common noun or abbreviation it is all that tells which one is meant, and stays:
    «правительство (Китая)», «МИД (РФ)».
    """
    if name.type is not EntityType.LOC:
        return False
    return any(o.first < name.first - 1 and name.last <= o.last for o in outer)


def _with_descriptor(name: Name) -> Name:
    """«Левый фронт» → «движения «Левый фронт»», «Reuters» → «агентство Reuters»."""
    if name.type is not EntityType.ORG or name.first == 0:
        return name
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    quoted = tokens[first - 1].text in _OPENING
    if quoted:
        if last + 1 >= len(tokens) or tokens[last + 1].text not in _CLOSING or first < 2:
            return name
        first, last = first - 1, last + 1
    before = tokens[first - 1]
    use = use_of(before)
    if use in (None, "part") or not _may_be_one(before) or (use == "office" and not quoted):
        return name
    return name_of(name.type, name.sentence, first - 1, last)


def _may_be_one(noun: Token) -> bool:
    """Whether a noun may be singular: «движения» may, whatever its tag, «движений» not."""
    if noun.number != "Plur":
        return True
    return any("sing" in f.grammemes for f in noun.morphology.forms(noun.text))


def _with_field(name: Name, covered: set[int]) -> Name:
    """«Рабочая группа» → «Рабочая группа по экономическим вопросам», the field that it works in."""
    tokens = name.sentence.tokens
    at = name.last + 1
    if name.type is not EntityType.ORG or at >= len(tokens) or tokens[at].lower != "по":
        return name
    if not any(use_of(t) in ("office", "both", "kind") for t in name.words):
        return name
    last = None
    case = "Dat"
    for i in range(at + 1, min(at + 2 + _LONGEST_CHAIN, len(tokens))):
        token = tokens[i]
        if i in covered or token.case != case or token.pos not in ("ADJ", "NOUN"):
            break
        if token.pos == "NOUN":
            last, case = i, "Gen"
    if last is None:
        return name
    return name_of(name.type, name.sentence, name.first, last)


def _with_complement(name: Name, following: Sequence[Name]) -> tuple[Name, int]:
    """«Конгресса» and «США» → «Конгресса США»; the number of following names that it now holds."""
    held = 0
    if name.type is not EntityType.ORG or not _takes_complement(name):
        return name, held
    tokens = name.sentence.tokens
    last = name.last
    for other in reversed(following):
        gap = other.first - last - 1
        genitive = gap == 0 and _is_complement(other)
        regional = gap == 1 and tokens[last + 1].lower == "по" and other.type is EntityType.LOC
        if not (genitive or regional):
            break
        last = other.last
        held += 1
        if other.type is EntityType.ORG:
            break
    if not held:
        return name, held
    grown = name_of(name.type, name.sentence, name.first, last)
    return attrs.evolve(grown, held=name.last + 1), held


def _takes_complement(name: Name) -> bool:
    tokens = name.tokens
    if tokens[-1].text in _CLOSING:
        return False
    if len(tokens) == 1 and len(tokens[0].text) > 1 and tokens[0].text.isupper():
        return tokens[0].text[0] >= "А"
    return any(use_of(t) is not None for t in name.words)


def _is_complement(name: Name) -> bool:
    """Whether a name stands in the genitive, as whose organisation it is.

    «(правительство) Китая».
    """
    head = next(iter(name.words), None)
    if head is None:
        # The recogniser takes marks for a name, in texts made of them.
        return False
    if name.type is EntityType.LOC:
        return head.case in ("Gen", None) or head.text.isupper() or _may_be_genitive(head)
    return name.type is EntityType.ORG and head.case == "Gen"


def _may_be_genitive(word: Token) -> bool:
    """Whether a word may be a genitive, whatever its tag: «(полиции) Сан-Диего»."""
    return any("gent" in f.grammemes for f in word.morphology.forms(word.text))


def _headed(name: Name, covered: set[int]) -> Name | None:
    """«правительства Китая» from «Китая»; ``None`` where no office noun governs the name."""
    tokens = name.sentence.tokens
    at = name.first - 1
    if at < 0:
        return None
    if tokens[at].lower == "по" and name.type is EntityType.LOC:
        at = _office(tokens, at - 1, covered, 1)
    elif _is_complement(name):
        at = _office(tokens, at, covered, _LONGEST_CHAIN)
    else:
        return None
    if at < 0 or tokens[at].number == "Plur":
        return None
    first = _with_kind(tokens, at)
    while first and tokens[at].case == "Gen":
        # «(управление) полиции округа», «(верхняя палата) парламента»: an office of an office.
        above = _office(tokens, first - 1, covered, 1)
        if above < 0 or tokens[above].number == "Plur":
            break
        at, first = above, _with_kind(tokens, above)
    return attrs.evolve(name_of(EntityType.ORG, name.sentence, first, name.last), held=name.first)


def _office(tokens: Sequence[Token], at: int, covered: set[int], longest: int) -> int:
    """Index of the office noun that governs what comes after a place, -1 where there is none.

    Genitives may stand between: «министерство (внутренних дел) Пакистана».
    """
    for i in range(at, max(at - longest, -1), -1):
        token = tokens[i]
        if i in covered or not token.is_word:
            return -1
        if use_of(token) in ("office", "both"):
            return i
        if token.case != "Gen" or token.pos not in ("NOUN", "ADJ"):
            return -1
    return -1


def _with_kind(tokens: Sequence[Token], head: int) -> int:
    """Index of the first of the adjectives that say which office a noun means."""
    first = head
    while first > 0 and _names_kind(tokens[first - 1], tokens[head]):
        first -= 1
    return first


def _names_kind(token: Token, head: Token) -> bool:
    """An adjective that says which organisation it is, not what it is like.

    «антимонопольная (комиссия)».
    """
    if token.pos != "ADJ" or token.case != head.case or token.number != head.number:
        return False
    forms = token.morphology.forms(token.text)
    return bool(forms) and not any({"Qual", "Apro", "Anum"} & f.grammemes for f in forms)
