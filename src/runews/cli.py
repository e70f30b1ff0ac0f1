"""The command line: ``runews parse FILE…``.

In flow arguments and files; out flow text or JSON on standard output, one line for each file that
failed on standard error, and an exit code: 0 all well, 1 a file failed, 2 wrong usage, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import signal
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runews.errors import ExtraMissingError, InputError, RunewsError
from runews.html import looks_like_html
from runews.web.encoding import decode_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from runews.models import Article

__all__ = ["main"]

_DESCRIPTION = "Read Russian news articles: who said what, in whose words, through which outlet."

_EPILOG = """\
examples:
  runews parse article.txt                      print the article's quotes for a reader
  runews parse article.txt --format json        one JSON document, all that was found
  runews parse *.txt --format jsonl > out.jsonl one line of JSON for each file
  runews parse page.html                        the same for a saved web page
  curl -s https://example.org/a.txt | runews parse -

"runews parse --help" tells more.
"""

_PARSE_EPILOG = """\
formats:
  text    for reading: metadata, then each quote with speaker, cue, medium and kind
  json    one file: its article, as Article.from_json takes it;
          several: an array of articles, each with a field "file" more
  jsonl   one article a line, each with a field "file" more

Files are web pages or plain text. A file is a web page, in any encoding, if its name ends in .html
or .htm or if it begins with <!doctype html> or <html>; the text format says so in a line above the
article. Web pages need the extra: pip install 'runews[html]'. Plain text is in UTF-8. A file that
cannot be read gets one line on standard error, and the others are still parsed.

exit codes:
  0  all files were parsed
  1  some file was not
  2  wrong usage
"""

_STDIN = "-"
_PAGE_ENDINGS = (".html", ".htm")
# How many bytes of a file tell whether it is a web page.
_OPENING = 4096
_FAILED, _INTERRUPTED, _CLOSED_PIPE = 1, 128 + signal.SIGINT, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments after the program's name; the process's own by default.

    Returns:
        The exit code.
    """
    options = _arguments().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal of another encoding shows an escape; it is no reason to lose the article.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        failed = _parse(options.files, _WRITERS[options.format])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        # What is still in the buffer must not be tried, and fail, once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return _CLOSED_PIPE
        _complain(f"cannot write: {_reason(error)}")
        return _FAILED
    except RunewsError as error:
        _complain(str(error))
        return _FAILED
    return _FAILED if failed else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="runews",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"runews {version('runews')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    parse = commands.add_parser(
        "parse",
        help="parse articles and print what they hold",
        description="Parse Russian news articles and print what they hold.",
        epilog=_PARSE_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a text file in UTF-8 or a web page; - for standard input",
    )
    parse.add_argument(
        "-f", "--format", choices=tuple(_WRITERS), default="text", help="default: %(default)s"
    )
    return parser


class _Files:
    """Articles of files, one at a time; a file that fails is complained of and counted."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.failed = 0
        self.is_page = False
        """Whether the file that was read last is a web page."""

    def __iter__(self) -> Iterator[tuple[str, Article]]:
        # The models are worth loading only once the usage is known to be right.
        from runews.parser import parse_article, parse_html

        for name in self.names:
            try:
                raw = _read(name)
                self.is_page = _is_page(name, raw)
                # A mark of byte order is the encoding's signature and no part of the text.
                article = (
                    parse_html(raw) if self.is_page else parse_article(raw.decode("utf-8-sig"))
                )
            except (OSError, UnicodeDecodeError, InputError, ExtraMissingError) as error:
                self.failed += 1
                _complain(f"{name}: {_reason(error)}")
            else:
                yield name, article


def _parse(names: Sequence[str], write: Callable[[_Files], Iterable[str]]) -> int:
    files = _Files(names)
    for piece in write(files):
        sys.stdout.write(piece)
        # Whoever follows the output sees an article as soon as it is there.
        sys.stdout.flush()
    return files.failed


def _read(name: str) -> bytes:
    if name == _STDIN and sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()


def _is_page(name: str, raw: bytes) -> bool:
    """Whether a file is a web page, by its name or by its beginning."""
    return name.lower().endswith(_PAGE_ENDINGS) or looks_like_html(decode_page(raw[:_OPENING]))


def _reason(error: OSError | UnicodeDecodeError | RunewsError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a directory, not a file"
    if isinstance(error, UnicodeDecodeError):
        return (
            f"not UTF-8 (byte 0x{error.object[error.start]:02x} at offset {error.start}); "
            "convert it, as with: iconv -f CP1251 -t UTF-8"
        )
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)


def _complain(message: str) -> None:
    from runews.render import visible

    print(f"runews: {visible(message)}", file=sys.stderr)


def _write_text(files: _Files) -> Iterator[str]:
    from runews.render import render_text, visible

    width = shutil.get_terminal_size().columns
    for number, (name, article) in enumerate(files):
        if files.is_page:
            yield "\n" * (number > 0) + f"==> {visible(name)} (web page) <==\n"
        elif len(files.names) > 1:
            yield "\n" * (number > 0) + f"==> {visible(name)} <==\n"
        yield render_text(article, width=width)


def _write_json(files: _Files) -> Iterator[str]:
    if len(files.names) == 1:
        for _, article in files:
            yield _json(article.to_dict(), indent=2) + "\n"
        return
    before = "["
    for row in _rows(files):
        yield f"{before}\n{_json(row, indent=2)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _write_jsonl(files: _Files) -> Iterator[str]:
    for row in _rows(files):
        yield _json(row, indent=None) + "\n"


def _rows(files: _Files) -> Iterator[dict[str, Any]]:
    for name, article in files:
        yield {"file": name, **article.to_dict()}


def _json(data: dict[str, Any], *, indent: int | None) -> str:
    """JSON that standard output can encode: Cyrillic as it is, or escaped where it must be."""
    from runews.serialize import dumps

    found = dumps(data, indent=indent)
    try:
        found.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent)
    return found


_WRITERS: dict[str, Callable[[_Files], Iterable[str]]] = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
