"""Where text goes: standard output or a file.

In flow pieces of text; they are written at once. What cannot be written is a `WriteError`.
"""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from runews.cli.console import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["opened_output", "silence_standard_output", "write_pieces"]


@contextmanager
def opened_output(name: str | None, *, append: bool = False) -> Iterator[TextIO]:
    """A stream to write to.

    Args:
        name: The file; standard output where ``None``.
        append: Whether to go on behind what the file holds.

    Yields:
        The stream: UTF-8 for a file, the terminal's encoding otherwise.

    Raises:
        WriteError: The file cannot be opened, or standard output is closed.
    """
    if name is None:
        if sys.stdout is None:
            raise WriteError(None, OSError("standard output is closed"))
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal of another encoding shows an escape; it is no reason to lose the article.
            sys.stdout.reconfigure(errors="backslashreplace")
        yield sys.stdout
        return
    try:
        with Path(name).open("a" if append else "w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise WriteError(name, error) from error


def write_pieces(pieces: Iterable[str], stream: TextIO, name: str | None, *, is_json: bool) -> None:
    """Write pieces of text as they come; whoever follows the output sees an article at once.

    Args:
        pieces: The text.
        stream: Where it goes.
        name: The name of the file, for an error.
        is_json: Whether the text is JSON, which can be written in any encoding.

    Raises:
        WriteError: The stream cannot take it.
    """
    for piece in pieces:
        shown = _in_ascii(piece) if is_json and not _fits(piece, stream) else piece
        try:
            stream.write(shown)
            stream.flush()
        except OSError as error:
            raise WriteError(name, error) from error


def silence_standard_output() -> None:
    """See to it that what is still in the buffer is not tried, and fails, once more at exit."""
    if sys.stdout is None:
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def _fits(piece: str, stream: TextIO) -> bool:
    try:
        piece.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _in_ascii(piece: str) -> str:
    """JSON with everything beyond ASCII escaped; outside of its strings there is nothing such."""
    return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in piece)
