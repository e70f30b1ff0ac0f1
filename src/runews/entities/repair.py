"""Raw names to repaired ones: cut, joined, trimmed, split, retyped, dropped.

In flow the recogniser's spans; out flow disjoint `Name` objects in text order. Every rule takes one
name and gives what becomes of it; their order is `RULES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.name_words import is_initial, is_particle
from runews.entities.names import Name, name_of
from runews.entities.non_names import drop_non_names, is_common, place_in_dateline
from runews.entities.vocabulary import known_type, may_be_person_noun, person_noun
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from runews.language import Analysis
    from runews.language.tokens import Token

__all__ = ["RULES", "raw_names", "repair"]

_OPENING = "«„“\"'(["
_CLOSING = "»”“\"')]"
#: Shorter words are names as well: «Пан Ги Мун».
_SHORTEST_TITLE = 4
_BULLETS = {"•", "·", "—", "–", "|", "/", ";"}


def raw_names(analysis: Analysis) -> Iterator[Name]:
    """The recogniser's names as tokens, cut at the ends of sentences.

    Args:
        analysis: The language models' view.

    Yields:
        Names in text order; a span over a sentence's end gives one for each sentence.
    """
    for raw in analysis.names:
        start = raw.span.start
        while start < raw.span.stop:
            sentence = analysis.sentence_at(start)
            if sentence is None:
                start += 1
                continue
            span = attrs.evolve(
                raw.span, start=start, stop=max(start, min(raw.span.stop, sentence.stop))
            )
            tokens = sentence.tokens_in(span)
            if tokens:
                yield name_of(raw.type, sentence, tokens[0].index, tokens[-1].index)
            start = max(sentence.stop, start + 1)


def repair(names: Iterable[Name]) -> list[Name]:
    """Apply every rule of `RULES` in turn.

    Args:
        names: Names in text order.

    Returns:
        Names in text order, disjoint.
    """
    current = list(names)
    for rule in RULES:
        current = [new for old in current for new in rule(old)]
    return _glued(_disjoint(current))


def _glued(names: Sequence[Name]) -> list[Name]:
    """«Романо» and «Проди» side by side are one person where the tree says so."""
    kept: list[Name] = []
    for name in names:
        if kept and _goes_on(kept[-1], name):
            last = kept.pop()
            name = name_of(EntityType.PER, name.sentence, last.first, name.last)
        kept.append(name)
    return kept


def _goes_on(first: Name, second: Name) -> bool:
    if first.type is not EntityType.PER or second.type is not EntityType.PER:
        return False
    if first.sentence is not second.sentence or first.last + 1 != second.first:
        return False
    word = second.tokens[0]
    if len(first.tokens) > 1 or (first.tokens[0].case == "Gen" and word.case == "Nom"):
        return False  # «сын Акихито Нарухито»
    return word.rel == "flat:name" and word.head == first.first


def _disjoint(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.stop)):
        if not kept or kept[-1].stop <= name.start:
            kept.append(name)
    return kept


def _part(name: Name, tokens: list[Token] | tuple[Token, ...]) -> Iterator[Name]:
    if len(tokens) == len(name.tokens):
        yield name
    elif any(t.is_word for t in tokens):
        yield attrs.evolve(name, tokens=tuple(tokens))


def cut_at_bullets(name: Name) -> Iterator[Name]:
    """«Йемен • Замбия» are two places.

    «Новый Регион — Екатеринбург» in quotation marks stays one.
    """
    if name.type is EntityType.ORG:
        yield name
        return
    piece: list[Token] = []
    for token in name.tokens:
        if token.text in _BULLETS:
            yield from _part(name, piece)
            piece = []
        else:
            piece.append(token)
    yield from _part(name, piece)


def cut_brackets(name: Name) -> Iterator[Name]:
    """«Европейский союз (ЕС)» and «Халед эль-Масри (Khaled el-Masri)» are two names each."""
    opening = next((i for i, t in enumerate(name.tokens) if t.text == "(" and i), None)
    if opening is None:
        yield name
        return
    closing = next(
        (i for i, t in enumerate(name.tokens) if t.text == ")" and i > opening), len(name.tokens)
    )
    if closing < len(name.tokens) - 1:
        yield name
        return
    yield from _part(name, name.tokens[:opening])
    yield from _part(name, name.tokens[opening + 1 : closing])


def cut_at_commas(name: Name) -> Iterator[Name]:
    """«Овечкин, Фёдоров» are two persons."""
    if name.type is not EntityType.PER:
        yield name
        return
    piece: list[Token] = []
    for token in name.tokens:
        if token.text in (",", "(", ")", ":"):
            yield from _part(name, piece)
            piece = []
        else:
            piece.append(token)
    yield from _part(name, piece)


def trim_edges(name: Name) -> Iterator[Name]:
    """Punctuation at the edges goes, unless it closes what stands inside: «Мишель —» → «Мишель»."""
    tokens = list(name.tokens)
    while tokens and not tokens[0].is_word:
        if tokens[0].text in _OPENING and any(t.text in _CLOSING for t in tokens[1:-1]):
            break
        del tokens[0]
    while tokens and not tokens[-1].is_word:
        last = tokens[-1]
        if last.text == "." and len(tokens) > 1 and is_initial(tokens, len(tokens) - 2):
            break
        if last.text in _CLOSING and any(t.text in _OPENING for t in tokens[:-1]):
            break
        del tokens[-1]
    yield from _part(name, tokens)


def close_quotes(name: Name) -> Iterator[Name]:
    """«Русская служба «Голоса Америки» takes along the mark that closes it."""
    opened = sum((t.text in "«„") - (t.text in "»“") for t in name.tokens)
    after = name.sentence.tokens[name.last + 1 : name.last + 2]
    if opened == 1 and after and after[0].text in "»“":
        yield name_of(name.type, name.sentence, name.first, name.last + 1)
    else:
        yield name


def strip_outer_quotes(name: Name) -> Iterator[Name]:
    """««Голос Америки»» as a whole in quotation marks is named without them."""
    tokens = name.tokens
    if len(tokens) > 2 and tokens[0].text in _OPENING and tokens[-1].text in _CLOSING:
        yield from _part(name, tokens[1:-1])
    else:
        yield name


def trim_common_nouns(name: Name) -> Iterator[Name]:
    """A person's name does not begin with a common noun: «Предшественник Кравцова» → «Кравцова»."""
    tokens = list(name.tokens)
    if name.type is EntityType.PER:
        while len(tokens) > 1 and (is_common(tokens[0]) or _is_title(tokens[0])):
            del tokens[0]
        while len(tokens) > 1 and tokens[-1].text.islower() and not is_particle(tokens[-1]):
            del tokens[-1]
    yield from _part(name, tokens)


