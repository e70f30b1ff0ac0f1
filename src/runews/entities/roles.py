"""Titles and posts of persons: «специальный посланник президента США Стив Уиткофф».

In flow clusters with their names; every person's cluster gets its roles, in the nominative, in text
order. Each construction is one function in `CONSTRUCTIONS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.entities.discourse import head_of
from runews.entities.role_spans import MODIFIERS, Role, is_person_noun, is_post, roles_of_heads
from runews.models import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from runews.entities.clusters import Cluster
    from runews.entities.names import Name
    from runews.entities.references import Reference
    from runews.language.tokens import ParsedSentence, Token

__all__ = [
    "CONSTRUCTIONS",
    "add_roles_of_references",
    "find_roles",
    "post_of_subject",
]

_LONGEST = 14
_LONGEST_OF_LIST = 6
_MOST_IN_ROW = 4
_IN_LISTS = {",", "и", "—", "–", "-", ":"}
_STOPS = {",", ".", ":", ";", "(", ")", "—", "–", "-", "!", "?", "…"}


def find_roles(clusters: Iterable[Cluster]) -> None:
    """Give every person its roles.

    Args:
        clusters: The article's entities; those of persons get their `roles` filled.
    """
    clusters = list(clusters)
    taken: dict[int, set[int]] = {}
    for cluster in clusters:
        for name in cluster.names:
            if name.type is EntityType.PER:
                taken.setdefault(name.sentence.index, set()).update(
                    range(name.first, name.last + 1)
                )
    for cluster in clusters:
        if cluster.type is not EntityType.PER:
            continue
        for name in cluster.names:
            persons = taken[name.sentence.index]
            for construction in CONSTRUCTIONS:
                found = construction(name, persons)
                cluster.roles.extend(r for r in found if _gender_fits(r.head, cluster))


def add_roles_of_references(references: Iterable[Reference]) -> None:
    """Roles that role nouns and pronouns add.

    «политик» for whoever it stands for, «Он работал адвокатом».

    Args:
        references: Resolved references in text order; the roles of their persons grow.
    """
    for reference in references:
        cluster = reference.cluster
        if cluster.type is not EntityType.PER:
            continue
        token, sentence = reference.token, reference.sentence
        if reference.kind is MentionKind.PRONOUN:
            cluster.roles.extend(post_of_subject(sentence, token, set()))
        elif token.lemma not in {r.head.lemma for r in cluster.roles}:
            cluster.roles.append(Role(token.lemma, token, sentence, token.index, token.index))


def _gender_fits(head: Token, cluster: Cluster) -> bool:
    """«спутница» is no man's role; «министр» may be a woman's."""
    return not (head.gender == "Fem" and cluster.gender == "Masc")


def before_name(name: Name, persons: set[int]) -> Iterator[Role]:
    """«министр финансов США [Скотт Бессент]», «основатель и глава компании [Илон Маск]»."""
    tokens = name.sentence.tokens
    heads: list[int] = []
    cases = _cases(name)
    above = _above(name)
    at = name.first - 1
    while at >= 0 and name.first - at <= _LONGEST:
        token = tokens[at]
        listed = token.text == "," and heads and at and _is_listed(tokens[at - 1], cases)
        if token.text in _STOPS and not listed:
            break
        if token.verb_form in ("Fin", "Inf", "Conv") or token.pos == "PRON":
            break
        if at in persons and token.case in cases:
            break
        if token.pos in ("CCONJ", "SCONJ") and not (heads and token.lower == "и"):
            break
        agrees = at not in persons and (token.case in cases or (at == above and not heads))
        if agrees and is_person_noun(token):
            if heads and not _joins(tokens, at, heads[-1]):
                if cases == {"Nom"} or not is_post(token):
                    break
                heads = []
            heads.append(at)
            if not is_post(token) and not (at and tokens[at - 1].lower == "и"):
                break
        at -= 1
    if heads and not is_post(tokens[heads[-1]]):
        heads.pop()
    yield from roles_of_heads(name.sentence, sorted(heads), name.first - 1)


def before_list(name: Name, persons: set[int]) -> Iterator[Role]:
    """«футболисты Александр Кокорин и [Павел Мамаев]»: each of them is one."""
    tokens = name.sentence.tokens
    at = name.first - 1
    while at >= 0 and (at in persons or tokens[at].text in _IN_LISTS):
        at -= 1
    end = at
    for head in range(at, max(at - _LONGEST_OF_LIST, -1), -1):
        token = tokens[head]
        if token.text in _STOPS or head in persons:
            return
        if is_person_noun(token, plural=True) and token.case in _cases(name):
            if is_post(token):
                rest = name.sentence.tokens[head + 1 : end + 1]
                text = " ".join((token.lemma, *(t.text for t in rest)))
                yield Role(text, token, name.sentence, head, end)
            return
        if token.is_word and token.case not in ("Gen", None) and token.pos != "PROPN":
            return


def _cases(name: Name) -> set[str]:
    """The cases that agree with a name.

    Of a man's accusative and genitive the tagger cannot tell which is which.
    """
    # The surname declines most often; a foreign given name («Джо») tells the tagger nothing.
    cases = {t.case for t in name.words[-1:] if t.case}
    if cases & {"Gen", "Acc"}:
        cases |= {"Gen", "Acc"}
    return cases or {"Nom"}


def _above(name: Name) -> int:
    """Index of the word that the name is an apposition to, -1 for none."""
    inside = {t.index for t in name.tokens}
    for token in name.tokens:
        if token.head not in inside:
            return token.head if token.rel in ("appos", "flat", "flat:name") else -1
    return -1


def _joins(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether «и» or a comma joins two heads.

    «основатель и (бывший) глава», «музыкант, пианист».
    """
    between = tokens[left + 1 : right]
    return any(t.lower in ("и", ",") for t in between)


