"""Worker processes: started so that they are quiet, ended so that none is left.

In flows what a worker is to load; out flow `Worker` objects, each a process with its pipe and the
batch that it has in hand.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import attrs

from runews.batch.worker import work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

__all__ = ["Batch", "Worker", "bury_worker", "end_workers", "start_worker"]

#: Seconds that a process gets to obey; parsing holds nothing that must be put in order first.
_PATIENCE = 5.0
#: The workers share out the cores between them, so none may use several for its small matrices.
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_environment = threading.Lock()


@attrs.define(eq=False)
class Batch:
    """Items that a worker gets together.

    Args:
        start: The place of the first one among all.
        items: The items.
        deaths: How many workers have died over them.
    """

    start: int
    items: list[Any]
    deaths: int = 0


@attrs.define(eq=False)
class Worker:
    """A worker process.

    Args:
        process: The process.
        connection: The parent's end of its pipe.
        is_ready: Whether it has loaded.
        batch: What it has in hand.
    """

    process: BaseProcess
    connection: Connection
    is_ready: bool = False
    batch: Batch | None = None

    @property
    def is_idle(self) -> bool:
        """Whether a batch can be sent to it."""
        return self.is_ready and self.batch is None


def start_worker(context: BaseContext, load: Callable[[], Callable[..., Any]]) -> Worker:
    """Start a worker process.

    Args:
        context: How processes are started.
        load: What it loads; pickled unless the process is forked.

    Returns:
        The worker, which says by a message that it has loaded.
    """
    connection, other_end = context.Pipe()
    process = context.Process(  # type: ignore[attr-defined] # each context has it, the base not
        target=work, args=(other_end, connection, load), name="runews worker", daemon=True
    )
    with _one_thread_each(), _deaf_to_ctrl_c(context):
        process.start()
    other_end.close()
    return Worker(process=process, connection=connection)


def end_workers(workers: Sequence[Worker]) -> None:
    """End worker processes, whatever they are doing, and wait until they are gone.

    Args:
        workers: The workers; those that have ended by themselves are fine too.
    """
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.connection.close()


def bury_worker(worker: Worker) -> int | None:
    """Part with a worker that has died, or closed its pipe and is about to end.

    Args:
        worker: The worker.

    Returns:
        Its exit code, the negative number of the signal where one killed it.
    """
    worker.process.join(_PATIENCE)
    end_workers([worker])
    return worker.process.exitcode


@contextmanager
def _one_thread_each() -> Iterator[None]:
    # Set in the parent, since a script that imports numpy is imported by the new process before
    # anything of ours runs there. What the user has set stays.
    with _environment:
        added = [name for name in _THREADS if name not in os.environ]
        os.environ.update(dict.fromkeys(added, "1"))
        try:
            yield
        finally:
            for name in added:
                os.environ.pop(name, None)


@contextmanager
def _deaf_to_ctrl_c(context: BaseContext) -> Iterator[None]:
    # A process inherits the signals that are blocked: so no worker shows a traceback for a Ctrl-C
    # that comes before its own code runs. The server of "forkserver" would pass the block on to
    # processes that are not ours.
    if context.get_start_method() == "forkserver" or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
