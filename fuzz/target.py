"""What the targets share: atheris is set up, runews instrumented, the models loaded.

In flow a function that tries one input and a mutator; libFuzzer takes the process over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

__all__ = ["fuzz", "instrumented"]

Mutator = Callable[[bytes, int, int], bytes]

#: How many mutations in four are libFuzzer's own, blind ones.
_BLIND = 1


def instrumented() -> atheris.instrument_imports:
    """A context in which runews is to be imported, so that its branches are counted.

    Only runews: the models' own code is called with what runews has let through, and numpy's loops
    would drown its branches.
    """
    return atheris.instrument_imports(include=["runews"])


def fuzz(try_one: Callable[[bytes], None], mutate: Mutator) -> None:
    """Hand the process over to libFuzzer; its options are the process's arguments.

    Args:
        try_one: Raises where an input breaks something.
        mutate: Changes an input; takes it, the longest result in bytes, and a seed.
    """

    def mutated(data: bytes, max_size: int, seed: int) -> bytes:
        if seed % 4 < _BLIND:
            return bytes(atheris.Mutate(data, max_size))
        return mutate(data, max_size, seed)

    atheris.Setup(sys.argv, try_one, custom_mutator=mutated, enable_python_coverage=True)
    atheris.Fuzz()
