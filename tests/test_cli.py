"""The command line as its users meet it: output, messages, exit codes, pipes, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import runews
from runews import Article
from runews.cli import main
from tests.html import pages

NEWS = "Глава МИД Сергей Лавров заявил, что переговоры продолжатся.\n"


def run(
    *arguments: str | Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, where pipes and encodings are real."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "runews", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "новость.txt"
    path.write_text(NEWS, "utf-8")
    return path


def test_text_is_the_default_format(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(news)]) == 0
    out, err = capsys.readouterr()
    assert "переговоры продолжатся" in out
    assert "indirect" in out
    assert err == ""


def test_json_of_one_file_is_its_article(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(news), "--format", "json"]) == 0
    assert Article.from_json(capsys.readouterr().out) == runews.parse_article(NEWS)


def test_json_of_several_files_is_an_array_that_names_them(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "b.txt"
    other.write_text("Дождь.", "utf-8")
    assert main(["parse", str(news), str(tmp_path / "none"), str(other), "-f", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [row.pop("file") for row in rows] == [str(news), str(other)]
    assert [Article.from_dict(row).text for row in rows] == [NEWS, "Дождь."]


def test_json_of_several_files_that_all_fail_is_an_empty_array(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(tmp_path / "a"), str(tmp_path / "b"), "-f", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_jsonl_is_one_article_a_line_that_names_its_file(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(news), str(news), "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    row = json.loads(lines[0])
    assert row.pop("file") == str(news)
    assert Article.from_dict(row).text == NEWS


def test_what_cannot_be_read_gets_one_line_and_the_rest_is_parsed(
    news: Path, tmp_path: Path
) -> None:
    (tmp_path / "cp1251.txt").write_bytes("Москва".encode("cp1251"))
    (tmp_path / "folder").mkdir()
    names = [tmp_path / "missing.txt", tmp_path / "folder", tmp_path / "cp1251.txt", news]
    done = run("parse", *names, "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(news)]
    errors = done.stderr.decode().splitlines()
    assert errors[0] == f"runews: {names[0]}: no such file"
    assert (
        errors[1]
        == f"runews: {names[1]}: the folder holds no file with the ending .txt, .html, .htm"
    )
    assert errors[2].startswith(f"runews: {names[2]}: not UTF-8 (byte 0xcc at offset 0)")
    assert len(errors) == 3


def test_a_text_over_the_limit_gets_one_line_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("а" * 1_000_001, "utf-8")
    assert main(["parse", str(path)]) == 1
    assert "the limit is 1,000,000" in capsys.readouterr().err


def test_a_dash_is_standard_input_and_keeps_line_ends() -> None:
    done = run("parse", "-", "-f", "jsonl", stdin=b"\xef\xbb\xbf" + "Да.\r\nНет.".encode())
    row = json.loads(done.stdout)
    assert (row["file"], row["text"]) == ("-", "Да.\r\nНет.")
    assert done.returncode == 0


def test_several_files_are_told_apart_in_the_text_form(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(news), str(news)]) == 0
    assert capsys.readouterr().out.count(f"==> {news} <==") == 2


def test_web_pages_are_told_by_name_or_beginning_and_said_to_be_pages(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_name, by_beginning = tmp_path / "a.HTM", tmp_path / "page"
    by_name.write_bytes(pages.bare().encode("windows-1251"))
    by_beginning.write_text(pages.newspaper(), "utf-8")
    assert main(["parse", str(by_name), str(by_beginning), str(news)]) == 0
    out = capsys.readouterr().out
    assert f"==> {by_name} (web page) <==\n{pages.HEADLINE}\n" in out
    assert f"==> {by_beginning} (web page) <==\n{pages.HEADLINE}\n" in out
    assert f"==> {news} <==\n" in out


def test_a_single_web_page_is_said_to_be_one_and_its_json_is_its_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.html"
    path.write_text(pages.newspaper(), "utf-8")
    assert main(["parse", str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"==> {path} (web page) <==\n")
    assert main(["parse", str(path), "-f", "json"]) == 0
    assert Article.from_json(capsys.readouterr().out) == runews.parse_html(pages.newspaper())


def test_a_page_without_an_article_or_the_extra_gets_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text(pages.front_page(), "utf-8")
    assert main(["parse", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"runews: {path}: the page holds no article")
    monkeypatch.delitem(sys.modules, "runews.web.page")
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    assert main(["parse", str(path)]) == 1
    error = capsys.readouterr().err
    assert error == (
        f"runews: {path}: reading web pages needs lxml.html: pip install 'runews[html]'\n"
    )


@pytest.mark.parametrize("arguments", [[], ["parse"], ["parse", "a", "-f", "xml"], ["read", "a"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: runews")


def test_help_teaches_by_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, wanted in (["--help"], "examples:"), (["parse", "--help"], "exit codes:"):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert wanted in capsys.readouterr().out


def test_version_is_that_of_the_package() -> None:
    done = run("--version")
    assert done.stdout.decode().split() == ["runews", "0.1.0"]
    assert done.returncode == 0


def test_a_lone_surrogate_reaches_no_terminal_and_breaks_no_output(tmp_path: Path) -> None:
    article = runews.parse_article("Снег\ud800 сойдёт.")
    assert json.loads(article.to_json().encode())["text"] == article.text


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "koi8-r", "utf-8", "utf-16"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_standard_output_may_be_in_any_encoding(form: str, encoding: str) -> None:
    text = "«Да 😀», – сказал Олег Зимин."
    done = run(
        "parse", "-", "-f", form,
        stdin=text.encode(), PYTHONUTF8="0", PYTHONIOENCODING=encoding,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    if form != "text":
        assert json.loads(done.stdout.decode(encoding))["text"] == text


def test_control_sequences_of_a_text_or_a_name_reach_no_terminal(tmp_path: Path) -> None:
    done = run("parse", "-", "no\x1b[2Jfile", stdin="«\x1b[31mДа\x9b», – сказал Иванов.".encode())
    assert b"\x1b" not in done.stdout + done.stderr
    assert "\x9b".encode() not in done.stdout
    assert b"\\x1b[2J" in done.stderr


def test_a_closed_pipe_ends_it_quietly(news: Path) -> None:
    command = [sys.executable, "-m", "runews", "parse", *[str(news)] * 30, "-f", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_gets_one_line(news: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "runews", "parse", str(news)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["runews: cannot write: no space left on device"]


def test_ctrl_c_exits_with_130_and_no_traceback() -> None:
    # It waits for standard input, which never comes.
    process = subprocess.Popen(
        [sys.executable, "-m", "runews", "parse", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""


def test_closed_standard_input_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["parse", "-"]) == 1
    assert capsys.readouterr().err == "runews: -: standard input is closed\n"
