"""``runews show``: one article as a page in the browser.

In flows a file; out flow a page of HTML, in a file, and its name on standard output.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from runews.cli.console import WriteError, complain
from runews.cli.files import item_of_file
from runews.cli.inputs import kind_of
from runews.errors import InputError

if TYPE_CHECKING:
    import argparse

    from runews.batch.reading import Source

__all__ = ["run_show"]


def run_show(options: argparse.Namespace) -> int:
    """Show an article.

    Args:
        options: The parsed arguments.

    Returns:
        How many articles failed.

    Raises:
        WriteError: The page cannot be written.
        RunewsError: The article cannot be parsed.
    """
    item = item_of_file(options.file, kind_of(options.file, options.input_format))
    if item.error is not None:
        raise InputError(f"{item.file}: {item.error}")
    try:
        page = _rendered(item.source)
    except InputError as error:
        raise InputError(f"{item.file}: {error}") from error
    path = _written(page, options.output)
    print(path)
    if options.open:
        import webbrowser

        if not webbrowser.open(path.resolve().as_uri()):
            complain("no browser could be opened: open the page yourself")
    return 0


def _rendered(source: Source) -> str:
    from runews.parser import default_parser
    from runews.view import render_page

    parser = default_parser()
    if source.is_page:
        return render_page(parser.parse_html(source.content))
    found = parser.explain(source.content)
    return render_page(found.article, rules=dict(found.rules))


def _written(page: str, name: str | None) -> Path:
    try:
        if name is None:
            # It stays: the browser reads it after this process has ended.
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", prefix="runews-", suffix=".html", delete=False
            ) as file:
                file.write(page)
            return Path(file.name)
        Path(name).write_text(page, "utf-8")
    except OSError as error:
        raise WriteError(name, error) from error
    return Path(name)
