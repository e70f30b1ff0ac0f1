"""Geography that the dictionary knows: places missed, mistaken for persons, or none at all.

In flow names of the whole article; out flow the same with places mended. The recogniser goes by
context and stumbles where there is little («чемпион Европы», lists, captions); that «Европа» is a
place the dictionary knows without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import regex

from runews.entities.declension import name_stem
from runews.entities.names import Name, name_of
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.language import Analysis
    from runews.language.morphology import Form
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["mend_places"]

_QUOTES = "«»„“”\"'"
_OF_PERSONS = {"Name", "Surn", "Patr"}
_CURRENCIES = {"доллар", "долл", "франк", "фунт", "рубль", "тенге", "гривна", "крона", "песо"}
_MONEY = {word[:3] for word in _CURRENCIES}
#: What the names of towns are put together with: «Понте-Сан-Пьетро», «Нью-Дели», «Ростов-на-Дону».
_OF_TOWNS = regex.compile(
    r"\p{Lu}\p{Ll}+-(?:на|ди|дель|сюр|ан|над|под)-\p{Lu}\p{Ll}+"
    r"|(?:\p{Lu}\p{Ll}+-)?(?:Сан|Сант|Санта|Сен|Нью|Порт|Форт|Лос|Усть|Верх)(?:-\p{L}+){1,3}"
)
#: «Афросоюз», «Мосгоризбирком», «Мосгорсуд»: abbreviations of what an office is.
_OF_OFFICES = regex.compile(r"\p{L}{3,}(?:избирком|союз|надзор|банк|суд|гвардия|прокуратура)")


def mend_places(names: Sequence[Name], analysis: Analysis) -> list[Name]:
    """Add the places that were missed and mend the types that the dictionary belies.

    Args:
        names: Disjoint names in text order.
        analysis: The language models' view.

    Returns:
        Names in text order, disjoint.

    Example:
        «чемпион [Европы]LOC»; «финиш у [Дувра]LOC», no person; «сто долларов США», no place.
    """
    surnames = {
        name_stem(n.words[-1].text) for n in names if n.type is EntityType.PER and len(n.words) > 1
    }
    kept = [_retyped(n, surnames) for n in names if not _is_no_place(n)]
    by_sentence: dict[int, set[int]] = {}
    for name in kept:
        held = by_sentence.setdefault(name.sentence.index, set())
        held.update(range(name.first, name.last + 1))
    for sentence in analysis.sentences:
        kept.extend(_missed(sentence, by_sentence.get(sentence.index, set())))
    return sorted(kept, key=lambda n: n.start)


def _retyped(name: Name, surnames: set[str]) -> Name:
    """A name of one word that the dictionary, or how it is made, shows to be of another type.

    «у Дувра» is no person, «Афросоюз» no place.
    """
    if name.type is EntityType.ORG or len(name.tokens) != 1:
        return name
    word = name.tokens[0]
    if _OF_OFFICES.fullmatch(word.lemma):
        return attrs.evolve(name, type=EntityType.ORG)
    if name.type is EntityType.LOC:
        return name
    if name_stem(word.text) in surnames:
        return name
    forms = _known(word)
    if not any(_is_place(f) for f in forms) or any(_OF_PERSONS & f.grammemes for f in forms):
        return name
    return attrs.evolve(name, type=EntityType.LOC)


def _is_no_place(name: Name) -> bool:
    """«долларов США», «в доменной зоне .РФ»: a currency, an address."""
    if name.type is not EntityType.LOC or not name.first:
        return False
    before = name.sentence.tokens[name.first - 1]
    if before.text == ".":
        return before.stop == name.start and (
            name.first == 1 or name.sentence.tokens[name.first - 2].stop < before.start
        )
    return before.lower[:3] in _MONEY and before.lemma in _CURRENCIES


_MONEY = {word[:3] for word in _CURRENCIES}


def _missed(sentence: ParsedSentence, covered: set[int]) -> Iterator[Name]:
    """Words with a capital that are places and nothing else, and no title in quotation marks."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if i in covered or not token.text[:1].isupper() or token.pos not in ("PROPN", "NOUN", "X"):
            continue
        if _is_titled(tokens, i) or not _stands_alone(tokens, i):
            continue
        forms = _known(token)
        if (forms and all(_is_place(f) for f in forms)) or _OF_TOWNS.fullmatch(token.text):
            yield name_of(EntityType.LOC, sentence, i, i)


def _known(token: Token) -> list[Form]:
    return [f for f in token.morphology.forms(token.text) if f.known]


def _is_place(form: Form) -> bool:
    """Whether a reading is a place's name with cases of its own; of the rest hardly one is sure."""
    return "Geox" in form.grammemes and form.pos == "NOUN" and "Fixd" not in form.grammemes


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether quotation marks open right before a word: the car «Таврия»."""
    return at > 0 and tokens[at - 1].text in _QUOTES


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether no other capital stands beside a word, which would make it part of another name."""
    opens = at == 1 or (at > 1 and not tokens[at - 2].is_word)
    before = at > 0 and not opens and tokens[at - 1].text[:1].isupper()
    after = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return not before and not after
