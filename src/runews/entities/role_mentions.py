"""Common nouns that stand for an entity already named.

«министр», «политик», «ведомство», «компания».

In flow a noun and the discourse; out flows an entity or nothing. A noun is resolved only where it
names a role that somebody was given, or the kind of an organisation that was named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.declension import name_stem
from runews.entities.role_nouns import is_person_noun
from runews.entities.vocabulary import organisation_stems, organisation_use, person_noun
from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runews.entities.clusters import Cluster
    from runews.entities.vocabulary import PersonNoun
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["heads_organisation", "noun_phrase", "resolve_organisation_noun", "resolve_person_noun"]

_LONGEST = 8
#: Determiners that tell of somebody new or of nobody in particular.
_NEW = {
    "другой", "иной", "новый", "будущий", "каждый", "любой", "всякий", "какой-то", "некий",
    "один", "никакой", "еще",
    "очередной", "второй", "третий", "потенциальный", "возможный", "прежний", "предыдущий",
    "местный", "какой",
}  # fmt: skip
#: Kinds that writers change for variety: the «журнал» is «издание» in the next sentence.
_MEDIA = {
    name_stem(w)
    for w in (
        "газета",
        "журнал",
        "издание",
        "еженедельник",
        "портал",
        "сайт",
        "агентство",
        "телеканал",
        "канал",
    )
}
_FIRMS = {
    name_stem(w) for w in ("компания", "фирма", "корпорация", "концерн", "холдинг", "предприятие")
}

_PUBLIC = {"art", "sport", "author", "film", "media"}
_POWER = {"politics", "business"}
_ARGUMENTS = {"nsubj", "obj", "iobj", "obl", "nmod"}
_WOMENS = ("ица", "ница", "есса", "истка", "ша")


def noun_phrase(noun: Token, sentence: ParsedSentence) -> tuple[int, int]:
    """The noun with its adjectives before it and its complements after it.

    Args:
        noun: The noun.
        sentence: Its sentence.

    Returns:
        Indices of the first and the last token.
    """
    tokens = sentence.tokens
    first = last = noun.index
    while (
        first > 0
        and tokens[first - 1].pos in ("ADJ", "DET")
        and tokens[first - 1].case == noun.case
    ):
        first -= 1
    for i in range(noun.index + 1, min(noun.index + _LONGEST, len(tokens))):
        token = tokens[i]
        if not (
            token.is_word
            and token.pos in ("NOUN", "PROPN", "ADJ", "ADP")
            and token.case in ("Gen", None)
        ):
            break
        if token.pos == "ADP":
            break
        last = i
    return first, last


def resolve_person_noun(
    noun: Token, sentence: ParsedSentence, latest: Sequence[Cluster]
) -> Cluster | None:
    """Who a noun for a person stands for.

    Args:
        noun: A common noun for a person, in no apposition to a name.
        sentence: Its sentence.
        latest: Persons mentioned so far, the latest first.

    Returns:
        The person, ``None`` where nobody was given such a role.
    """
    if not latest:
        return None
    found = _bearer(noun, sentence, latest)
    if found is None:
        return None
    first, _ = noun_phrase(noun, sentence)
    new = any(t.lemma in _NEW for t in sentence.tokens[first : noun.index])
    return None if new else found


def _bearer(noun: Token, sentence: ParsedSentence, latest: Sequence[Cluster]) -> Cluster | None:
    """The latest person whose role a noun names."""
    _, last = noun_phrase(noun, sentence)
    lemma = noun.lemma
    wanted = {name_stem(t.text) for t in sentence.tokens[noun.index + 1 : last + 1] if t.is_word}
    known = person_noun(lemma)
    generic: Cluster | None = None
    if _is_said_of_woman(noun, sentence):
        latest = [c for c in latest if c.gender != "Masc"]
    for cluster in latest:
        if not _gender_fits(noun, cluster):
            continue
        for role in cluster.roles:
            if _same_role(role.head.lemma, lemma):
                words = {name_stem(word) for word in role.text.split()}
                if wanted <= words:
                    return cluster
            elif generic is None and not wanted and known is not None and known.kind == "generic":
                other = person_noun(role.head.lemma)
                if other is not None and set(other.classes) & set(known.classes):
                    generic = cluster
    if generic is None and not wanted and known is not None:
        return _varied(noun, sentence, known, latest)
    return generic


def _varied(
    noun: Token, sentence: ParsedSentence, known: PersonNoun, latest: Sequence[Cluster]
) -> Cluster | None:
    """The article's hero under a calling that it never spelt out.

    «Глебова уходит. … Чиновница уточнила»: writers vary the names of whoever the article is about
    by what readers know. Only callings of public life are used so, and only of the hero: whoever
    is named more often than anybody else that the noun may stand for.
    """
    if not _may_vary(known) or noun.rel.split(":")[0] not in _ARGUMENTS:
        return None
    if noun.rel == "nmod" and (noun.case != "Gen" or _is_of_another(noun, sentence)):
        return None
    fitting = [c for c in latest if _gender_fits(noun, c) and _classes_fit(c, known)]
    if noun.lemma.endswith(_WOMENS):
        fitting = [c for c in fitting if c.gender == "Fem"]
    hero = max(fitting, key=lambda c: len(c.names), default=None)
    rivals = fitting if noun.lemma.endswith(_WOMENS) else latest
    if hero is None or any(len(c.names) * 2 > len(hero.names) for c in rivals if c is not hero):
        return None
    return hero


def _is_of_another(noun: Token, sentence: ParsedSentence) -> bool:
    """Whether a noun tells whose somebody is: «сын миллиардера»."""
    return noun.head >= 0 and is_person_noun(sentence.tokens[noun.head])


def _may_vary(known: PersonNoun) -> bool:
    classes = set(known.classes)
    return bool(classes & _PUBLIC) or (known.kind == "generic" and bool(classes & _POWER))


def _classes_fit(cluster: Cluster, known: PersonNoun) -> bool:
    """Whether nothing that is known of a person speaks against a calling."""
    classes = {
        one
        for role in cluster.roles
        if (other := person_noun(role.head.lemma)) is not None
        for one in other.classes
    }
    return not classes or bool(classes & set(known.classes))


def _gender_fits(noun: Token, cluster: Cluster) -> bool:
    """«актриса» is no man; «министр» may be a woman."""
    return not (noun.gender == "Fem" and cluster.gender == "Masc")


def _is_said_of_woman(noun: Token, sentence: ParsedSentence) -> bool:
    """«Министр пообещала»: the predicate shows what the noun hides."""
    if not noun.rel.startswith("nsubj") or noun.head < 0:
        return False
    return sentence.tokens[noun.head].gender == "Fem" and noun.gender == "Masc"


def _same_role(role: str, noun: str) -> bool:
    """«президент» for the «экс-президент», «актриса» for the «киноактриса»."""
    return role == noun or (len(noun) > 4 and role.endswith(noun)) or role == noun.partition("-")[2]


def heads_organisation(noun: Token) -> bool:
    """Whether a noun may stand for one organisation, by a look that costs no dictionary.

    Args:
        noun: A common noun.
    """
    return noun.number != "Plur" and name_stem(noun.text) in organisation_stems()


def resolve_organisation_noun(
    noun: Token, sentence: ParsedSentence, latest: Sequence[Cluster]
) -> Cluster | None:
    """Which organisation a noun stands for.

    Args:
        noun: A common noun for which `heads_organisation` holds.
        sentence: Its sentence.
        latest: Organisations mentioned so far, the latest first.

    Returns:
        The organisation whose names have this noun as their kind, ``None`` where there is none.
    """
    stem = name_stem(noun.text)
    if not noun.text.islower() and noun.index:
        return None  # a capital within a sentence makes a name of it
    if organisation_use(noun.lemma) in (None, "form", "part"):
        return None
    first, last = noun_phrase(noun, sentence)
    if last > noun.index or any(t.lemma in _NEW for t in sentence.tokens[first : noun.index]):
        return None
    stems = _MEDIA if stem in _MEDIA else _FIRMS if stem in _FIRMS else {stem}
    for cluster in latest:
        if cluster.type is EntityType.ORG and cluster.kinds & stems:
            return cluster
    return None
