"""The command line: ``runews parse FILE…``, ``runews show FILE`` and what helps with them.

In flow arguments and files; out flow articles in the format asked for, one line on standard error
for each thing that failed, and an exit code. `entry` is where a call comes in, `arguments` is what
it may say; `inputs`, `files`, `rows` and `known` read, `parse` runs, `formats`, `quotes`,
`parquet` and `output` write, `resume` tells what is written already, `show` opens a browser,
`console` speaks.
"""

from __future__ import annotations

from runews.cli.entry import main

__all__ = ["main"]
