"""``python -m benchmarks [ARTICLES]``: print what runews costs beside bare natasha."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import read_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

BUNDLED = Path(__file__).parents[1] / "examples"
#: What `--check` holds the figures to.
LIMITS = {"import_seconds": 0.15, "time_ratio": 1.3}

Report = dict[str, float]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0, or 1 where ``--check`` finds a limit exceeded.
    """
    options = _options(argv)
    # Before numpy is loaded: on one thread each, the two compare work and not the use of cores.
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    texts = read_articles(options.articles, least=options.least, most=options.most)
    if not texts:
        print(f"benchmarks: no articles in {options.articles}", file=sys.stderr)
        return 1
    report = _measure(texts)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    over = {name: limit for name, limit in LIMITS.items() if report[name] > limit}
    for name, limit in over.items() if options.check else ():
        print(f"{name} is {report[name]:.3f}, the limit is {limit}", file=sys.stderr)
    return 1 if options.check and over else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure runews against bare natasha on the same articles in one run.",
    )
    parser.add_argument(
        "articles",
        nargs="?",
        type=Path,
        default=BUNDLED,
        help='a folder of *.txt, or of *.json with a "text"; default: the articles in examples',
    )
    parser.add_argument(
        "--least", type=int, default=30, help="repeat them up to so many; default: %(default)s"
    )
    parser.add_argument("--most", type=int, help="take no more than so many")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help=f"fail beyond the limits: {LIMITS}")
    options = parser.parse_args(argv)
    if not options.articles.exists():
        parser.error(f"no such file or folder: {options.articles}")
    return options


def _measure(texts: list[str]) -> Report:
    from benchmarks.measure import import_seconds, parse_seconds, peak_bytes

    with tempfile.TemporaryDirectory(prefix="runews-benchmarks-") as work:
        articles = Path(work, "articles.json")
        articles.write_text(json.dumps(texts), "utf-8")
        memory = {name: peak_bytes(name, articles) for name in ("runews", "natasha")}
    seconds = parse_seconds(texts)
    return {
        "articles": len(texts),
        "characters": sum(map(len, texts)),
        "runews_seconds": seconds["runews"],
        "natasha_seconds": seconds["natasha"],
        "time_ratio": seconds["runews"] / seconds["natasha"],
        "runews_peak_bytes": memory["runews"],
        "natasha_peak_bytes": memory["natasha"],
        "memory_ratio": memory["runews"] / memory["natasha"],
        "import_seconds": import_seconds(runs=9),
    }


def _print(report: Report) -> None:
    articles = report["articles"]
    print(f"{articles:.0f} articles, {report['characters']:,.0f} characters, one thread")
    print(f"{'':<24}{'runews':>10}{'natasha':>10}{'ratio':>8}")
    rates = [articles / report[f"{name}_seconds"] for name in ("runews", "natasha")]
    times = [1000 * report[f"{name}_seconds"] / articles for name in ("runews", "natasha")]
    peaks = [report[f"{name}_peak_bytes"] / 2**20 for name in ("runews", "natasha")]
    print(f"{'articles a second':<24}{rates[0]:>10.1f}{rates[1]:>10.1f}")
    print(f"{'ms an article':<24}{times[0]:>10.1f}{times[1]:>10.1f}{report['time_ratio']:>8.2f}")
    print(
        f"{'peak memory, MiB':<24}{peaks[0]:>10.0f}{peaks[1]:>10.0f}{report['memory_ratio']:>8.2f}"
    )
    print(f"{'import, ms':<24}{1000 * report['import_seconds']:>10.0f}")


if __name__ == "__main__":
    sys.exit(main())
