"""Where a call comes in: arguments to a command, errors to one line and an exit code.

In flow arguments; out flows the exit code: 0 all well, 1 an article failed or the output could not
be written, 2 wrong usage, 130 Ctrl-C, 141 whoever read the output has closed it.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from runews.cli.arguments import argument_parser
from runews.cli.console import UsageError, WriteError, complain
from runews.cli.output import silence_standard_output
from runews.errors import ExtraMissingError, RunewsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["main"]

_FAILED, _INTERRUPTED, _CLOSED_PIPE = 1, 128 + signal.SIGINT, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments after the program's name; the process's own by default.

    Returns:
        The exit code.
    """
    parser = argument_parser()
    if "_ARGCOMPLETE" in os.environ:
        _complete(parser)
    options = parser.parse_args(argv)
    try:
        failed = _COMMANDS[options.command](options)
    except UsageError as error:
        parser.exit(2, f"runews: {error}\n")
    except KeyboardInterrupt:
        return _INTERRUPTED
    except WriteError as error:
        if error.name is None:
            silence_standard_output()
        if error.is_closed_pipe:
            return _CLOSED_PIPE
        complain(str(error))
        return _FAILED
    except RunewsError as error:
        complain(str(error))
        return _FAILED
    return _FAILED if failed else 0


def _parse(options: argparse.Namespace) -> int:
    from runews.cli.parse import run_parse

    return run_parse(options)


def _show(options: argparse.Namespace) -> int:
    from runews.cli.show import run_show

    return run_show(options)


def _schema(options: argparse.Namespace) -> int:
    import json

    from runews.schema import json_schema

    _print(json.dumps(json_schema(), indent=2))
    return 0


def _completion(options: argparse.Namespace) -> int:
    try:
        from argcomplete.shell_integration import shellcode
    except ImportError as error:
        raise ExtraMissingError(
            "completion needs argcomplete: pip install 'runews[cli]'"
        ) from error
    _print(shellcode(["runews"], shell=options.shell))
    return 0


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except OSError as error:
        raise WriteError(None, error) from error


def _complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks what may follow; it asks by way of the environment."""
    try:
        import argcomplete
    except ImportError:
        sys.exit(_FAILED)
    argcomplete.autocomplete(parser)


_COMMANDS = {"parse": _parse, "show": _show, "schema": _schema, "completion": _completion}
