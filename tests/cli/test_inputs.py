"""What the command line reads: folders, JSON lines, Parquet, what their rows tell."""

from __future__ import annotations

import gzip
import io
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from runews import Article
from runews.cli import rows
from tests.cli.calls import called, rows_of, written
from tests.html import pages

NEWS = "Глава МИД Иван Петров заявил, что ждёт гостей."


def test_a_folder_gives_its_texts_and_pages_and_those_of_its_folders_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "news"
    (folder / "b").mkdir(parents=True)
    (folder / "c.txt").write_text("Снег.", "utf-8")
    (folder / "A.TXT").write_text("Дождь.", "utf-8")
    (folder / "b" / "page.html").write_text(pages.newspaper(), "utf-8")
    (folder / "b" / "notes.md").write_text("no", "utf-8")
    output = tmp_path / "out.jsonl"
    assert called(capsys, "parse", folder, "-o", output) == (0, "", "")
    assert [row["file"] for row in rows_of(output)] == [
        str(folder / "A.TXT"), str(folder / "c.txt"), str(folder / "b" / "page.html"),
    ]  # fmt: skip
    assert called(capsys, "parse", folder, "-o", output, "--input-format", "text")[0] == 0
    assert len(rows_of(output)) == 2


def test_a_row_of_json_lines_tells_what_is_known_and_keeps_its_number_and_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(
        tmp_path / "in.jsonl",
        {"id": "a-1", "body": NEWS, "url": "https://example.org/a", "headline": "Гости",
         "published": "2025-05-14T09:30:00Z", "agency": "ТАСС", "authors": ["Анна Ким"]},
        "",
        {"id": 7, "body": "Дождь.", "published": "2025-05-14", "authors": "Олег Ли", "url": ""},
    )  # fmt: skip
    output = tmp_path / "out.jsonl"
    assert called(capsys, "parse", source, "--text-field", "body", "-o", output)[0] == 0
    first, second = rows_of(output)
    assert [first.pop(name) for name in ("file", "row", "id")] == [str(source), 1, "a-1"]
    assert [second.pop(name) for name in ("file", "row", "id")] == [str(source), 3, 7]
    article = Article.from_dict(first)
    assert article.text == NEWS
    assert article.metadata.url == "https://example.org/a"
    assert article.metadata.headline == "Гости"
    assert article.metadata.published == datetime(2025, 5, 14, 9, 30, tzinfo=timezone.utc)
    assert article.metadata.agency == "ТАСС"
    assert article.metadata.authors == ("Анна Ким",)
    assert Article.from_dict(second).metadata.authors == ("Олег Ли",)
    arguments = ["--text-field", "body", "--text-only", "-o", output]
    assert called(capsys, "parse", source, *arguments)[0] == 0
    assert rows_of(output)[0]["metadata"]["agency"] is None


def test_rows_that_cannot_be_used_get_one_line_each_in_their_turn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(
        tmp_path / "in.jsonl",
        "{",
        "[1]",
        {"body": "no"},
        {"text": 5},
        {"text": "Да.", "published": "вчера"},
        {"text": "Да.", "published": 2025},
        {"text": "Да.", "authors": [1]},
        {"text": "Да.", "agency": ["ТАСС"]},
        "[" * 100_000,
        {"text": "Нет."},
    )
    with source.open("ab") as file:
        file.write("Да".encode("cp1251"))
    code, out, err = called(capsys, "parse", source, "-f", "jsonl")
    assert code == 1
    assert out.count("\n") == 1
    wanted = [
        "1: the line is not JSON: ",
        "2: the line is not a JSON object",
        "3: the row has no 'text': name the field with the text",
        "4: an article's text is a str, not int",
        "5: the field 'published' is 'вчера', and must be a date or time",
        "6: the field 'published' is 2025, and must be a date or time",
        "7: the field 'authors' is [1], and must be a string or a list of strings",
        "8: the field 'agency' is ['ТАСС'], and must be a string",
        "9: the line is not JSON: ",
        "11: not UTF-8",
    ]
    for line, start in zip(err.splitlines(), wanted, strict=True):
        assert line.startswith(f"runews: {source}:{start}")


