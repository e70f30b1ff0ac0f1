"""The READMEs in English and Russian: examples print what they say, figures are the floors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMES = ["README.md", "README.ru.md"]
#: Of the figures that may not fall, those that a README tells.
TOLD = [
    *(f"quotes relaxed {kind} F1" for kind in ("all", "direct", "mixed", "indirect", "end to end")),
    "quotes relaxed speaker name",
]


def readme(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def block(name: str, language: str) -> str:
    """The first code block of a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", readme(name), re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def figures(name: str) -> list[str]:
    """All numbers of the part with figures, with decimal points."""
    [part] = re.findall(
        r"<!-- figures: begin -->(.*)<!-- figures: end -->", readme(name), re.DOTALL
    )
    return [number.replace(",", ".") for number in re.findall(r"(?<!\w)\d+(?:[.,]\d+)?", part)]


@pytest.mark.parametrize("name", NAMES)
def test_the_example_prints_what_the_readme_shows(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(block(name, "python"), name, "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out == block(name, "text")


@pytest.mark.parametrize("name", NAMES)
def test_every_make_target_of_the_readme_exists(name: str) -> None:
    targets = set(re.findall(r"make ([a-z]+)", readme(name)))
    assert {"demo", "test", "docs", "eval", "bench"} <= targets
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_readme_links_to_exists(name: str) -> None:
    text = readme(name)
    targets = re.findall(r"\]\(([^)]+)\)", text) + re.findall(r'(?:src|srcset)="([^"]+)"', text)
    assert {"docs/_static/page-light.png", *NAMES} - {name} <= set(targets)
    for target in targets:
        assert target.startswith("https://") or (ROOT / target).is_file(), target


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_of_the_readme_are_the_floors(name: str) -> None:
    floors = json.loads((ROOT / "evaluation" / "floors.json").read_text("utf-8"))
    for key in TOLD:
        assert str(floors[key]) in figures(name), key


def test_both_readmes_tell_the_same() -> None:
    english, russian = NAMES
    assert sorted(figures(english)) == sorted(figures(russian))
    assert block(english, "python") == block(russian, "python")
    commands = [re.findall(r"^\$ (?:runews|pip) [^#\n]*", readme(n), re.MULTILINE) for n in NAMES]
    assert commands[0] == commands[1]
    headings = [len(re.findall(r"^## ", readme(n), re.MULTILINE)) for n in NAMES]
    assert headings[0] == headings[1]
