"""The documentation: its examples run, its reference is complete, the docstrings tell all."""

from __future__ import annotations

import doctest
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import runews
from runews import cli
from runews.cli.arguments import SHELLS
from runews.cli.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))

_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_FLAGS = doctest.ELLIPSIS | doctest.REPORT_NDIFF

CLASSES = [v for v in map(runews.__dict__.get, runews.__all__) if isinstance(v, type)]
FUNCTIONS = [v for v in map(runews.__dict__.get, runews.__all__) if inspect.isfunction(v)]
RESULTS = [kind for kind in CLASSES if attrs.has(kind)]
#: The classes that make up an article's JSON, by their headings on its page.
WRITTEN = [kind for kind in RESULTS if kind is not runews.Explanation]


@cache
def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def blocks(name: str, language: str) -> Iterator[tuple[int, str]]:
    """The code blocks of a page in a language, with the number of the line before each."""
    for match in _FENCE.finditer(page(name)):
        if match[2] == language:
            indent = len(match[1])
            lines = [line[indent:] for line in match[3].splitlines(keepends=True)]
            yield page(name).count("\n", 0, match.start()) + 1, "".join(lines)


def pages_with(language: str) -> list[str]:
    return [name for name in PAGES if any(blocks(name, language))]


@pytest.fixture
def in_docs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("in_docs")
@pytest.mark.parametrize("name", pages_with("pycon"))
def test_the_examples_of_a_page_give_what_they_show(name: str) -> None:
    # One name space for all blocks of a page: a reader goes through it from top to bottom.
    parser = doctest.DocTestParser()
    examples = []
    for line, source in blocks(name, "pycon"):
        for example in parser.get_examples(source, name):
            example.lineno += line
            examples.append(example)
    test = doctest.DocTest(examples, {}, name, str(DOCS / name), 0, page(name))
    report: list[str] = []
    result = doctest.DocTestRunner(optionflags=_FLAGS).run(test, out=report.append)
    assert not result.failed, "".join(report)
    assert result.attempted


