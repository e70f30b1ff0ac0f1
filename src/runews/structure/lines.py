"""The outer form of single lines: how they begin and end, what they consist of.

In flows the text of one paragraph; out flows a yes or no. What a line is to the article depends on
its place too, and that is decided in `runews.structure.kinds`.
"""

from __future__ import annotations

import re

from runews.structure.outlets import find_outlet

__all__ = [
    "ends_firmly",
    "has_credit",
    "has_year",
    "is_dialogue",
    "is_hashtags",
    "is_link_item",
    "is_sentence",
    "is_title",
    "is_url",
    "opens_with_source",
    "same_title",
]

_SENTENCE_END = re.compile(r"[.!?…:;][»”“\"')\]*]*$")
_FIRM_END = re.compile(r"(?:(?<!\.)\.|[:;,])[)\]*]*$")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HASHTAGS = re.compile(r"#\w[\w-]*(?:[\s,]+#\w[\w-]*)*")
_LINK_ITEM = re.compile(r"[-–—•▪►→>]\s?[«\"„]?[А-ЯЁA-Z\d]")
_DIALOGUE = re.compile(r"[-–—]\s")
_CREDIT = re.compile(r"(?:^|[.(|/»\"\s])\s?(?:Фото|Photo|ФОТО)\s?:\s?[^.]{2,80}\.?$")
_AGENCY_CREDIT = re.compile(r"\s[/|]\s(?P<name>[^/|]{2,40})$")
_SOURCE_OPENING = re.compile(r"(?:По|Согласно|Как)\s[^.]{2,60},\s")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

_MAX_LINK = 160
_MAX_CREDIT = 220
# How much of a paragraph's end tells whether it ends like a sentence.
_TAIL = 12


def is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, or announces the next one.

    Example:
        >>> is_sentence("«Мы готовы».)"), is_sentence("Он сказал:"), is_sentence("Справка")
        (True, True, False)
    """
    return _SENTENCE_END.search(text, max(0, len(text) - _TAIL)) is not None


def ends_firmly(text: str) -> bool:
    """Whether a line ends with a mark that titles do not end with.

    Example:
        >>> ends_firmly("Суд начался."), ends_firmly("Что дальше?"), ends_firmly("Ждём...")
        (True, False, False)
    """
    return _FIRM_END.search(text, max(0, len(text) - _TAIL)) is not None


def is_title(text: str) -> bool:
    """Whether a line may be the title of another article.

    Example:
        >>> is_title("Суд отложил заседание"), is_title("Суд отложил заседание.")
        (True, False)
    """
    return len(text) <= _MAX_LINK and not ends_firmly(text)


def is_link_item(text: str) -> bool:
    """Whether a line is an item of a list that begins like a title, whatever its end.

    Example:
        >>> is_link_item("- Путин провёл встречу"), is_link_item("- молоко;")
        (True, False)
    """
    return len(text) <= _MAX_LINK and _LINK_ITEM.match(text) is not None


def is_dialogue(text: str) -> bool:
    """Whether a line opens with a dash: a turn of a dialogue, or an item of a list.

    Example:
        >>> is_dialogue("– Вы согласны?")
        True
    """
    return _DIALOGUE.match(text) is not None


def is_url(text: str) -> bool:
    """Whether a line is an address.

    Example:
        >>> is_url("https://example.ru/1"), is_url("сайт https://example.ru")
        (True, False)
    """
    return _URL.fullmatch(text) is not None


def is_hashtags(text: str) -> bool:
    """Whether a line holds hashtags and nothing else.

    Example:
        >>> is_hashtags("#суд #Москва"), is_hashtags("#суд идёт")
        (True, False)
    """
    return _HASHTAGS.fullmatch(text) is not None


def has_credit(text: str) -> bool:
    """Whether a line ends with the credit of a picture.

    Example:
        >>> has_credit("Площадь ночью. Фото: Иван Петров"), has_credit("Площадь / ТАСС")
        (True, True)
        >>> has_credit("Фото оказалось подделкой.")
        False
    """
    if len(text) > _MAX_CREDIT:
        return False
    if _CREDIT.search(text):
        return True
    match = _AGENCY_CREDIT.search(text)
    outlet = find_outlet(match["name"], inflected=False) if match else None
    return outlet is not None and outlet.kind != "social"


def has_year(text: str) -> bool:
    """Whether a line has a year of the last centuries, as captions often do.

    Example:
        >>> has_year("Вид на город, 1992 год")
        True
    """
    return _YEAR.search(text) is not None


def opens_with_source(text: str) -> bool:
    """Whether a line opens with a parenthetical source, which no heading does.

    Example:
        >>> opens_with_source("По данным полиции, пострадавших нет")
        True
    """
    return _SOURCE_OPENING.match(text) is not None


def same_title(text: str, title: str) -> bool:
    """Whether two titles are the same but for white space, letter case and a full stop.

    Example:
        >>> same_title("Суд  начался.", "суд начался")
        True
    """
    return _folded(text) == _folded(title)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")
