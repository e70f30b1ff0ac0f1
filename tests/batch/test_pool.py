"""The pool: order, each result once, workers that die, whatever an item does to them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from runews import ModelError, WorkerError
from runews.batch import pool, processes
from runews.batch.batches import read_ahead
from runews.batch.pool import run_batches
from tests.batch import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

ROOT = Path(__file__).parents[2]


def run(
    items: Iterable[Any],
    *,
    load: Callable[[], Any] = answers.obedient,
    workers: int = 2,
    batch_size: int = 2,
    start_method: str = "spawn",
) -> Generator[Any]:
    batches = read_ahead(items, batch_size, lambda item: 0)
    return run_batches(batches, load, workers=workers, start_method=start_method)


def doubled(results: Iterable[Any]) -> list[Any]:
    return [result[0] if isinstance(result, tuple) else result for result in results]


@pytest.fixture(autouse=True)
def no_process_left() -> Generator[None]:
    yield
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")  # Python 3.12
def test_results_come_in_order_from_several_processes(method: str) -> None:
    results = list(run([("sleep", 0.2), *range(20)], start_method=method))
    assert doubled(results) == ["sleep", *range(0, 40, 2)]
    assert os.getpid() not in {process for _, process in results[1:]}


def test_no_batch_starts_no_process() -> None:
    assert list(run([])) == []


def test_no_more_processes_are_started_than_there_are_batches() -> None:
    results = run([1, 2], workers=16)
    next(results)
    assert len(multiprocessing.active_children()) == 1
    results.close()


def test_one_slow_batch_holds_up_no_other_and_the_input_is_read_a_bounded_way_ahead() -> None:
    read = []

    def endless() -> Iterable[Any]:
        for n in count():
            read.append(n)
            yield ("sleep", 0.5) if n == 0 else n

    results = run(endless())
    next(results)
    assert len(read) == 2 * 4 * 2
    assert doubled(islice(results, 30)) == list(range(2, 62, 2))
    results.close()


def test_answers_and_items_larger_than_a_pipe_holds_pass() -> None:
    results = list(run(["я" * 1_000_000, ("large", 1_000_000)] * 4, batch_size=1))
    assert [len(r[0] if isinstance(r, tuple) else r) for r in results] == [2_000_000, 1_000_000] * 4


def test_a_worker_killed_in_its_work_is_replaced_and_nothing_is_lost_or_doubled() -> None:
    results = run([*range(10), ("sleep", 0.3), *range(11, 40)])
    found = [next(results) for _ in range(3)]
    for process in multiprocessing.active_children():
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
    found += results
    expected: list[Any] = [2 * n for n in range(40)]
    expected[10] = "sleep"
    assert [f[0] for f in found] == expected


def test_a_batch_that_kills_once_is_done_again(tmp_path: Path) -> None:
    orders = [1, ("die once", str(tmp_path / "died")), 2, 3]
    assert doubled(run(orders)) == [2, "die once", 4, 6]


@pytest.mark.parametrize(("order", "reason"), [("die", "signal 9"), ("exhaust", "exit code 1")])
def test_an_item_that_kills_is_found_and_reported_in_its_place(order: str, reason: str) -> None:
    results = doubled(run([*range(5), (order,), *range(6, 12)], batch_size=4))
    [error] = [result for result in results if isinstance(result, WorkerError)]
    assert results == [0, 2, 4, 6, 8, error, 12, 14, 16, 18, 20, 22]
    assert str(error).startswith(f"parsing it kills its worker process ({reason})")


def test_an_exception_of_the_work_is_raised_in_its_place_with_its_traceback() -> None:
    results = run([1, 2, ("raise",), 3])
    assert doubled(islice(results, 2)) == [2, 4]
    with pytest.raises(LookupError, match="не нашлось") as caught:
        next(results)
    assert 'raise LookupError("не нашлось")' in str(caught.value.__cause__)


def test_an_exception_that_cannot_travel_is_told() -> None:
    with pytest.raises(WorkerError, match="TwoArgumentsError") as caught:
        list(run([("raise oddly",)]))
    assert "raise TwoArgumentsError" in str(caught.value.__cause__)


def test_an_exception_of_the_input_comes_unchanged_after_the_results_before_it() -> None:
    error = RuntimeError("no more")

    def broken() -> Iterable[Any]:
        yield from range(5)
        raise error

    results = run(broken())
    assert doubled(islice(results, 5)) == [0, 2, 4, 6, 8]
    with pytest.raises(RuntimeError) as caught:
        next(results)
    assert caught.value is error


@pytest.mark.parametrize(
    ("load", "kind", "message"),
    [
        (answers.damaged, ModelError, "could not be loaded"),
        (answers.exiting_at_start, WorkerError, r"exit code 3.*__main__"),
        (answers.killed_at_start, WorkerError, "signal 9"),
    ],
)
def test_workers_that_cannot_start_end_it(
    load: Callable[[], Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message):
        list(run(range(100), load=load))


def test_a_system_without_room_for_a_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(pool, "start_worker", refused)
    with pytest.raises(WorkerError, match=r"cannot be started: .*Cannot allocate memory"):
        list(run([1]))


def test_a_worker_that_does_not_obey_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PATIENCE", 0.2)
    results = run([("ignore SIGTERM",), ("sleep", 60)], workers=1, batch_size=1)
    assert next(results) == ("ignore SIGTERM",)
    [worker] = multiprocessing.active_children()
    results.close()
    assert worker.exitcode == -signal.SIGKILL


def test_a_worker_uses_one_thread_unless_the_user_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]
    assert list(run([("environment", name) for name in names])) == ["1", "3"]
    assert "OMP_NUM_THREADS" not in os.environ


def test_an_iterator_that_nobody_holds_any_more_ends_its_processes() -> None:
    results = run(range(1000))
    next(results)
    assert multiprocessing.active_children()
    del results


_SCRIPT = """
import multiprocessing, sys, time
from runews.batch import pool, processes
from runews.batch.batches import read_ahead
from runews.batch.pool import run_batches
from tests.batch import answers