def _is_title(token: Token) -> bool:
    """Whether a capital belongs to a title, not to a name: «Папа (Франциск)»."""
    if len(token.text) < _SHORTEST_TITLE or not may_be_person_noun(token.lower):
        return False
    return person_noun(token.lemma) is not None


def add_initials(name: Name) -> Iterator[Name]:
    """«А. Б. Иванов» and «Иванов А.Б.» with all the initials that were left out."""
    if name.type is not EntityType.PER:
        yield name
        return
    tokens = name.sentence.tokens
    first, last = name.first, name.last
    while first >= 2 and is_initial(tokens, first - 2):
        first -= 2
    while last + 2 < len(tokens) and is_initial(tokens, last + 1) and tokens[last].text != ".":
        last += 2
    if (
        first == name.first
        and last + 2 < len(tokens)
        and tokens[last].text == "."
        and last > name.last
    ):
        while last + 2 < len(tokens) and is_initial(tokens, last + 1):
            last += 2
    yield name_of(name.type, name.sentence, first, last)


def split_two_persons(name: Name) -> Iterator[Name]:
    """Two names in a row in different cases are two persons.

    «внучка Шаймиева Камиля», «сын Акихито Нарухито».
    """
    words = name.words
    if name.type is not EntityType.PER or len(words) != len(name.tokens) or len(words) < 2:
        yield name
        return
    cases = [w.case for w in words]
    for i in range(1, len(words)):
        before, after = cases[:i], cases[i:]
        if set(before) == {"Gen"} and set(after) == {"Nom"} and _governed(name):
            yield from _part(name, words[:i])
            yield from _part(name, words[i:])
            return
    yield name


def split_organisation(name: Name) -> Iterator[Name]:
    """«(лидера) Аль-Каиды Усамы бен Ладена» holds an organisation that the lexicon knows."""
    words = name.words
    if name.type is EntityType.PER and len(words) > 1:
        known, kind = known_type([words[0].text])
        if known and kind is EntityType.ORG:
            yield attrs.evolve(name, type=kind, tokens=(words[0],))
            yield from _part(name, name.tokens[1:])
            return
    yield name


def _governed(name: Name) -> bool:
    """Whether a noun right before the name may govern it in the genitive: «внучка Шаймиева»."""
    if name.first == 0:
        return False
    before = name.sentence.tokens[name.first - 1]
    return before.pos == "NOUN" and before.text.islower()


#: The rules in their order.
RULES: tuple[Callable[[Name], Iterable[Name]], ...] = (
    cut_at_bullets,
    cut_brackets,
    cut_at_commas,
    trim_edges,
    close_quotes,
    strip_outer_quotes,
    trim_common_nouns,
    add_initials,
    split_organisation,
    split_two_persons,
    drop_non_names,
    place_in_dateline,
)
