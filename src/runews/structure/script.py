"""The language of a text, by its letters alone.

In flows the text; out flows a language's code, where the letters tell it. The East Slavic languages
and Bulgarian write letters that the others lack, and write them often: «ы» and «э» are Russian and
Belarusian, «ў» Belarusian, «ї» and «є» Ukrainian, a frequent «ъ» Bulgarian. Other languages stay
unnamed: Latin letters do not tell English from German.
"""

from __future__ import annotations

from collections import Counter

__all__ = ["guess_language"]

# The beginning is enough, and keeps the cost of a long text down.
_SAMPLE = 20_000
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўәғқңөұүһӣӯҳҷђјљњћџѓќѕ")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_UKRAINIAN = frozenset("іїєґ")
_BELARUSIAN = frozenset("ўі")
# A foreign name in a Russian text brings a few foreign letters; a text of another language many.
_FEW = 0.01
# In Russian «ъ» is one letter in three thousand, in Bulgarian one in sixty.
_BULGARIAN_SHARE = 0.008


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language.

    Args:
        text: The text.

    Returns:
        ``"ru"``, ``"uk"``, ``"be"`` or ``"bg"``; ``None`` where the letters do not tell.

    Example:
        >>> guess_language("Президент подписал указ."), guess_language("Президент підписав указ.")
        ('ru', 'uk')
        >>> guess_language("The president signed it.") is None
        True
    """
    letters = Counter(c for c in text[:_SAMPLE].lower() if c.isalpha())
    total = sum(letters.values())
    cyrillic = _count(letters, _CYRILLIC)
    if not cyrillic or cyrillic <= total / 2:
        return None
    foreign = 1 - _count(letters, _RUSSIAN) / cyrillic
    if foreign <= _FEW:
        bulgarian = letters["ъ"] > _BULGARIAN_SHARE * cyrillic and not (
            letters["ы"] or letters["э"]
        )
        return "bg" if bulgarian else "ru"
    if letters["ў"] and not letters["и"] and not letters["щ"]:
        return "be" if foreign - _count(letters, _BELARUSIAN) / cyrillic <= _FEW else None
    if not letters["ы"] and not letters["э"] and not letters["ё"]:
        return "uk" if foreign - _count(letters, _UKRAINIAN) / cyrillic <= _FEW else None
    return None


def _count(letters: Counter[str], alphabet: frozenset[str]) -> int:
    return sum(number for letter, number in letters.items() if letter in alphabet)
