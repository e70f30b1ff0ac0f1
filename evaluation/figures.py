"""The figures of a gold folder: its own scorers run on what runews predicts.

In flows the folder, which holds ``predict.py``, the scorers, and gold in ``quotes/``,
``entities/``, ``structure/`` and ``datelines.jsonl``, of which any may be missing; out flow figures
by name, each a percentage. The scorers run as programs, so that they judge runews and share nothing
with it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from evaluation.datelines import share_right

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Figures", "halves", "measure"]

Figures = dict[str, float]

_ACCURACY = re.compile(r"^accuracy\s+([\d.]+)", re.MULTILINE)
_KIND = re.compile(r"^(\w+)\s+P\s+[\d.]+\s+R\s+[\d.]+\s+F1\s+([\d.]+)", re.MULTILINE)


def measure(gold: Path, work: Path) -> Figures:
    """Every figure of a gold folder.

    Args:
        gold: The gold folder.
        work: An empty folder for the predictions.

    Returns:
        Percentages by name, in the order in which to show them.

    Raises:
        subprocess.CalledProcessError: A script of the gold folder failed; it has said why.
    """
    found: Figures = {}
    for part, score in _PARTS.items():
        if (gold / part).is_dir():
            predicted = predict(gold, part, work)
            found |= score(gold, gold / part, predicted)
    if (gold / "datelines.jsonl").is_file():
        found["datelines right"] = share_right(gold / "datelines.jsonl")
    return found


def halves(gold: Path, work: Path) -> tuple[Figures, Figures]:
    """The figures of the quotes for every other file, the first and the second ones by name.

    Rules are tuned on one half; how far the other one lies below tells how much they generalise.

    Args:
        gold: The gold folder.
        work: A folder for the predictions, which may hold those of `measure`.

    Returns:
        The figures of both halves.
    """
    predicted = predict(gold, "quotes", work)
    found = []
    for parity in (0, 1):
        half = work / f"quotes-{parity}"
        half.mkdir()
        for path in sorted((gold / "quotes").glob("*.json"))[parity::2]:
            shutil.copy(path, half)
        found.append(_quotes(gold, half, predicted))
    return found[0], found[1]


def predict(gold: Path, part: str, work: Path) -> Path:
    """The folder with the predictions for a part of the gold, made unless it is there."""
    out = work / part
    if not out.exists():
        _run(gold / "predict.py", gold / part, out)
    return out


def _quotes(gold: Path, folder: Path, predicted: Path) -> Figures:
    result: dict[str, Any] = json.loads(_run(gold / "score.py", folder, predicted, "--json"))
    found: Figures = {}
    for how, figures in result.items():
        for kind, prf in figures["detection"].items():
            found[f"quotes {how} {kind} F1"] = prf["F1"]
        for name in ("kind", "cue", "speaker mention", "speaker name"):
            found[f"quotes {how} {name}"] = figures[f"{name.replace(' ', '_')}_accuracy"]
        found[f"quotes {how} end to end F1"] = figures["end_to_end"]["F1"]
    return found


def _entities(gold: Path, folder: Path, predicted: Path) -> Figures:
    result: dict[str, Any] = json.loads(
        _run(gold / "score_entities.py", folder, predicted, "--json")
    )
    found: Figures = {}
    for name, figures in result.items():
        measured = next(key for key in ("F1", "accuracy", "R") if key in figures)
        found[f"entities {name} {measured}"] = figures[measured]
    return found


def _structure(gold: Path, folder: Path, predicted: Path) -> Figures:
    text = _run(gold / "score_structure.py", folder, predicted)
    accuracy = _ACCURACY.search(text)
    if accuracy is None:
        raise ValueError(f"{gold / 'score_structure.py'} prints no accuracy: {text[:200]!r}")
    kinds = {f"structure {kind} F1": float(f1) for kind, f1 in _KIND.findall(text)}
    return {"structure accuracy": float(accuracy[1]), **kinds}


def _run(script: Path, *arguments: Path | str) -> str:
    """What a script of the gold folder prints; what it says of errors goes where ours do."""
    return subprocess.run(
        [sys.executable, str(script), *map(str, arguments)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ).stdout


_PARTS: dict[str, Callable[[Path, Path, Path], Figures]] = {
    "quotes": _quotes,
    "entities": _entities,
    "structure": _structure,
}
