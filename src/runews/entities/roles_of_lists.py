"""Roles that several names share: «актёры [А], [Б] и [В]», «президенты России и США [А] и [Б]».

In flow one of the names; out flow its roles, in the singular.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.role_nouns import is_person_noun, is_post
from runews.entities.role_spans import (
    MODIFIERS,
    STOPS,
    Role,
    cases_of,
    opening_of,
    singular_role,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.entities.names import Name
    from runews.language.tokens import Token

__all__ = ["before_list"]

_LONGEST_OF_LIST = 8
_LONGEST_LIST = 120
_IN_LISTS = {",", "и", "а", "также", "—", "–", "-"}
#: «…, среди которых — (А, Б)», «…, в том числе (А)»: the names stand in a case of their own.
_AMONG = {"среди", "числе", "которых", "том", "в"}


def before_list(name: Name, persons: set[int], gender: str | None) -> Iterator[Role]:
    """«футболисты Александр Кокорин и [Павел Мамаев]»: each of them is one.

    Args:
        name: The name.
        persons: Indices of the sentence's tokens that belong to persons' names.
        gender: The person's gender, ``None`` where nothing tells.

    Yields:
        Roles.
    """
    tokens = name.sentence.tokens
    at, before, among = _list_start(name, persons)
    if at < 0:
        return
    cases = None if among else cases_of(name)
    heads = _plural_heads(tokens, at, cases, persons)
    if not heads:
        return
    after = sum(1 for _ in _names_after(name, persons))
    for number, head in enumerate(sorted(heads)):
        end = at if number == len(heads) - 1 else head
        share = _share(tokens[head + 1 : end + 1], before, before + 1 + after)
        yield singular_role(name.sentence, head, end, share)


def _list_start(name: Name, persons: set[int]) -> tuple[int, int, bool]:
    """Index before a list of names, how many stand before this one, and «среди которых»."""
    tokens = name.sentence.tokens
    at = name.first - 1
    before = 0
    among = False
    while at >= 0 and name.first - at < _LONGEST_LIST:
        token = tokens[at]
        if at in persons:
            before += at - 1 not in persons
        elif (opening := opening_of(tokens, at)) is not None:
            at = opening
        elif token.text == ":" or (
            token.lower in _AMONG and (among or token.lower in ("которых", "числе"))
        ):
            among = True
        elif token.text not in _IN_LISTS:
            origin = _origin(tokens, at, persons)
            if origin is None:
                break
            at = origin
        at -= 1
    return at, before, among


def _origin(tokens: Sequence[Token], at: int, persons: set[int]) -> int | None:
    """Index of «из» in «(Михаил Павлов) из Красноярского края», ``None`` where it is none."""
    for i in range(at, max(at - 3, 0), -1):
        if tokens[i].lower in ("из", "от"):
            return i if i - 1 in persons else None
        if tokens[i].pos not in ("PROPN", "NOUN", "ADJ"):
            return None
    return None


def _plural_heads(
    tokens: Sequence[Token], at: int, cases: set[str] | None, persons: set[int]
) -> list[int]:
    """The plural nouns for persons that end at a place: «писатели и критики», nearest first."""
    heads: list[int] = []
    for i in range(at, max(at - _LONGEST_OF_LIST, -1), -1):
        token = tokens[i]
        if token.text in STOPS or i in persons:
            break
        if is_person_noun(token, plural=True):
            if cases is not None and token.case not in cases:
                break
            if is_post(token):
                heads.append(i)
            if not i or tokens[i - 1].lower != "и":
                break
        elif heads:
            if token.pos not in (*MODIFIERS, "CCONJ"):
                break
        elif token.is_word and token.case not in ("Gen", None) and token.pos != "PROPN":
            break
    return heads


def _names_after(name: Name, persons: set[int]) -> Iterator[int]:
    """First tokens of the names that go on with the list behind a name."""
    tokens = name.sentence.tokens
    at = name.last + 1
    while at < len(tokens) and at - name.last < _LONGEST_LIST:
        if at in persons:
            if at - 1 not in persons:
                yield at
        elif tokens[at].text not in (",", "и"):
            return
        at += 1


def _share(rest: Sequence[Token], number: int, count: int) -> Sequence[Token]:
    """The part of the complements that is for one of several.

    «президенты России и США (Путин) и (Трамп)»: Russia for the first.
    """
    parts: list[list[Token]] = [[]]
    for token in rest:
        if token.lower in ("и", ","):
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1:
        return rest
    return parts[number] if len(parts) == count else ()
