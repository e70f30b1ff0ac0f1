"""The front door to many articles: `parse_articles`.

In flow texts; out flow their articles in order, read only a few batches ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from contextlib import closing
from typing import TYPE_CHECKING, Literal, overload

from runews.batch.progress import progress_shown
from runews.batch.reading import Source, whole_article
from runews.batch.stream import BATCH_SIZE, START_METHOD, parse_sources
from runews.errors import InputError, OptionError, RunewsError, WorkerError
from runews.parser import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from typing import TypeAlias

    from runews.models import Article

    StartMethod: TypeAlias = Literal["spawn", "forkserver", "fork"]

__all__ = ["parse_articles"]

_ON_ERROR = ("raise", "return")


@overload
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = ...,
    batch_size: int = ...,
    on_error: Literal["raise"] = ...,
    progress: bool | Callable[[int], object] = ...,
    max_chars: int = ...,
    start_method: StartMethod = ...,
) -> Iterator[Article]: ...
@overload
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = ...,
    batch_size: int = ...,
    on_error: Literal["return"],
    progress: bool | Callable[[int], object] = ...,
    max_chars: int = ...,
    start_method: StartMethod = ...,
) -> Iterator[Article | InputError | WorkerError]: ...
def parse_articles(
    texts: Iterable[str],
    *,
    workers: int = 1,
    batch_size: int = BATCH_SIZE,
    on_error: Literal["raise", "return"] = "raise",
    progress: bool | Callable[[int], object] = False,
    max_chars: int = MAX_CHARS,
    start_method: StartMethod = "spawn",
) -> Iterator[Article | InputError | WorkerError]:
    """Parse many articles, in order, without holding them all.

    Articles are parsed in batches, which costs less than one by one and gives the same. With more
    than one worker, batches go to processes that load the models once each, in about a second. A
    script that asks for workers needs the usual ``if __name__ == "__main__":`` around its own work.
    Closing the iterator, leaving the loop over it, or Ctrl-C ends the processes at once.

    A worker that dies, killed for lack of memory for instance, is replaced, and its batch is parsed
    again; nothing is lost or given twice. A text that kills its worker again is an error.

    Args:
        texts: The articles; a generator is read as far ahead as one batch, and with workers as far
            as four batches for each. What it raises comes after the articles before it.
        workers: Processes to parse in; 1 parses in this one.
        batch_size: The most articles of a batch; one of 200,000 characters is full, too. The
            result does not depend on it. 1 gives each article before the next one is read.
        on_error: What becomes of a text that cannot be parsed: one that is not a ``str``, is too
            long, or kills its worker. ``"raise"`` raises its error, which ends the iteration;
            ``"return"`` yields the error in the article's place.
        progress: ``True`` shows a bar on standard error, for which the extra ``cli`` is needed; a
            function is called with the number of texts that are done, after each.
        max_chars: The longest text to accept, in code points.
        start_method: How the processes are started, in the words of ``multiprocessing``:
            ``"spawn"``, ``"forkserver"`` or ``"fork"``. The last one is quicker and shares loaded
            models, but is only safe where no other thread runs.

    Returns:
        An iterator of as many items as there are texts, in the same order.

    Raises:
        OptionError: ``texts`` is a single string, or another argument is out of range.
        NotTextError: A text is not a ``str``; the message gives its place, ``texts[3]``.
        TextTooLongError: A text is longer than ``max_chars``; likewise.
        WorkerError: A text kills its worker; likewise. Or the workers cannot start.
        ModelError: The language models are missing or damaged.
        ExtraMissingError: A progress bar is wanted and the extra ``cli`` is not installed.

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
    if on_error not in _ON_ERROR:
        raise OptionError(f"on_error is {on_error!r}, and must be 'raise' or 'return'")
    if workers > 1 or start_method != START_METHOD:
        _check_processes(start_method)
    found = parse_sources(
        (Source(content=text) for text in texts),
        finish=whole_article,
        workers=workers,
        batch_size=batch_size,
        max_chars=max_chars,
        start_method=start_method,
    )
    total = len(texts) if isinstance(texts, Sized) else None
    return _judged(found, raising=on_error == "raise", progress=progress, total=total)


def _check_processes(start_method: str) -> None:
    from multiprocessing import current_process, get_all_start_methods

    methods = get_all_start_methods()
    if start_method not in methods:
        raise OptionError(
            f"start_method is {start_method!r}, and must be one of {', '.join(methods)} here"
        )
    if current_process().daemon:
        raise OptionError(
            "this process is a worker of a pool itself and may not start others: pass workers=1"
        )


def _judged(
    found: Generator[Article | RunewsError],
    *,
    raising: bool,
    progress: bool | Callable[[int], object],
    total: int | None,
) -> Generator[Article | InputError | WorkerError]:
    with closing(found), progress_shown(progress, total) as done:
        for position, result in enumerate(found):
            done(position + 1)
            if isinstance(result, InputError | WorkerError):
                error = type(result)(f"texts[{position}]: {result}")
                if raising:
                    raise error
                yield error
            elif isinstance(result, RunewsError):
                raise result
            else:
                yield result
