"""The table of constructions: what it makes of a tiny gold folder with a scorer of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.constructions import BINS, Gold, Judged, by_bin, by_construction, by_kind, main
from runews.quotes import CONFIDENCE
from tests.quotes.marked import read_marked

if TYPE_CHECKING:
    from pathlib import Path

# Pairs by the first piece alone, names by equality.
SCORE = """
def pair(gold, predicted, text, threshold):
    edge = 0 if threshold > 0.5 else 5
    return [
        (i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if abs(g["content"][0][0] - p["content"][0][0]) <= edge
    ]

def same_name(name, accepted):
    return name in accepted
"""
ARTICLES: dict[str, list[tuple[str, dict[str, Any] | None]]] = {
    # Right, and right but for its first word.
    "a": [
        ("Мэр заявил, что ⟦мост построят⟧.", {"kind": "indirect", "speaker_name": "мэр"}),
        ("По словам врача, ну ⟦угрозы нет⟧.", {"kind": "mixed", "speaker_name": "фельдшер"}),
    ],
    # Allowed; found by nobody.
    "b": [
        (
            "Она назвала решение ⟦«ошибкой»⟧.",
            {"kind": "mixed", "optional": True, "speaker_alt": ["другая"]},
        ),
        ("⟦Ветер стих⟧.", {"kind": "indirect", "speaker_name": None}),
    ],
    # Not in the gold.
    "c": [("Врач сообщил, что смена окончена.", None)],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORE, "utf-8")
    folder = tmp_path / "quotes"
    folder.mkdir()
    for name, sentences in ARTICLES.items():
        text = ""
        quotes = []
        for marked, fields in sentences:
            read = read_marked(marked)
            if fields is not None:
                pieces = read.marks["⟦", "1"]
                content = [[len(text) + start, len(text) + stop] for start, stop in pieces]
                quotes.append({"content": content, **fields})
            text += read.text + "\n"
        document = {"text": text, "quotes": quotes}
        (folder / f"{name}.json").write_text(json.dumps(document), "utf-8")
    return folder


def test_quotes_are_counted_by_construction(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(gold), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["all"]
    rows = report["constructions"]
    counts = {
        name: (row["required"], row["optional"], row["false"], row["strict"])
        for name, row in rows.items()
        if row["precision"] is not None
    }
    assert counts == {
        "complement_что": (1, 0, 1, 1),
        "source_phrase": (1, 0, 0, 0),
        "fragment": (0, 1, 0, 1),
    }
    assert rows["complement_что"]["precision"] == pytest.approx(0.5)
    assert list(rows) == list(CONFIDENCE)
    assert report["recall"] == {
        "direct": {"found": 0, "gold": 0},
        "mixed": {"found": 1, "gold": 1},
        "indirect": {"found": 1, "gold": 2},
    }
    assert sum(row["quotes"] for row in report["calibration"]) == 4
    # Only the first quote has both its content and its speaker.
    assert sum(row["right"] for row in report["calibration"]) == 1


def test_the_tables_are_printed_for_all_and_for_both_halves(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(gold), "--halves"]) == 0
    out = capsys.readouterr().out
    headings = [line for line in out.splitlines() if line.endswith("required")]
    assert headings == [
        "all: 4 quotes found, 3 required",
        "even: 3 quotes found, 2 required",
        "odd: 1 quotes found, 1 required",
    ]
    row = next(line for line in out.splitlines() if line.startswith("complement_что"))
    assert row.split() == ["complement_что", "1", "0", "1", "1", "50.0", "96"]


def test_the_scorer_may_stand_in_the_folder_itself(gold: Path) -> None:
    (gold.parent / "score.py").rename(gold / "score.py")
    assert main([str(gold)]) == 0


@pytest.mark.parametrize("missing", ["score.py", "quotes/*.json"])
def test_what_is_missing_is_wrong_usage(gold: Path, missing: str) -> None:
    for path in gold.parent.glob(missing):
        path.unlink()
    with pytest.raises(SystemExit) as caught:
        main([str(gold)])
    assert caught.value.code == 2


def judged(match: str, confidence: float, *, named: bool = True) -> Judged:
    return Judged(rule="topic", match=match, strict=False, named=named, confidence=confidence)


def test_precision_counts_the_optional_quotes_as_right() -> None:
    quotes = [judged(match, 0.9) for match in ("required", "optional", "optional", "false")]
    row = next(row for row in by_construction(quotes) if row.rule == "topic")
    assert row.found == 4
    assert row.precision == pytest.approx(0.75)
    assert {row.precision for row in by_construction([])} == {None}


def test_a_quote_is_right_with_its_content_and_its_speaker() -> None:
    quotes = [
        judged("required", 0.95),
        judged("optional", 1.0),
        judged("false", 0.9),
        judged("required", 0.94, named=False),
        judged("required", 0.0),
    ]
    rows = {low: counts for low, *counts in by_bin(quotes)}
    assert rows == {**{low: [0, 0] for low in BINS}, 0.0: [1, 1], 0.9: [2, 0], 0.95: [2, 2]}


def test_recall_is_told_by_kind() -> None:
    assert by_kind([Gold("direct", found=True), Gold("mixed", found=False)]) == {
        "direct": (1, 1),
        "mixed": (0, 1),
        "indirect": (0, 0),
    }
