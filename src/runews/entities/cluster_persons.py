"""Persons' names to persons: by surname, given name, initials and gender.

In flow names; out flow clusters with their canonical names. Namesakes with other given names stay
apart; a bare surname goes to whoever was named last.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs
import regex

from runews.entities.clusters import (
    MOST_CANDIDATES,
    Cluster,
    in_brackets_after,
    nearest,
    other_names,
)
from runews.entities.declension import name_stem
from runews.entities.person_names import NamePart, PersonName, read_person
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.entities.names import Name
    from runews.language.morphology import Morphology

__all__ = ["cluster_persons"]

#: Shorter given names that differ in a letter are two names («Анна», «Инна»).
_LONG_ENOUGH = 5
#: Ends of surnames that have no case forms, and so no gender.
_INDECLINABLE = ("о", "е", "ё", "и", "у", "ю", "ы", "э", "ых", "их")
_LATIN = regex.compile(r"[\p{Latin}\p{M}\p{P}]+")
#: «ДЖ», «БГ»: capitals that belong to the name.
_LONGEST_ABBREVIATION = 2


@attrs.frozen
class _Key:
    """What two names are compared by."""

    surname: frozenset[str]
    given: frozenset[str]
    initials: tuple[str, ...]


@attrs.define(eq=False)
class _Index:
    """Clusters by the stems of their names, and the keys of each."""

    clusters: list[Cluster] = attrs.field(factory=list)
    by_stem: dict[str, list[Cluster]] = attrs.field(factory=dict)
    keys: dict[int, dict[_Key, None]] = attrs.field(factory=dict)

    def candidates(self, key: _Key) -> list[Cluster]:
        """Clusters that share a stem, each once, in the order in which they arose."""
        found = {
            id(c): c
            for stem in sorted(key.surname | key.given)
            for c in self.by_stem.get(stem, ())[-MOST_CANDIDATES:]
        }
        return list(found.values())

    def add(self, cluster: Cluster, key: _Key) -> None:
        """Remember that a cluster has names of this key."""
        known = self.keys.setdefault(id(cluster), {})
        if key in known:
            return
        known[key] = None
        for stem in sorted(key.surname | key.given):
            clusters = self.by_stem.setdefault(stem, [])
            if cluster not in clusters[-MOST_CANDIDATES:]:
                clusters.append(cluster)


def cluster_persons(names: Sequence[Name], morphology: Morphology) -> list[Cluster]:
    """Group persons' names.

    Args:
        names: Persons' names in text order.
        morphology: The dictionary.

    Returns:
        Clusters.
    """
    read, transcribed = _read(names, morphology)
    index = _Index()
    # Whole names first, then those with initials, then bare surnames and given names: a headline's
    # bare surname finds the whole name that comes after it.
    for rank in (0, 1, 2):
        for name, person in read:
            if _rank(person) == rank:
                _join(index, name, person)
    of_name = {id(n): c for c in index.clusters for n in c.names}
    for original, latin in transcribed:
        of_name[id(original)].add(latin)
    for cluster in index.clusters:
        _settle(cluster)
    return index.clusters


def _read(
    names: Sequence[Name], morphology: Morphology
) -> tuple[list[tuple[Name, PersonName]], list[tuple[Name, Name]]]:
    """Each name read, and apart from them the Latin ones in brackets with what they transcribe."""
    read: list[tuple[Name, PersonName]] = []
    transcribed: list[tuple[Name, Name]] = []
    known: dict[tuple[tuple[str, str | None, str | None], ...], PersonName] = {}
    for name in names:
        if read and _LATIN.fullmatch(name.words[0].text) and in_brackets_after(read[-1][0], name):
            transcribed.append((read[-1][0], name))
            continue
        looks = tuple((t.text, t.case, t.gender) for t in name.tokens)
        if looks not in known:
            known[looks] = read_person(name.tokens, morphology)
        read.append((name, known[looks]))
    return _women(_surnames(read), morphology), transcribed


def _surnames(read: list[tuple[Name, PersonName]]) -> list[tuple[Name, PersonName]]:
    """The names with surnames told from patronymics by the bare surname.

    «Пётр Агранович» has no patronymic where «Агранович» is said.
    """
    bare = {name_stem(p.full) for n, p in read if len(n.words) == 1 and p.of("surname")}
    return [
        (name, attrs.evolve(person, parts=(*person.parts[:-1], _as_surname(person.parts[-1]))))
        if len(person.parts) > 1
        and not person.of("surname")
        and person.parts[-1].kind == "patronymic"
        and name_stem(person.parts[-1].text) in bare
        else (name, person)
        for name, person in read
    ]


def _as_surname(part: NamePart) -> NamePart:
    return attrs.evolve(part, kind="surname")


def _women(
    read: list[tuple[Name, PersonName]], morphology: Morphology
) -> list[tuple[Name, PersonName]]:
    """The names with women's told from men's in the genitive by the bare surname.

    «Александра Панфилова» is a woman where «Панфилова» is.
    """
    bare: dict[str, set[str | None]] = {}
    for name, person in read:
        if len(name.words) == 1 and person.of("surname"):
            bare.setdefault(name.words[0].lower, set()).add(_gender_told(name, person))
    return [
        (name, _as_woman(name, person, morphology))
        if person.gender == "Masc"
        and person.case in ("Gen", "Acc")
        and bare.get(name.words[-1].lower) == {"Fem"}
        else (name, person)
        for name, person in read
    ]


def _gender_told(name: Name, person: PersonName) -> str | None:
    """The gender of a bare surname as its predicate tells: «Панфилова уточнила»."""
    head = name.words[0]
    verb = name.sentence.tokens[head.head] if head.head >= 0 else None
    if head.rel.startswith("nsubj") and verb is not None and verb.gender:
        return verb.gender
    return person.gender


def _as_woman(name: Name, person: PersonName, morphology: Morphology) -> PersonName:
    """The name read as a woman's in the nominative, where each word may be one."""
    for word, part in zip(name.words, person.parts, strict=True):
        forms = morphology.forms(word.text)
        if part.kind in ("given", "surname") and not any(
            {"femn", "nomn"} <= f.grammemes for f in forms
        ):
            return person
    parts = tuple(
        attrs.evolve(part, text=word.text)
        for word, part in zip(name.words, person.parts, strict=True)
    )
    return PersonName(parts, "Fem", "Nom")


