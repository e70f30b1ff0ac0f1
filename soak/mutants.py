"""``python -m soak.mutants``: change the code of the quote and attribution rooms, run their tests.

In flow the size of a sample and its seed; out flow, for each room, how many of the changed programs
(mutants) the tests told from the true one. mutmut makes and runs them; its settings stand in
pyproject.toml. Every mutant has the same chance to be in the sample.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("quotes", "attribution")
#: mutmut's record of a mutant that its tests let through, and of one that no test reaches.
_SURVIVED, _UNREACHED = 0, 33


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0 where the share of mutants killed is not below the floor, 1 where it is.
    """
    options = _options(argv)
    names = mutants()
    sample = sorted(random.Random(options.seed).sample(names, min(options.mutants, len(names))))  # noqa: S311 - a sample, no secret
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(options.workers)]
    subprocess.run([*command, *sample], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    outcomes = {name: code for name, code in _recorded().items() if name in set(sample)}
    for room in ROOMS:
        own = {n: code for n, code in outcomes.items() if n.startswith(f"runews.{room}.")}
        print(f"{room}: {_killed(own)} of {len(own)} mutants killed")
    share = 100 * _killed(outcomes) / len(sample)
    outlived = Counter(n.rsplit(".", 1)[0] for n, code in outcomes.items() if not _is_killed(code))
    for module, count in outlived.most_common():
        print(f"  {count} outlived the tests in {module}")
    print(f"{_killed(outcomes)} of {len(sample)} of {len(names):,} mutants killed, {share:.1f} %")
    return 0 if share >= options.floor else 1


def mutants() -> list[str]:
    """The names of all mutants of the two rooms, as mutmut has them."""
    found = list[str]()
    for room in ROOMS:
        for path in sorted((ROOT / "src" / "runews" / room).glob("*.py")):
            mutated = mutate_file_contents(str(path), path.read_text("utf-8"), None, None)
            found += [get_mutant_name(path.relative_to(ROOT), n) for n in mutated.mutant_names]
    return found


def _recorded() -> dict[str, int | None]:
    records: dict[str, int | None] = {}
    for room in ROOMS:
        for path in (ROOT / "mutants" / "src" / "runews" / room).glob("*.meta"):
            records |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return records


def _is_killed(code: int | None) -> bool:
    return code not in (None, _SURVIVED, _UNREACHED)


def _killed(outcomes: dict[str, int | None]) -> int:
    return sum(map(_is_killed, outcomes.values()))


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m soak.mutants", description=__doc__)
    parser.add_argument("--mutants", type=int, default=1000, help="in the sample (1000)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (1)")
    parser.add_argument("--workers", type=int, default=2, help="mutants at a time (2)")
    parser.add_argument("--floor", type=float, default=85, help="share to be killed (85)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
