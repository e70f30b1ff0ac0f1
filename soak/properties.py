"""``python -m soak.properties``: the property suite, round after round with another seed.

In flow the number of examples wanted and a limit in minutes; out flows a line for each round and
the count. A round that fails ends the run, with its seed.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
SUITE = "tests/robustness"
#: Passing examples, as ``--hypothesis-show-statistics`` reports them for each phase of a test.
_PASSING = re.compile(r"(\d+) passing, 0 failing")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0 where every example held, 1 where one did not or time ran out before they were all tried.
    """
    options = _options(argv)
    start, total, number = time.monotonic(), 0, 0
    while total < options.examples:
        if time.monotonic() - start > options.minutes * 60:
            print(f"time is up after {total:,} of {options.examples:,} examples")
            return 1
        seed = options.seed + number
        passed, said = _round(seed)
        total += passed
        number += 1
        minutes = (time.monotonic() - start) / 60
        print(f"seed {seed}: {passed:,} examples, {total:,} in all, {minutes:.1f} min", flush=True)
        if said is not None:
            print(said)
            return 1
    print(f"{total:,} examples in {number} rounds, no failure")
    return 0


def _round(seed: int) -> tuple[int, str | None]:
    """One run of the suite: examples that passed, and what pytest said where something failed."""
    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", SUITE, "-q", "-m", "hypothesis",
            "-p", "no:cacheprovider", "--hypothesis-show-statistics", f"--hypothesis-seed={seed}",
        ],
        cwd=ROOT, env={**os.environ, "HYPOTHESIS_PROFILE": "soak"}, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    passed = sum(map(int, _PASSING.findall(run.stdout)))
    return passed, None if run.returncode == 0 else run.stdout


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m soak.properties", description=__doc__)
    parser.add_argument("--examples", type=int, default=100_000, help="to try in all (100000)")
    parser.add_argument("--minutes", type=float, default=600, help="at most (600)")
    parser.add_argument("--seed", type=int, default=1, help="of the first round; resumes a run (1)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
