"""What the workers of the tests load instead of the models: functions that obey their items.

They stand in a module of their own because a started process imports them by name.
"""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews import ModelError
from runews.batch.reading import load_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runews import Article, RunewsError
    from runews.batch.reading import Source

KILLER = "Этот текст убивает."


class TwoArgumentsError(Exception):
    """Cannot be made anew from its pickle."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"{left}-{right}")


def obedient() -> Callable[[list[Any]], list[Any]]:
    return partial(map_list, obey)


def map_list(function: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    return [function(item) for item in items]


def obey(item: Any) -> Any:
    """Do what an item says; an item that is no order is answered by its double and the process."""
    match item:
        case ("die",):
            os.kill(os.getpid(), signal.SIGKILL)
        case ("die once", path):
            if not Path(path).exists():
                Path(path).touch()
                os._exit(7)
        case ("exhaust",):
            raise MemoryError
        case ("raise",):
            raise LookupError("не нашлось")
        case ("raise oddly",):
            raise TwoArgumentsError("a", "b")
        case ("ignore SIGTERM",):
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        case ("sleep", seconds):
            time.sleep(seconds)
        case ("large", size):
            return "я" * size
        case ("environment", name):
            return os.environ.get(name)
        case number:
            return (number * 2, os.getpid())
    return item


def damaged() -> Callable[[list[Any]], list[Any]]:
    raise ModelError("the language models could not be loaded")


def killed_at_start() -> Callable[[list[Any]], list[Any]]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def exiting_at_start() -> Callable[[list[Any]], list[Any]]:
    raise SystemExit(3)


def mortal_reader(
    max_chars: int, finish: Callable[[Article], Any]
) -> Callable[[Sequence[Source]], list[Any | RunewsError]]:
    """The real reader, but one text kills the process."""
    read = load_reader(max_chars, finish)

    def read_or_die(sources: Sequence[Source]) -> list[Any]:
        if any(source.content == KILLER for source in sources):
            os.kill(os.getpid(), signal.SIGKILL)
        return read(sources)

    return read_or_die
