"""Calls with workers as the system sees them: signals, pipes, full disks, killed workers."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.calls import rows_of, started, written

if TYPE_CHECKING:
    import subprocess

PROC = Path("/proc")
ROWS = 150

pytestmark = pytest.mark.skipif(not PROC.exists(), reason="processes are looked up in /proc")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    news = "Глава МИД Иван Петров заявил, что ждёт гостей. "
    return written(tmp_path / "in.jsonl", *({"text": f"{news * 4}{n}."} for n in range(ROWS)))


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a call has started to parse in."""
    found = []
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                fields = folder.joinpath("stat").read_text("utf-8").rsplit(")", 1)[1].split()
                command = folder.joinpath("cmdline").read_bytes()
            except OSError:
                continue
            if int(fields[1]) == process.pid and b"spawn_main" in command:
                found.append(int(folder.name))
    return found


def wait_for_output(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists() or not path.stat().st_size:
        assert time.monotonic() < end
        time.sleep(0.01)


def are_gone(processes: list[int], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while any(PROC.joinpath(str(process)).exists() for process in processes):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_ctrl_c_in_a_terminal_ends_all_without_a_word(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = started("parse", source, "-o", output, "-j", "2", start_new_session=True)
    wait_for_output(output)
    workers = workers_of(process)
    assert len(workers) == 2
    start = time.monotonic()
    # A terminal sends it to the workers, too.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - start < 5
    assert (process.returncode, out, err) == (130, b"", b"")
    assert are_gone(workers)
    assert all(output.read_bytes().splitlines())


def test_a_closed_pipe_ends_the_workers_quietly(source: Path) -> None:
    process = started("parse", source, "-f", "jsonl", "-j", "2", "--batch-size", "2")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    workers = workers_of(process)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141
    assert are_gone(workers)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [[], ["-o", "/dev/full", "-f", "jsonl"]])
def test_a_full_disk_ends_the_workers_with_one_line(arguments: list[str], source: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = started("parse", source, "-j", "2", *arguments, stdout=full)
        _, err = process.communicate(timeout=60)
    name = " /dev/full" if arguments else ""
    assert err.decode() == f"runews: cannot write{name}: no space left on device\n"
    assert process.returncode == 1


def test_a_killed_worker_costs_no_row(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = started("parse", source, "-o", output, "-j", "2", "--batch-size", "4")
    wait_for_output(output)
    os.kill(workers_of(process)[0], signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (0, b"", b"")
    assert [row["row"] for row in rows_of(output)] == list(range(1, ROWS + 1))


def test_workers_end_when_the_call_is_killed(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = started("parse", source, "-o", output, "-j", "2", "--batch-size", "4")
    wait_for_output(output)
    workers = workers_of(process)
    process.kill()
    _, err = process.communicate(timeout=60)
    assert err == b""
    assert are_gone(workers)
