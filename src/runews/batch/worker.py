"""What runs in a worker process: load once, then answer batch after batch.

In flow pickled batches through a pipe; out flow, through the same, first a sign that the worker has
loaded, then a pickled answer for each batch: its results, or a `Failure`.
"""

from __future__ import annotations

import gc
import pickle
import signal
import traceback
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

import attrs

from runews.errors import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

__all__ = ["PROTOCOL", "Failure", "work"]

PROTOCOL = 5


@attrs.frozen
class Failure:
    """An exception that ends the work, as it travels from a worker.

    Args:
        error: The exception.
        story: Its traceback in the worker.
    """

    error: Exception
    story: str

    def raise_here(self) -> None:
        """Raise the exception in this process, with the worker's traceback as its cause."""
        raise self.error from WorkerError(f"in a worker process:\n{self.story}")


def work(
    connection: Connection,
    parents_end: Connection,
    load: Callable[[], Callable[[list[Any]], list[Any]]],
) -> None:
    """Answer batches until the other end of the pipe is closed or the parent is gone.

    Args:
        connection: This process's end of the pipe.
        parents_end: The parent's end; a forked process holds a copy, which would keep the pipe open
            after the parent's death.
        load: Loads what is needed and gives the function that answers a batch.
    """
    parents_end.close()
    # Ctrl-C reaches the whole group of processes; the parent alone answers it, by ending them. A
    # handler of the parent's own, which a forked process has too, must not stand in the way.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with connection:
            _serve(connection, load)
    except (EOFError, OSError):
        # The parent has closed the pipe or died: there is nobody left to tell.
        return


def _serve(connection: Connection, load: Callable[[], Callable[[list[Any]], list[Any]]]) -> None:
    answer = _attempted(load)
    connection.send_bytes(_pickled(answer if isinstance(answer, Failure) else None))
    if isinstance(answer, Failure):
        return
    # The models stay as long as the process does: the collector need not look at them again.
    gc.freeze()
    parent = parent_process()
    watched: list[Connection | int] = [connection]
    if parent is not None:
        watched.append(parent.sentinel)
    while connection in wait(watched):
        connection.send_bytes(_pickled(_attempted(partial(answer, connection.recv()))))


def _attempted(do: Callable[[], Any]) -> Any:
    try:
        return do()
    except MemoryError:
        # As good as killed: a fresh process may have the room, and the parent knows what to do.
        raise SystemExit(1) from None
    except Exception as error:  # Raised again in the parent, where the caller can see it.
        return Failure(error, traceback.format_exc())


def _pickled(answer: Any) -> bytes:
    if isinstance(answer, Failure):
        answer = _sendable(answer)
    return pickle.dumps(answer, PROTOCOL)


def _sendable(failure: Failure) -> Failure:
    """A failure that arrives: not every exception can be pickled and made anew."""
    try:
        pickle.loads(pickle.dumps(failure, PROTOCOL))  # noqa: S301 - what was pickled right here
    except (pickle.PickleError, TypeError, AttributeError):
        error = WorkerError(f"a worker process failed: {failure.error!r}")
        return Failure(error, failure.story)
    return failure
