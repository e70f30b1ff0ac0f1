"""The exceptions: one base, a built-in twin for each, messages that say what to do."""

from __future__ import annotations

import pickle

import pytest

import runews
from runews import errors

HIERARCHY = {
    "InputError": (runews.RunewsError,),
    "NotTextError": (runews.InputError, TypeError),
    "TextTooLongError": (runews.InputError, ValueError),
    "NoArticleError": (runews.InputError, ValueError),
    "ExtraMissingError": (runews.RunewsError, ImportError),
    "NotFoundError": (runews.RunewsError, KeyError),
    "SerializationError": (runews.RunewsError, ValueError),
    "OptionError": (runews.RunewsError, ValueError),
    "WorkerError": (runews.RunewsError, RuntimeError),
    "LexiconError": (runews.RunewsError, ValueError),
    "ModelError": (runews.RunewsError, RuntimeError),
}


def test_every_error_is_exported_and_drawn() -> None:
    assert set(errors.__all__) == {"RunewsError", *HIERARCHY}
    for name in errors.__all__:
        assert getattr(runews, name) is getattr(errors, name)
        assert name in (errors.__doc__ or "")


@pytest.mark.parametrize(("name", "bases"), HIERARCHY.items())
def test_an_error_is_of_ours_and_of_a_built_in_kind(
    name: str, bases: tuple[type[Exception], ...]
) -> None:
    assert getattr(errors, name).__bases__ == bases


@pytest.mark.parametrize("name", errors.__all__)
def test_an_error_shows_its_message_and_survives_pickling(name: str) -> None:
    error = getattr(errors, name)("что делать")
    assert str(error) == "что делать"
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own pickle
    assert type(twin) is type(error)
    assert str(twin) == str(error)


def test_a_not_found_error_without_a_message_shows_nothing() -> None:
    assert str(runews.NotFoundError()) == ""


@pytest.mark.parametrize("text", [None, 5, ["Да."]])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(runews.NotTextError, match="is a str, not"):
        runews.parse_article(text)  # type: ignore[arg-type] # that it is an error is the test


@pytest.mark.parametrize("text", [b"\xd0\x94", bytearray(b"a")])
def test_bytes_are_refused_with_a_hint(text: bytes | bytearray) -> None:
    with pytest.raises(TypeError, match="decode bytes first"):
        runews.parse_article(text)  # type: ignore[arg-type] # that it is an error is the test


def test_a_text_over_the_limit_is_refused_and_one_at_the_limit_is_not() -> None:
    parser = runews.Parser(max_chars=3)
    assert parser.parse("Да.").text == "Да."
    with pytest.raises(runews.TextTooLongError, match=r"has 4 characters, the limit is 3.*Parser"):
        parser.parse("Нет.")
