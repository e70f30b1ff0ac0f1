"""``python -m benchmarks.lengths``: how the time of a parse grows with the length of the text.

In flow an article and texts made to be slow; out flows a table of milliseconds for a thousand
characters, which stays level where the time is linear.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

ARTICLE = Path(__file__).parents[1] / "examples" / "wire.txt"
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def texts() -> dict[str, str]:
    """What is repeated up to each length, by its name in the table."""
    return {
        "an article": ARTICLE.read_text("utf-8") + "\n\n",
        "speech": "«Да», – сказал он. ",
        "quotation marks": '"',
        "opening marks": "«",
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lengths", description=__doc__)
    parser.add_argument(
        "--longest", type=int, default=LENGTHS[-1], help="in characters; default: %(default)s"
    )
    longest = parser.parse_args(argv).longest
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    import runews

    runews.parse_article("Да.")
    lengths = [length for length in LENGTHS if length <= longest]
    print(f"{'ms per 1,000 characters':<26}" + "".join(f"{length:>12,}" for length in lengths))
    for name, unit in texts().items():
        cells = []
        for length in lengths:
            text = (unit * (length // len(unit) + 1))[:length]
            start = perf_counter()
            runews.parse_article(text)
            cells.append(f"{1e6 * (perf_counter() - start) / length:>12.2f}")
        print(f"{name:<26}" + "".join(cells), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
