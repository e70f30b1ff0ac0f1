"""Lines that are not the story: photo credits, bylines, link blocks, sources, notices.

In flows the text of a paragraph; out flows the row of the lexicon that tells what it is, if any.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.lexicons import load_table
from runews.models import ParagraphKind
from runews.structure.names import split_names
from runews.structure.outlets import find_outlet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Phrase", "after_phrase", "phrase_of"]

_ROLES = ("", "author", "published", "updated", "source", "tags", "header")


@attrs.frozen
class Phrase:
    """A row of the lexicon of boilerplate.

    Args:
        phrase: The words, lower case, «е» for «ё».
        kind: What the paragraph is that holds them.
        match: Where they must stand, a key of the table of matchers.
        role: What else the line tells; ``header`` where links follow it.
        example: A line that it is meant for.
    """

    phrase: str
    kind: ParagraphKind = attrs.field(converter=ParagraphKind)
    match: str = attrs.field()
    role: str = attrs.field(validator=attrs.validators.in_(_ROLES))
    example: str

    @match.validator
    def _is_known(self, _attribute: attrs.Attribute[str], value: str) -> None:
        if value not in _MATCHERS:
            raise ValueError(f"no matcher {value!r}; known are {', '.join(_MATCHERS)}")


# What stands between a label and what it labels.
_LABEL_END = re.compile(r"\s*(?::|$)")
_CAPTION_LABEL_END = re.compile(r"\s*(?:[:,/|©]|[-–—]\s|$)")
_WORD_END = re.compile(r"(?!\w)")
_OPENING = re.compile(r"[\s*•▪►→|>«»\"#(\[-]*")
_CLOSING = re.compile(r"[\s.:!)\]]*")
# Longer paragraphs are prose, whatever they begin with; notices may be longer.
_MAX_LINE = 300
_MAX_NOTICE = 800


@attrs.frozen
class _Line:
    """A paragraph made ready: its own text, and the same folded, without what opens the line."""

    text: str
    folded: str
    start: int

    def rest(self, phrase: Phrase) -> str | None:
        """What follows the phrase at the start of the line, in the spelling of the text."""
        if not self.folded.startswith(phrase.phrase):
            return None
        rest = self.text[self.start + len(phrase.phrase) :]
        return rest if _WORD_END.match(rest) or not phrase.phrase[-1].isalnum() else None


def phrase_of(text: str, *, first: bool = False, last: bool = False) -> Phrase | None:
    """The row of the lexicon that tells what a paragraph is.

    Args:
        text: The paragraph.
        first: Whether it stands before the headline.
        last: Whether it stands among the last paragraphs of the article.

    Returns:
        The row, ``None`` where the paragraph is not boilerplate.

    Example:
        >>> phrase_of("Фото: Иван Петров / ТАСС").kind.value
        'caption'
        >>> phrase_of("Фото оказалось подделкой.") is None
        True
    """
    if len(text) > _MAX_NOTICE:
        return None
    line = _line(text)
    elsewhere = (() if first else ("top",)) + (() if last else ("footer",))
    for phrase in _by_opening().get(line.folded[:2], ()):
        if phrase.match not in elsewhere and _MATCHERS[phrase.match](line, phrase):
            return phrase
    for phrase in _inside():
        if phrase.phrase in line.folded and _MATCHERS[phrase.match](line, phrase):
            return phrase
    return None


def after_phrase(text: str, phrase: Phrase) -> str:
    """What a line says after its phrase: «Автор: Иван Петров» → «Иван Петров».

    Args:
        text: The line.
        phrase: The row that `phrase_of` found for it.

    Returns:
        The rest of the line, without the punctuation at its edges.

    Example:
        >>> line = "Автор: Иван Петров"
        >>> after_phrase(line, phrase_of(line))
        'Иван Петров'
    """
    rest = _line(text).rest(phrase)
    return (rest or "").strip(" \t\xa0:-–—|.")


def _line(text: str) -> _Line:
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    folded = text[start:].lower()
    if len(folded) != len(text) - start:
        # Lower case letter by letter, so that offsets stay those of the text.
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text[start:])
    return _Line(text, folded.replace("ё", "е"), start)


def _starts(line: _Line, phrase: Phrase) -> bool:
    return len(line.text) <= _MAX_LINE and line.rest(phrase) is not None


def _is_label(line: _Line, phrase: Phrase) -> bool:
    rest = line.rest(phrase)
    if rest is None or len(line.text) > _MAX_LINE:
        return False
    end = _CAPTION_LABEL_END if phrase.kind is ParagraphKind.CAPTION else _LABEL_END
    return end.match(rest) is not None


def _is_whole(line: _Line, phrase: Phrase) -> bool:
    rest = line.rest(phrase)
    return rest is not None and _CLOSING.fullmatch(rest) is not None


def _names_a_person(line: _Line, phrase: Phrase) -> bool:
    rest = line.rest(phrase)
    return (
        rest is not None and len(line.text) <= _MAX_LINE and bool(split_names(rest.lstrip(" :-–—")))
    )


def _names_an_outlet(line: _Line, phrase: Phrase) -> bool:
    rest = line.rest(phrase)
    return rest is not None and len(rest) <= 60 and find_outlet(rest.strip(" :.")) is not None


def _holds(line: _Line, phrase: Phrase) -> bool:
    return len(line.text) <= _MAX_NOTICE


def _is_notice(line: _Line, phrase: Phrase) -> bool:
    return line.text.isupper() or _is_starred(line, phrase)


def _is_starred(line: _Line, phrase: Phrase) -> bool:
    text = line.text.rstrip(". ")
    return text.startswith("*") or (text[:1], text[-1:]) in (("(", ")"), ("[", "]"))


_MATCHERS: Mapping[str, Callable[[_Line, Phrase], bool]] = MappingProxyType(
    {
        "start": _starts,
        "label": _is_label,
        "whole": _is_whole,
        "name": _names_a_person,
        "outlet": _names_an_outlet,
        "footer": _starts,
        "top": _is_whole,
        "anywhere": _holds,
        "notice": _is_notice,
        "star": _is_starred,
    }
)
_INSIDE = ("anywhere", "notice", "star")


@cache
def _by_opening() -> Mapping[str, tuple[Phrase, ...]]:
    """The rows whose phrase opens the line, by its first two letters, the longest phrase first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(load_table("boilerplate", Phrase), key=lambda p: -len(p.phrase)):
        if phrase.match not in _INSIDE:
            found.setdefault(phrase.phrase[:2], []).append(phrase)
    return MappingProxyType({opening: tuple(rows) for opening, rows in found.items()})


@cache
def _inside() -> tuple[Phrase, ...]:
    return tuple(p for p in load_table("boilerplate", Phrase) if p.match in _INSIDE)
