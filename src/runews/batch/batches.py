"""Reading ahead: an iterable cut into batches.

In flow the caller's items; out flow lists of them, and at the end the exception that the caller's
own iterable raised, if it did. An exception is passed on as a value, so that what was read before
it can still be parsed and given back first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

__all__ = ["MAX_BATCH_CHARS", "read_ahead"]

Item = TypeVar("Item")

#: A batch is full with so many characters, however few its articles: all of it is analysed at once.
MAX_BATCH_CHARS = 200_000


def read_ahead(
    items: Iterable[Item], batch_size: int, length: Callable[[Item], int]
) -> Generator[list[Item] | Exception]:
    """Cut an iterable into batches, reading no further than the batch that is asked for.

    Args:
        items: Whatever the caller has.
        batch_size: The most items of a batch.
        length: How long an item is, in characters or bytes.

    Yields:
        Batches, none of them empty; last, if ``items`` raised an exception, that exception.

    Example:
        >>> [len(batch) for batch in read_ahead(["а", "б", "в" * MAX_BATCH_CHARS, "г"], 2, len)]
        [2, 1, 1]
    """
    rest = iter(items)
    failure: Exception | None = None
    ended = False
    while not ended:
        batch: list[Item] = []
        room = MAX_BATCH_CHARS
        try:
            while len(batch) < batch_size and room > 0:
                item = next(rest)
                batch.append(item)
                room -= length(item)
        except StopIteration:
            ended = True
        except Exception as error:  # The caller's own; it is handed back to the caller in its turn.
            ended, failure = True, error
        if batch:
            yield batch
    if failure is not None:
        yield failure
