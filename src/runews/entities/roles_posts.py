"""Posts that a sentence gives to its subject or object: «занимает пост министра», «стал мэром».

In flow the head of a mention; out flow roles. The tree decides: the verbs of the subject, their
complements in the instrumental, the noun that is the predicate itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.discourse import head_of
from runews.entities.role_nouns import is_person_noun, is_post
from runews.entities.role_spans import STOPS, Role, roles_of_heads, singular_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runews.entities.names import Name
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["coordinated", "holding_post", "post_of_predicate", "post_of_subject"]

_POSTS = {"пост", "должность", "кресло", "обязанность", "звание", "статус", "роль"}
_BECOMING = {
    "стать", "становиться", "являться", "быть", "работать", "проработать", "поработать",
    "служить", "прослужить", "избираться", "назначаться", "остаться", "оставаться", "трудиться",
    "выступить", "выступать", "значиться", "состоять", "подрабатывать", "устроиться", "побывать",
}  # fmt: skip
_APPOINTING = {
    "назначить", "избрать", "утвердить", "выбрать", "назвать", "переизбрать", "переназначить",
    "сделать", "признать", "провозгласить", "объявить",
}  # fmt: skip
_OF_POSTS = tuple(word[:3] for word in sorted(_POSTS))
_SAME_THING = ("appos", "flat", "flat:name")
_DEEPEST = 3


def holding_post(name: Name, persons: set[int], gender: str | None) -> Iterator[Role]:
    """«[Петров] занимает пост министра», «[Иванов], который работал директором».

    Args:
        name: The name.
        persons: Indices of the sentence's tokens that belong to persons' names.
        gender: The person's gender, ``None`` where nothing tells.

    Yields:
        Roles.
    """
    yield from post_of_subject(name.sentence, head_of(name), persons)


def post_of_subject(sentence: ParsedSentence, subject: Token, persons: set[int]) -> Iterator[Role]:
    """The posts that a sentence gives to its subject.

    Args:
        sentence: The sentence.
        subject: The head of a mention: a name or a pronoun («Он работал адвокатом»).
        persons: Indices of tokens in persons' names, which are no posts.

    Yields:
        Roles.
    """
    yield from _posts_of(_predicates_of(subject, sentence), sentence, persons)


def post_of_predicate(sentence: ParsedSentence, verb: Token) -> Iterator[Role]:
    """The posts that a sentence without a subject gives to whoever it goes on about.

    «[Петров вернулся в город.] Стал мэром, позже работал министром».

    Args:
        sentence: The sentence.
        verb: Its first predicate.

    Yields:
        Roles.
    """
    yield from _posts_of((verb, *_continued(verb, sentence, _DEEPEST)), sentence, set())


def _posts_of(
    predicates: Iterable[Token], sentence: ParsedSentence, persons: set[int]
) -> Iterator[Role]:
    for predicate in predicates:
        for head in (*_nominal(predicate, sentence), *_complements(predicate, sentence)):
            for one in (head, *coordinated(head, sentence)):
                if one.index in persons or not is_post(one):
                    continue
                last = max(
                    (i for i in _contiguous(sentence, one.index) if i not in persons),
                    default=one.index,
                )
                if one.number == "Plur":
                    rest = sentence.tokens[one.index + 1 : last + 1]
                    yield singular_role(sentence, one.index, last, rest)
                else:
                    yield from roles_of_heads(sentence, [one.index], last)


def _nominal(predicate: Token, sentence: ParsedSentence) -> Iterator[Token]:
    """The predicate itself where it is a noun: «Он был адвокатом», «Он — адвокат»."""
    if predicate.case not in ("Ins", "Nom") or not is_person_noun(predicate):
        return
    if not any(c.lower == "не" or c.rel == "case" for c in sentence.children(predicate.index)):
        yield predicate


def _complements(verb: Token, sentence: ParsedSentence) -> Iterator[Token]:
    """Nouns for persons that a verb says what its subject is."""
    plural = verb.number == "Plur"
    for child in sentence.children(verb.index):
        if child.pos == "NOUN" and child.lower.startswith(_OF_POSTS) and child.lemma in _POSTS:
            for noun in sentence.children(child.index):
                if noun.case == "Gen" and is_person_noun(noun):
                    yield noun
        elif (
            child.case == "Ins"
            and _names_persons(child, plural=plural)
            and verb.lemma in _BECOMING | _APPOINTING
        ):
            yield child


def _names_persons(noun: Token, *, plural: bool) -> bool:
    """Whether a noun is one for a person, or for persons where the verb is plural."""
    return is_person_noun(noun) or (plural and is_person_noun(noun, plural=True))


def coordinated(head: Token, sentence: ParsedSentence) -> Iterator[Token]:
    """What «и» or a comma joins to a post: «был директором и (первым) ректором».

    Args:
        head: The noun for the post.
        sentence: Its sentence.

    Yields:
        Nouns for persons in the same case, in text order.
    """
    for child in sentence.children(head.index):
        if child.rel != "conj" or not is_person_noun(child):
            continue
        # «работал министром, зампредседателя Госсовета»: such compounds are often not declined.
        if child.case == head.case or (child.case == "Gen" and child.lower.startswith("зам")):
            yield child


def _predicates_of(subject: Token, sentence: ParsedSentence) -> Iterator[Token]:
    """The predicates of a subject: its own, those joined by «и», those of «который»."""
    top = subject
    for above in sentence.ancestors(subject.index):
        coordinated = top.rel == "conj" and above.pos == "PROPN"
        if top.rel not in _SAME_THING and not coordinated:
            break
        top = above
    if top.head >= 0:
        verb = sentence.tokens[top.head]
        if top.rel == "obj" and verb.lemma in _APPOINTING:
            yield verb
        if top.rel.startswith("nsubj") and not _appoints(verb, top.rel, sentence):
            yield verb
            yield from _continued(verb, sentence, _DEEPEST)
    for child in sentence.children(subject.index):
        if child.rel in ("acl:relcl", "acl"):
            yield child
            if child.rel == "acl:relcl":
                yield from _continued(child, sentence, _DEEPEST)


def _appoints(verb: Token, relation: str, sentence: ParsedSentence) -> bool:
    """«Президент назначил (Петрова) министром»: the post is not the subject's."""
    passive = relation == "nsubj:pass" or verb.feats.get("Voice") == "Pass"
    if passive or verb.pos != "VERB":
        return False
    posts = (c for c in sentence.children(verb.index) if c.case == "Ins" or c.pos == "NOUN")
    return any(True for _ in posts) and verb.lemma in _APPOINTING


def _continued(verb: Token, sentence: ParsedSentence, deepest: int) -> Iterator[Token]:
    """Verbs without a subject of their own that go on with a verb's: «приехал и стал мэром»."""
    if not deepest:
        return
    for child in sentence.children(verb.index):
        if child.rel not in ("conj", "advcl") or child.pos not in ("VERB", "NOUN"):
            continue
        if any(c.rel.startswith("nsubj") for c in sentence.children(child.index)):
            continue
        if child.pos == "VERB" and not _appoints(child, "nsubj", sentence):
            yield child
            yield from _continued(child, sentence, deepest - 1)


def _contiguous(sentence: ParsedSentence, head: int) -> Iterator[int]:
    """The head's dependents to its right without a gap, a comma or another post."""
    below = set(sentence.subtree(head))
    tokens = sentence.tokens
    joined = {c.index for c in coordinated(tokens[head], sentence)}
    for i in range(head, len(tokens)):
        if i not in below or tokens[i].text in STOPS:
            return
        if tokens[i].pos == "CCONJ" and (
            any(i < j <= i + 4 for j in joined) or tokens[tokens[i].head].pos == "VERB"
        ):
            return
        yield i
