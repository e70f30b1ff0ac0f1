"""Whether a line has a finite verb, by the endings of its words.

In flows a line; out flows a yes or no that is right often enough to tell a photo's caption from a
sentence. Structure is read before the language models, so the models cannot be asked.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from runews.lexicons import load_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["has_finite_verb"]


@attrs.frozen
class _Word:
    word: str
    verb: str = attrs.field(validator=attrs.validators.in_(("yes", "no")))


_TOKEN = re.compile(r"\b[а-яё]{3,}\b")
_VERB = re.compile(
    r"[а-яё]{2,}(?:"
    r"[аеиоуыяё]л(?:[аои]|ся|ась|ось|ись)?|"  # заявил, прошла, оказались
    r"[аеуюя]ет(?:ся)?|[аеуюя]ют(?:ся)?|[иуюая]тся|[жшщчрн]ит|"  # требует, делают, находится
    r"ован[аоы]?|щен[аоы]?"  # арестован, запрещены
    r")"
)
_NOUN_ENDING = re.compile(r".*(?:тели|ости|аль|ель)")


@cache
def _known() -> Mapping[str, bool]:
    return MappingProxyType(
        {row.word: row.verb == "yes" for row in load_table("verb_shapes", _Word)}
    )


def has_finite_verb(line: str) -> bool:
    """Whether a line seems to have a finite verb.

    Args:
        line: The line; words with a capital are taken for names.

    Returns:
        ``True`` where one of its words looks like a finite verb.

    Example:
        >>> has_finite_verb("Вид на город с воздуха"), has_finite_verb("Суд отпустил журналиста")
        (False, True)
    """
    for word in _TOKEN.findall(line):
        known = _known().get(word)
        if known is None:
            known = _VERB.fullmatch(word) is not None and not _NOUN_ENDING.fullmatch(word)
        if known:
            return True
    return False
