"""Roles that stand before a name: «министр финансов [Скотт Бессент]».

In flow a person's name; out flow roles in text order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.role_nouns import is_kin, is_person_noun, is_post
from runews.entities.role_spans import (
    MODIFIERS,
    STOPS,
    Role,
    acting_edge,
    cases_of,
    opening_of,
    roles_of_heads,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.entities.names import Name
    from runews.language.tokens import Token

__all__ = ["before_name"]

_LONGEST = 16
_CONJUNCTIONS = {"и", "а", "также", "ныне", "позже", "затем", "впоследствии", "одновременно"}


def before_name(name: Name, persons: set[int], gender: str | None) -> Iterator[Role]:
    """«министр финансов США [Скотт Бессент]», «основатель и глава компании [Илон Маск]».

    Args:
        name: The name.
        persons: Indices of the sentence's tokens that belong to persons' names.
        gender: The person's gender, ``None`` where nothing tells.

    Yields:
        Roles in text order.
    """
    tokens = name.sentence.tokens
    cases = cases_of(name)
    above = _above(name)
    last = name.first - 1
    if last > 0 and tokens[last].text == "," and _is_apposed(tokens, above, cases, persons):
        last -= 1
    walk = _Walk(name, cases, above, gender, persons)
    at = last
    while at >= 0 and name.first - at <= _LONGEST and not walk.stopped:
        opening = opening_of(tokens, at)
        if opening is not None and _is_aside(tokens, opening, at, persons):
            at = opening - 1
            continue
        if _ends_walk(tokens, at, cases, persons, walk):
            break
        if at not in persons:
            walk.see(at)
        at -= 1
    heads = walk.heads
    if walk.is_doubtful():
        return
    if heads and not is_post(tokens[heads[-1]]):
        heads.pop()
    yield from roles_of_heads(name.sentence, sorted(heads), last)


class _Walk:
    """The nouns found so far on the way to the left of a name."""

    def __init__(
        self, name: Name, cases: set[str], above: int, gender: str | None, persons: set[int]
    ) -> None:
        self._tokens = name.sentence.tokens
        self._persons = persons
        self._name = name.first
        self._cases = cases
        self._above = above
        self._gender = gender
        self._weak = False
        self._titles = 0
        self.heads: list[int] = []
        self.stopped = False

    def see(self, at: int) -> None:
        """Look at the token at a place: a noun for a person may head a role."""
        token = self._tokens[at]
        agrees = token.case in self._cases or acting_edge(self._tokens, at) is not None
        if not (agrees or at == self._above) or not is_person_noun(token):
            return
        if not agrees and self.heads and not self._is_owned_by_another(at):
            return
        if self.heads and not _joins(self._tokens, at, self.heads[-1]):
            if is_kin(token):
                if self._is_relatives():
                    self.heads = []
                self.stopped = True
                return
            if self._is_title(at):
                self._titles = len(self.heads)
                self.heads.append(at)
                return
            nested = at == self._above or (self._cases & {"Gen", "Acc"} and is_post(token))
            if not (self._weak or nested) or _behind_preposition(self._tokens, self.heads[-1]):
                self.stopped = True
                return
            del self.heads[self._titles :]
        self.heads.append(at)
        self._weak = not agrees
        if not is_post(token) and not (at and self._tokens[at - 1].lower == "и"):
            self.stopped = True

    def _is_owned_by_another(self, left: int) -> bool:
        """Whether the nearest role is that of a name in between.

        «пресс-секретарю президента Билла Клинтона (Джо Локхарту)».
        """
        between = range(self.heads[-1] + 1, self._name)
        return _governs_next(self._tokens, left, self.heads[-1]) and any(
            i in self._persons for i in between
        )

    def _is_title(self, left: int) -> bool:
        """Whether the nearest noun is a title of its own: «главы штаба генерала (Серова)»."""
        right = self.heads[-1]
        between = self._tokens[left + 1 : right]
        return (
            right + 1 == self._name
            and is_post(self._tokens[left])
            and any(t.pos in ("NOUN", "PROPN") for t in between)
            and self._tokens[right].case == self._tokens[left].case
        )

    def is_doubtful(self) -> bool:
        """Whether neither case nor gender agrees: «дочь поэта и актёра (Мария Серова)»."""
        if not (self.heads and self._weak):
            return False
        return self._gender == "Fem" and self._tokens[self.heads[-1]].gender == "Masc"

    def governed_before(self, at: int) -> bool:
        """Whether the noun that the name explains lies farther left, in a case of its own."""
        return 0 <= self._above < at and self._tokens[self._above].case not in self._cases

    def _is_relatives(self) -> bool:
        """Whether the nearest role is not the name's: «дочь президента (Иванку Трамп)»."""
        return self._weak or (
            self._gender == "Fem"
            and self._tokens[self.heads[-1]].gender == "Masc"
            and self.heads[-1] + 1 != self._name
        )


