"""The benchmark: which articles it takes, and that its one command measures both and reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.__main__ import main
from benchmarks.corpus import read_articles

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_articles_are_text_files_and_the_texts_of_json_files_in_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text("Вторая.", "utf-8")
    (tmp_path / "deep" / "c.json").write_text('{"text": "Третья."}', "utf-8")
    (tmp_path / "deep" / "d.json").write_text('["нет текста"]', "utf-8")
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    (tmp_path / "e.py").write_text("pass", "utf-8")
    assert read_articles(tmp_path, least=1) == ["Вторая.", "Третья."]
    assert read_articles(tmp_path, least=3) == ["Вторая.", "Третья.", "Вторая."]
    assert read_articles(tmp_path / "b.txt", least=1) == ["Вторая."]


def test_of_too_many_articles_some_of_every_part_are_taken(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{number}.", "utf-8")
    assert read_articles(tmp_path, least=1, most=3) == ["0.", "2.", "4."]


def test_it_measures_both_and_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Мэр Олег Зимин заявил, что снег сойдёт.", "utf-8")
    options = ["--least", "20", "--workers", "2", "--worker-articles", "40", "--json"]
    assert main([str(tmp_path), *options]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["articles"] == 20
    for way in ("alone", "batches"):
        ratio = report[f"{way}_seconds"] / report[f"{way}_natasha_seconds"]
        assert report[f"{way}_ratio"] == ratio
    assert report["worker_speedup"] > 0
    assert min(report.values()) >= 0


def test_a_folder_without_articles_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no articles" in capsys.readouterr().err