def _is_listed(token: Token, cases: set[str]) -> bool:
    """Whether a role of one word stands before a comma: «музыкант, (пианист)»."""
    return token.case in cases and is_person_noun(token) and is_post(token)


def after_name(name: Name, persons: set[int]) -> Iterator[Role]:
    """«[Иван Петров], министр обороны, депутат, …», «[Петров] — тренер сборной»."""
    tokens = name.sentence.tokens
    at = name.last + 1
    if at >= len(tokens) or tokens[at].text not in (",", "(", "—", "–", "-"):
        return
    cases = _cases(name) | ({"Nom"} if tokens[at].text != "," else set())
    for _ in range(_MOST_IN_ROW):
        found = _apposition(name.sentence, at + 1, cases, persons)
        if found is None:
            return
        head, last = found
        if is_post(tokens[head]):
            yield from roles_of_heads(name.sentence, [head], last)
        at = last + 1
        if at >= len(tokens) or tokens[at].text != ",":
            return


def _apposition(
    sentence: ParsedSentence, at: int, cases: set[str], persons: set[int]
) -> tuple[int, int] | None:
    """Head and last token of a noun phrase for a person that begins at a token."""
    tokens = sentence.tokens
    head = None
    for i in range(at, min(at + 5, len(tokens))):
        token = tokens[i]
        if is_person_noun(token) and token.case in cases and i not in persons:
            head = i
            break
        if token.pos not in MODIFIERS or token.text in _STOPS:
            return None
    if head is None:
        return None
    last = head
    for i in range(head + 1, min(head + _LONGEST, len(tokens))):
        token = tokens[i]
        if token.text in _STOPS or token.verb_form in ("Fin", "Inf", "Conv"):
            break
        if token.pos in ("PRON", "SCONJ", "CCONJ"):
            break
        if i in persons and token.case in cases and token.case != "Gen":
            return None  # «Петров, министр Иванов»: the other's role
        last = i
    return head, last


_POSTS = {"пост", "должность"}
_BECOMING = {
    "стать", "являться", "быть", "работать", "служить", "назначить", "избрать", "избираться",
    "остаться",
    "оставаться", "трудиться", "переизбрать", "утвердить", "выступить",
}  # fmt: skip


_APPOINTING = {"назначить", "избрать", "утвердить", "выбрать", "назвать", "переизбрать"}


def holding_post(name: Name, persons: set[int]) -> Iterator[Role]:
    """«[Петров] занимает пост министра», «[Иванов], который работал директором»."""
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
    for verb in _verbs_of(subject, sentence):
        for child in sentence.children(verb.index):
            head = child
            if child.lemma in _POSTS:
                heads = [c for c in sentence.children(child.index) if c.case == "Gen"]
                if not heads:
                    continue
                head = heads[0]
            elif child.case != "Ins" or verb.lemma not in _BECOMING | _APPOINTING:
                continue
            if not is_person_noun(head) or not is_post(head) or head.index in persons:
                continue
            last = max(
                (i for i in _contiguous(sentence, head.index) if i not in persons),
                default=head.index,
            )
            yield from roles_of_heads(sentence, [head.index], last)


def _verbs_of(subject: Token, sentence: ParsedSentence) -> Iterator[Token]:
    """The verbs of a subject, active or passive.

    Its own, those joined to it by «и», those of «который».
    """
    top = subject
    for above in sentence.ancestors(subject.index):
        if top.rel not in ("appos", "flat", "flat:name"):
            break
        top = above
    if top.rel == "obj" and top.head >= 0 and sentence.tokens[top.head].lemma in _APPOINTING:
        yield sentence.tokens[top.head]
    if top.rel.startswith("nsubj") and top.head >= 0:
        verb = sentence.tokens[top.head]
        yield verb
        yield from (c for c in sentence.children(verb.index) if c.rel == "conj" and c.pos == "VERB")
    for child in sentence.children(subject.index):
        if child.rel in ("acl:relcl", "acl"):
            yield child


def _contiguous(sentence: ParsedSentence, head: int) -> Iterator[int]:
    """The head's dependents to its right without a gap or a comma."""
    below = set(sentence.subtree(head))
    i = head
    while i in below and sentence.tokens[i].text not in _STOPS:
        yield i
        i += 1
        if i >= len(sentence.tokens):
            return


#: How the text gives a role, in the order of trying.
CONSTRUCTIONS: tuple[Callable[[Name, set[int]], Iterator[Role]], ...] = (
    before_name,
    before_list,
    after_name,
    holding_post,
)
