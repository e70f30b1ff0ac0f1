"""How far long work is: a bar on standard error, or a call of the caller's own function.

In flow counts of what is done; out flows a bar that rich draws, from the extra ``cli``.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from runews.errors import ExtraMissingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["progress_shown"]


@contextmanager
def progress_shown(
    progress: bool | Callable[[int], object], total: int | None
) -> Iterator[Callable[[int], object]]:
    """Show progress while the block runs.

    Args:
        progress: Whether to show a bar, or the function to call instead.
        total: How many items there are, where that is known.

    Yields:
        A function to call with the number of items that are done.

    Raises:
        ExtraMissingError: A bar is wanted and rich is not installed.

    Example:
        >>> with progress_shown(print, 2) as done:
        ...     done(1)
        1
    """
    if callable(progress):
        yield progress
    elif not progress:
        yield int
    else:
        try:
            from rich import progress as bars
            from rich.console import Console
        except ImportError as error:
            raise ExtraMissingError(
                "a progress bar needs rich: pip install 'runews[cli]', or pass a function"
            ) from error
        columns = (
            bars.TextColumn("{task.completed:,} articles"),
            bars.BarColumn(),
            bars.TaskProgressColumn(show_speed=True),
            bars.TimeElapsedColumn(),
            bars.TimeRemainingColumn(),
        )
        # What others print to standard output is not this bar's to move to standard error.
        bar = bars.Progress(*columns, console=Console(stderr=True), redirect_stdout=False)
        with bar:
            task = bar.add_task("", total=total)
            yield lambda count: bar.update(task, completed=count)