if __name__ == "__main__":
    orders = read_ahead([1, 2, ("sleep", 3), ("sleep", 3)], 1, lambda item: 0)
    results = run_batches(orders, answers.obedient, workers=2, start_method=sys.argv[1])
    next(results)
    print(*[child.pid for child in multiprocessing.active_children()], flush=True)
    {rest}
"""


def script(rest: str, path: Path, method: str = "spawn") -> subprocess.Popen[str]:
    path.write_text(_SCRIPT.format(rest=rest), "utf-8")
    return subprocess.Popen(
        [sys.executable, path, method],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        # A terminal sends Ctrl-C to the whole group; here the group is the script's own.
        start_new_session=True,
    )


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    assert process.stdout is not None
    return [int(number) for number in process.stdout.readline().split()]


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that has ended and waits for the system to take note of it is not alive.
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"


def all_gone(processes: list[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while any(map(is_alive, processes)):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_ctrl_c_ends_all_at_once_and_no_worker_says_a_word(tmp_path: Path) -> None:
    process = script("list(results)", tmp_path / "script.py")
    workers = workers_of(process)
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert errors.count("Traceback") == 1
    assert errors.endswith("KeyboardInterrupt\n")
    assert all_gone(workers, 0)


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_workers_at_rest_end_when_their_parent_is_killed(method: str, tmp_path: Path) -> None:
    process = script("time.sleep(60)", tmp_path / "script.py", method)
    workers = workers_of(process)
    process.kill()
    # They may hold the pipe that standard error goes to, and have nothing to say.
    process.wait()
    gone = all_gone(workers, 10)
    assert gone
    assert process.communicate()[1] == ""


def test_the_interpreter_ends_while_the_iterator_is_held(tmp_path: Path) -> None:
    process = script("pass", tmp_path / "script.py")
    workers = workers_of(process)
    _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")
    assert all_gone(workers, 5)
