"""The measurements: time side by side, peak memory and import time in processes of their own.

In flow texts; out flow seconds and bytes. ``python -m benchmarks.measure NAME FILE`` is the process
whose peak memory is taken.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.pipelines import PIPELINES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["import_seconds", "parse_seconds", "peak_bytes"]

_IMPORT = "import time; t = time.perf_counter(); import runews; print(time.perf_counter() - t)"


def parse_seconds(texts: Sequence[str]) -> dict[str, float]:
    """Seconds that each pipeline takes for all texts, the models loaded before.

    Each text goes through both, one right after the other and first through either in turn, so that
    whatever else the machine does falls on both alike.

    Args:
        texts: The articles.

    Returns:
        Seconds by pipeline.
    """
    parsers = {name: load() for name, load in PIPELINES.items()}
    for parse in parsers.values():
        # The first article pays for what is loaded late.
        parse(texts[0])
    seconds = dict.fromkeys(parsers, 0.0)
    orders = (list(parsers), list(parsers)[::-1])
    for number, text in enumerate(texts):
        for name in orders[number % 2]:
            start = perf_counter()
            parsers[name](text)
            seconds[name] += perf_counter() - start
    return seconds


def peak_bytes(name: str, articles: Path) -> int:
    """The most memory that a process holds which parses all texts by one pipeline.

    Args:
        name: The pipeline.
        articles: A JSON file with the list of texts.

    Returns:
        Its peak resident set.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", name, str(articles)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return int(done.stdout)


def import_seconds(runs: int) -> float:
    """Seconds that ``import runews`` takes in a fresh interpreter, once it has started.

    Args:
        runs: How many interpreters to start.

    Returns:
        The median, after one more that leaves compiled modules behind as an installation does.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _IMPORT]
    times = [
        float(subprocess.check_output(command, encoding="utf-8", env=environment))
        for _ in range(runs + 1)
    ]
    return median(times[1:])


def _peak_here(name: str, articles: str) -> int:
    texts = json.loads(Path(articles).read_text("utf-8"))
    parse = PIPELINES[name]()
    for text in texts:
        parse(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    print(_peak_here(sys.argv[1], sys.argv[2]))
