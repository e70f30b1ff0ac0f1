"""The small change of names: particles, initials, given names that the dictionary lacks.

In flow tokens; out flow verdicts. The words are in `name_particles` and `given_names`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from runews.lexicons import load_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language.tokens import Token

__all__ = ["given_names", "is_initial", "is_particle", "particles"]


@attrs.frozen
class _Particle:
    word: str
    attach: str = attrs.field(validator=attrs.validators.in_(("surname", "patronymic")))
    example: str


@attrs.frozen
class _GivenName:
    name: str
    gender: str = attrs.field(validator=attrs.validators.in_(("Masc", "Fem", "Both")))


@lru_cache(maxsize=1)
def particles() -> dict[str, str]:
    """Small words inside names, lower case, with what they attach to."""
    return {row.word: row.attach for row in load_table("name_particles", _Particle)}


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given names that the dictionary lacks, lower case, with their gender."""
    return {row.name.lower(): row.gender for row in load_table("given_names", _GivenName)}


def is_particle(token: Token) -> bool:
    """Whether a token is a small word that belongs inside a name: «фон», «ибн», «оглы»."""
    return token.lower in particles()


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at a place is an initial: «А» in «А. Б. Иванов», «Дж» in «Дж. Коми».

    Args:
        tokens: The tokens around it.
        at: Its place among them.

    Returns:
        Whether it is a capital (and at most one small letter) with a full stop right behind it.
    """
    token = tokens[at]
    if not (len(token.text) <= 2 and token.text[:1].isupper() and token.text.isalpha()):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.text == "." and after.start == token.stop
