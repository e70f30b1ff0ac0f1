"""A worker's side of the pipe, in this process: what it answers, and when it ends."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import socket
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Any

import pytest

from runews import ModelError, WorkerError
from runews.batch.worker import PROTOCOL, Failure, work
from tests.batch import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="closes one direction of a pipe")


@pytest.fixture(autouse=True)
def process_as_before() -> Iterator[None]:
    """What a worker does to its process is not to stay in this one."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)
    gc.unfreeze()


def answered(load: Callable[[], Any], *batches: list[Any]) -> list[Any]:
    """All that a worker sends back to a parent that sends batches and then no more."""
    ours, theirs = Pipe()
    spare, _ = Pipe()
    for batch in batches:
        ours.send_bytes(pickle.dumps(batch, PROTOCOL))
    with socket.socket(fileno=os.dup(ours.fileno())) as end:
        end.shutdown(socket.SHUT_WR)
    found = []
    with ours:
        work(theirs, spare, load)
        while True:
            try:
                found.append(pickle.loads(ours.recv_bytes()))  # noqa: S301 - what was pickled here
            except EOFError:
                return found


def test_a_worker_says_that_it_has_loaded_and_answers_batch_after_batch() -> None:
    loaded, first, second = answered(answers.obedient, [1, 2], [3])
    assert loaded is None
    assert first == [(2, os.getpid()), (4, os.getpid())]
    assert second == [(6, os.getpid())]


def test_a_failure_travels_with_its_story_and_ends_nothing() -> None:
    _, failure, after = answered(answers.obedient, [1, ("raise",)], [2])
    assert isinstance(failure, Failure)
    with pytest.raises(LookupError, match="не нашлось") as caught:
        failure.raise_here()
    assert 'raise LookupError("не нашлось")' in str(caught.value.__cause__)
    assert after == [(4, os.getpid())]


def test_a_failure_that_cannot_be_made_anew_is_told_in_words() -> None:
    _, failure = answered(answers.obedient, [("raise oddly",)])
    with pytest.raises(WorkerError, match=r"a worker process failed: TwoArgumentsError\('a-b'\)"):
        failure.raise_here()
    assert "raise TwoArgumentsError" in failure.story


def test_a_worker_that_cannot_load_says_why_and_ends() -> None:
    [failure] = answered(answers.damaged)
    with pytest.raises(ModelError, match="could not be loaded"):
        failure.raise_here()


def test_a_worker_without_memory_ends_as_if_killed() -> None:
    with pytest.raises(SystemExit) as caught:
        answered(answers.obedient, [("exhaust",)])
    assert caught.value.code == 1


def test_a_worker_leaves_ctrl_c_to_its_parent_and_can_be_ended() -> None:
    answered(answers.obedient)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
