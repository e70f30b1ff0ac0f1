"""Floors: the figures below which runews must not fall; a file of them, which only ever rises.

In flow figures and floors; out flow rows of a table, failures, and higher floors.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Row", "compare", "raised", "read_floors", "write_floors"]


@attrs.frozen
class Row:
    """One figure held against its floor.

    Args:
        name: The figure's name.
        value: Its value, ``None`` where it has a floor and was not measured.
        floor: The floor, ``None`` where none is pinned.
    """

    name: str
    value: float | None
    floor: float | None

    @property
    def fails(self) -> bool:
        """Whether a floor is pinned and not reached."""
        return self.floor is not None and (self.value is None or self.value < self.floor)

    @property
    def status(self) -> str:
        """What the table says of it."""
        if self.floor is None:
            return ""
        if self.value is None:
            return "NOT MEASURED"
        return "BELOW" if self.fails else "ok"


def compare(figures: dict[str, float], floors: dict[str, float]) -> list[Row]:
    """Every figure with its floor, and every floor that no figure answers.

    Args:
        figures: What was measured.
        floors: What is pinned.

    Returns:
        The rows, in the figures' order.

    Example:
        >>> [(row.name, row.status) for row in compare({"F1": 80.0}, {"F1": 81.0, "P": 5.0})]
        [('F1', 'BELOW'), ('P', 'NOT MEASURED')]
    """
    measured = [Row(name, value, floors.get(name)) for name, value in figures.items()]
    missing = [Row(name, None, floor) for name, floor in floors.items() if name not in figures]
    return measured + missing


def raised(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The floors, each raised to its figure where that is higher; none is lowered or added.

    Args:
        figures: What was measured.
        floors: What is pinned.

    Returns:
        New floors under the same names.

    Example:
        >>> raised({"F1": 80.0, "P": 50.0, "new": 1.0}, {"F1": 70.0, "P": 60.0})
        {'F1': 80.0, 'P': 60.0}
    """
    return {name: max(floor, figures.get(name, floor)) for name, floor in floors.items()}


def read_floors(path: Path) -> dict[str, float]:
    """The floors of a file."""
    return {name: float(floor) for name, floor in json.loads(path.read_text("utf-8")).items()}


def write_floors(path: Path, floors: dict[str, float]) -> None:
    """Write floors to a file."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=2) + "\n", "utf-8")
