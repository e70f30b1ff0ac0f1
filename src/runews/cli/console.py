"""What the command line says to its user, and what it finds out about the place where it runs.

In flow errors and streams; out flow lines on standard error and answers.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from runews.errors import RunewsError

if TYPE_CHECKING:
    from typing import TypeAlias

    Failure: TypeAlias = OSError | UnicodeDecodeError | RunewsError

__all__ = ["UsageError", "WriteError", "complain", "cores", "reason", "wants_color"]


class UsageError(Exception):
    """What the arguments ask for cannot be done; nothing has been touched."""


class WriteError(Exception):
    """The output cannot be written.

    Args:
        name: The output's name, none for standard output.
        error: Why.
    """

    def __init__(self, name: str | None, error: OSError) -> None:
        super().__init__(f"cannot write{f' {name}' if name else ''}: {reason(error)}")
        self.name = name
        self.is_closed_pipe = isinstance(error, BrokenPipeError)


def complain(message: str) -> None:
    """Say one line on standard error, safe for a terminal."""
    from runews.render import visible

    print(f"runews: {visible(message)}", file=sys.stderr)


def reason(error: Failure) -> str:
    """What went wrong, for a line on standard error."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a file"
    if isinstance(error, UnicodeDecodeError):
        return (
            f"not UTF-8 (byte 0x{error.object[error.start]:02x} at offset {error.start}); "
            "convert it, as with: iconv -f CP1251 -t UTF-8"
        )
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)


def wants_color(choice: str, stream: TextIO) -> bool:
    """Whether to write colours.

    Args:
        choice: ``always``, ``never``, or ``auto``: where the stream is a terminal. There
            ``NO_COLOR`` turns them off, and ``FORCE_COLOR`` on for what is no terminal.
        stream: Where the output goes.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR"):
        return True
    from runews.terminal import takes_color

    return takes_color(stream)


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
