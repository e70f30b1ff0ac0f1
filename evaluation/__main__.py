"""``python -m evaluation GOLD``: print the figures, and fail where one is below its floor."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.figures import halves, measure
from evaluation.floors import compare, raised, read_floors, write_floors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.figures import Figures
    from evaluation.floors import Row

FLOORS = Path(__file__).with_name("floors.json")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0 where every floor is reached, 1 where one is not or a scorer fails.
    """
    options = _options(argv)
    floors = read_floors(options.floors)
    try:
        with tempfile.TemporaryDirectory(prefix="runews-evaluation-") as work:
            figures = measure(options.gold, Path(work))
            by_half = halves(options.gold, Path(work)) if options.halves else None
    except subprocess.CalledProcessError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 1
    rows = compare(figures, floors)
    _print_floors(rows)
    if by_half is not None:
        _print_halves(*by_half)
    if options.update:
        higher = raised(figures, floors)
        write_floors(options.floors, higher)
        count = sum(higher[name] > floor for name, floor in floors.items())
        print(f"{count} of {len(floors)} floors raised in {options.floors}")
    below = [row.name for row in rows if row.fails]
    if below:
        print(f"below the floor: {', '.join(below)}", file=sys.stderr)
    return 1 if below else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Score runews on a gold folder, and fail where a figure is below its floor.",
    )
    parser.add_argument("gold", type=Path, help="the gold folder, with its predict.py and scorers")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="default: %(default)s")
    parser.add_argument(
        "--update", action="store_true", help="raise each pinned floor to what was reached"
    )
    parser.add_argument(
        "--halves",
        action="store_true",
        help="the quotes' figures also for every other file, to see how rules generalise",
    )
    options = parser.parse_args(argv)
    if not (options.gold / "predict.py").is_file():
        parser.error(f"{options.gold} is no gold folder: it has no predict.py")
    if not options.floors.is_file():
        parser.error(f"no such file: {options.floors}")
    return options


def _print_floors(rows: Sequence[Row]) -> None:
    print(f"{'figure':<42}{'now':>7}{'floor':>8}")
    for row in rows:
        print(f"{row.name:<42}{_shown(row.value):>7}{_shown(row.floor):>8}  {row.status}".rstrip())


def _print_halves(even: Figures, odd: Figures) -> None:
    print(f"\n{'figure':<42}{'even':>7}{'odd':>8}")
    for name, value in even.items():
        print(f"{name:<42}{_shown(value):>7}{_shown(odd[name]):>8}")


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    sys.exit(main())
