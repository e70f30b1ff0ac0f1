"""What a call may say: commands, options, and the help that teaches them.

In flow nothing but the version; out flows the parser of arguments.
"""

from __future__ import annotations

import argparse
from importlib.metadata import version

from runews.batch.stream import BATCH_SIZE
from runews.cli.formats import FORMATS

__all__ = ["SHELLS", "argument_parser"]

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
_INPUT_FORMATS = ("auto", "text", "html", "jsonl", "parquet")

_DESCRIPTION = "Read Russian news articles: who said what, in whose words, through which outlet."

_EPILOG = """\
examples:
  runews parse article.txt                    print the article's quotes for a reader
  runews show article.txt                     look at it in the browser
  runews parse article.txt --format json      one JSON document, all that was found
  runews parse news/ -o news.jsonl            a folder of texts and web pages, a line for each
  runews parse news/ -o quotes.csv            a table of all quotes, one in each row
  runews parse dump.jsonl -o out.jsonl --workers auto --resume
                                              an archive on all cores; run it again to go on
  curl -s https://example.org/a.txt | runews parse -

"runews parse --help" tells more.
"""

_PARSE_EPILOG = """\
examples:
  runews parse a.txt page.html                      two articles, for reading
  runews parse news/ --format jsonl | head -n 3     the first three of a folder
  runews parse dump.jsonl --text-field body -o out.jsonl
  runews parse dump.parquet -o out.parquet --workers 4
  runews parse dump.parquet -o out/ --resume        part files; a killed run goes on

input:
  *.txt, *.html     one article; a file with another ending is a web page if it begins with
                    <!doctype html> or <html>, and plain text in UTF-8 if it does not
  *.jsonl           one article a line, as an object with its text in the field "text"
  *.parquet         one article a row, its text in the column "text"
  a folder          its files *.txt, *.html and *.htm, and those of the folders in it
  -                 standard input, one article unless --input-format is jsonl

  The fields url, headline, published, agency and authors of a row are taken as known, and id is
  passed on. *.jsonl.gz is read, too. Web pages need the extra html, Parquet the extra arrow:
  pip install 'runews[html,arrow]'.

output:
  text      for reading: metadata, then each quote with speaker, cue, medium and kind
  json      one article: as Article.from_json takes it; several: an array
  jsonl     one article a line
  csv       a table of quotes, one in each row
  html      one page to look at, that needs nothing else
  parquet   one article a row; with an --output that ends in / part files of 2048 articles

  Where there may be several articles, each has a field "file" more, and "row" and "id" if it comes
  from a row. What cannot be parsed gets one line on standard error, and the others are still
  parsed.

exit codes:
  0  all articles were parsed
  1  some were not, or the output could not be written
  2  wrong usage
"""

_SHOW_EPILOG = """\
examples:
  runews show article.txt
  runews show page.html --output page-marked.html --no-open
"""

_COMPLETION_EPILOG = """\
examples:
  runews completion bash >> ~/.bashrc
  runews completion zsh  >> ~/.zshrc
  runews completion fish > ~/.config/fish/completions/runews.fish

It needs the extra cli: pip install 'runews[cli]'.
"""


def argument_parser() -> argparse.ArgumentParser:
    """The parser of arguments.

    Returns:
        A parser whose result has the field ``command``.
    """
    parser = argparse.ArgumentParser(
        prog="runews",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"runews {version('runews')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_parse(_added(commands, "parse", "parse articles and write what they hold", _PARSE_EPILOG))
    _add_show(_added(commands, "show", "show one article in the browser", _SHOW_EPILOG))
    _added(commands, "schema", "print the JSON Schema of an article", "")
    completion = _added(
        commands, "completion", "print what makes a shell complete runews", _COMPLETION_EPILOG
    )
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    return parser


def _added(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    epilog: str,
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_parse(parse: argparse.ArgumentParser) -> None:
    parse.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input"
    )
    reading = parse.add_argument_group("input")
    reading.add_argument(
        "--input-format",
        choices=_INPUT_FORMATS,
        default="auto",
        metavar="FORMAT",
        help=f"{', '.join(_INPUT_FORMATS)} (default: auto, by the ending)",
    )
    reading.add_argument(
        "--text-field",
        default="text",
        metavar="NAME",
        help="the field or column with the text (default: text)",
    )
    reading.add_argument(
        "--text-only", action="store_true", help="take nothing but the text from a row"
    )
    writing = parse.add_argument_group("output")
    writing.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: by the ending of the output, else text)",
    )
    writing.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="where to write; standard output if not given; a folder for Parquet part files",
    )
    writing.add_argument(
        "--resume",
        action="store_true",
        help="leave out what the output holds already, and write behind it",
    )
    writing.add_argument(
        "--errors",
        choices=("report", "keep"),
        default="report",
        help="whether an article that fails gets a row with its error, too (default: report)",
    )
    writing.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours in the text format (default: auto, on a terminal)",
    )
    work = parse.add_argument_group("work")
    work.add_argument(
        "-j",
        "--workers",
        type=_workers,
        default=1,
        metavar="N",
        help="processes to parse in; 0 or auto for as many as there are cores (default: 1)",
    )
    work.add_argument(
        "--batch-size",
        type=_positive,
        default=BATCH_SIZE,
        metavar="N",
        help="articles that are parsed together (default: %(default)s)",
    )
    work.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        help="a bar on standard error (default: where that is a terminal)",
    )


def _add_show(show: argparse.ArgumentParser) -> None:
    show.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    show.add_argument(
        "--input-format",
        choices=("auto", "text", "html"),
        default="auto",
        help="what the file is (default: auto)",
    )
    show.add_argument("-o", "--output", metavar="FILE", help="the page (default: a temporary file)")
    show.add_argument(
        "--no-open", dest="open", action="store_false", help="write the page and open no browser"
    )


def _workers(value: str) -> int:
    return 0 if value in ("auto", "0") else _positive(value)


def _positive(value: str) -> int:
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of at least 1")
    return number