def _ends_walk(
    tokens: Sequence[Token], at: int, cases: set[str], persons: set[int], walk: _Walk
) -> bool:
    token = tokens[at]
    if token.text in STOPS:
        return not (token.text == "," and _is_listed(tokens, at, cases, walk.heads))
    if token.verb_form in ("Fin", "Inf", "Conv") or token.pos == "PRON":
        return True
    if at in persons:
        # «пресс-секретарю президента Билла Клинтона (Джо Локхарту)»: the tree knows whose it is.
        return token.case in cases and (bool(walk.heads) or not walk.governed_before(at))
    if token.pos in ("CCONJ", "SCONJ"):
        if walk.heads:
            return token.lower not in _CONJUNCTIONS
        return not (token.lower == "и" and _joins_complements(tokens, at, persons))
    return False


def _joins_complements(tokens: Sequence[Token], at: int, persons: set[int]) -> bool:
    """Whether «и» stands inside what a role governs: «министр образования и науки (Серов)»."""
    if not at or at + 1 >= len(tokens) or at + 1 in persons or at - 1 in persons:
        return False
    right = tokens[at + 1 : at + 3]
    return tokens[at - 1].case is not None and tokens[at - 1].case in {t.case for t in right}


def _is_aside(tokens: Sequence[Token], opening: int, closing: int, persons: set[int]) -> bool:
    """Whether brackets or quotation marks hold nothing for the role.

    «Фонда борьбы с коррупцией (ФБК)», «радиостанции «Говорит Москва»».
    """
    inside = range(opening + 1, closing)
    if any(i in persons for i in inside):
        return False
    return tokens[closing].text == ")" or any(tokens[i].verb_form for i in inside)


def _is_listed(tokens: Sequence[Token], comma: int, cases: set[str], heads: Sequence[int]) -> bool:
    """Whether a comma parts two roles of one person: «музыкант, (пианист)».

    The left one is a single word, or the tree joins the two: «вице-президента банка, а ныне
    (члена совета)».
    """
    if not heads or not comma:
        return False
    before = tokens[comma - 1]
    if before.case in cases and is_person_noun(before) and is_post(before):
        return True
    right = tokens[heads[-1]]
    if right.rel not in ("conj", "appos") or not comma - _LONGEST < right.head < comma:
        return False
    left = tokens[right.head]
    return left.case in cases and is_person_noun(left) and is_post(left)


def _is_apposed(tokens: Sequence[Token], above: int, cases: set[str], persons: set[int]) -> bool:
    """Whether a name behind a comma explains a role: «боксёр, чемпион мира, (Иван Серов)»."""
    if above < 0 or above in persons:
        return False
    noun = tokens[above]
    return noun.case in cases and is_person_noun(noun) and is_post(noun)


def _above(name: Name) -> int:
    """Index of the word that the name is an apposition to, -1 for none or one behind it."""
    inside = {t.index for t in name.tokens}
    for token in name.tokens:
        if token.head not in inside:
            apposed = token.rel in ("appos", "flat", "flat:name") and token.head < name.first
            return token.head if apposed else -1
    return -1


def _joins(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether «и» or a comma joins two heads.

    «основатель и (бывший) глава», «музыкант, пианист».
    """
    between = tokens[left + 1 : right]
    return any(t.lower in ("и", ",") for t in between)


def _governs_next(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether a noun has the next one as its complement: «пресс-секретарю президента»."""
    return tokens[right].case == "Gen" and not _joins(tokens, left, right)


def _behind_preposition(tokens: Sequence[Token], head: int) -> bool:
    """Whether a preposition governs a head: «на брифинге с (главным менеджером)»."""
    at = head - 1
    while at >= 0 and tokens[at].pos in MODIFIERS:
        at -= 1
    return at >= 0 and tokens[at].pos == "ADP"
