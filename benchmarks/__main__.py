"""``python -m benchmarks [ARTICLES]``: print what runews costs beside bare natasha."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import read_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

BUNDLED = Path(__file__).parents[1] / "examples"
#: What `--check` holds the figures to.
LIMITS = {"import_seconds": 0.1, "alone_ratio": 0.8, "batches_ratio": 0.6}

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
    report = _measure(texts, workers=options.workers, worker_articles=options.worker_articles)
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
    parser.add_argument(
        "--workers", type=int, help="also measure so many workers against one, and their memory"
    )
    parser.add_argument(
        "--worker-articles",
        type=int,
        default=1500,
        help="repeat the articles up to so many for that; default: %(default)s",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help=f"fail beyond the limits: {LIMITS}")
    options = parser.parse_args(argv)
    if not options.articles.exists():
        parser.error(f"no such file or folder: {options.articles}")
    return options


def _measure(texts: list[str], *, workers: int | None, worker_articles: int) -> Report:
    from benchmarks.measure import (
        first_parse_seconds,
        import_seconds,
        parse_seconds,
        peak_bytes,
        worker_rates,
    )

    report: Report = {"articles": len(texts), "characters": sum(map(len, texts))}
    with tempfile.TemporaryDirectory(prefix="runews-benchmarks-") as work:
        articles = Path(work, "articles.json")
        articles.write_text(json.dumps(texts), "utf-8")
        for key, name in (("alone", "one by one"), ("batches", "in batches")):
            ours, natasha = parse_seconds(name, articles)
            report[f"{key}_seconds"] = ours
            report[f"{key}_natasha_seconds"] = natasha
            report[f"{key}_ratio"] = ours / natasha
            report[f"{key}_peak_bytes"] = peak_bytes(name, articles)
        report["natasha_peak_bytes"] = peak_bytes("natasha", articles)
        if workers:
            repeated = list(islice(cycle(texts), worker_articles))
            articles.write_text(json.dumps(repeated), "utf-8")
            one, _ = worker_rates(1, articles)
            many, memory = worker_rates(workers, articles)
            report |= {"workers": workers, "worker_speedup": many / one}
            report |= {f"worker_bytes_{n}": size for n, size in enumerate(memory, 1)}
    report["import_seconds"] = import_seconds(runs=9)
    report["first_parse_seconds"] = first_parse_seconds(runs=5)
    return report


def _print(report: Report) -> None:
    articles = report["articles"]
    print(f"{articles:.0f} articles, {report['characters']:,.0f} characters, one thread")
    print(f"{'':<14}{'ms an article':>14}{'natasha':>10}{'ratio':>8}{'peak, MiB':>12}")
    for key, name in (("alone", "one by one"), ("batches", "in batches")):
        ours, natasha = (
            1000 * report[f"{key}_{whose}seconds"] / articles for whose in ("", "natasha_")
        )
        peak = report[f"{key}_peak_bytes"] / 2**20
        print(f"{name:<14}{ours:>14.1f}{natasha:>10.1f}{report[f'{key}_ratio']:>8.2f}{peak:>12.0f}")
    print(f"{'bare natasha':<46}{report['natasha_peak_bytes'] / 2**20:>12.0f}")
    if "workers" in report:
        speedup = report["worker_speedup"]
        print(f"{report['workers']:.0f} workers parse {speedup:.2f} times as many articles as one")
        sizes = [v / 2**20 for k, v in report.items() if k.startswith("worker_bytes")]
        print("MiB of the largest worker by tenths of the run:", *(f"{s:.0f}" for s in sizes))
    print(f"import {1000 * report['import_seconds']:.0f} ms", end=", ")
    print(f"import and first parse {1000 * report['first_parse_seconds']:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
