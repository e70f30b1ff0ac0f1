"""``--resume``: after any kill, the same rows, each once."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runews.cli import parquet
from runews.cli.resume import Done
from tests.cli.calls import called, rows_of, started, written

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 120


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path / "in.jsonl", *({"id": n, "text": text(n)} for n in range(ROWS)))


def text(n: int) -> str:
    return f"Глава МИД Иван Петров заявил, что ждёт {n} гостей."


def killed_in_the_middle(is_middle: Callable[[], bool], *arguments: str | Path) -> None:
    process = started(*arguments)
    end = time.monotonic() + 60
    while not is_middle():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.005)
    process.kill()
    process.communicate()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_lines_after_a_kill_are_those_of_an_unhurt_run(
    workers: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, unhurt = tmp_path / "out.jsonl", tmp_path / "unhurt.jsonl"
    killed_in_the_middle(
        lambda: output.exists() and output.stat().st_size > 0,
        "parse", source, "-o", output, "--resume", "--batch-size", "4", "--workers", workers,
    )  # fmt: skip
    whole = output.read_bytes().count(b"\n")
    assert 0 < whole < ROWS
    # What a kill may leave of a line.
    with output.open("ab") as file:
        file.write(b'{"file": "in.js')
    assert called(capsys, "parse", source, "-o", output, "--resume") == (0, "", "")
    assert called(capsys, "parse", source, "-o", unhurt) == (0, "", "")
    assert output.read_bytes() == unhurt.read_bytes()
    assert called(capsys, "parse", source, "-o", output, "--resume") == (0, "", "")
    assert output.read_bytes() == unhurt.read_bytes()


def test_parts_after_a_kill_hold_each_row_once(
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "out"
    # As a killed run leaves it: whole parts, and one that it was writing.
    monkeypatch.setattr(parquet, "_PART", 50)
    assert called(capsys, "parse", source, "-o", f"{folder}/") == (0, "", "")
    (folder / "part-00001.parquet").unlink()
    (folder / "_unfinished-part-00003.parquet").write_bytes(b"PAR1")
    code, _, err = called(capsys, "parse", source, "-o", folder)
    assert (code, "add --resume, or empty it" in err) == (2, True)
    assert called(capsys, "parse", source, "-o", folder, "--resume") == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "part-00000.parquet", "part-00002.parquet", "part-00003.parquet",
    ]  # fmt: skip
    table = pq.read_table(folder)
    assert sorted(table["row"].to_pylist()) == list(range(1, ROWS + 1))
    assert sorted(table["text"].to_pylist()) == sorted(map(text, range(ROWS)))


def test_a_killed_run_leaves_no_half_written_parquet(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.parquet"
    unfinished = tmp_path / "_unfinished-out.parquet"
    killed_in_the_middle(unfinished.exists, "parse", source, "-o", output)
    assert not output.exists()


def test_files_are_left_out_by_name_and_what_failed_is_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, output = tmp_path / "news", tmp_path / "out.jsonl"
    folder.mkdir()
    for name in "ac":
        (folder / f"{name}.txt").write_text(name, "utf-8")
    (folder / "b.txt").write_bytes(b"\xff")
    assert called(capsys, "parse", folder, "-o", output, "--resume")[0] == 1
    (folder / "b.txt").write_text("b", "utf-8")
    # Its content is not read again: it is done.
    (folder / "a.txt").write_text("z", "utf-8")
    assert called(capsys, "parse", folder, folder / "c.txt", "-o", output, "--resume")[0] == 0
    assert [row["text"] for row in rows_of(output)] == ["a", "c", "b"]


def test_errors_that_are_kept_are_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, output = written(tmp_path / "in.jsonl", "{", {"text": "Да."}), tmp_path / "out.jsonl"
    arguments = ["parse", source, "-o", output, "--resume", "--errors", "keep"]
    assert called(capsys, *arguments)[0] == 1
    assert called(capsys, *arguments) == (0, "", "")
    assert len(rows_of(output)) == 2


def test_rows_of_parquet_that_are_done_are_not_parsed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    pq.write_table(pa.table({"text": ["Да.", "Нет."]}), source)
    written(output, {"file": str(source), "row": 1, "text": "как было"})
    assert called(capsys, "parse", source, "-o", output, "--resume") == (0, "", "")
    assert [(row["row"], row["text"]) for row in rows_of(output)] == [(1, "как было"), (2, "Нет.")]


def test_a_torn_line_of_any_length_is_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = written(tmp_path / "in.jsonl", {"text": "Да."}), tmp_path / "out.jsonl"
    output.write_text('{"file": "' + "x" * 3_000_000, "utf-8")
    assert called(capsys, "parse", source, "-o", output, "--resume") == (0, "", "")
    assert [row["text"] for row in rows_of(output)] == ["Да."]


@pytest.mark.parametrize(
    "line", ["[]", "no JSON", '{"text": "x"}', '{"file": 1}', '{"file": "a", "row": "b"}']
)
def test_a_file_that_is_no_output_of_ours_is_left_alone(
    line: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = written(tmp_path / "out.jsonl", {"file": "a", "row": 1}, line)
    before = output.read_bytes()
    code, _, err = called(capsys, "parse", source, "-o", output, "--resume")
    assert code == 2
    assert f"{output}:2 is not a line that runews parse has written" in err
    assert output.read_bytes() == before


def test_a_part_that_is_not_ours_is_told(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "part-00000.parquet").write_bytes(b"PAR1")
    code, _, err = called(capsys, "parse", source, "-o", tmp_path, "--resume")
    assert (code, "is not a part that runews has written" in err) == (2, True)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.none() | st.integers(1, 30))))
def test_what_is_taken_is_held_in_whatever_order_it_comes(
    rows: list[tuple[str, int | None]],
) -> None:
    done, seen = Done(), set[tuple[str, int | None]]()
    for file, row in rows:
        assert done.take(file, row) is ((file, row) in seen)
        seen.add((file, row))
    assert len(done) == len(seen)


def test_rows_in_a_row_take_no_room() -> None:
    done = Done(("a", row) for row in range(1, 100_000))
    assert done._starts == {"a": [1]}
    gaps = [row for row in range(1, 1000) if row % 7]
    random.Random(5).shuffle(gaps)  # noqa: S311 - a shuffle that is the same each time
    done = Done(("a", row) for row in gaps)
    assert not any(done.take("a", row) for row in range(7, 1000, 7))
    assert all(done.take("a", row) for row in range(1, 1000))
