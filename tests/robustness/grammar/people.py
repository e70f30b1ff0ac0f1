"""Sources with their names in every case: persons of both genders, foreigners, institutions.

In flow nothing but lists of names; out flow strategies of `Source`. The dictionary declines the
words; a name that it does not know as what it is fails at once rather than giving wrong gold.
"""

from __future__ import annotations

from functools import cache

import attrs
from hypothesis import strategies as st

from runews.language import default_language
from runews.language.morphology import like_original

__all__ = ["CASES", "Source", "institutions", "people", "sources", "unnamed"]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

_MEN = ("Олег", "Иван", "Сергей", "Дмитрий", "Николай", "Виктор", "Андрей", "Роман", "Михаил")
_WOMEN = ("Анна", "Мария", "Елена", "Татьяна", "Ольга", "Ирина", "Наталья", "Светлана")
#: Surnames that decline: of «Черемных», which does not, the parser sometimes makes a second person.
_SURNAMES = (
    "Зуев", "Петров", "Лаврентьев", "Дроздов", "Ахмедов", "Климов", "Соколов",
    "Громов", "Кузнецов", "Сафин", "Горюнов", "Морозов", "Щукин", "Рябинин",
)  # fmt: skip
#: Foreign names, as the dictionary of Russian does not decline the surname of every one.
_FOREIGN_MEN = (("Джон", "Керри"), ("Дональд", "Трамп"), ("Джо", "Байден"))
_FOREIGN_WOMEN = (("Ангела", "Меркель"), ("Урсула", "фон дер Ляйен"))

#: Posts that men and women hold under the same noun, alone or with what they are posts in.
_POSTS = ("министр", "мэр", "директор", "губернатор", "депутат", "врач", "адвокат", "тренер")
_FIELDS = {
    "министр": ("", " транспорта", " культуры"),
    "директор": (" завода", " музея", " школы"),
    "мэр": ("", " Омска", " Самары"),
    "губернатор": ("", " Тверской области"),
    "депутат": ("", " Госдумы"),
    "врач": (" больницы", " скорой помощи"),
    "адвокат": ("",),
    "тренер": (" сборной",),
}
_INSTITUTIONS = (
    ("МЧС", "neut"), ("Росстат", "masc"), ("Минтранс", "masc"), ("Минздрав", "masc"),
    ("Роспотребнадзор", "masc"), ("Минфин", "masc"),
)  # fmt: skip
#: Sources without a name, as lemma and gender; they keep their description.
_UNNAMED = (("синоптик", "masc"), ("следователь", "masc"))


@attrs.frozen
class Source:
    """Somebody who is said to say something.

    Args:
        name: The canonical name, which the parser should give.
        gender: ``masc``, ``femn`` or ``neut``; of the verb.
        full: The full name, by case.
        short: How the source is called the second time, by case.
        role: The post, by case; empty where there is none.
        person: Whether «он» or «она» can stand for the source.
    """

    name: str
    gender: str
    full: tuple[str, ...]
    short: tuple[str, ...]
    role: tuple[str, ...] = ("",) * len(CASES)
    person: bool = True

    def introduced(self, case: str) -> str:
        """The source as it is called the first time: post and full name."""
        at = CASES.index(case)
        return f"{self.role[at]} {self.full[at]}".strip()

    def again(self, case: str) -> str:
        """The source as it is called from then on."""
        return self.short[CASES.index(case)]


def people() -> st.SearchStrategy[Source]:
    """Persons: Russian and foreign, of both genders, with and without a post."""
    posts = st.sampled_from([(post, field) for post in _POSTS for field in _FIELDS[post]])
    return st.one_of(
        st.builds(_person, st.sampled_from(_MEN), st.sampled_from(_SURNAMES), posts),
        st.builds(
            _person, st.sampled_from(_WOMEN), st.sampled_from(_SURNAMES), posts, st.just("femn")
        ),
        st.builds(_with_initials, st.sampled_from("АБВДЕИКМНП"), st.sampled_from(_SURNAMES), posts),
        st.sampled_from(_FOREIGN_MEN).map(lambda name: _person(*name)),
        st.sampled_from(_FOREIGN_WOMEN).map(lambda name: _person(*name, gender="femn")),
    )


def institutions() -> st.SearchStrategy[Source]:
    """Ministries and services, under names that are the same the second time."""
    return st.sampled_from(_INSTITUTIONS).map(_institution)


def unnamed() -> st.SearchStrategy[Source]:
    """Sources that stay without a name."""
    return st.sampled_from(_UNNAMED).map(_description)


def sources() -> st.SearchStrategy[Source]:
    """All of them, persons most often."""
    return st.one_of(people(), people(), institutions(), unnamed())


def _person(
    given: str, surname: str, post: tuple[str, str] = ("", ""), gender: str = "masc"
) -> Source:
    surnames = _surname_forms(surname, gender)
    full = tuple(f"{a} {b}" for a, b in zip(_forms(given, "Name", gender), surnames, strict=True))
    # «фон дер Ляйен» alone is not always taken for a name, so she keeps her full one.
    return Source(full[0], gender, full, full if " " in surname else surnames, _role(*post))


def _with_initials(initial: str, surname: str, post: tuple[str, str]) -> Source:
    surnames = _surname_forms(surname, "masc")
    full = tuple(f"{initial}. {word}" for word in surnames)
    return Source(full[0], "masc", full, surnames, _role(*post))


def _institution(named: tuple[str, str]) -> Source:
    name, gender = named
    forms = (name,) * len(CASES) if gender == "neut" else _forms(name, "NOUN", gender)
    return Source(name, gender, forms, forms, person=False)


def _description(described: tuple[str, str]) -> Source:
    forms = _forms(described[0], "NOUN", described[1])
    return Source(forms[0], described[1], forms, forms, person=False)


def _role(post: str, field: str) -> tuple[str, ...]:
    if not post:
        return ("",) * len(CASES)
    return tuple(f"{form}{field}" for form in _forms(post, "NOUN", "masc"))


@cache
def _surname_forms(surname: str, gender: str) -> tuple[str, ...]:
    if surname == "фон дер Ляйен" or (surname in ("Меркель", "Керри")):
        return (surname,) * len(CASES)
    declines = surname.endswith(("ов", "ев", "ин"))
    word = f"{surname}а" if declines and gender == "femn" else surname
    return _forms(word, "Surn" if declines else "NOUN", gender)


@cache
def _forms(word: str, kind: str, gender: str) -> tuple[str, ...]:
    for form in default_language().morphology.forms(word):
        if {kind, gender} <= form.grammemes | {form.pos} and "nomn" in form.grammemes:
            found = [form.inflect(case, "sing") for case in CASES]
            if all(found):
                return tuple(like_original(word, each) for each in found if each)
    raise LookupError(f"the dictionary does not decline {word} as {kind} {gender}")
