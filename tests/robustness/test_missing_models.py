"""Models or dictionaries that are missing or damaged: one clear error that says what to reinstall.

Each case runs in a process of its own, with a changed copy of the files in the place of the real
ones, which stay as they are.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import natasha
import pymorphy2_dicts_ru
import pytest

import runews

MODELS = Path(natasha.__file__).parent / "data"
DICTIONARY = Path(pymorphy2_dicts_ru.get_path())
#: Points natasha's constants and the dictionary's path at the copies, then parses.
SCRIPT = """
import sys
from pathlib import Path
models, dictionary = sys.argv[1:]
import natasha
import pymorphy2_dicts_ru
for module in [m for name, m in sys.modules.items() if name.split(".")[0] == "natasha"]:
    for name, value in list(vars(module).items()):
        if name.isupper() and isinstance(value, str) and value.startswith(OLD_MODELS):
            setattr(module, name, models + value[len(OLD_MODELS):])
for loader in (natasha.NewsEmbedding, natasha.NewsMorphTagger, natasha.NewsSyntaxParser,
               natasha.NewsNERTagger):
    loader.__init__.__defaults__ = tuple(
        models + value[len(OLD_MODELS):] if isinstance(value, str) else value
        for value in loader.__init__.__defaults__
    )
pymorphy2_dicts_ru.get_path = lambda: dictionary
import runews
try:
    runews.parse_article("Дождь.")
except runews.ModelError as error:
    assert isinstance(error, RuntimeError)
    print(error)
else:
    print("parsed")
"""


def parse_with(models: Path, dictionary: Path) -> str:
    """What a process says that parses with these files."""
    code = SCRIPT.replace("OLD_MODELS", repr(str(MODELS)))
    run = subprocess.run(
        [sys.executable, "-c", code, str(models), str(dictionary)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MODELS, tmp_path / "models"))


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DICTIONARY, tmp_path / "dictionary"))


def test_the_copies_do_as_well_as_the_originals(models: Path, dictionary: Path) -> None:
    assert parse_with(models, dictionary) == "parsed\n"


@pytest.mark.parametrize("damage", ["missing", "truncated", "empty", "garbage"])
@pytest.mark.parametrize("pattern", ["emb/*", "model/*morph*", "model/*syntax*", "model/*ner*"])
def test_a_damaged_model_names_the_package(
    models: Path, dictionary: Path, pattern: str, damage: str
) -> None:
    (model,) = models.glob(pattern)
    spoil(model, damage)
    said = parse_with(models, dictionary)
    assert "pip install --force-reinstall natasha" in said


@pytest.mark.parametrize("damage", ["missing", "truncated", "empty", "garbage"])
@pytest.mark.parametrize("name", ["meta.json", "words.dawg", "paradigms.array", "suffixes.json"])
def test_a_damaged_dictionary_names_the_package(
    models: Path, dictionary: Path, name: str, damage: str
) -> None:
    spoil(dictionary / name, damage)
    said = parse_with(models, dictionary)
    assert "pymorphy2-dicts-ru" in said


def test_a_missing_dictionary_names_the_package(models: Path, tmp_path: Path) -> None:
    assert "pymorphy2-dicts-ru" in parse_with(models, tmp_path / "nowhere")


def test_a_missing_library_names_the_package() -> None:
    code = (
        "import sys; sys.modules['natasha'] = None\n"
        "import runews\n"
        "try: runews.parse_article('Да.')\n"
        "except runews.ModelError as error: print(error)"
    )
    said = subprocess.check_output([sys.executable, "-c", code], encoding="utf-8")
    assert "pip install --force-reinstall natasha" in said
    assert issubclass(runews.ModelError, RuntimeError)


def spoil(path: Path, damage: str) -> None:
    content = path.read_bytes()
    match damage:
        case "missing":
            path.unlink()
        case "truncated":
            path.write_bytes(content[: len(content) // 2])
        case "empty":
            path.write_bytes(b"")
        case _:
            path.write_bytes(b"\x93garbage" * 100)
