"""``python -m evaluation.constructions QUOTES``: how right each construction and confidence is.

In flow a folder of gold quotes, with its ``score.py`` in the same folder or the one above; out flow
tables: by construction how many quotes are right, by kind how many gold quotes are found, by stated
confidence how many quotes are right with their speakers. The numbers of `runews.quotes.CONFIDENCE`
and of `runews.attribution` are held against these.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import runews
from runews.quotes import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

__all__ = [
    "BINS",
    "Construction",
    "Judged",
    "by_bin",
    "by_construction",
    "by_kind",
    "judge",
    "main",
]

#: The lower ends of the bins of confidence.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
#: Contents that share this part of their characters are the same quote, and the same but for words.
RELAXED, STRICT = 0.5, 0.9


@attrs.frozen
class Judged:
    """A quote held against gold.

    Args:
        rule: The construction that found it.
        match: ``required``, ``optional`` or ``false``.
        strict: Whether its content is right almost to the letter.
        named: Whether its speaker is right; true where gold names none.
        confidence: The confidence of its attribution.
    """

    rule: str
    match: str
    strict: bool
    named: bool
    confidence: float


@attrs.frozen
class Gold:
    """A required quote of the gold, and whether it was found."""

    kind: str
    found: bool


@attrs.frozen
class Construction:
    """A row of the first table.

    Args:
        rule: The construction.
        required: Quotes that the gold requires.
        optional: Quotes that it allows.
        false: Quotes that it has not.
        strict: Those of the first two that are right almost to the letter.
        stated: The confidence that the library states.
    """

    rule: str
    required: int
    optional: int
    false: int
    strict: int
    stated: float

    @property
    def found(self) -> int:
        """All quotes that the construction found."""
        return self.required + self.optional + self.false

    @property
    def precision(self) -> float | None:
        """The share of right ones, the optional ones too, ``None`` where it found nothing."""
        return (self.required + self.optional) / self.found if self.found else None


def judge(
    paths: Iterable[Path], scorer: ModuleType, parser: runews.Parser
) -> tuple[list[Judged], list[Gold]]:
    """Parse gold articles and hold each quote against the gold.

    Args:
        paths: The gold files.
        scorer: The gold's own scorer, with ``pair`` and ``same_name``.
        parser: The parser.

    Returns:
        The quotes found, and the quotes required.
    """
    judged: list[Judged] = []
    required: list[Gold] = []
    for path in paths:
        document = json.loads(path.read_text("utf-8"))
        explained = parser.explain(document["text"])
        gold: list[dict[str, Any]] = document["quotes"]
        content = [
            {"content": [(s.start, s.stop) for s in quote.spans]}
            for quote in explained.article.quotes
        ]
        partner = {j: i for i, j in scorer.pair(gold, content, document["text"], RELAXED)}
        strict = {j for _, j in scorer.pair(gold, content, document["text"], STRICT)}
        for j, (quote, (_, rule)) in enumerate(
            zip(explained.article.quotes, explained.rules, strict=True)
        ):
            attribution = explained.article.attribution_of(quote)
            mine = gold[partner[j]] if j in partner else None
            name = attribution.speaker.name if attribution.speaker is not None else None
            judged.append(
                Judged(
                    rule=rule,
                    match=_match(mine),
                    strict=mine is not None and j in strict,
                    named=mine is not None and _is_named(name, mine, scorer),
                    confidence=attribution.confidence,
                )
            )
        found = set(partner.values())
        required += [
            Gold(quote["kind"], i in found)
            for i, quote in enumerate(gold)
            if not quote.get("optional")
        ]
    return judged, required


def _match(gold: dict[str, Any] | None) -> str:
    if gold is None:
        return "false"
    return "optional" if gold.get("optional") else "required"


def _is_named(name: str | None, gold: dict[str, Any], scorer: ModuleType) -> bool:
    accepted = [n for n in (gold.get("speaker_name"), *(gold.get("speaker_alt") or ())) if n]
    return not accepted or bool(scorer.same_name(name, accepted))


def by_construction(judged: Iterable[Judged]) -> list[Construction]:
    """The quotes counted by construction, each that the library has, in its order.

    Args:
        judged: The quotes.

    Returns:
        The rows.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for quote in judged:
        counts[quote.rule].update([quote.match, *(["strict"] if quote.strict else [])])
    return [
        Construction(
            rule=rule,
            required=counts[rule]["required"],
            optional=counts[rule]["optional"],
            false=counts[rule]["false"],
            strict=counts[rule]["strict"],
            stated=stated,
        )
        for rule, stated in CONFIDENCE.items()
    ]


