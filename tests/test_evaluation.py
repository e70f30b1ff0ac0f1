"""The evaluation: what it makes of a gold folder's scorers, and floors that only rise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evaluation.__main__ import FLOORS, main
from evaluation.datelines import share_right
from evaluation.floors import read_floors

if TYPE_CHECKING:
    from pathlib import Path

PREDICT = """
import pathlib, sys
out = pathlib.Path(sys.argv[2])
out.mkdir(parents=True)
for path in pathlib.Path(sys.argv[1]).glob("*.json"):
    (out / path.name).write_text("{}")
"""
# The scorers of a tiny gold: the figure of the quotes is the number of files they are shown.
QUOTES = """
import json, pathlib, sys
f1 = 10.0 * len(list(pathlib.Path(sys.argv[1]).glob("*.json")))
assert sys.argv[3] == "--json" and list(pathlib.Path(sys.argv[2]).glob("*.json"))
print(json.dumps({"relaxed": {
    "detection": {"all": {"F1": f1}, "direct": {"F1": 90.0}}, "kind_accuracy": 91.0,
    "cue_accuracy": 92.0, "speaker_mention_accuracy": 93.0, "speaker_name_accuracy": 94.0,
    "end_to_end": {"F1": 55.5}}}))
"""
ENTITIES = """
import json
print(json.dumps({"NEREL PER overlap": {"P": 1, "R": 2, "F1": 93.8}, "roles": {"R": 7.5, "gold": 2},
                  "person names": {"accuracy": 85.0, "gold": 2}}))
"""
STRUCTURE = """
print("accuracy 89.5  (20 lines)")
print("headline     P  98.0  R  97.0  F1  97.5  (10 gold)")
"""
SCRIPTS = {
    "predict.py": PREDICT,
    "score.py": QUOTES,
    "score_entities.py": ENTITIES,
    "score_structure.py": STRUCTURE,
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, code in SCRIPTS.items():
        (folder / name).write_text(code, "utf-8")
    for part in ("quotes", "entities", "structure"):
        (folder / part).mkdir()
        for number in range(5):
            (folder / part / f"{number}.json").write_text('{"text": "Да."}', "utf-8")
    return folder


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    path.write_text('{"quotes relaxed all F1": 40.0, "structure accuracy": 89.5}', "utf-8")
    return path


def test_figures_that_reach_their_floors_pass(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(gold), "--floors", str(floors)]) == 0
    rows = {line[:42].strip(): line[42:].split() for line in capsys.readouterr().out.splitlines()}
    assert rows["quotes relaxed all F1"] == ["50.0", "40.0", "ok"]
    assert rows["quotes relaxed speaker name"] == ["94.0"]
    assert rows["quotes relaxed end to end F1"] == ["55.5"]
    assert rows["entities NEREL PER overlap F1"] == ["93.8"]
    assert rows["entities roles R"] == ["7.5"]
    assert rows["entities person names accuracy"] == ["85.0"]
    assert rows["structure accuracy"] == ["89.5", "89.5", "ok"]
    assert rows["structure headline F1"] == ["97.5"]


def test_a_figure_below_its_floor_fails_and_is_named(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors.write_text('{"quotes relaxed all F1": 50.1}', "utf-8")
    assert main([str(gold), "--floors", str(floors)]) == 1
    out, err = capsys.readouterr()
    assert "BELOW" in out
    assert err == "below the floor: quotes relaxed all F1\n"


def test_a_floor_that_nothing_measures_fails(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "structure").rename(gold / "elsewhere")
    assert main([str(gold), "--floors", str(floors)]) == 1
    assert "NOT MEASURED" in capsys.readouterr().out


def test_update_raises_what_was_surpassed_and_lowers_and_adds_nothing(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors.write_text('{"quotes relaxed all F1": 40.0, "structure accuracy": 95.0}', "utf-8")
    assert main([str(gold), "--floors", str(floors), "--update"]) == 1
    assert read_floors(floors) == {"quotes relaxed all F1": 50.0, "structure accuracy": 95.0}
    assert "1 of 2 floors raised" in capsys.readouterr().out


def test_halves_are_every_other_file(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(gold), "--floors", str(floors), "--halves"]) == 0
    table = capsys.readouterr().out.split("\n\n")[1]
    assert table.splitlines()[0].split() == ["figure", "even", "odd"]
    assert table.splitlines()[1].split() == ["quotes", "relaxed", "all", "F1", "30.0", "20.0"]


def test_a_scorer_that_fails_is_reported(
    gold: Path, floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "score.py").write_text("raise SystemExit('no gold files')", "utf-8")
    assert main([str(gold), "--floors", str(floors)]) == 1
    assert "score.py" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["gold", "floors"])
def test_a_missing_folder_or_file_is_wrong_usage(gold: Path, floors: Path, missing: str) -> None:
    (gold / "predict.py" if missing == "gold" else floors).unlink()
    with pytest.raises(SystemExit) as caught:
        main([str(gold), "--floors", str(floors)])
    assert caught.value.code == 2


def test_the_projects_own_floors_are_percentages() -> None:
    assert all(0 < floor <= 100 for floor in read_floors(FLOORS).values())


def test_a_line_of_datelines_counts_only_with_every_field_right(tmp_path: Path) -> None:
    lines = [
        {"text": "Дождь прошёл.", "metadata": {"place": None, "agency": None, "authors": []}},
        {"text": "Дождь прошёл.", "metadata": {"place": "Омск", "agency": None, "authors": []}},
    ]
    path = tmp_path / "datelines.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    assert share_right(path) == pytest.approx(50.0)
    path.write_text("", "utf-8")
    assert share_right(path) == pytest.approx(0.0)