def test_a_line_too_long_for_an_article_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_LONGEST_LINE", 100)
    source = written(
        tmp_path / "in.jsonl", {"text": "Да."}, {"text": "я" * 1_000}, {"text": "Нет."}, "1" * 100
    )
    output = tmp_path / "out.jsonl"
    code, _, err = called(capsys, "parse", source, "-o", output)
    assert code == 1
    assert [line.partition(" the line")[0] for line in err.splitlines()] == [
        f"runews: {source}:{row}:" for row in (2, 4)
    ]
    assert err.count("the line is too long for an article") == 2
    assert [(row["row"], row["text"]) for row in rows_of(output)] == [(1, "Да."), (3, "Нет.")]


def test_errors_are_kept_as_rows_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "in.jsonl", {"id": "x", "text": None}, {"text": "Да."})
    output = tmp_path / "out.jsonl"
    arguments = ["parse", source, tmp_path / "none.txt", "-o", output, "--errors", "keep"]
    assert called(capsys, *arguments)[0] == 1
    bad, good, missing = rows_of(output)
    assert bad.pop("error").startswith("the row has no 'text'")
    assert bad == {"file": str(source), "row": 1, "id": "x"}
    assert "error" not in good
    assert missing == {"file": str(tmp_path / "none.txt"), "error": "no such file"}


def test_compressed_lines_are_read_and_a_file_that_is_cut_off_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress('{"text": "Да."}\n{"text": "Нет."}\n'.encode()))
    code, out, _ = called(capsys, "parse", path, "-f", "jsonl")
    assert (code, out.count("\n")) == (0, 2)
    path.write_bytes(path.read_bytes()[:-12])
    code, _, err = called(capsys, "parse", path, "-f", "jsonl")
    assert code == 1
    assert "the compressed data is cut off" in err


def test_standard_input_may_hold_json_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '\ufeff{"text": "Да."}\r\n{"text": "Нет."}'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, out, err = called(capsys, "parse", "-", "--input-format", "jsonl", "-f", "jsonl")
    assert (code, err) == (0, "")
    assert out.splitlines()[1].startswith('{"file": "-", "row": 2, "version"')


def test_parquet_rows_with_dates_and_times_of_their_own_types(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moscow = timezone(timedelta(hours=3))
    moments = [datetime(2025, 5, 14, 9, 30, 1, tzinfo=moscow), None]
    table = pa.table(
        {
            "other": [1, 2],
            "text": [NEWS, "Дождь."],
            "id": pa.array([5, 6], pa.int32()),
            "published": pa.array(moments, pa.timestamp("ns", tz="+03:00")),
            "authors": [["Анна Ким"], None],
        }
    )
    pq.write_table(table, tmp_path / "in.parquet")
    output = tmp_path / "out.jsonl"
    assert called(capsys, "parse", tmp_path / "in.parquet", "-o", output) == (0, "", "")
    first, second = rows_of(output)
    assert [(row["row"], row["id"]) for row in (first, second)] == [(1, 5), (2, 6)]
    assert first["metadata"]["published"] == "2025-05-14T09:30:01+03:00"
    assert first["metadata"]["authors"] == ["Анна Ким"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pa.table({"body": ["Да."]}), "has no column 'text' (but body): name the one"),
        (b"PAR1 and nothing more", "cannot be read as Parquet: "),
        (None, "no such file"),
    ],
)
def test_a_parquet_file_that_cannot_be_read_gets_one_line(
    content: Any, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.parquet"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is not None:
        pq.write_table(content, path)
    code, _, err = called(capsys, "parse", path)
    assert code == 1
    assert err.startswith(f"runews: {path}: {message}")
    assert err.count("\n") == 1


def test_parquet_does_not_come_from_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = called(capsys, "parse", "-", "--input-format", "parquet", "-f", "jsonl")
    assert (code, out) == (1, "")
    assert err == "runews: -: a Parquet file is read from its end: give a file's name\n"


def test_parquet_without_pyarrow_is_told_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pq.write_table(pa.table({"text": ["Да."]}), tmp_path / "in.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = called(capsys, "parse", tmp_path / "in.parquet")
    assert code == 1
    assert "Parquet needs pyarrow: pip install 'runews[arrow]'" in err


def test_a_file_too_large_for_an_article_is_not_read_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    code, _, err = called(capsys, "parse", path)
    assert code == 1
    assert "has more than 10,000,000 bytes" in err
