"""What the recogniser takes for a name and is none, or is one of another type.

In flow a repaired name; out flows the name, retyped, or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import name_stem
from runews.entities.name_words import is_particle
from runews.entities.vocabulary import known_type, network_stems, social_networks
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.entities.names import Name
    from runews.language import Analysis
    from runews.language.tokens import Token

__all__ = ["drop_common_words", "drop_non_names", "is_common", "place_in_dateline"]

_OPENING = "«„“\"'(["
#: «МВД», «ФСИН», «ОБСЕ»: capitals as such are an office's.
_LONGEST_OFFICE = 5
_MEDIUM_PREPOSITIONS = {"в", "во", "на", "через", "из", "по"}


def is_common(token: Token) -> bool:
    """Whether a word is an ordinary one that no person is called by.

    Args:
        token: The word.
    """
    if is_particle(token) or not token.is_word:
        return False
    if token.text.islower():
        return True
    if token.pos not in ("NOUN", "ADJ", "VERB", "ADP", "ADV"):
        return False
    forms = token.morphology.forms(token.text)
    return bool(forms) and all(
        f.known and not {"Name", "Surn", "Patr"} & f.grammemes for f in forms
    )


def drop_non_names(name: Name) -> Iterator[Name]:
    """Common words and what the lexicon knows to be no entity.

    «СМИ», a capital at a sentence's start.
    """
    known, kind = known_type(t.text for t in name.words)
    if known:
        if kind is not None:
            yield attrs.evolve(name, type=kind)
        return
    if len(name.words) == 1 and (_is_medium(name) or _is_channel(name.words[0])):
        return
    if len(name.words) == 1 and _is_plain_word(name.words[0], name):
        return
    yield name


def _is_medium(name: Name) -> bool:
    """«написал в соцсети Х», «в Telegram»: where it was written, no party to the story."""
    word = name.words[0]
    if word.lower not in social_networks() and (
        name_stem(word.text) not in network_stems() or word.lemma not in social_networks()
    ):
        return False
    tokens = name.sentence.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is not None and before.text in _OPENING and name.first > 1:
        before = tokens[name.first - 2]
    if len(word.text) == 1:
        return True
    return before is not None and (
        before.lower in _MEDIUM_PREPOSITIONS or before.lemma in ("соцсеть", "сеть", "мессенджер")
    )


def _is_channel(word: Token) -> bool:
    """«Telegram-канал», «YouTube-шоу»: a kind of medium, nobody's name."""
    network, hyphen, kind = word.text.partition("-")
    return bool(hyphen) and kind.islower() and network.lower() in social_networks()


def place_in_dateline(name: Name) -> Iterator[Name]:
    """«ЗАРЕЧНОГОРСК, 27 фев»: what opens a dispatch in capitals is a place."""
    after = name.sentence.tokens[name.last + 1 : name.last + 3]
    opens = name.first == 0 and len(name.words) == 1 and len(after) == 2
    word = name.words[0]
    if (
        opens
        and name.type is not EntityType.LOC
        and len(word.text) > _LONGEST_OFFICE
        and word.text.isupper()
        and after[0].text == ","
        and after[1].text[:1].isdigit()
    ):
        yield attrs.evolve(name, type=EntityType.LOC)
    else:
        yield name


def _is_plain_word(word: Token, name: Name) -> bool:
    """A sentence's first word that the dictionary knows as an ordinary word only.

    «Внук бывшего …».
    """
    if name.type is EntityType.PER and word.number == "Plur" and word.pos == "PROPN":
        forms = word.morphology.forms(word.text)
        if (
            forms
            and forms[0].known
            and "plur" in forms[0].grammemes
            and "Surn" in forms[0].grammemes
        ):
            return True
    before = name.sentence.tokens[: word.index]
    if name.type is EntityType.ORG or any(t.text not in _OPENING for t in before):
        return False
    if name.type is EntityType.LOC:
        return word.pos != "PROPN" and is_common(word) and not _may_be_place(word)
    return word.pos == "NOUN" and is_common(word)


def _may_be_place(word: Token) -> bool:
    """Whether the dictionary holds a word as a place as well: «Орёл», «Запад»."""
    return any({"Geox", "Abbr"} & f.grammemes for f in word.morphology.forms(word.text))


def drop_common_words(names: Sequence[Name], analysis: Analysis) -> list[Name]:
    """Drop a sentence's first word that the article has in lower case too: «Воробей сел».

    Args:
        names: Names in text order.
        analysis: The language models' view.

    Returns:
        The others; a word stays that closes the whole name of somebody.
    """
    doubtful = [n for n in names if _may_be_common(n)]
    if not doubtful:
        return list(names)
    whole = {
        name_stem(n.words[-1].text) for n in names if n.type is EntityType.PER and len(n.words) > 1
    }
    common = {
        t.lower
        for s in analysis.sentences
        for t in s.tokens
        if t.pos == "NOUN" and t.text.islower()
    }
    dropped = {
        id(n)
        for n in doubtful
        if n.words[0].lower in common and name_stem(n.words[0].text) not in whole
    }
    return [n for n in names if id(n) not in dropped]


def _may_be_common(name: Name) -> bool:
    """Whether a person's name is a sentence's first word that is an ordinary noun as well."""
    if name.type is not EntityType.PER or len(name.words) != 1 or name.first:
        return False
    forms = name.words[0].morphology.forms(name.words[0].text)
    return any(
        f.known and f.pos == "NOUN" and not {"Name", "Surn", "Patr"} & f.grammemes for f in forms
    )
