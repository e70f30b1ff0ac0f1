"""Names of persons as bylines and datelines give them, told by their outer form.

In flows the text of a line; out flow the names that it lists. No language model is asked: a byline
stands in the nominative and holds little else.
"""

from __future__ import annotations

import re

__all__ = ["NAME", "is_name_list", "match_names", "split_names"]

_UPPER, _LOWER = "А-ЯЁІЇЄҐЎ", "а-яёіїєґў"
_WORD = rf"(?:[{_UPPER}][{_LOWER}’']+(?:-[{_UPPER}][{_LOWER}]+)?)"
_INITIAL = rf"(?:[{_UPPER}]\.\s?)"
_PARTICLE = r"(?:(?:фон|ван|де|аль|оглы|кызы)\s)"

#: A full name: «Андрей Коц», «И. В. Петров», «Анна-Мария фон Бок».
NAME = (
    rf"(?:(?:{_INITIAL}{{1,2}}{_WORD})|(?:{_WORD}\s(?:{_WORD}\s|{_INITIAL}|{_PARTICLE})?{_WORD}))"
)

_NAME = re.compile(NAME)
_LOWER_NAME = re.compile(
    rf"[{_LOWER}]{{2,20}}(?:-[{_LOWER}]{{2,20}})?\s[{_LOWER}]{{2,20}}(?![{_LOWER}-])"
)
_BETWEEN = re.compile(r"\s?(?:[,;/|]|\bи\b|&)\s?")


def match_names(text: str, start: int = 0, *, lower: bool = False) -> tuple[tuple[str, ...], int]:
    """The names listed from an offset on, and where the list ends.

    Args:
        text: The text.
        start: Offset where the first name must begin.
        lower: Whether the text has lost its capitals, so that any two words may be a name.

    Returns:
        The names and the offset after the last one; no names and ``start`` where none begins.

    Example:
        >>> match_names("Андрей Коц, Анна Белова. Текст")
        (('Андрей Коц', 'Анна Белова'), 23)
    """
    pattern = _LOWER_NAME if lower else _NAME
    names: list[str] = []
    stop = position = start
    while match := pattern.match(text, position):
        names.append(_in_capitals(match[0]) if lower else " ".join(match[0].split()))
        stop = match.end()
        between = _BETWEEN.match(text, stop)
        if between is None:
            break
        position = between.end()
    return tuple(names), stop


def split_names(text: str) -> tuple[str, ...]:
    """The names at the start of a byline, without what follows them.

    Args:
        text: A byline such as «Иван Петров, корреспондент РБК».

    Returns:
        The names; empty where the line does not begin with one.

    Example:
        >>> split_names("Иван Петров и Анна Белова, специально для газеты")
        ('Иван Петров', 'Анна Белова')
    """
    return match_names(text)[0]


def is_name_list(text: str) -> bool:
    """Whether a line holds names of persons and nothing else.

    Args:
        text: The line.

    Returns:
        ``True`` for «Иван Петров, Анна Белова».

    Example:
        >>> is_name_list("Иван Петров, Анна Белова"), is_name_list("Иван Петров ушёл")
        (True, False)
    """
    names, stop = match_names(text)
    return bool(names) and not text[stop:].strip(" .")


def _in_capitals(name: str) -> str:
    return re.sub(rf"(?<![{_LOWER}])[{_LOWER}]", lambda m: m[0].upper(), name)
