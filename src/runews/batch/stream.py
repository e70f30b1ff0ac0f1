"""Articles in, results out, in order: in this process or over workers.

In flows an iterable of `Source` objects; out flows, for each, what ``finish`` makes of its article,
or the error that it gave. `parse_articles` and the command line both stand on this.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from runews.batch.batches import read_ahead
from runews.batch.reading import Source, load_reader
from runews.parser import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from runews.errors import RunewsError
    from runews.models import Article

__all__ = ["BATCH_SIZE", "START_METHOD", "parse_sources"]

Result = TypeVar("Result")

BATCH_SIZE = 16
#: Safe everywhere; forked processes inherit locks that other threads hold.
START_METHOD = "spawn"


def parse_sources(
    sources: Iterable[Source],
    *,
    finish: Callable[[Article], Result],
    workers: int = 1,
    batch_size: int = BATCH_SIZE,
    max_chars: int = MAX_CHARS,
    start_method: str = START_METHOD,
) -> Generator[Result | RunewsError]:
    """Parse articles.

    Args:
        sources: The articles.
        finish: Makes of an article what is wanted of it; runs where the article is parsed, so with
            workers it must be picklable.
        workers: Processes to parse in; 1 parses in this one.
        batch_size: Articles that are parsed together, and read ahead.
        max_chars: The longest text to accept, in code points.
        start_method: How worker processes are started.

    Yields:
        A result or an error for each source, in order.

    Raises:
        WorkerError: The workers cannot start.
        ModelError: The language models are missing or damaged.
        Exception: What iterating over ``sources`` raised, after the results before it.

    Example:
        >>> sources = [Source(content="Лёд сошёл."), Source(content="Дождь.")]
        >>> list(parse_sources(sources, finish=lambda article: article.text))
        ['Лёд сошёл.', 'Дождь.']
    """
    batches = read_ahead(sources, batch_size, lambda source: source.length)
    load = partial(load_reader, max_chars, finish)
    if workers > 1:
        # Not needed, nor cheap to import, where there are no workers.
        from runews.batch.pool import run_batches

        yield from run_batches(batches, load, workers=workers, start_method=start_method)
        return
    read = None
    for batch in batches:
        if isinstance(batch, Exception):
            raise batch
        read = read or load()
        yield from read(batch)
