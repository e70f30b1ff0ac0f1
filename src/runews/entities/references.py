"""One walk through the article: role nouns and pronouns to the entities that they stand for.

In flow clusters with their names and roles; out flow references in text order. What is resolved
counts as a mention for what comes after it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import attrs

from runews.entities.discourse import Discourse, head_of
from runews.entities.pronouns import is_pronoun, resolve_elided, resolve_pronoun
from runews.entities.role_mentions import (
    heads_organisation,
    noun_phrase,
    resolve_organisation_noun,
    resolve_person_noun,
)
from runews.entities.role_nouns import is_person_noun
from runews.models import EntityType, MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runews.entities.clusters import Cluster
    from runews.entities.names import Name
    from runews.language import Analysis
    from runews.language.tokens import ParsedSentence, Token

__all__ = ["Reference", "find_references"]

#: Nobody remembers more; it bounds the search for what a noun stands for.
_MOST_IN_MIND = 40
_OPENING = "«„“"
_CLOSING = "»”"


@attrs.frozen(eq=False)
class Reference:
    """A role noun, a pronoun or a predicate without its subject, with the entity.

    Args:
        cluster: The entity.
        span: Where the reference stands.
        kind: Role or pronoun; ``None`` for a subject left out, which is no mention.
        token: The pronoun, the noun that heads the reference, or the predicate.
        sentence: Its sentence.
    """

    cluster: Cluster
    span: Span
    kind: MentionKind | None
    token: Token
    sentence: ParsedSentence


def find_references(clusters: Sequence[Cluster], analysis: Analysis) -> Iterator[Reference]:
    """Resolve the article's role nouns and pronouns.

    Args:
        clusters: Its entities, with roles.
        analysis: The language models' view.

    Yields:
        What is resolved, in text order.
    """
    walk = _Walk(clusters)
    for sentence in analysis.sentences:
        yield from walk.read(sentence)


class _Walk:
    """The state of the walk: the discourse and who was mentioned last."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._discourse = Discourse()
        self._latest: dict[int, Cluster] = {}
        self._names: dict[int, list[tuple[Name, Cluster]]] = {}
        self._in_roles: dict[int, set[int]] = {}
        for cluster in clusters:
            for name in cluster.names:
                self._names.setdefault(name.sentence.index, []).append((name, cluster))
            for role in cluster.roles:
                held = self._in_roles.setdefault(role.sentence.index, set())
                held.update(range(role.first, role.last + 1))

    def read(self, sentence: ParsedSentence) -> Iterator[Reference]:
        """Walk through one sentence."""
        self._discourse.forget(sentence)
        elided = resolve_elided(sentence, self._discourse)
        if elided is not None:
            verb, person = elided
            yield Reference(person, verb.span, None, verb, sentence)
        starts = {n.first: (n, c) for n, c in self._names.get(sentence.index, ()) if not n.inside}
        covered = {i for n, _ in starts.values() for i in range(n.first, n.last + 1)}
        covered |= self._in_roles.get(sentence.index, set())
        quoted = False
        straight = False
        for token in sentence.tokens:
            if token.text in _OPENING:
                quoted = True
            elif token.text in _CLOSING:
                quoted = False
            elif token.text == '"':
                straight = not straight
            if token.index in starts:
                name, cluster = starts[token.index]
                self._mention(cluster, sentence, head_of(name), quoted or straight)
            elif token.index not in covered:
                reference = self._resolve(token, sentence, quoted or straight)
                if reference is not None:
                    self._mention(reference.cluster, sentence, token, quoted or straight)
                    yield reference

    def _mention(
        self, cluster: Cluster, sentence: ParsedSentence, head: Token, quoted: bool
    ) -> None:
        self._discourse.add(cluster, sentence, head, quoted=quoted)
        self._latest.pop(id(cluster), None)
        self._latest[id(cluster)] = cluster

    def _resolve(self, token: Token, sentence: ParsedSentence, quoted: bool) -> Reference | None:
        if is_pronoun(token):
            cluster = resolve_pronoun(token, sentence, self._discourse, quoted=quoted)
            if cluster is None:
                return None
            return Reference(cluster, token.span, MentionKind.PRONOUN, token, sentence)
        if token.pos != "NOUN":
            return None
        if is_person_noun(token):
            latest = list(islice(reversed(self._latest.values()), _MOST_IN_MIND))
            persons = [c for c in latest if c.type is EntityType.PER]
            cluster = resolve_person_noun(token, sentence, persons)
            if cluster is None and token.rel.startswith("nsubj"):
                self._discourse.add(None, sentence, token, quoted=quoted, gender=token.gender)
        elif heads_organisation(token):
            latest = list(islice(reversed(self._latest.values()), _MOST_IN_MIND))
            cluster = resolve_organisation_noun(token, sentence, latest)
        else:
            return None
        if cluster is None:
            return None
        first, last = noun_phrase(token, sentence)
        span = Span(sentence.tokens[first].start, sentence.tokens[last].stop)
        return Reference(cluster, span, MentionKind.ROLE, token, sentence)
