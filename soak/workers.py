"""``python -m soak.workers``: articles through `parse_articles` while its workers are killed.

In flow the number of articles; out flow samples of the memory of this process and its workers, and
the verdict: every article answered once, in order, and memory flat. Needs Linux's ``/proc``.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import runews
from tests.robustness.texts import own_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A run is flat where its last third takes no more than this above its middle third.
GROWTH = 1.1
MEGABYTE = 1024.0


@attrs.define
class Killer:
    """A thread that samples memory and kills a worker now and then.

    Args:
        every: Seconds between two kills, on average.
        choose: Which worker, and when.
        kills: How many it killed so far.
        samples: Megabytes of this process and of the largest worker, once a second.
    """

    every: float
    choose: random.Random
    kills: int = 0
    samples: list[tuple[float, float]] = attrs.field(factory=list)
    _done: threading.Event = attrs.field(factory=threading.Event)

    def run(self) -> None:
        """Kill and sample until told to stop."""
        following = time.monotonic() + 10
        while not self._done.wait(1):
            workers = list(_workers(os.getpid()))
            sizes = [size for pid in workers if (size := _resident(pid))]
            self.samples.append((_resident(os.getpid()), max(sizes, default=0.0)))
            if workers and time.monotonic() > following:
                self._kill(self.choose.choice(workers))
                following = time.monotonic() + self.choose.uniform(0.5, 1.5) * self.every

    def _kill(self, pid: int) -> None:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.kills += 1

    def stop(self) -> None:
        """End the thread."""
        self._done.set()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0 where every article was answered once and memory stayed flat, else 1.
    """
    options = _options(argv)
    killer = Killer(options.every, random.Random(options.seed))  # noqa: S311 - repeatable, no secret
    thread = threading.Thread(target=killer.run, daemon=True)
    thread.start()
    start = time.monotonic()
    answered = wrong = errors = 0
    found = runews.parse_articles(
        _texts(options.articles), workers=options.workers, on_error="return"
    )
    for text, article in zip(_texts(options.articles), found, strict=True):
        answered += 1
        if not isinstance(article, runews.Article):
            errors += 1
            print(f"article {answered}: {article}", flush=True)
        elif article.text != text:
            wrong += 1
        if answered % 1000 == 0:
            own, worker = killer.samples[-1] if killer.samples else (0.0, 0.0)
            print(
                f"{answered:>7,} articles, {killer.kills:>4} kills, {own:.0f} MB here, "
                f"{worker:.0f} MB in the largest worker, {time.monotonic() - start:.0f} s",
                flush=True,
            )
    killer.stop()
    thread.join()
    flat = all(_is_flat([sample[i] for sample in killer.samples]) for i in (0, 1))
    print(
        f"{answered:,} answered of {options.articles:,}, {wrong} out of order, {errors} errors, "
        f"{killer.kills} workers killed, memory {'flat' if flat else 'GROWING'}"
    )
    return int(answered != options.articles or bool(wrong or errors) or not flat)


def _texts(count: int) -> Iterator[str]:
    """Articles, each with its number in it, so that none can be taken for another."""
    bases = own_articles()
    for number in range(count):
        yield f"{bases[number % len(bases)]}\n\nНомер заметки {number}."


def _is_flat(samples: Sequence[float]) -> bool:
    third = len(samples) // 3
    if not third:
        return True
    return max(samples[-third:]) <= GROWTH * max(samples[third : 2 * third])


def _workers(parent: int) -> Iterator[int]:
    """The processes that parse: spawned children, not what only keeps track of resources."""
    for task in Path(f"/proc/{parent}/task").iterdir():
        for pid in (task / "children").read_text().split():
            try:
                command = Path(f"/proc/{pid}/cmdline").read_bytes()
            except OSError:
                continue
            if b"spawn_main" in command:
                yield int(pid)


def _resident(pid: int) -> float:
    """Megabytes in memory, 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return float(sizes[0]) / MEGABYTE if sizes else 0.0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m soak.workers", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="to parse (20000)")
    parser.add_argument("--workers", type=int, default=2, help="processes (2)")
    parser.add_argument("--every", type=float, default=10, help="seconds between kills (10)")
    parser.add_argument("--seed", type=int, default=1, help="of the killer (1)")
    options = parser.parse_args(argv)
    if not sys.platform.startswith("linux"):
        parser.error("the samples are read from Linux's /proc")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