def _rank(person: PersonName) -> int:
    if person.of("surname") and person.of("given"):
        return 0
    if person.of("surname") and person.of("initial"):
        return 1
    return 2


def _join(index: _Index, name: Name, person: PersonName) -> None:
    key = _Key(_stems(person, "surname"), _stems(person, "given"), person.initials)
    fitting = [
        c for c in index.candidates(key) if any(_compatible(k, key) for k in index.keys[id(c)])
    ]
    chosen = nearest([c for c in fitting if not _other_gender(c, person)], name)
    if chosen is None and len(person.parts) == 1 and person.full.endswith(_INDECLINABLE):
        # «Бхутто», «Черных» have no gender of their own; what the tagger says is a guess.
        chosen = nearest(fitting, name)
    if chosen is None and len(name.words) == 1 and person.case in ("Gen", "Acc"):
        # «сообщила журналистам Климова»: a woman's nominative looks like a man's genitive.
        chosen = nearest([c for c in fitting if _is_hers(c, name)], name)
        if chosen is not None:
            parts = tuple(attrs.evolve(part, text=name.words[0].text) for part in person.parts)
            person = PersonName(parts, "Fem", "Nom")
    if chosen is None:
        chosen = Cluster(EntityType.PER)
        index.clusters.append(chosen)
    chosen.add(name)
    chosen.persons.append(person)
    chosen.gender = chosen.gender or person.gender
    index.add(chosen, key)


def _other_gender(cluster: Cluster, person: PersonName) -> bool:
    """Whether gender keeps them apart: «Вертинский» and «Вертинская»."""
    return bool(cluster.gender and person.gender and cluster.gender != person.gender)


def _is_hers(cluster: Cluster, name: Name) -> bool:
    """Whether a bare surname, as it stands, is the surname of a woman."""
    word = name.words[0].lower
    return any(
        word == surname.lower()
        for person in cluster.persons
        if person.gender == "Fem"
        for surname in person.of("surname")
    )


def _compatible(one: _Key, other: _Key) -> bool:
    if one.surname and other.surname:
        return bool(one.surname & other.surname) and _given_compatible(one, other)
    return bool((one.surname | one.given) & (other.surname | other.given))


def _given_compatible(one: _Key, other: _Key) -> bool:
    if one.given and other.given:
        return any(_alike(a, b) for a in one.given for b in other.given)
    return all(a == b for a, b in zip(one.initials, other.initials, strict=False))


def _alike(one: str, other: str) -> bool:
    """Whether two stems are one name, or two spellings of it: «Брижит» and «Бриджит»."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG_ENOUGH or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _stems(person: PersonName, kind: str) -> frozenset[str]:
    return frozenset(name_stem(word) for word in person.of(kind))


def _settle(cluster: Cluster) -> None:
    """Choose the canonical name: the fullest, best of those in the nominative."""
    best = max(
        cluster.persons,
        key=lambda p: (
            bool(p.of("given")), bool(p.of("surname")), len(p.parts), p.case == "Nom", -len(p.full)
        ),
    )  # fmt: skip
    genders = Counter(p.gender for p in cluster.persons if p.gender)
    if genders:
        cluster.gender = genders.most_common(1)[0][0]
    cluster.canonical = _spelt(best.full)
    cluster.aliases = other_names((_spelt(p.full) for p in cluster.persons), cluster.canonical)


def _spelt(name: str) -> str:
    """A name without the capitals that some papers give a surname: «Светлана КОНЕВА»."""
    words = name.split()
    if all(word.isupper() for word in words):
        return name
    return " ".join(
        word.title() if len(word) > _LONGEST_ABBREVIATION and word.isupper() else word
        for word in words
    )
