"""``runews parse``: from arguments to articles in the format asked for.

In flow parsed arguments; out flow the output and how many articles failed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import deque
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews.cli.console import UsageError, complain, cores, wants_color
from runews.cli.formats import KEEPING, Layout, Row, form_of
from runews.cli.inputs import (
    STDIN,
    Reading,
    is_read_in_folder,
    is_single,
    items_of,
    kind_of,
)
from runews.cli.output import opened_output, write_pieces
from runews.cli.resume import Done, done_of_jsonl
from runews.errors import ExtraMissingError, RunewsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Generator, Iterable, Iterator

    from runews.batch.reading import Source
    from runews.cli.inputs import Item
    from runews.models import Article

__all__ = ["run_parse"]

_ENDINGS = {
    ".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".html": "html", ".htm": "html", ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip


def run_parse(options: argparse.Namespace) -> int:
    """Parse what the arguments name.

    Args:
        options: The parsed arguments.

    Returns:
        How many articles failed.

    Raises:
        UsageError: The arguments contradict each other.
        WriteError: The output cannot be written.
        RunewsError: The work cannot be done at all.
    """
    name = _format(options)
    _check(options, name)
    rows = _Rows(options)
    if name == "parquet":
        _write_parquet(rows, options)
        return rows.failed
    done = done_of_jsonl(options.output) if options.resume else None
    with opened_output(options.output, append=options.resume) as stream:
        layout = Layout(
            is_single=rows.is_single,
            width=shutil.get_terminal_size().columns,
            color=wants_color(options.color, stream),
        )
        form = form_of(name, layout)
        with closing(rows.parsed(form.finish, done)) as parsed:
            write_pieces(form.pieces(parsed), stream, options.output, is_json=name in KEEPING)
    return rows.failed


def _write_parquet(rows: _Rows, options: argparse.Namespace) -> None:
    from runews.cli import parquet

    try:
        import pyarrow as pa
    except ImportError as error:
        raise ExtraMissingError("Parquet needs pyarrow: pip install 'runews[arrow]'") from error
    # Nothing here is worth a thread for each core, which the workers need.
    pa.set_cpu_count(1)
    done = None
    write: Callable[[Iterable[Row], str], None] = parquet.write_file
    if _is_folder(options.output):
        parquet.prepare_folder(options.output, resume=options.resume)
        write = parquet.write_parts
        if options.resume:
            done = Done(parquet.held_rows(options.output))
    with closing(rows.parsed(parquet.as_record_batch, done)) as parsed:
        write(parsed, options.output)


class _Rows:
    """The articles of the arguments, parsed; each that fails is complained of and counted."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._reading = Reading(
            kind=options.input_format, text_field=options.text_field, text_only=options.text_only
        )
        self.is_single = is_single(options.files, self._reading)
        self.failed = 0

    def parsed(self, finish: Callable[[Article], Any], done: Done | None) -> Generator[Row]:
        """Parse all that is not done yet.

        Args:
            finish: Makes of an article what is written of it.
            done: What the output holds.
        """
        # The models are worth loading only once the usage is known to be right.
        from runews.batch.progress import progress_shown
        from runews.batch.stream import parse_sources

        reading = self._reading
        if done is not None:
            reading = Reading(
                kind=reading.kind,
                text_field=reading.text_field,
                text_only=reading.text_only,
                is_done=done.take,
            )
        total = _total(self._options.files, reading)
        items = items_of(self._options.files, reading)
        read: deque[Item] = deque()
        results = parse_sources(
            _sources(items, read),
            finish=finish,
            workers=self._options.workers or cores(),
            batch_size=1 if _is_followed(self._options) else self._options.batch_size,
        )
        count = 0
        with (
            progress_shown(_wants_progress(self._options), _left(total, done)) as show,
            closing(results),
        ):
            for row in _paired(results, read):
                count += 1
                show(count)
                if row.error is not None:
                    self.failed += 1
                    complain(f"{row.item.place}: {row.error}")
                if row.error is None or self._options.errors == "keep":
                    yield row


def _sources(items: Iterable[Item], read: deque[Item]) -> Iterator[Source]:
    """What there is to parse.

    Each item is noted until its result comes. One that is an error goes the same way, so that
    errors come in their turn and no more than a few of them are held, however many there are.
    """
    for item in items:
        read.append(item)
        yield item.source


def _paired(results: Iterable[Any], read: deque[Item]) -> Iterator[Row]:
    """Items and results side by side, in the order of the items."""
    for result in results:
        item = read.popleft()
        if isinstance(result, RunewsError):
            yield Row(item=item, error=item.error or str(result))
        else:
            yield Row(item=item, result=result)


def _format(options: argparse.Namespace) -> str:
    if options.format:
        return str(options.format)
    if options.output is None:
        return "text"
    if _is_folder(options.output):
        return "parquet"
    ending = Path(options.output).suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(f"the ending of {options.output} tells no format: add --format")
    return _ENDINGS[ending]


def _check(options: argparse.Namespace, name: str) -> None:
    """Refuse what could not end well before anything is touched."""
    if name == "parquet" and options.output is None:
        raise UsageError("Parquet is no text for a terminal: add --output FILE or FOLDER")
    if options.output and _is_folder(options.output) and name != "parquet":
        raise UsageError(f"{options.output} is a folder, and only Parquet is written into one")
    if options.errors == "keep" and name not in KEEPING:
        raise UsageError(f"--errors keep needs one of the formats {', '.join(KEEPING)}")
    if options.resume and options.output is None:
        raise UsageError("--resume needs an --output to go on with")
    if options.resume and name == "parquet" and not _is_folder(options.output):
        raise UsageError(
            "a Parquet file cannot be gone on with: give a folder for part files, as --output out/"
        )
    if options.resume and name not in ("jsonl", "parquet"):
        raise UsageError("--resume needs the format jsonl, or parquet in a folder")
    for file in options.files:
        if options.output and _is_same(file, options.output):
            raise UsageError(f"{file} is input and output at once")
        if options.output and is_read_in_folder(options.output, file, options.input_format):
            raise UsageError(f"{options.output} lies in the folder {file}, whose files are read")


def _is_folder(name: str) -> bool:
    return name.endswith(("/", os.sep)) or Path(name).is_dir()


def _is_same(file: str, output: str) -> bool:
    try:
        return file != STDIN and Path(file).samefile(output) and not _is_device(output)
    except OSError:
        return False


def _is_device(name: str) -> bool:
    return Path(name).is_char_device()


def _is_followed(options: argparse.Namespace) -> bool:
    """Whether somebody watches: then no article is held back until a batch is full."""
    return options.output is None and options.workers == 1 and sys.stdout.isatty()


def _wants_progress(options: argparse.Namespace) -> bool:
    if options.progress is not None:
        return bool(options.progress)
    from importlib.util import find_spec

    # Two that write to one terminal would overwrite each other.
    shared = options.output is None and sys.stdout.isatty()
    is_seen = sys.stderr is not None and sys.stderr.isatty()
    return is_seen and not shared and find_spec("rich") is not None


def _total(names: Iterable[str], reading: Reading) -> int | None:
    """How many articles there are, where that can be told without reading them."""
    from runews.cli.rows import count_rows

    total = 0
    for name in names:
        kind = kind_of(name, reading.kind)
        if kind == "jsonl" or Path(name).is_dir():
            return None
        count = count_rows(name) if kind == "parquet" else 1
        if count is None:
            return None
        total += count
    return total


def _left(total: int | None, done: Done | None) -> int | None:
    return total if total is None or done is None else max(total - len(done), 0)
