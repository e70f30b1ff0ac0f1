"""The package as it is installed: its names, what importing it costs, what it brings."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import metadata, requires, version
from importlib.resources import files

import pytest

import runews

PUBLIC = [
    "Article", "Attribution", "Cue", "Dateline", "Entity", "EntityType", "Explanation",
    "ExtraMissingError", "InputError", "LexiconError", "Medium", "Mention", "MentionKind",
    "Metadata", "ModelError", "NoArticleError",
    "NotFoundError", "NotTextError", "OptionError", "Paragraph", "ParagraphKind", "Parser",
    "Quote", "QuoteKind", "RunewsError", "Sentence", "SerializationError", "Span", "Speaker",
    "TextTooLongError", "WorkerError", "parse_article", "parse_articles", "parse_html",
]  # fmt: skip


def python(code: str) -> str:
    return subprocess.check_output([sys.executable, "-W", "error", "-c", code], encoding="utf-8")


def test_the_public_names_are_these() -> None:
    assert runews.__all__ == PUBLIC
    for name in PUBLIC:
        assert getattr(runews, name).__doc__


def test_a_star_import_brings_the_public_names_alone() -> None:
    code = "from runews import *; print(*sorted(n for n in dir() if not n.startswith('_')))"
    assert python(code).split() == PUBLIC


def test_importing_loads_no_model_library_and_no_serializer() -> None:
    loaded = set(python("import runews, sys; print(*sys.modules)").split())
    assert "runews.parser" in loaded
    heavy = {"natasha", "slovnet", "navec", "razdel", "pymorphy2", "numpy", "cattrs", "argparse",
             "multiprocessing", "concurrent.futures", "runews.serialize", "trafilatura", "htmldate",
             "lxml"}  # fmt: skip
    assert not loaded & heavy


def test_a_parse_warns_of_nothing_and_needs_no_setuptools() -> None:
    code = (
        "import sys\n"
        "sys.modules['setuptools'] = sys.modules['pkg_resources'] = None\n"
        "import runews\n"
        "print(len(runews.parse_article('Глава МИД Иван Петров заявил, что ждёт.').sentences))"
    )
    assert python(code).split() == ["1"]


def test_types_and_lexicons_are_part_of_the_package() -> None:
    package = files("runews")
    assert package.joinpath("py.typed").is_file()
    assert any(f.name.endswith(".tsv") for f in package.joinpath("lexicons").iterdir())


def test_the_metadata_name_licence_python_and_dependencies() -> None:
    assert version("runews") == "0.1.0"
    assert metadata("runews")["License-Expression"] == "MIT"
    assert metadata("runews")["Requires-Python"] == ">=3.10"
    core = {
        re.split(r"[<>=! ]", requirement)[0]
        for requirement in requires("runews") or ()
        if "extra ==" not in requirement
    }
    assert core == {
        "natasha",
        "slovnet",
        "navec",
        "razdel",
        "numpy",
        "pymorphy2",
        "pymorphy2-dicts-ru",
        "attrs",
        "cattrs",
        "regex",
    }


@pytest.mark.parametrize("module", ["natasha", "slovnet", "navec", "razdel", "pymorphy2", "numpy"])
def test_one_room_alone_imports_the_language_library(module: str) -> None:
    package = files("runews")
    users = []
    folders = [package]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.is_dir():
                folders.append(entry)
            elif entry.name.endswith(".py"):
                lines = entry.read_text("utf-8").splitlines()
                if any(
                    line.strip().startswith(("import " + module, "from " + module))
                    for line in lines
                ):
                    users.append(str(entry))
    assert users
    assert all(user.startswith(str(package / "language" / "backend")) for user in users)
