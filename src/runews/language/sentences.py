"""Sentence ends that the segmenter misses: «… 30 апреля 2011 г. По словам …».

In flow a text with the segmenter's sentences and the dictionary; out flow the sentences, some of
them cut in two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runews.language.morphology import Morphology

__all__ = ["split_after_abbreviations"]

_ABBREVIATION = regex.compile(
    r"(?:(?P<year>\d{4}[ \u00a0]?гг?)|\d[ \u00a0]?(?:тыс|млн|млрд|трлн|руб|долл|коп|чел)"
    r"|(?:тыс|млн|млрд|трлн)\.?[ \u00a0](?:руб|долл|чел))\.\s{1,3}"
    r"(?=(?P<mark>[«\"„“])?(?P<next>\p{Lu}[\p{L}-]{0,30}))"
)
#: What stands before the abbreviation must be able to be a sentence («В 2011 г. Госдума …» is
#: not cut).
SHORTEST = 30
_FUNCTION_WORDS = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "PART", "ADV"})


def split_after_abbreviations(
    text: str, sentences: Iterable[tuple[int, int]], morphology: Morphology
) -> Iterator[tuple[int, int]]:
    """Cut sentences where a new one surely begins behind «г.», «руб.», «млн».

    A name may follow a year inside a sentence, so behind «г.» only a function word or a quotation
    mark tells of a new one; behind a sum any capital does.

    Args:
        text: The text.
        sentences: Bounds of the segmenter's sentences.
        morphology: The dictionary.

    Yields:
        Bounds of the sentences, in order.

    Example:
        >>> from runews.language import default_language
        >>> text = "Глава банка покинет свой пост 30 апреля 2011 г. По его словам, решение принято."
        >>> found = split_after_abbreviations(text, [(0, len(text))], default_language().morphology)
        >>> [text[a:b] for a, b in found][1]
        'По его словам, решение принято.'
    """
    for start, stop in sentences:
        begin = start
        for match in _ABBREVIATION.finditer(text, start, stop):
            if match.end() - begin < SHORTEST:
                continue
            if match["year"] and not match["mark"] and not _opens(match["next"], morphology):
                continue
            yield begin, match.start() + len(match[0].rstrip())
            begin = match.end()
        yield begin, stop


def _opens(word: str, morphology: Morphology) -> bool:
    forms = morphology.forms(word)
    return bool(forms) and forms[0].pos in _FUNCTION_WORDS
