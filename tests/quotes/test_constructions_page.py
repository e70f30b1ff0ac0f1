"""The page on constructions: it names every one, and its examples are found as it marks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from runews.quotes import CONFIDENCE

from .marked import find, marks_of, read_marked, written

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "constructions.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| `")
]


def test_every_construction_has_a_row() -> None:
    assert [row[0].strip("`") for row in ROWS] == list(CONFIDENCE)


@pytest.mark.parametrize(("rule", "example"), [(row[0].strip("`"), row[2]) for row in ROWS])
def test_its_example_is_found(rule: str, example: str) -> None:
    wanted = read_marked(example.replace("<br>", "\n"))
    quotes = find(wanted.text)
    assert [q.rule for q in quotes] == [rule]
    assert written(wanted.text, marks_of(quotes)) == str(wanted)
