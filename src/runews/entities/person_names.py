"""Persons' names read.

Given name, patronymic, surname and gender out of the tokens, each in the nominative.

In flow the tokens of one name; out flows a `PersonName`. Case and gender are decided for the name
as a whole, by what the dictionary says of each word and by the tagger's reading.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from runews.entities.declension import undecline
from runews.entities.name_words import given_names, is_initial, is_particle, particles
from runews.language.morphology import like_original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.language.morphology import Form, Morphology
    from runews.language.tokens import Token

__all__ = ["NamePart", "PersonName", "read_person"]

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn"}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_OF_NAMES = (("Patr", "patronymic"), ("Name", "given"), ("Surn", "surname"))


@attrs.frozen
class NamePart:
    """One word of a name.

    Args:
        kind: ``given``, ``patronymic``, ``surname``, ``initial`` or ``particle``.
        text: The word in the nominative; an initial with its full stop.
        certain: Whether the dictionary holds the word as a name in this form, rather than a
            paradigm's guess.
    """

    kind: str
    text: str
    certain: bool = False


@attrs.frozen
class PersonName:
    """A person's name in the nominative.

    Args:
        parts: Its words in the article's order.
        gender: ``Masc``, ``Fem`` or ``None`` where the name does not tell.
        case: The case that the name stands in.
    """

    parts: tuple[NamePart, ...]
    gender: str | None = None
    case: str | None = None

    def of(self, kind: str) -> tuple[str, ...]:
        """The words of a kind, in order."""
        return tuple(p.text for p in self.parts if p.kind == kind)

    @property
    def initials(self) -> tuple[str, ...]:
        """First letters of given name and patronymic, as far as known, lower case."""
        parts = (
            p.text[0].lower() for p in self.parts if p.kind in ("given", "patronymic", "initial")
        )
        return tuple(parts)

    @property
    def full(self) -> str:
        """The name as one string.

        Given name, patronymic, surname where the patronymic shows that it is a Russian
        name written surname first, else in the article's order.
        """
        parts = self.parts
        kinds = [p.kind for p in parts]
        if kinds and kinds[0] == "surname" and kinds[-1] in ("patronymic", "initial"):
            at = next(
                i for i, kind in enumerate(kinds) if kind in ("given", "initial", "patronymic")
            )
            parts = (*parts[at:], *parts[:at])
        text = ""
        for part in parts:
            glued = text.endswith("-") or not text
            text += part.text if glued else f" {part.text}"
        return text


@attrs.frozen
class _Reading:
    """One way to read a word: what part of the name it is and its nominative."""

    kind: str
    nominative: str
    score: float
    certain: bool


def read_person(tokens: Sequence[Token], morphology: Morphology) -> PersonName:
    """Read a person's name.

    Args:
        tokens: The tokens of the name, all of one sentence.
        morphology: The dictionary.

    Returns:
        The name in the nominative; words that nothing is known of count as given name and surname
        in the order of a Western name.

    Example:
        >>> from runews.language import default_language
        >>> from runews.models import Span
        >>> from runews.structure import Block
        >>> language = default_language()
        >>> text = "Он встретился с Натальей Петровной Абдурахмановой."
        >>> tokens = language.analyze(text, [Block(Span(0, len(text)), 0)]).sentences[0].tokens
        >>> read_person(tokens[3:6], language.morphology).full
        'Наталья Петровна Абдурахманова'
    """
    tokens = tuple(tokens)
    words = [
        (i, t)
        for i, t in enumerate(tokens)
        if t.is_word and not is_initial(tokens, i) and not is_particle(t)
    ]
    initials = [t for i, t in enumerate(tokens) if t.is_word and is_initial(tokens, i)]
    case, gender, known = _agreement([t for _, t in words], initials, morphology)
    read = {
        i: _best_reading(t, case, gender or "Masc", morphology) or _Reading("", t.text, 0.0, False)
        for i, t in words
    }
    parts: list[NamePart] = []
    for i, token in enumerate(tokens):
        if i in read:
            reading = read[i]
            parts.append(NamePart(reading.kind, reading.nominative, reading.certain))
        elif token.is_word and is_initial(tokens, i):
            parts.append(NamePart("initial", f"{token.text}."))
        elif token.is_word:
            attach = particles()[token.lower]
            parts.append(NamePart("particle" if attach == "surname" else "patronymic", token.text))
    return PersonName(tuple(_with_slots(parts)), gender if known else None, case)


def _agreement(
    words: Sequence[Token], initials: Sequence[Token], morphology: Morphology
) -> tuple[str, str | None, bool]:
    """Case and gender of the whole name, and whether the gender is more than a guess."""
    best: tuple[float, str, str] = (float("-inf"), "Nom", "Masc")
    scores: dict[str, float] = {}
    for gender in _GENDERS:
        for case in _CASES:
            # The tagger reads an initial by what stands round it: «отметила О. Седова».
            score = sum(0.6 * (t.case == case) + 0.4 * (t.gender == gender) for t in initials[:1])
            for position, token in enumerate(words):
                reading = _best_reading(token, case, gender, morphology)
                score += reading.score if reading else _impossible(token, position, words)
                score += 0.5 * (token.case == case) + 0.3 * (token.gender == gender)
                if position == 0 and reading is not None and reading.kind == "surname":
                    score -= 0.1
            scores[gender] = max(scores.get(gender, float("-inf")), score)
            if score > best[0]:
                best = (score, case, gender)
    return best[1], best[2], abs(scores["Masc"] - scores["Fem"]) > 0.25 * max(len(words), 1)


def _impossible(token: Token, position: int, words: Sequence[Token]) -> float:
    """How much speaks against a case that a word cannot stand in.

    A surname that closes a name declines if it is a man's: «Мартина Хольм» is a woman.
    """
    closes = position == len(words) - 1 and position > 0
    declines = token.lower[-1:] in _CONSONANTS and not token.lower.endswith(("ых", "их"))
    return -2.5 if closes and declines else -1.0


def _best_reading(token: Token, case: str, gender: str, morphology: Morphology) -> _Reading | None:
    """The best way to read a word in a case and gender, ``None`` where it cannot stand in them."""
    return _read_word(token.text, case, gender, morphology)


@lru_cache(maxsize=20_000)
def _read_word(text: str, case: str, gender: str, morphology: Morphology) -> _Reading | None:
    forms = morphology.forms(text)
    best: _Reading | None = None
    told = False
    for form in forms:
        if not form.known:
            continue
        for grammeme, kind in _OF_NAMES:
            if grammeme not in form.grammemes:
                continue
            told = True
            if _stands_in(form, case, gender):
                score = 1.0 + 0.2 * form.score + (0.2 if kind == "patronymic" else 0.0)
                # «Анне» is the dative of «Анна» rather than a name that never changes.
                score -= 0.3 * ("Fixd" in form.grammemes)
                nominative = _nominative_form(form, gender)
                if nominative and (best is None or score > best.score):
                    best = _Reading(kind, like_original(text, nominative), score, True)
    if best is not None:
        return best
    lower = text.lower()
    nominative = undecline(lower, case, gender)
    if nominative is None:
        return None
    listed = given_names().get(nominative.replace("ё", "е"))
    if listed is not None:
        fits = listed in (gender, "Both")
        return _Reading("given", like_original(text, nominative), 1.0 if fits else -0.5, fits)
    return _Reading("", like_original(text, nominative), -0.4 if told else 0.1, False)


def _stands_in(form: Form, case: str, gender: str) -> bool:
    grammemes = form.grammemes
    return (
        _CASES[case] in grammemes
        and "plur" not in grammemes
        and (_GENDERS[gender] in grammemes or "ms-f" in grammemes)
    )


def _nominative_form(form: Form, gender: str) -> str | None:
    if "nomn" in form.grammemes or "Fixd" in form.grammemes:
        return form.word
    return form.inflect("nomn", "sing", _GENDERS[gender]) or form.inflect("nomn", "sing")


def _with_slots(parts: Sequence[NamePart]) -> list[NamePart]:
    """Give every word a place in the name.

    What the dictionary leaves open, and what it knows as two things.
    """
    found = list(parts)
    words = [i for i, p in enumerate(found) if p.kind in ("", "given", "surname")]
    initials = any(p.kind == "initial" for p in found)
    patronymics = [i for i, p in enumerate(found) if p.kind == "patronymic"]
    if len(patronymics) == len(found) == 1:
        # «Абрамович» with nothing beside it: hardly anybody is called by a patronymic alone.
        _place(found, 0, "surname")
    elif len(words) == 1 and not patronymics:
        kind = found[words[0]].kind
        alone = not initials and (kind == "given")
        _place(found, words[0], "given" if alone else "surname")
    elif words:
        _place_several(found, words, patronymics)
    return found


def _place_several(found: list[NamePart], words: Sequence[int], patronymics: Sequence[int]) -> None:
    if patronymics:
        given = max((i for i in words if i < patronymics[0]), default=None)
        for i in words:
            _place(found, i, "given" if i == given else "surname")
        return
    first, last = words[0], words[-1]
    surname_first = found[first].kind == "surname" and found[last].kind == "given"
    for i in words:
        if surname_first:
            _place(found, i, "surname" if i == first else "given")
        else:
            middle_given = i != last and found[i].kind == "given"
            _place(found, i, "given" if i == first or middle_given else "surname")


def _place(found: list[NamePart], at: int, kind: str) -> None:
    found[at] = attrs.evolve(found[at], kind=kind)