def by_kind(required: Iterable[Gold]) -> dict[str, tuple[int, int]]:
    """How many gold quotes of each kind are found, and how many there are.

    Args:
        required: The required quotes of the gold.

    Returns:
        Both numbers by kind.

    Example:
        >>> by_kind([Gold("direct", True), Gold("direct", False)])["direct"]
        (1, 2)
    """
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for quote in required:
        there[quote.kind] += 1
        found[quote.kind] += quote.found
    return {kind.value: (found[kind.value], there[kind.value]) for kind in runews.QuoteKind}


def by_bin(judged: Iterable[Judged]) -> list[tuple[float, int, int]]:
    """How often quotes are right, content and speaker, by the confidence that they state.

    Args:
        judged: The quotes.

    Returns:
        The lower end of each bin, the number of its quotes, the number of right ones.
    """
    quotes: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for quote in judged:
        low = max(low for low in BINS if low <= quote.confidence)
        quotes[low] += 1
        right[low] += quote.match != "false" and quote.named
    return [(low, quotes[low], right[low]) for low in BINS]


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that a gold folder comes with.

    Args:
        folder: The folder of the gold quotes.

    Returns:
        Its ``score.py``, from the folder itself or the one above.

    Raises:
        FileNotFoundError: There is none.
    """
    for path in (folder / "score.py", folder.resolve().parent / "score.py"):
        spec = importlib.util.spec_from_file_location("gold_score", path)
        if path.is_file() and spec is not None and spec.loader is not None:
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    raise FileNotFoundError(f"no score.py in {folder} nor above it")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments; the process's own by default.

    Returns:
        0.
    """
    options = argparse.ArgumentParser(
        prog="python -m evaluation.constructions",
        description="How right each construction and each confidence is, against gold quotes.",
    )
    options.add_argument("gold", type=Path, help="a folder of gold quotes, score.py in or above it")
    options.add_argument("--halves", action="store_true", help="also every other file by itself")
    options.add_argument("--json", action="store_true", help="print JSON")
    chosen = options.parse_args(argv)
    paths = sorted(chosen.gold.glob("*.json"))
    if not paths:
        options.error(f"no gold files in {chosen.gold}")
    try:
        scorer = load_scorer(chosen.gold)
    except FileNotFoundError as error:
        options.error(str(error))
    parser = runews.Parser()
    halves = [judge(paths[parity::2], scorer, parser) for parity in (0, 1)]
    parts = {"all": (halves[0][0] + halves[1][0], halves[0][1] + halves[1][1])}
    if chosen.halves:
        parts |= {"even": halves[0], "odd": halves[1]}
    if chosen.json:
        report = {part: _as_json(*both) for part, both in parts.items()}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for part, both in parts.items():
            _print(part, *both)
    return 0


def _as_json(judged: list[Judged], required: list[Gold]) -> dict[str, Any]:
    return {
        "constructions": {
            row.rule: {
                **attrs.asdict(row, filter=lambda field, _: field.name != "rule"),
                "precision": row.precision,
            }
            for row in by_construction(judged)
        },
        "recall": {
            kind: {"found": found, "gold": there}
            for kind, (found, there) in by_kind(required).items()
        },
        "calibration": [
            {"from": low, "quotes": quotes, "right": right} for low, quotes, right in by_bin(judged)
        ],
    }


def _print(part: str, judged: list[Judged], required: list[Gold]) -> None:
    print(f"{part}: {len(judged)} quotes found, {len(required)} required")
    print(
        f"\n{'construction':<22}{'required':>9}{'optional':>9}{'false':>7}{'strict':>8}"
        f"{'precision':>11}{'stated':>8}"
    )
    for row in by_construction(judged):
        print(
            f"{row.rule:<22}{row.required:>9}{row.optional:>9}{row.false:>7}{row.strict:>8}"
            f"{_percent(row.precision):>11}{100 * row.stated:>8.0f}"
        )
    print(f"\n{'kind':<22}{'found':>9}{'gold':>9}{'recall':>9}")
    for kind, (found, there) in by_kind(required).items():
        print(f"{kind:<22}{found:>9}{there:>9}{_percent(found / there if there else None):>9}")
    print(f"\n{'confidence':<22}{'quotes':>9}{'right':>9}{'share':>9}")
    for (low, quotes, right), high in zip(by_bin(judged), (*BINS[1:], 1.0), strict=True):
        share = _percent(right / quotes if quotes else None)
        print(f"{f'{low:.2f} to {high:.2f}':<22}{quotes:>9}{right:>9}{share:>9}")
    print()


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    sys.exit(main())
