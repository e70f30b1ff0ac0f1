"""Organisations whole.

The descriptor before the proper name, the place after it, and those that only a common noun
heads.

In flow repaired names; out flow the same with organisations grown, and what now stands within one
marked `inside`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.entities.names import Name, name_of
from runews.entities.vocabulary import organisation_stems, organisation_use
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runews.language.tokens import ParsedSentence, Token

__all__ = ["grow_organisations"]

_OPENING = "«„“\"'"
_CLOSING = "»”“\"'"
_NAMING = {"NOUN", "PROPN", "ADJ"}
_LONGEST_QUOTED = 8
_LONGEST_CHAIN = 4


def grow_organisations(names: Iterable[Name]) -> list[Name]:
    """Give every organisation its whole name.

    Args:
        names: Repaired, disjoint names in text order.

    Returns:
        Names in text order; a place, person or organisation within a grown one stands after it with
        `inside` set.

    Example:
        «[правительства [Китая]LOC]ORG», «[движения «Левый фронт»]ORG», «[МВД [России]LOC по
        [Москве]LOC]ORG».
    """
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence.index, []).append(name)
    grown: list[Name] = []
    for group in by_sentence.values():
        grown.extend(_grow(group))
    return grown


def find_quoted(sentence: ParsedSentence, taken: Sequence[Name]) -> list[Name]:
    """Organisations that a kind of organisation and quotation marks show.

    «институт «Коллективное действие»».

    Args:
        sentence: A sentence.
        taken: Its names, which are left alone.

    Returns:
        Organisations that no name overlaps.
    """
    found: list[Name] = []
    covered = {i for n in taken for i in range(n.first, n.last + 1)}
    tokens = sentence.tokens
    for opening in range(1, len(tokens)):
        if tokens[opening].text not in _OPENING or opening in covered:
            continue
        if _use(tokens[opening - 1]) not in ("kind", "both", "form"):
            continue
        closing = _closing(tokens, opening)
        if closing is None or not tokens[opening + 1].text[:1].isupper():
            continue
        if not any(i in covered for i in range(opening - 1, closing + 1)):
            found.append(name_of(EntityType.ORG, sentence, opening - 1, closing))
    return found


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    for i in range(opening + 2, min(opening + _LONGEST_QUOTED + 2, len(tokens))):
        if tokens[i].text in _CLOSING:
            return i
    return None


def _use(token: Token) -> str | None:
    """How a word heads an organisation's name, ``None`` where it does not."""
    if name_stem(token.text) not in organisation_stems():
        return None
    return organisation_use(token.text if token.text.isupper() else token.lemma)


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
        whole = _widened(_retyped(name))
        if whole.type is not name.type:
            inner.append(attrs.evolve(name, inside=True))
        grown = _with_descriptor(whole)
        grown, held = _with_complement(_with_field(grown), outer)
        for _ in range(held):
            inner.append(attrs.evolve(outer.pop(), inside=True))
        headed = _headed(grown, covered)
        if headed is not None:
            inner.append(attrs.evolve(grown, inside=True))
            grown = headed
        outer.append(grown)
    return sorted([*outer, *inner], key=lambda n: (n.start, -n.stop))


def _retyped(name: Name) -> Name:
    """A person or place in quotation marks after a kind of organisation is one.

    «команда «Феррари»».
    """
    if name.type is EntityType.ORG or name.first < 2:
        return name
    tokens = name.sentence.tokens
    quoted = tokens[name.first - 1].text in _OPENING and name.last + 1 < len(tokens)
    if quoted and tokens[name.last + 1].text in _CLOSING and _use(tokens[name.first - 2]):
        return attrs.evolve(name, type=EntityType.ORG)
    return name


def _widened(name: Name) -> Name:
    """The whole of what stands in quotation marks: «Голос Америки», not «Америки» alone."""
    tokens = name.sentence.tokens
    closing = name.last + 1
    if name.type is not EntityType.LOC or closing >= len(tokens):
        return name
    if tokens[closing].text not in _CLOSING:
        return name
    at = name.first
    while name.first - at < _LONGEST_CHAIN and at > 0 and tokens[at - 1].pos in _NAMING:
        at -= 1
    if at == name.first or at == 0 or tokens[at - 1].text not in _OPENING:
        return name
    if not tokens[at].text[:1].isupper():
        return name
    return name_of(EntityType.ORG, name.sentence, at, name.last)


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
    use = _use(before)
    if use is None or not _may_be_one(before) or (use == "office" and not quoted):
        return name
    return name_of(name.type, name.sentence, first - 1, last)


def _may_be_one(noun: Token) -> bool:
    """Whether a noun may be singular: «движения» may, whatever its tag, «движений» not."""
    if noun.number != "Plur":
        return True
    return any("sing" in f.grammemes for f in noun.morphology.forms(noun.text))


def _with_field(name: Name) -> Name:
    """«Рабочая группа» → «Рабочая группа по экономическим вопросам», the field that it works in."""
    tokens = name.sentence.tokens
    at = name.last + 1
    if name.type is not EntityType.ORG or at >= len(tokens) or tokens[at].lower != "по":
        return name
    if not any(_use(t) in ("office", "both", "kind") for t in name.words):
        return name
    last = None
    case = "Dat"
    for i in range(at + 1, min(at + 2 + _LONGEST_CHAIN, len(tokens))):
        token = tokens[i]
        if token.case != case or token.pos not in ("ADJ", "NOUN"):
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
    return any(_use(t) is not None for t in name.words)


def _is_complement(name: Name) -> bool:
    """Whether a name stands in the genitive, as whose organisation it is.

    «(правительство) Китая».
    """
    head = name.words[0]
    if name.type is EntityType.LOC:
        return head.case in ("Gen", None) or head.text.isupper()
    return name.type is EntityType.ORG and head.case == "Gen"


def _headed(name: Name, covered: set[int]) -> Name | None:
    """«правительства Китая» from «Китая»; ``None`` where no office noun governs the name."""
    if name.first == 0 or not _is_complement(name):
        return None
    tokens = name.sentence.tokens
    at = name.first - 1
    for _ in range(_LONGEST_CHAIN):
        if at < 0 or not tokens[at].is_word:
            return None
        if at in covered:
            return None
        token = tokens[at]
        use = _use(token)
        if use in ("office", "both"):
            break
        if token.case != "Gen" or token.pos not in ("NOUN", "ADJ"):
            return None
        at -= 1
    else:
        return None
    if at < 0 or tokens[at].number == "Plur":
        return None
    head = tokens[at]
    while at > 0 and _names_kind(tokens[at - 1], head):
        at -= 1
    return attrs.evolve(name_of(EntityType.ORG, name.sentence, at, name.last), held=name.first)


def _names_kind(token: Token, head: Token) -> bool:
    """An adjective that says which organisation it is, not what it is like.

    «антимонопольная (комиссия)».
    """
    if token.pos != "ADJ" or token.case != head.case or token.number != head.number:
        return False
    forms = token.morphology.forms(token.text)
    return bool(forms) and not any({"Qual", "Apro", "Anum"} & f.grammemes for f in forms)
