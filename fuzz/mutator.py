"""Mutations that know news: what libFuzzer would need hours to spell, one step puts in.

In flow bytes, a size limit and a seed; out flow bytes. Text is read and written as UTF-8 with lone
surrogates let through, so that every Python string can be reached.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from fuzz.pieces import LOOKALIKES, MARKS, PIECES

__all__ = ["decode", "encode", "mutate_text"]

Change = Callable[[str, random.Random], str]


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, surrogates included; where it is not that, each byte a character.

    Args:
        data: Any bytes.

    Returns:
        The text.
    """
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def encode(text: str) -> bytes:
    """The bytes that `decode` reads as this text.

    Args:
        text: Any string.

    Returns:
        Its UTF-8, surrogates included.
    """
    return text.encode("utf-8", "surrogatepass")


def mutate_text(data: bytes, max_size: int, seed: int) -> bytes:
    """Change a text in one to four places, as an editor, a scraper or an enemy might.

    Args:
        data: The text's bytes.
        max_size: The longest result, in bytes.
        seed: Which mutation.

    Returns:
        The changed bytes, cut where they would be too many.
    """
    choose = random.Random(seed)  # noqa: S311 - a mutation has to be repeatable, not unforeseeable
    text = decode(data)
    for _ in range(choose.randint(1, 4)):
        text = choose.choice(_CHANGES)(text, choose)
    # No character has more than four bytes.
    return encode(text if len(encode(text)) <= max_size else text[: max_size // 4])


def _insert(text: str, choose: random.Random) -> str:
    at = choose.randint(0, len(text))
    return text[:at] + choose.choice(PIECES) + text[at:]


def _insert_at_word(text: str, choose: random.Random) -> str:
    """Put a piece between words, where grammar may make something of it."""
    gaps = [i for i, c in enumerate(text) if c.isspace()]
    at = choose.choice(gaps) + 1 if gaps else len(text)
    return f"{text[:at]}{choose.choice(PIECES)} {text[at:]}"


def _drop(text: str, choose: random.Random) -> str:
    start, stop = _stretch(text, choose)
    return text[:start] + text[stop:]


def _double(text: str, choose: random.Random) -> str:
    start, stop = _stretch(text, choose)
    return text[:stop] + text[start:]


def _move(text: str, choose: random.Random) -> str:
    start, stop = _stretch(text, choose)
    rest = text[:start] + text[stop:]
    at = choose.randint(0, len(rest))
    return rest[:at] + text[start:stop] + rest[at:]


def _swap_mark(text: str, choose: random.Random) -> str:
    """Another mark for one, or none, or two."""
    places = [i for i, c in enumerate(text) if c in MARKS]
    if not places:
        return _insert(text, choose)
    at = choose.choice(places)
    other: str = choose.choice(["", text[at] * 2, *MARKS])
    return text[:at] + other + text[at + 1 :]


def _disguise(text: str, choose: random.Random) -> str:
    """A Latin letter for a Cyrillic one, е for ё, a wide space for a narrow one."""
    places = [i for i, c in enumerate(text) if c in LOOKALIKES]
    if not places:
        return _insert(text, choose)
    at = choose.choice(places)
    return text[:at] + LOOKALIKES[text[at]] + text[at + 1 :]


def _recase(text: str, choose: random.Random) -> str:
    start, stop = _stretch(text, choose)
    changes: list[Callable[[str], str]] = [str.upper, str.lower, str.title, str.swapcase]
    change = choose.choice(changes)
    return f"{text[:start]}{change(text[start:stop])}{text[stop:]}"


def _break_line(text: str, choose: random.Random) -> str:
    at = choose.randint(0, len(text))
    return text[:at] + choose.choice(["\n", "\n\n", "\r", "\u2028", "\n— ", "\n«"]) + text[at:]


def _any_character(text: str, choose: random.Random) -> str:
    at = choose.randint(0, len(text))
    return text[:at] + chr(choose.randrange(0x110000)) + text[at:]


def _repeat(text: str, choose: random.Random) -> str:
    start, stop = _stretch(text, choose)
    return text[:start] + text[start:stop] * choose.randint(2, 30) + text[stop:]


def _stretch(text: str, choose: random.Random) -> tuple[int, int]:
    """A character, a word, a line, or anything."""
    if not text:
        return 0, 0
    at = choose.randrange(len(text))
    kind = choose.randrange(4)
    if kind == 0:
        return at, at + 1
    if kind == 1:
        return text.rfind(" ", 0, at) + 1, _or_end(text.find(" ", at), text)
    if kind == 2:
        return text.rfind("\n", 0, at) + 1, _or_end(text.find("\n", at), text)
    start, stop = sorted((at, choose.randrange(len(text))))
    return start, stop + 1


def _or_end(found: int, text: str) -> int:
    return len(text) if found < 0 else found + 1


_CHANGES: tuple[Change, ...] = (
    _insert,
    _insert,
    _insert_at_word,
    _insert_at_word,
    _drop,
    _drop,
    _double,
    _move,
    _swap_mark,
    _swap_mark,
    _disguise,
    _recase,
    _break_line,
    _any_character,
    _repeat,
)
