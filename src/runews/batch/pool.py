"""A pool of worker processes that outlives its workers, with results in order.

In flow batches; out flow the results of their items, in order, each once. Every worker has a pipe
of its own and one batch in hand, so that a death tells which batch was being worked on:
`concurrent.futures` gives up all that is under way when one process dies.

A batch whose worker dies goes to another one. The second time its items are sent one by one, so
that the one which kills is found: a `WorkerError` takes its place, and all others get their
results. A worker that dies while it is loading is no item's fault.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from runews.batch.processes import Batch, Worker, bury_worker, end_workers, start_worker
from runews.batch.worker import PROTOCOL, Failure
from runews.errors import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from multiprocessing.connection import Connection

__all__ = ["run_batches"]

#: Batches, for each worker, that are read and not given back yet: while one takes long, the other
#: workers go on with the next ones.
_BATCHES_PER_WORKER = 4
#: Deaths after which a batch is taken apart, or an item on its own is held to be the cause.
_DEATHS = 2
#: Workers in a row that may be killed while they are loading.
_FAILED_STARTS = 3


def run_batches(
    batches: Iterator[list[Any] | Exception],
    load: Callable[[], Callable[[list[Any]], list[Any]]],
    *,
    workers: int,
    start_method: str,
) -> Generator[Any]:
    """Answer batches by worker processes.

    Args:
        batches: The batches, none empty; an exception ends them, and is raised in its turn.
        load: Loads what a worker needs and gives the function that answers a batch with a result
            for each item; it can be pickled.
        workers: How many processes.
        start_method: How they are started, in the words of ``multiprocessing``.

    Yields:
        The result of each item, in order; a `WorkerError` for one that kills its worker.

    Raises:
        WorkerError: The workers cannot start.
        Exception: What ``load``, the function that it gives or ``batches`` raised.
    """
    pool = _Pool(batches, load, workers, start_method)
    try:
        yield from pool.results()
    finally:
        pool.close()


class _Pool:
    def __init__(
        self,
        batches: Iterator[list[Any] | Exception],
        load: Callable[[], Callable[[list[Any]], list[Any]]],
        size: int,
        start_method: str,
    ) -> None:
        self._batches = batches
        self._load = load
        self._size = size
        self._context = get_context(start_method)
        self._owner = os.getpid()
        self._workers: list[Worker] = []
        self._waiting: deque[Batch] = deque()
        # By the place of a batch's first item; still pickled, which is the smallest form.
        self._answered: dict[int, tuple[Batch, bytes | WorkerError]] = {}
        self._read = 0
        self._failure: Exception | None = None
        self._is_read = False
        self._failed_starts = 0

    def results(self) -> Generator[Any]:
        place = 0
        while True:
            self._read_ahead()
            self._send()
            if place in self._answered:
                batch, answer = self._answered.pop(place)
                place += len(batch.items)
                for result in [answer] if isinstance(answer, WorkerError) else _loaded(answer):
                    yield result
                    # The workers are kept busy while the caller is busy with one result.
                    self._receive(timeout=0)
                    self._send()
            elif any(worker.batch for worker in self._workers) or self._waiting:
                self._receive(timeout=None)
            elif self._failure is not None:
                raise self._failure
            else:
                return

    def close(self) -> None:
        # A process that the caller has forked has a copy of this object, but the workers are not
        # its own.
        if os.getpid() == self._owner:
            end_workers(self._workers)

    def _read_ahead(self) -> None:
        limit = self._size * _BATCHES_PER_WORKER
        while not self._is_read:
            busy = sum(worker.batch is not None for worker in self._workers)
            if busy + len(self._waiting) + len(self._answered) >= limit:
                return
            batch = next(self._batches, None)
            if isinstance(batch, list):
                self._waiting.append(Batch(self._read, batch))
                self._read += len(batch)
            else:
                self._is_read, self._failure = True, batch

    def _send(self) -> None:
        """Give each idle worker a batch, and start workers where there is more to do."""
        for worker in [worker for worker in self._workers if worker.is_idle]:
            if not self._waiting:
                break
            batch = self._waiting.popleft()
            try:
                # It waits for a batch, so that this cannot block.
                worker.connection.send_bytes(pickle.dumps(batch.items, PROTOCOL))
            except OSError:
                # It died idle: the batch has nothing to do with that.
                self._waiting.appendleft(batch)
                self._bury(worker)
            else:
                worker.batch = batch
        loading = sum(not worker.is_ready for worker in self._workers)
        while len(self._workers) < self._size and loading < len(self._waiting):
            self._workers.append(self._started())
            loading += 1

    def _started(self) -> Worker:
        try:
            return start_worker(self._context, self._load)
        except OSError as error:
            raise WorkerError(f"a worker process cannot be started: {error}") from error

    def _receive(self, timeout: float | None) -> None:
        """Take what the workers have sent, and see which have died."""
        by_connection: dict[Connection, Worker] = {w.connection: w for w in self._workers}
        for connection in wait(list(by_connection), timeout):
            worker = by_connection[connection]  # type: ignore[index] # nothing else was waited for
            message = _received(worker)
            if message is None:
                self._bury(worker)
            else:
                self._accept(worker, message)

    def _accept(self, worker: Worker, message: bytes) -> None:
        if worker.batch is not None:
            self._answered[worker.batch.start] = (worker.batch, message)
            worker.batch = None
            return
        _loaded(message)
        worker.is_ready = True
        self._failed_starts = 0

    def _bury(self, worker: Worker) -> None:
        """Part with a worker that has died; `_send` starts another where there is work for it."""
        self._workers.remove(worker)
        code = bury_worker(worker)
        if not worker.is_ready:
            self._failed_starts += 1
            # One that was killed, by a signal, may do better next time.
            if code is None or code >= 0 or self._failed_starts >= _FAILED_STARTS:
                raise WorkerError(
                    f"a worker process died while it was starting ({_told(code)}). A script that "
                    'asks for workers must do its work under: if __name__ == "__main__", and be a '
                    "file, which the workers can import. Or else memory is short"
                )
        if worker.batch is not None:
            self._retry(worker.batch, code)

    def _retry(self, batch: Batch, code: int | None) -> None:
        batch.deaths += 1
        if batch.deaths < _DEATHS:
            self._waiting.appendleft(batch)
        elif len(batch.items) > 1:
            # Each alone and judged by itself: a worker killed from outside blames nobody's text.
            self._waiting.extendleft(
                Batch(batch.start + i, [item]) for i, item in reversed(list(enumerate(batch.items)))
            )
        else:
            self._answered[batch.start] = (batch, _blame(code))


def _received(worker: Worker) -> bytes | None:
    """What a worker has sent; ``None`` where it has died, perhaps in the middle of it."""
    try:
        return worker.connection.recv_bytes()
    except (EOFError, OSError):
        return None


def _loaded(message: bytes) -> Any:
    """What a worker has sent; an exception that ended its task is raised here."""
    found = pickle.loads(message)  # noqa: S301 - from a process of our own
    if isinstance(found, Failure):
        found.raise_here()
    return found


def _blame(code: int | None) -> WorkerError:
    return WorkerError(
        f"parsing it kills its worker process ({_told(code)}), perhaps for lack of memory: "
        "split it, or leave it out"
    )


def _told(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
