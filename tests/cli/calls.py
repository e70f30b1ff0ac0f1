"""Calls of the command line: in this process, and in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews.cli import main

if TYPE_CHECKING:
    import pytest

ENVIRONMENT = {**os.environ, "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}


def called(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    capsys.readouterr()
    try:
        code = main(list(map(str, arguments)))
    except SystemExit as error:
        code = int(error.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def started(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """A process that runs the command."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "runews", *map(str, arguments)],
        **{
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "env": ENVIRONMENT,
            **options,
        },
    )


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def written(path: Path, *rows: object) -> Path:
    """A file of JSON lines; a row that is a string is its line."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path
