"""What the command line writes: files, Parquet, pages, colours, and what it refuses to."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import runews
from runews.arrow import articles_from_batch
from runews.cli import main
from runews.cli.console import cores
from tests.cli.calls import called, rows_of, started, written

NEWS = "Глава МИД Иван Петров заявил, что ждёт гостей."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("o.json", '{\n  "version"'),
        ("o.jsonl", '{"file"'),
        ("o.htm", "<!doctype"),
        ("o.txt", "Language"),
    ],
)
def test_the_ending_of_the_output_tells_the_format(
    name: str, start: str, news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(capsys, "parse", news, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_a_table_holds_the_quotes_of_all_articles(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = written(
        tmp_path / "b.jsonl",
        {"text": "Дождь."},
        r'{"id": "x", "text": "«Да,\n \"Нет\"\ud800», – сказал Олег Зимин."}',
    )
    output = tmp_path / "quotes.csv"
    assert called(capsys, "parse", news, rows, "-o", output) == (0, "", "")
    with output.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["file"], first["row"], first["id"]) == (str(news), "", "")
    assert (first["speaker"], first["text"]) == ("Иван Петров", "ждёт гостей")
    assert first["speaker_roles"] == "глава МИД"
    assert (second["file"], second["row"], second["id"]) == (str(rows), "2", "x")
    assert (second["kind"], second["speaker"]) == ("direct", "Олег Зимин")
    assert second["text"] == 'Да, "Нет"\ufffd'


def test_one_page_holds_several_articles_with_their_names(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = written(tmp_path / "b.jsonl", {"text": "Дождь."})
    code, out, _ = called(capsys, "parse", news, rows, "-f", "html")
    assert code == 0
    assert out.count("<!doctype html>") == 1
    assert str(news) in out
    assert f"{rows}:1" in out


def test_a_parquet_file_holds_the_articles_and_where_they_come_from(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = written(tmp_path / "b.jsonl", {"id": 5, "text": "Дождь."}, r'{"text": "Сн\ud800ег."}')
    output = tmp_path / "out.parquet"
    code, _, err = called(capsys, "parse", news, rows, "-o", output)
    assert code == 1
    assert err == (
        f"runews: {rows}:2: '\\ud800' is a lone surrogate, which UTF-8 cannot hold: clean the text "
        "before the parse, text.encode(errors='replace').decode()\n"
    )
    table = pq.read_table(output)
    assert table.select(["file", "row", "id", "error"]).to_pylist() == [
        {"file": str(news), "row": None, "id": None, "error": None},
        {"file": str(rows), "row": 1, "id": "5", "error": None},
    ]
    [batch] = table.to_batches()
    assert list(articles_from_batch(batch)) == [
        runews.parse_article(NEWS), runews.parse_article("Дождь."),
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.jsonl", "out.parquet"]


def test_parquet_keeps_errors_on_request_and_no_articles_make_an_empty_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.parquet"
    arguments = ["parse", tmp_path / "none.txt", "-o", output]
    assert called(capsys, *arguments)[0] == 1
    assert pq.read_table(output).num_rows == 0
    assert called(capsys, *arguments, "--errors", "keep")[0] == 1
    [row] = pq.read_table(output).to_pylist()
    assert (row["file"], row["error"]) == (str(tmp_path / "none.txt"), "no such file")
    assert row["text"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "parquet"], "add --output FILE or FOLDER"),
        (["-o", "out.xls"], "the ending of out.xls tells no format"),
        (["-o", "out/", "-f", "jsonl"], "only Parquet is written into one"),
        (["--errors", "keep"], "--errors keep needs one of the formats"),
        (["--resume"], "--resume needs an --output"),
        (["--resume", "-o", "out.json"], "--resume needs the format jsonl"),
        (["--resume", "-o", "out.parquet"], "a Parquet file cannot be gone on with"),
        (["-o", "a.txt"], "a.txt is input and output at once"),
        ([".", "-o", "b.txt"], "b.txt lies in the folder ., whose files are read"),
        (["--workers", "-1"], "'-1' is not a number of at least 1"),
        (["--batch-size", "x"], "'x' is not a number of at least 1"),
    ],
)
def test_what_contradicts_itself_is_wrong_usage_and_touches_nothing(
    arguments: list[str],
    message: str,
    news: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(news.parent)
    code, out, err = called(capsys, "parse", "a.txt", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert [path.name for path in news.parent.iterdir()] == ["a.txt"]
    assert news.read_text("utf-8") == NEWS


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_an_output_that_cannot_be_written_gets_one_line(
    name: str, news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "none" / name
    code, _, err = called(capsys, "parse", news, "-o", output)
    assert (code, err) == (1, f"runews: cannot write {output}: no such file\n")


def test_a_folder_that_cannot_be_made_gets_one_line(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = f"{news}/parts/"
    code, _, err = called(capsys, "parse", news, "-o", output, "-f", "parquet")
    assert (code, err) == (1, f"runews: cannot write {output}: not a directory\n")


def test_parquet_without_pyarrow_is_told_what_to_install(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    output = tmp_path / "out.parquet"
    code, _, err = called(capsys, "parse", news, "-o", output)
    assert (code, output.exists()) == (1, False)
    assert err == "runews: Parquet needs pyarrow: pip install 'runews[arrow]'\n"


def test_a_stream_that_is_no_file_may_stand_for_standard_output(news: Path) -> None:
    stream = io.StringIO()
    with redirect_stdout(stream):
        assert main(["parse", str(news), "-f", "json"]) == 0
    assert runews.Article.from_json(stream.getvalue()) == runews.parse_article(NEWS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_schema_for_a_full_disk_gets_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        process = started("schema", stdout=full)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors == b"runews: cannot write: no space left on device\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_come_where_they_are_wanted(
    arguments: list[str],
    environment: dict[str, str],
    colored: bool,
    news: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    code, out, _ = called(capsys, "parse", news, *arguments)
    assert code == 0
    assert ("\x1b[" in out) is colored


def test_progress_is_shown_on_request_on_standard_error_alone(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = called(capsys, "parse", news, news, "-f", "jsonl", "--progress")
    assert (code, out.count("\n")) == (0, 2)
    assert "2 articles" in err
    assert called(capsys, "parse", news)[2] == ""
    monkeypatch.setitem(sys.modules, "rich", None)
    code, _, err = called(capsys, "parse", news, "--progress")
    assert (code, "pip install 'runews[cli]'" in err) == (1, True)


def test_show_writes_a_page_that_names_the_rules_and_opens_it(
    news: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def open_page(address: str) -> bool:
        opened.append(address)
        return len(opened) == 1

    monkeypatch.setattr("webbrowser.open", open_page)
    output = tmp_path / "a.html"
    assert called(capsys, "show", news, "-o", output, "--no-open") == (0, f"{output}\n", "")
    assert opened == []
    [(_, rule)] = runews.Parser().explain(NEWS).rules
    assert rule in output.read_text("utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, out, err = called(capsys, "show", news)
    assert (code, err) == (0, "")
    assert opened == [Path(out.strip()).as_uri()]
    code, _, err = called(capsys, "show", news)
    assert (code, "no browser could be opened" in err) == (0, True)


def test_show_without_a_place_for_its_page_gets_one_line(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "none" / "a.html"
    expected = (1, "", f"runews: cannot write {output}: no such file\n")
    assert called(capsys, "show", news, "-o", output, "--no-open") == expected


def test_show_of_what_cannot_be_read_gets_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.html"
    assert called(capsys, "show", path) == (1, "", f"runews: {path}: no such file\n")
    folder = (1, "", f"runews: {tmp_path}: is a directory, not a file\n")
    assert called(capsys, "show", tmp_path) == folder
    path.write_text("<html><p>Да.", "utf-8")
    code, _, err = called(capsys, "show", path)
    assert code == 1
    assert err.startswith(f"runews: {path}: the page holds no article")


def test_schema_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from runews.schema import json_schema

    code, out, _ = called(capsys, "schema")
    assert code == 0
    assert json.loads(out) == json_schema()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_what_a_shell_reads(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = called(capsys, "completion", shell)
    assert code == 0
    assert "runews" in out
    monkeypatch.setitem(sys.modules, "argcomplete.shell_integration", None)
    code, _, err = called(capsys, "completion", shell)
    assert (code, "pip install 'runews[cli]'" in err) == (1, True)


def test_the_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert cores() == 3
    # Not every system can tell.
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert cores() == 8
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


def test_lines_are_the_same_by_workers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(tmp_path / "in.jsonl", *({"text": f"{NEWS} {n}."} for n in range(5)), "{")
    alone, together = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    assert called(capsys, "parse", source, "-o", alone)[0] == 1
    arguments = ["-o", together, "--workers", "2", "--batch-size", "2"]
    assert called(capsys, "parse", source, *arguments)[0] == 1
    assert together.read_bytes() == alone.read_bytes()
    assert len(rows_of(alone)) == 5
