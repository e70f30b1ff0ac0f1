"""What the names of classes tell about the parts of a page: furniture, comments, captions, decks.

In flow the attributes ``class`` and ``id`` of an element; out flow the roles that the lexicon
``page_parts.tsv`` gives to the words in them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from runews.lexicons import load_table

__all__ = ["roles_of"]

_ROLES = ("furniture", "comments", "embed", "hidden", "caption", "deck", "lead")


@attrs.frozen
class _Part:
    words: str
    role: str = attrs.field(validator=attrs.validators.in_(_ROLES))
    example: str

    def __attrs_post_init__(self) -> None:
        if f" {self.words} " not in _folded(self.example):
            raise ValueError(f"the example {self.example!r} does not have {self.words!r}")


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9\s]+")
# A class attribute longer than this is no name of anything.
_MAX_NAMES = 500


@lru_cache(maxsize=4096)
def roles_of(names: str) -> frozenset[str]:
    """The roles that an element's names give it.

    Args:
        names: The values of ``class`` and ``id``, separated by white space.

    Returns:
        Roles of the lexicon; empty where no word of it is among the names.

    Example:
        >>> sorted(roles_of("article__photo-caption")), sorted(roles_of("readAlso js-block"))
        (['caption'], ['furniture'])
        >>> sorted(roles_of("article__text"))
        []
    """
    roles, pattern = _lexicon()
    return frozenset(roles[words] for words in pattern.findall(_folded(names[:_MAX_NAMES])))


@cache
def _lexicon() -> tuple[dict[str, str], re.Pattern[str]]:
    roles = {part.words: part.role for part in load_table("page_parts", _Part)}
    longest_first = sorted(roles, key=lambda words: (-len(words), words))
    return roles, re.compile(f"(?<= )(?:{'|'.join(map(re.escape, longest_first))})(?= )")


def _folded(names: str) -> str:
    """Names as words: «js-readAlso article__text» as « js read also   article text »."""
    split = (_BETWEEN_WORDS.sub(" ", _CAMEL.sub(" ", name).lower()) for name in names.split())
    # Two spaces part names, so that no phrase of the lexicon runs from one into the next.
    return f" {'  '.join(split)} "