def commands(name: str) -> list[tuple[str, str]]:
    """The ``runews`` commands of a page, and what the page shows of their output."""
    found = []
    for _, source in blocks(name, "console"):
        for part in re.split(r"^\$ ", source, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("runews ") and "…" not in command:
                found.append((command, output))
    return found


@pytest.fixture
def beside_articles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that has the articles as `docs` has them, for commands that write."""
    shutil.copytree(DOCS / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("beside_articles")
@pytest.mark.parametrize(
    ("command", "shown"), [pair for name in pages_with("console") for pair in commands(name)]
)
def test_the_commands_print_what_they_show(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call, redirected, _ = command.partition(" > ")
    cli.main(shlex.split(call)[1:])
    printed = capsys.readouterr()
    assert (printed.err if redirected else printed.out) == shown


def test_the_script_for_a_folder_runs(tmp_path: Path) -> None:
    [shown] = re.findall(r"^\$ python howto/folder\.py .*\n(.*)$", page("howto/many.md"), re.M)
    output = tmp_path / "articles.jsonl"
    printed = subprocess.check_output(
        [sys.executable, "howto/folder.py", "articles", output],
        cwd=DOCS,
        env={**os.environ, "PYTHONUTF8": "1"},
        encoding="utf-8",
    )
    assert printed.strip() == shown
    lines = output.read_text("utf-8").splitlines()
    assert [runews.Article.from_json(line).text for line in lines] == [
        path.read_text("utf-8") for path in sorted((DOCS / "articles").glob("*.txt"))
    ]


def test_the_tutorial_has_the_same_examples_in_both_languages() -> None:
    for language in ("pycon", "console"):
        english, russian = (
            [source for _, source in blocks(name, language)]
            for name in ("tutorial.md", "ru/tutorial.md")
        )
        assert english == russian
    pages = [page(name) for name in ("tutorial.md", "ru/tutorial.md")]
    assert len({len(re.findall(r"^## ", text, re.MULTILINE)) for text in pages}) == 1


def test_the_glossary_has_the_same_terms_in_both_languages() -> None:
    english, russian = (
        re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", page(name), re.MULTILINE)[2:]
        for name in ("glossary.md", "ru/glossary.md")
    )
    assert english == sorted(english)
    assert russian == sorted(russian, key=lambda row: row[0].lower().replace("ё", "е"))
    assert sorted((term, same) for same, term in russian) == english


def test_the_thresholds_follow_from_the_measured_bands() -> None:
    bands = re.findall(
        r"^(\d\.\d\d) to \d\.\d\d +(\d+) +(\d+) ",
        page("explanation/constructions.md"),
        re.MULTILINE,
    )
    table = dict(
        re.findall(r"^\| (\d\.\d\d) \| (.*) \|$", page("howto/confidence.md"), re.MULTILINE)
    )
    found = sum(int(right) for _, _, right in bands)
    expected = {}
    for number, (start, _, _) in enumerate(bands):
        quotes = sum(int(count) for _, count, _ in bands[number:])
        right = sum(int(count) for _, _, count in bands[number:])
        expected[start] = f"{quotes} | {right / quotes:.1%} | {right / found:.1%}".replace("%", "")
    assert table == expected


def test_every_public_name_stands_in_the_reference_once() -> None:
    reference = "".join(page(name) for name in PAGES if name.startswith("reference/"))
    found = re.findall(r"^\.\. auto\w+:: (\w+)$", reference, re.MULTILINE)
    assert sorted(found) == sorted(runews.__all__)


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_json_page_has_every_field(kind: type[attrs.AttrsInstance]) -> None:
    sections = dict(
        re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page("reference/json.md"), re.M | re.S)
    )
    section = sections[kind.__name__]
    first_cells = re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)
    listed = re.findall(r"`(\w+)`", " ".join(first_cells))
    version = ["version"] if kind is runews.Article else []
    assert listed == version + [field.name for field in attrs.fields(kind)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Paragraph", runews.ParagraphKind),
        ("Entity", runews.EntityType),
        ("Mention", runews.MentionKind),
        ("Quote", runews.QuoteKind),
    ],
)
def test_the_json_page_has_every_word_of_the_enums(heading: str, kind: Any) -> None:
    [section] = re.findall(
        rf"^## {heading}\n(.*?)(?=^## |\Z)", page("reference/json.md"), re.MULTILINE | re.DOTALL
    )
    assert ", ".join(f"`{member.value}`" for member in kind) in section


def test_the_command_line_page_has_every_option_and_format(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for arguments in (["--help"], ["parse", "--help"], ["show", "--help"]):
        with pytest.raises(SystemExit):
            cli.main(arguments)
    usage = capsys.readouterr().out
    lines = re.findall(r"^  (-.*)", usage, re.MULTILINE)
    options = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(lines))
    for name in (*options, *FORMATS, *SHELLS):
        assert f"`{name}`" in page("reference/cli.md")


@pytest.mark.parametrize("kind", [k for k in CLASSES if issubclass(k, Exception)])
def test_the_errors_page_draws_the_hierarchy(kind: type[Exception]) -> None:
    [built_in] = [b for b in (*kind.__mro__, Exception) if b.__module__ == "builtins"][:1]
    drawn = re.search(rf"{kind.__name__} +\((\w+)\)$", page("reference/errors.md"), re.MULTILINE)
    assert (drawn[1] if drawn else "Exception") == built_in.__name__


def test_what_the_pages_name_exists() -> None:
    for name in PAGES:
        for role, target in re.findall(r"\{py:(\w+)\}`(?:[^`<]*<|~)([\w.]+)>?`", page(name)):
            found: object = runews
            for part in target.split(".")[1:]:
                found = getattr(found, part)
            assert (role == "class") is isinstance(found, type), target
        assert page(name).count("{py:") == len(
            re.findall(r"\{py:\w+\}`(?:[^`<]*<|~)runews\.", page(name))
        )


def test_every_page_is_reachable() -> None:
    for name in PAGES:
        if name == "index.md":
            continue
        folder, _, file = name.rpartition("/")
        candidates = [f"{folder}/index.md" if folder and file != "index.md" else "index.md"]
        entry = (
            file.removesuffix(".md") if folder and file != "index.md" else name.removesuffix(".md")
        )
        assert any(
            re.search(rf"^{re.escape(entry)}$", page(index), re.MULTILINE) for index in candidates
        ), name


def public_callables() -> Iterator[tuple[str, Callable[..., object]]]:
    """The functions, and the methods that public classes define themselves."""
    for function in FUNCTIONS:
        yield function.__name__, function
    for kind in CLASSES:
        for name, member in vars(kind).items():
            method = member.__func__ if isinstance(member, classmethod) else member
            if not name.startswith("_") and inspect.isfunction(method):
                yield f"{kind.__name__}.{name}", method


@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_tells_what_it_is_and_its_fields(kind: type) -> None:
    documented = inspect.getdoc(kind)
    assert documented
    if attrs.has(kind):
        assert argument_names(documented) == [field.name for field in attrs.fields(kind)]
    elif kind is runews.Parser:
        assert argument_names(documented) == list(inspect.signature(kind).parameters)


@pytest.mark.parametrize(("name", "function"), list(public_callables()))
def test_a_function_tells_its_arguments_and_result(
    name: str, function: Callable[..., object]
) -> None:
    documented = inspect.getdoc(function)
    assert documented, name
    if "are those of `parse_article`" in documented:
        mine = inspect.signature(function).parameters
        assert [p for p in mine if p != "self"] == list(
            inspect.signature(runews.parse_article).parameters
        )
        return
    signature = inspect.signature(function)
    arguments = [p for p in signature.parameters if p not in ("self", "cls")]
    assert argument_names(documented) == arguments
    assert re.search(r"^(Returns|Yields):$", documented, re.MULTILINE)
    raises = "raise " in inspect.getsource(function)
    assert not raises or re.search(r"^Raises:$", documented, re.MULTILINE)


def argument_names(documented: str) -> list[str]:
    """The names under ``Args:`` of a docstring."""
    section = re.search(r"^Args:\n((?:    .*\n?|\n)*)", documented, re.MULTILINE)
    return re.findall(r"^    (\w+):", section[1], re.MULTILINE) if section else []
