"""Structural mutations of JSON documents: one value changed, moved, doubled, or taken away.

In flow a document and a seed; out flows a changed copy. The property tests and the fuzz target of
`Article.from_json` share it.
"""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["mutated_document", "places"]

Place = tuple[Any, Any]

#: What a value becomes: every type of JSON, and the edges of those that an article uses.
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 7, 10**9, 10**30, -(10**30), 0.5, 1e400, float("nan"),
    "", "q1", "q99", "e1", "e99", "PER", "direct", "headline", "2024-04-03", "2024-02-30",
    "2024-04-03T10:00:00+03:00", "24:00", "\ud800", "\x00", "Да.", [], [[]], {}, {"start": 0},
    {"start": 0, "stop": 1}, {"start": 5, "stop": 2}, {"start": -1, "stop": 10**9},
)  # fmt: skip


def mutated_document(document: Any, seed: int) -> Any:
    """A copy of a document with one to three changes of structure.

    Args:
        document: What `json.loads` gave; it is left alone.
        seed: Which changes.

    Returns:
        The changed copy.
    """
    choose = random.Random(seed)  # noqa: S311 - a mutation has to be repeatable, not unforeseeable
    root = {"root": copy.deepcopy(document)}
    for _ in range(choose.choice([1, 1, 1, 2, 3])):
        inside = [place for place in places(root) if place[0] is not root]
        if not inside:
            root["root"] = copy.deepcopy(choose.choice(VALUES))
            continue
        holder, key = choose.choice(inside)
        _change(holder, key, choose, inside)
    return root["root"]


def places(value: Any) -> Iterator[Place]:
    """Every place of a document: what holds a value, and its key or index there.

    Args:
        value: A document.

    Yields:
        Places, from the outside inwards.
    """
    open_ = [value]
    while open_:
        here = open_.pop()
        keys = (
            here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        )
        for key in list(keys):
            yield here, key
            open_.append(here[key])


def _change(holder: Any, key: Any, choose: random.Random, everywhere: list[Place]) -> None:
    value = holder[key]
    match choose.randrange(8):
        case 0 | 1:
            holder[key] = copy.deepcopy(choose.choice(VALUES))
        case 2:
            del holder[key]
        case 3 if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(value))
        case 3 | 4 if isinstance(holder, dict):
            holder[choose.choice(["extra", "ID", "", "text ", "start", "version"])] = value
        case 4 | 5 if isinstance(value, int) and not isinstance(value, bool):
            holder[key] = value + choose.choice([-2, -1, 1, 2, 100])
        case 5 if isinstance(value, str):
            holder[key] = choose.choice([value[:-1], value + " ", value.upper(), value[::-1]])
        case 6 if isinstance(value, list):
            choose.shuffle(value)
        case _:
            other, name = choose.choice(everywhere)
            holder[key] = copy.deepcopy(other[name])
