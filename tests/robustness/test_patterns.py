"""No regular expression that sees raw text takes longer than its length allows.

Every compiled pattern of the package is found by walking its modules, and run over texts made to
make it try again and again: of such a text four times as long, four times the work is allowed.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from functools import cache
from time import perf_counter
from typing import Any

import pytest
import regex

import runews

#: What patterns repeat over: a text of one of these, alone or before a character that fits nothing.
UNITS = (
    " ", "\n", "a", "а", "А", "1", ".", ",", ", ", "-", "– ", "«", "»", '"', "(", ")", "…", ": ",
    "а.", "А.", "А. ", "1.", "1 ", "12:", "а-", "А-", "Аа ", "а ", "а, ", "\u00a0", "<", "<a ",
    "</", "<!--", "&", "&#", "{", "[", "=", "'", "/", "://", "@", "#", "_", "\ud800", "\u0301",
    "а\u0301", "3 апр", "апр ", "2024-", "т. е. ", "Фото: ", "/ТАСС/", "ТАСС. ",
    "charset=", "<?xml ",
    "что ",
    "ёЁ", "a1", "A.B.", "\r\n", "\t \t", " \n ", "…, – ", "!?", "– а", "», – ", "А «", "display :",
)  # fmt: skip
#: Characters; a quarter of it is the shorter text.
LONG = 8_000
#: Modules that cut what their patterns see, and after how many characters.
BOUNDED = {"runews.structure.dateline": 200}
#: Patterns that are only matched at one place, which their module does under another name.
ANCHORED = {
    "runews.structure.boilerplate._LABEL_END",
    "runews.structure.boilerplate._CAPTION_LABEL_END",
}
#: Seconds; below this a measurement is noise, and no pattern of ours is slow.
NOISE = 0.01
#: How many times longer a text four times as long may take: sixteen would be the square.
GROWTH = 8.0


def _modules() -> list[str]:
    return [found.name for found in pkgutil.walk_packages(runews.__path__, "runews.")]


@cache
def patterns() -> dict[str, tuple[Any, bool]]:
    """Every pattern that a module holds, by its name, with whether it is searched for.

    One of which the module's source only asks whether it matches at a place starts nowhere else.
    """
    found: dict[str, tuple[Any, bool]] = {}
    for name in _modules():
        if name.endswith("__main__"):
            continue
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            for number, item in enumerate(value if isinstance(value, tuple | list) else (value,)):
                if isinstance(item, re.Pattern | regex.Pattern):
                    used = set(re.findall(rf"\b{key}\.(\w+)", inspect.getsource(module)))
                    used |= {"match"} if f"{name}.{key}" in ANCHORED else set()
                    searched = not used or bool(used - {"match", "fullmatch"})
                    found.setdefault(f"{name}.{key}[{number}]", (item, searched))
    return found


def seconds(pattern: Any, searched: bool, text: str | bytes) -> float:
    """The least time of three in which a pattern goes through a text."""
    times = []
    for _ in range(3):
        start = perf_counter()
        for _match in pattern.finditer(text) if searched else ():
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        times.append(perf_counter() - start)
        if times[-1] < NOISE:
            break
    return min(times)


def texts(unit: str, length: int) -> list[str]:
    body = unit * (length // len(unit))
    return [body, body + "\x01", "\x01" + body, f"«{body}", f"А{body}:"]


@pytest.mark.parametrize("name", sorted(patterns()))
def test_a_pattern_takes_time_that_grows_with_the_text(name: str) -> None:
    pattern, searched = patterns()[name]
    binary = isinstance(pattern.pattern, bytes)
    longest = BOUNDED.get(name.rsplit(".", 1)[0], LONG)
    for unit in UNITS:
        for short, long in zip(texts(unit, longest // 4), texts(unit, longest), strict=True):
            one: str | bytes = long.encode("utf-8", "replace") if binary else long
            taken = seconds(pattern, searched, one)
            if taken < NOISE:
                continue
            other: str | bytes = short.encode("utf-8", "replace") if binary else short
            assert taken < GROWTH * seconds(pattern, searched, other) + NOISE, (unit, long[-1:])


def test_the_walk_finds_the_patterns_of_every_room() -> None:
    rooms = {name.split(".")[1] for name in patterns()}
    assert {"quotes", "structure", "language", "lexicons", "html", "web"} <= rooms
