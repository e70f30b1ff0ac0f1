"""Typed views of what the language models found; no model and no natasha in here.

The adapter builds these; every later stage reads them. Offsets count code points of the article's
text.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from runews.models import EntityType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runews.language.morphology import Morphology

__all__ = ["Analysis", "NameSpan", "ParsedSentence", "Token"]


@attrs.frozen(eq=False)
class Token:
    """A word or a punctuation mark with its morphology and its arc in the syntax tree.

    Args:
        start: Offset in the article's text.
        stop: Offset after it.
        text: The token as it stands.
        pos: Universal part of speech (``NOUN``, ``PROPN``, ``VERB`` …; participles, gerunds and
            infinitives are ``VERB``).
        feats: Universal features: ``Case``, ``Gender``, ``Number``, ``Tense``, ``VerbForm`` …
        index: Its place in `ParsedSentence.tokens`.
        head: Index of its head there, ``-1`` for a root.
        rel: Universal dependency relation to the head (``nsubj``, ``obl``, ``ccomp`` …).
        morphology: The dictionary that gives the lemma.
    """

    start: int
    stop: int
    text: str
    pos: str
    feats: Mapping[str, str]
    index: int
    head: int
    rel: str
    morphology: Morphology = attrs.field(repr=False)

    @cached_property
    def lower(self) -> str:
        """The token in lower case, ё written as е."""
        return self.text.lower().replace("ё", "е")

    @cached_property
    def lemma(self) -> str:
        """The dictionary form, lower case, ё written as е."""
        return self.morphology.lemma(self.text, self.pos, self.feats)

    @property
    def case(self) -> str | None:
        """``Nom``, ``Gen``, ``Dat``, ``Acc``, ``Ins``, ``Loc`` or ``None``."""
        return self.feats.get("Case")

    @property
    def gender(self) -> str | None:
        """``Masc``, ``Fem``, ``Neut`` or ``None``."""
        return self.feats.get("Gender")

    @property
    def number(self) -> str | None:
        """``Sing``, ``Plur`` or ``None``."""
        return self.feats.get("Number")

    @property
    def verb_form(self) -> str | None:
        """``Fin``, ``Inf``, ``Conv`` (gerund), ``Part`` (participle) or ``None``."""
        return self.feats.get("VerbForm")

    @property
    def person(self) -> str | None:
        """``1``, ``2``, ``3`` or ``None``."""
        return self.feats.get("Person")

    @property
    def is_animate(self) -> bool:
        """Whether it is tagged as somebody rather than something."""
        return self.feats.get("Animacy") == "Anim"

    @property
    def is_finite(self) -> bool:
        """Whether it is a finite verb."""
        return self.verb_form == "Fin"

    @property
    def is_predicate(self) -> bool:
        """Whether it is a finite verb or a short form: «построил», «построен», «готов»."""
        return self.is_finite or self.is_short

    @property
    def is_short(self) -> bool:
        """Whether it is the short form of an adjective or a participle: «готов», «построен»."""
        return self.feats.get("Variant") == "Short"

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return self.pos != "PUNCT" and any(c.isalnum() for c in self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)


@attrs.frozen(eq=False)
class ParsedSentence:
    """A sentence with its tokens and tree.

    Args:
        index: Its place in `Analysis.sentences`.
        start: Offset in the article's text.
        stop: Offset after it.
        paragraph: Index of its paragraph.
        prose: Whether its block is running text.
        tokens: Its tokens, in order.
    """

    index: int
    start: int
    stop: int
    paragraph: int
    prose: bool
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.stop)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                children[token.head].append(token.index)
        return tuple(map(tuple, children))

    def children(self, index: int) -> tuple[Token, ...]:
        """The direct dependents of a token, in text order."""
        return tuple(self.tokens[i] for i in self._children[index])

    def subtree(self, index: int) -> tuple[int, ...]:
        """The indices of a token and all that depends on it, sorted.

        A cycle in the predicted tree does no harm.
        """
        seen = {index}
        stack = [index]
        while stack:
            for child in self._children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return tuple(sorted(seen))

    def ancestors(self, index: int) -> Iterator[Token]:
        """The heads above a token, nearest first."""
        seen = {index}
        head = self.tokens[index].head
        while head >= 0 and head not in seen:
            seen.add(head)
            yield self.tokens[head]
            head = self.tokens[head].head

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap a span, in order."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for token in self.tokens[first:]:
            if token.start >= span.stop:
                break
            if token.stop > span.start:
                found.append(token)
        return tuple(found)


@attrs.frozen
class NameSpan:
    """A name as the recogniser marks it, before any repair.

    Args:
        span: Where it stands.
        type: Person, organisation or location.
        sentence: Index of the sentence in which it begins.
    """

    span: Span
    type: EntityType
    sentence: int


@attrs.frozen(eq=False)
class Analysis:
    """The language models' view of an article.

    Args:
        text: The article's text.
        sentences: All sentences, in order.
        names: Raw names, in order.
        morphology: The dictionary, for those who inflect.
    """

    text: str
    sentences: tuple[ParsedSentence, ...]
    names: tuple[NameSpan, ...]
    morphology: Morphology = attrs.field(repr=False)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.sentences)

    def sentence_at(self, offset: int) -> ParsedSentence | None:
        """The sentence that covers an offset; ``None`` between sentences."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].stop:
            return None
        return self.sentences[i]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap a span, over sentence ends too."""
        i = max(bisect_right(self._starts, span.start) - 1, 0)
        found: list[Token] = []
        # By index: a slice would copy the rest of the article on every call.
        while i < len(self.sentences) and self.sentences[i].start < span.stop:
            found.extend(self.sentences[i].tokens_in(span))
            i += 1
        return tuple(found)
