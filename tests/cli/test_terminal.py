"""The command line in a shell: a terminal of its own, completion, closed streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runews.cli.formats import FORMATS
from tests.cli.calls import ENVIRONMENT, called, started, written

pty = pytest.importorskip("pty", reason="no terminals here")

NEWS = "Глава МИД Иван Петров заявил, что ждёт гостей."


def seen_in_a_terminal(stream: str, *arguments: str | Path) -> tuple[str, str]:
    """What a terminal shows that one of the streams goes to, and what the other one holds."""
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "TERM": "xterm", "COLUMNS": "80"}
    process = started(*arguments, **{stream: theirs}, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        # So a terminal says that nobody writes to it any more.
        pass
    os.close(ours)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    return shown.decode(), ((out or b"") + (err or b"")).decode()


def test_text_is_coloured_in_a_terminal_and_no_bar_disturbs_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, "utf-8")
    shown, errors = seen_in_a_terminal("stdout", "parse", path)
    assert "\x1b[" in shown
    assert "ждёт гостей" in shown
    assert errors == ""


def test_a_terminal_shows_a_bar_while_the_articles_go_elsewhere(tmp_path: Path) -> None:
    source = written(tmp_path / "in.jsonl", {"text": NEWS}, {"text": "Дождь."})
    shown, out = seen_in_a_terminal("stderr", "parse", source, "-f", "jsonl")
    assert "2 articles" in shown
    assert out.count("\n") == 2
    shown, _ = seen_in_a_terminal("stderr", "parse", source, "-f", "jsonl", "--no-progress")
    assert shown == ""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("runews sh", {"show"}),
        ("runews parse --format ", set(FORMATS)),
        ("runews parse --res", {"--resume"}),
    ],
)
def test_a_shell_is_told_what_may_follow(line: str, wanted: set[str], tmp_path: Path) -> None:
    answer = tmp_path / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "COMP_TYPE": "9",
    }
    program = "import sys; from runews.cli import main; sys.exit(main())"
    subprocess.run([sys.executable, "-c", program], env={**ENVIRONMENT, **asked}, check=True)
    assert set(answer.read_text("utf-8").replace(" ", "\n").split()) == wanted


def test_a_shell_that_asks_is_told_nothing_without_argcomplete(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    monkeypatch.setitem(sys.modules, "argcomplete", None)
    assert called(capsys, "parse") == (1, "", "")


def test_closed_standard_output_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, "utf-8")
    done = subprocess.run(
        ["sh", "-c", '"$0" -m runews parse "$1" >&-', sys.executable, path],  # noqa: S607 - any sh
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b"runews: cannot write: standard output is closed\n"
