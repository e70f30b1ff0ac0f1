"""What the output of an earlier run holds already.

In flow file names and row numbers, read off the output; out flow answers whether an article is
there. The rows of a file are kept as ranges, so that millions of them in a row take no memory.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from runews.cli.console import UsageError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Done", "done_of_jsonl"]

_BLOCK = 1 << 20


class Done:
    """The articles that are written, or are about to be.

    Args:
        rows: File and row of each.

    Example:
        >>> done = Done([("a.txt", None), ("b.jsonl", 1), ("b.jsonl", 2)])
        >>> len(done), done.take("b.jsonl", 2), done.take("b.jsonl", 3), done.take("b.jsonl", 3)
        (3, True, False, True)
    """

    def __init__(self, rows: Iterable[tuple[str, int | None]] = ()) -> None:
        self._files: set[str] = set()
        self._starts: dict[str, list[int]] = {}
        self._stops: dict[str, list[int]] = {}
        self._count = 0
        for file, row in rows:
            self.take(file, row)

    def __len__(self) -> int:
        """How many articles there are."""
        return self._count

    def take(self, file: str, row: int | None) -> bool:
        """Put an article in.

        Args:
            file: Its file.
            row: Its row there, ``None`` where the file is one article.

        Returns:
            Whether it was there before.
        """
        held = file in self._files if row is None else self._take_row(file, row)
        if row is None:
            self._files.add(file)
        self._count += not held
        return held

    def _take_row(self, file: str, row: int) -> bool:
        starts, stops = self._starts.setdefault(file, []), self._stops.setdefault(file, [])
        i = bisect_right(starts, row) - 1
        if i >= 0 and row < stops[i]:
            return True
        if i >= 0 and row == stops[i] and (i + 1 == len(starts) or row + 1 <= starts[i + 1]):
            stops[i] += 1
        else:
            starts.insert(i + 1, row)
            stops.insert(i + 1, row + 1)
        return False


def done_of_jsonl(name: str) -> Done:
    """What a file of JSON lines holds; a last line that was cut off is taken away.

    Args:
        name: The output file, which need not be there.

    Returns:
        The articles of its lines.

    Raises:
        UsageError: A line is not one that ``runews parse`` has written.
        WriteError: The file cannot be read or mended.
    """
    done = Done()
    if not Path(name).exists():
        return done
    try:
        _cut_torn_line(name)
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                done.take(*_key(line, f"{name}:{number}"))
    except OSError as error:
        raise WriteError(name, error) from error
    return done


def _cut_torn_line(name: str) -> None:
    with Path(name).open("r+b") as file:
        end = file.seek(0, 2)
        position = end
        while position:
            start = max(0, position - _BLOCK)
            file.seek(start)
            found = file.read(position - start).rfind(b"\n")
            if found >= 0:
                position = start + found + 1
                break
            position = start
        if position < end:
            file.truncate(position)


def _key(line: bytes, place: str) -> tuple[str, int | None]:
    try:
        data = json.loads(line)
        file, row = data["file"], data.get("row")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        file = row = None
    if not isinstance(file, str) or not isinstance(row, int | None):
        raise UsageError(
            f"{place} is not a line that runews parse has written, so --resume cannot go on: "
            "name another output"
        )
    return file, row
