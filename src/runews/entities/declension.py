"""The nominative of surnames and given names that no dictionary holds, by paradigm.

In flow a word with case and gender; out flows the nominative that the endings allow, or ``None``.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["name_stem", "undecline"]

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщц"
_NO_Y = "гкхжшчщ"

#: Ending of the case form, ending of the nominative; the first that fits wins, "" cuts the ending
#: off.
#: ``C`` asks for a consonant before the ending, ``V`` for a vowel, ``H`` for a hushing consonant.
_Row = tuple[str, str, str]

_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_MASCULINE: dict[str, tuple[_Row, ...]] = {
    "Gen": (
        ("ского", "", "ский"), ("цкого", "", "цкий"), ("ого", "C", "ый"), ("его", "C", "ий"),
        ("ия", "", "ий"), ("я", "V", "й"), ("я", "C", "ь"), ("а", "C", ""), ("ы", "C", "а"),
    ),
    "Dat": (
        ("скому", "", "ский"), ("цкому", "", "цкий"), ("ому", "C", "ый"), ("ему", "C", "ий"),
        ("ию", "", "ий"), ("ю", "V", "й"), ("ю", "C", "ь"), ("у", "C", ""),
    ),
    "Ins": (
        ("ским", "", "ский"), ("цким", "", "цкий"), ("овым", "", "ов"), ("евым", "", "ев"),
        ("иным", "", "ин"), ("ыным", "", "ын"), ("ым", "C", "ый"), ("ием", "", "ий"), ("ем", "V",
        "й"),
        ("ем", "H", ""), ("ем", "C", "ь"), ("ом", "C", ""), ("ой", "C", "а"),
    ),
    "Loc": (
        ("ском", "", "ский"), ("цком", "", "цкий"), ("ом", "C", "ый"), ("ии", "", "ий"),
        ("е", "V", "й"), ("е", "C", ""),
    ),
}  # fmt: skip
_MASCULINE["Acc"] = (*_MASCULINE["Gen"][:-1], ("у", "C", "а"), ("ю", "C", "я"))
_FEMININE: dict[str, tuple[_Row, ...]] = {
    "Gen": (
        ("ской", "", "ская"), ("цкой", "", "цкая"), ("овой", "", "ова"), ("евой", "", "ева"),
        ("иной", "", "ина"), ("ыной", "", "ына"), ("ии", "", "ия"), ("ы", "C", "а"),
    ),
    "Acc": (
        ("скую", "", "ская"), ("цкую", "", "цкая"), ("ую", "C", "ая"), ("ию", "", "ия"),
        ("у", "C", "а"), ("ю", "C", "я"),
    ),
    "Ins": (
        ("ской", "", "ская"), ("цкой", "", "цкая"), ("ой", "C", "а"), ("ией", "", "ия"),
        ("ей", "H", "а"), ("ей", "C", "я"),
    ),
}  # fmt: skip
_FEMININE["Dat"] = _FEMININE["Loc"] = (*_FEMININE["Gen"][:-1], ("е", "C", "а"))

_ENDINGS = (
    "ией", "ием", "ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей",
    "ую", "юю", "ая", "яя", "ие",
    "ий", "ый", "ых", "их", "ия", "ию", "ии", "ы", "и", "а", "я", "у", "ю", "е", "о", "ь", "й",
)  # fmt: skip
#: Endings with which short names end in the nominative too: «Салим», «Артем».
_LIKE_NAMES = {"ым", "им", "ом", "ем"}


def undecline(word: str, case: str, gender: str) -> str | None:
    """The nominative of a name in another case.

    Args:
        word: The word, lower case.
        case: ``Nom``, ``Gen``, ``Dat``, ``Acc``, ``Ins`` or ``Loc``.
        gender: ``Masc`` or ``Fem``.

    Returns:
        The nominative; the word itself where it cannot be declined in this gender (Анной Шмидт,
        Трюдо); ``None`` where it can, but not with this ending.

    Example:
        >>> undecline("уиткоффа", "Gen", "Masc"), undecline("хабенской", "Dat", "Fem")
        ('уиткофф', 'хабенская')
        >>> undecline("шмидт", "Ins", "Fem"), undecline("трюдо", "Gen", "Masc")
        ('шмидт', 'трюдо')
        >>> undecline("уиткофф", "Ins", "Masc") is None
        True
    """
    if len(word) < 3 or case == "Nom":
        return word
    table = _FEMININE if gender == "Fem" else _MASCULINE
    for ending, before, nominative in table.get(case, ()):
        stem = word[: len(word) - len(ending)]
        if word.endswith(ending) and len(stem) > 1 and _fits(stem[-1], before):
            if nominative == "ый" and stem[-1] in _NO_Y:
                nominative = "ий"
            return stem + nominative
    return word if _undeclined(word, gender) else None


def _fits(letter: str, before: str) -> bool:
    if before == "C":
        return letter not in _VOWELS and letter != "й"
    if before == "V":
        return letter in _VOWELS
    return before != "H" or letter in _HUSHING


def _undeclined(word: str, gender: str) -> bool:
    if word[-1] in "оеёиуюэы" or not ("а" <= word[-1] <= "я"):
        return True
    return gender == "Fem" and word[-1] not in "ая"


@lru_cache(maxsize=20_000)
def name_stem(word: str) -> str:
    """What the case forms of a name, and its masculine and feminine, have in common.

    Args:
        word: A form of the name in any letter case.

    Returns:
        The stem, lower case, ё written as е; at least two letters of the word remain.

    Example:
        >>> {name_stem(w) for w in ("Вертинский", "Вертинской", "Вертинским")}
        {'вертинск'}
        >>> name_stem("Путиным"), name_stem("Путина"), name_stem("Путин"), name_stem("Ли")
        ('путин', 'путин', 'путин', 'ли')
    """
    word = word.lower().replace("ё", "е")
    for ending in _ENDINGS:
        shortest = 4 if ending in _LIKE_NAMES else 2
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word
