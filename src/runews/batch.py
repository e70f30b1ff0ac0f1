"""Many articles: `parse_articles`, one after the other or over worker processes, in order.

In flows any iterable of texts, read only a few batches ahead; out flows a generator of articles.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Literal, overload

from runews.errors import InputError, OptionError, WorkerError
from runews.parser import MAX_CHARS, Parser, default_parser

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from runews.models import Article

__all__ = ["parse_articles"]

#: Batches that are under way or waiting for each worker; the input is read no further ahead.
_BATCHES_PER_WORKER = 2


@overload
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = ...,
    batch_size: int = ...,
    on_error: Literal["raise"] = ...,
    max_chars: int = ...,
) -> Iterator[Article]: ...
@overload
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = ...,
    batch_size: int = ...,
    on_error: Literal["return"],
    max_chars: int = ...,
) -> Iterator[Article | InputError]: ...
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = 1,
    batch_size: int = 16,
    on_error: Literal["raise", "return"] = "raise",
    max_chars: int = MAX_CHARS,
) -> Iterator[Article | InputError]:
    """Parse many articles, in order, without holding them all.

    With more than one worker the articles are parsed in processes that are started afresh
    (*spawn*), each of which loads the models once, in about a second. A script that asks for
    workers therefore needs the usual ``if __name__ == "__main__":`` around its own work. Closing
    the iterator, or leaving the loop over it, lets the batches under way finish and ends the
    processes.

    Args:
        texts: The articles; a generator is read only as far ahead as the workers need.
        workers: Processes to parse in; 1 parses in this one.
        batch_size: Articles that a worker gets at a time.
        on_error: What becomes of a text that cannot be parsed, one that is not a ``str`` or is too
            long: ``"raise"`` raises its error, which ends the iteration; ``"return"`` yields the
            error in the article's place.
        max_chars: The longest text to accept, in code points.

    Returns:
        An iterator of as many items as there are texts, in the same order.

    Raises:
        OptionError: ``texts`` is a single string, or another argument is out of range.
        NotTextError: A text is not a ``str``; the message gives its place, ``texts[3]``.
        TextTooLongError: A text is longer than ``max_chars``; likewise.
        WorkerError: A worker process died.
        ModelError: The language models are missing or damaged.

    Example:
        >>> articles = parse_articles(["«Да», – сказал Иванов.", "Дождь."])
        >>> [len(article.sentences) for article in articles]
        [1, 1]
        >>> [type(found).__name__ for found in parse_articles(["Да.", None], on_error="return")]
        ['Article', 'NotTextError']
    """
    if isinstance(texts, str | bytes):
        raise OptionError("texts is one string: put it into a list, or call parse_article")
    for name, value in (("workers", workers), ("batch_size", batch_size), ("max_chars", max_chars)):
        if value < 1:
            raise OptionError(f"{name} is {value}, and must be at least 1")
    if on_error not in ("raise", "return"):
        raise OptionError(f"on_error is {on_error!r}, and must be 'raise' or 'return'")
    found = (
        _here(texts, max_chars) if workers == 1 else _spread(texts, workers, batch_size, max_chars)
    )
    return _judged(found, raising=on_error == "raise")


def _judged(
    found: Generator[Article | InputError], *, raising: bool
) -> Generator[Article | InputError]:
    with closing(found):
        for position, result in enumerate(found):
            if isinstance(result, InputError):
                error = type(result)(f"texts[{position}]: {result}")
                if raising:
                    raise error
                yield error
            else:
                yield result


def _here(texts: Iterable[str], max_chars: int) -> Generator[Article | InputError]:
    # The process's own models also where the limit is another one.
    parser = Parser(language=default_parser().language, max_chars=max_chars)
    for text in texts:
        yield _parsed(parser, text)


def _parsed(parser: Parser, text: str) -> Article | InputError:
    try:
        return parser.parse(text)
    except InputError as error:
        return error


def _spread(
    texts: Iterable[str], workers: int, batch_size: int, max_chars: int
) -> Generator[Article | InputError]:
    # Neither is needed, nor cheap to import, where there are no workers.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    rest = iter(texts)
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    running: deque[Future[list[Article | InputError]]] = deque()
    try:
        while True:
            while len(running) < workers * _BATCHES_PER_WORKER:
                batch = list(islice(rest, batch_size))
                if not batch:
                    break
                running.append(pool.submit(_parse_batch, batch, max_chars))
            if not running:
                return
            yield from running.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError(
            "a worker process died, perhaps for lack of memory, or because the script that called "
            'parse_articles does its work outside of: if __name__ == "__main__"'
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    # Ctrl-C reaches the whole group of processes; the parent alone answers it, by shutting down.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The workers share out the cores between them; numpy is not loaded yet and will see this.
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def _parse_batch(texts: Sequence[str], max_chars: int) -> list[Article | InputError]:
    return list(_here(texts, max_chars))
