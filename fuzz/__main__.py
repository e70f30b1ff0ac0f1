"""``python -m fuzz [TARGET …]``: run the targets for a while, and fail where one finds a crash.

In flow the seeds of ``fuzz/corpus`` and what earlier runs found, in ``.fuzz``; out flow a line for
each target and, where one crashed, the path of the input that does it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

TARGETS = ("parse_article", "parse_html", "from_json")
ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "fuzz" / "corpus"
#: Bytes, two or so to a letter; longer texts find nothing that shorter ones do not, but slower.
MAX_BYTES = 8192
#: Seconds that one input may take, on a slow machine.
MAX_SECONDS = 30
#: A process with the models has 300 MB; what grows beyond this keeps its inputs.
MAX_MEGABYTES = 1500

_STATISTIC = re.compile(r"^stat::(\w+):\s+(\d+)", re.MULTILINE)
_COVERAGE = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)")


@attrs.frozen
class Outcome:
    """How a run of a target ended.

    Args:
        target: The target.
        code: Its exit code.
        tried: How many inputs it tried.
        coverage: Branches, features and inputs kept, as libFuzzer counts them.
        crashes: The inputs that broke something.
        log: Everything that it printed.
    """

    target: str
    code: int
    tried: int
    coverage: tuple[int, int, int]
    crashes: tuple[Path, ...]
    log: Path

    @property
    def failed(self) -> bool:
        """Whether it crashed, or did not run at all."""
        return bool(self.code or self.crashes or not self.tried)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0 where no target crashed, 1 where one did.
    """
    options = _options(argv)
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda target: run(target, options), options.targets))
    for outcome in outcomes:
        branches, features, kept = outcome.coverage
        print(
            f"{outcome.target:<14} {outcome.tried:>9,} inputs, {branches:,} branches, "
            f"{features:,} features, {kept:,} kept, {len(outcome.crashes)} crashes"
        )
        for crash in outcome.crashes:
            print(f"    python -m fuzz.{outcome.target} {crash}")
        if outcome.failed:
            print(f"    exit code {outcome.code}, see {outcome.log}")
    return int(any(outcome.failed for outcome in outcomes))


def run(target: str, options: argparse.Namespace) -> Outcome:
    """Run one target in a process of its own.

    Args:
        target: Name of its module.
        options: Those of the command line.

    Returns:
        How it ended.
    """
    work = options.work / target
    grown, crashes = work / "corpus", work / "crashes"
    for folder in (grown, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(crashes.iterdir())
    log = work / "log.txt"
    limits = (
        f"-max_total_time={round(options.minutes * 60)}",
        f"-max_len={MAX_BYTES}",
        f"-timeout={MAX_SECONDS}",
        f"-rss_limit_mb={MAX_MEGABYTES}",
        f"-artifact_prefix={crashes}/",
        "-print_final_stats=1",
    )
    command = [sys.executable, "-m", f"fuzz.{target}", *limits, str(grown), str(SEEDS / target)]
    with log.open("w", encoding="utf-8") as output:
        code = subprocess.run(
            command, cwd=ROOT, stdout=output, stderr=output, check=False
        ).returncode
    return _outcome(target, code, tuple(sorted(set(crashes.iterdir()) - before)), log)


def _outcome(target: str, code: int, crashes: tuple[Path, ...], log: Path) -> Outcome:
    said = log.read_text("utf-8", "replace")
    counts = [tuple(map(int, found)) for found in _COVERAGE.findall(said)]
    branches, features, kept = counts[-1] if counts else (0, 0, 0)
    tried = int(dict(_STATISTIC.findall(said)).get("number_of_executed_units", 0))
    return Outcome(target, code, tried, (branches, features, kept), crashes, log)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m fuzz", description="Run fuzz targets; fail where one finds a crash."
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target (1)")
    parser.add_argument("--jobs", type=int, default=1, help="targets at a time (1)")
    parser.add_argument("--work", type=Path, default=ROOT / ".fuzz", help="grown corpora (.fuzz)")
    options = parser.parse_args(argv)
    options.targets = options.targets or list(TARGETS)
    for target in options.targets:
        if target not in TARGETS:
            parser.error(f"there is no target {target}: {', '.join(TARGETS)}")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
