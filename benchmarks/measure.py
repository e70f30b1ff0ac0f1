"""The measurements: each in processes of its own, so that none profits from another.

In flow texts; out flow seconds and bytes. ``python -m benchmarks.measure WHAT NAME FILE`` is such a
process; it prints what it measured as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from benchmarks.pipelines import PIPELINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["first_parse_seconds", "import_seconds", "parse_seconds", "peak_bytes", "worker_rates"]

#: Articles that go through one pipeline, and then through the other: as many as a batch has.
TURN = 16
_IMPORT = "import time; t = time.perf_counter(); import runews; print(time.perf_counter() - t)"
_FIRST = (
    "import time; t = time.perf_counter(); import runews; runews.parse_article('Идёт дождь.');"
    "print(time.perf_counter() - t)"
)


def parse_seconds(name: str, articles: Path) -> tuple[float, float]:
    """Seconds of one core that a pipeline takes for all texts, and that natasha takes beside it.

    Every few texts go through both, one right after the other and first through either in turn, so
    that whatever else the machine does falls on both alike. The models are loaded before.

    Args:
        name: The pipeline.
        articles: A JSON file with the list of texts.

    Returns:
        Seconds of the pipeline, seconds of natasha.
    """
    seconds = _measured("seconds", name, articles)
    return seconds[name], seconds["natasha"]


def peak_bytes(name: str, articles: Path) -> int:
    """The most memory that a process holds which parses all texts by one pipeline.

    Args:
        name: The pipeline.
        articles: A JSON file with the list of texts.

    Returns:
        Its peak resident set.
    """
    peak: int = _measured("peak", name, articles)
    return peak


def worker_rates(workers: int, articles: Path) -> tuple[float, list[int]]:
    """How many articles so many workers parse in a second, start-up aside, and their memory.

    Args:
        workers: How many processes.
        articles: A JSON file with the list of texts.

    Returns:
        Articles a second from the first result to the last; the resident set of the largest
        worker, in bytes, after each tenth of the texts, where the system tells it.
    """
    found = _measured("workers", str(workers), articles)
    return found["rate"], found["memory"]


def import_seconds(runs: int) -> float:
    """Seconds that ``import runews`` takes in a fresh interpreter, once it has started.

    Args:
        runs: How many interpreters to start.

    Returns:
        The median, after one more that leaves compiled modules behind as an installation does.
    """
    return _median_of(_IMPORT, runs)


def first_parse_seconds(runs: int) -> float:
    """Seconds from the start of ``import runews`` to the first article, models loaded between.

    Args:
        runs: How many interpreters to start.

    Returns:
        The median, as in `import_seconds`.
    """
    return _median_of(_FIRST, runs)


def _median_of(program: str, runs: int) -> float:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", program]
    times = [
        float(subprocess.check_output(command, encoding="utf-8", env=environment))
        for _ in range(runs + 1)
    ]
    return median(times[1:])


def _measured(what: str, name: str, articles: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", what, name, str(articles)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def _seconds_here(name: str, texts: Sequence[str]) -> dict[str, float]:
    parsers = {each: PIPELINES[each]() for each in (name, "natasha")}
    for parse in parsers.values():
        # The first article pays for what is loaded late.
        parse(texts[:1])
    seconds = dict.fromkeys(parsers, 0.0)
    orders = (list(parsers), list(parsers)[::-1])
    for number, first in enumerate(range(0, len(texts), TURN)):
        for each in orders[number % 2]:
            start = process_time()
            parsers[each](texts[first : first + TURN])
            seconds[each] += process_time() - start
    return seconds


def _peak_here(name: str, texts: Sequence[str]) -> int:
    parse = PIPELINES[name]()
    for first in range(0, len(texts), TURN):
        parse(texts[first : first + TURN])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _workers_here(workers: str, texts: Sequence[str]) -> dict[str, Any]:
    import runews

    articles = runews.parse_articles(texts, workers=int(workers))
    next(articles)
    start = perf_counter()
    memory = []
    for position, _ in enumerate(articles, 2):
        if position * 10 % len(texts) < 10:
            memory.append(max(_resident_workers(), default=0))
    return {"rate": (len(texts) - 1) / (perf_counter() - start), "memory": memory}


def _resident_workers() -> Iterator[int]:
    """The memory that each child process has now; nothing where there is no ``/proc``."""
    for path in Path("/proc/self/task").glob("*/children"):
        for child in path.read_text().split():
            pages = int(Path("/proc", child, "statm").read_text().split()[1])
            yield pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    measure = {"seconds": _seconds_here, "peak": _peak_here, "workers": _workers_here}[sys.argv[1]]
    print(json.dumps(measure(sys.argv[2], json.loads(Path(sys.argv[3]).read_text("utf-8")))))
