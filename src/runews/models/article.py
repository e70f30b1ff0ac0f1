"""The `Article`: what a parse returns, with its look-ups.

In flow the parts that the stages found; out flow answers about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from runews.errors import NotFoundError
from runews.models.parts import (
    Attribution,
    Entity,
    Metadata,
    Paragraph,
    Quote,
    Sentence,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Article"]


@attrs.frozen(kw_only=True)
class Article:
    """A parsed article.

    Args:
        text: Exactly the string that was parsed; every span counts in it.
        metadata: What is known about the publication.
        paragraphs: Its blocks, in order.
        sentences: The sentences of the blocks, in order.
        entities: Persons, organisations and places, in order of their first mention.
        quotes: Reported speech, in text order.
        attributions: One for each quote, in the same order.
    """

    text: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field is called so in the contract
        """The entity of that id.

        Args:
            id: ``"e1"`` and so on.

        Returns:
            The entity.

        Raises:
            NotFoundError: The article has none of that id.
        """
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise NotFoundError(f"no entity {id!r} in this article; article.entities lists them all")

    def quote(self, id: str) -> Quote:  # noqa: A002 - the field is called so in the contract
        """The quote of that id.

        Args:
            id: ``"q1"`` and so on.

        Returns:
            The quote.

        Raises:
            NotFoundError: The article has none of that id.
        """
        for quote in self.quotes:
            if quote.id == id:
                return quote
        raise NotFoundError(f"no quote {id!r} in this article; article.quotes lists them all")

    def attribution_of(self, quote: Quote | str) -> Attribution:
        """Who said a quote.

        Args:
            quote: A quote of this article, or its id.

        Returns:
            Its attribution.

        Raises:
            NotFoundError: The quote is not of this article.
        """
        quote_id = quote if isinstance(quote, str) else quote.id
        for attribution in self.attributions:
            if attribution.quote_id == quote_id:
                return attribution
        raise NotFoundError(f"no quote {quote_id!r} in this article; article.quotes lists them all")

    def quotes_by(self, speaker: Entity | str) -> tuple[Quote, ...]:
        """What one speaker says.

        Args:
            speaker: An entity of this article, or a name: the canonical one, an alias, or the
                description of an unnamed source; letter case and ё/е do not matter.

        Returns:
            That speaker's quotes, in text order; empty where there are none.
        """
        if isinstance(speaker, Entity):
            ids, names = {speaker.id}, set[str]()
        else:
            wanted = _folded(speaker)
            ids = {e.id for e in self.entities if wanted in map(_folded, (e.name, *e.aliases))}
            names = {wanted}
        said = {
            a.quote_id
            for a in self.attributions
            if a.speaker and (a.speaker.entity_id in ids or _folded(a.speaker.name) in names)
        }
        return tuple(q for q in self.quotes if q.id in said)

    def to_dict(self) -> dict[str, Any]:
        """The article as plain dicts, lists, strings and numbers.

        Returns:
            What `from_dict` takes back without loss.
        """
        from runews import serialize

        return serialize.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The article as a JSON string.

        Args:
            indent: Spaces of indentation; ``None`` puts everything on one line.

        Returns:
            What `from_json` takes back without loss.
        """
        from runews import serialize

        return serialize.to_json(self, indent=indent)

    def to_html(self, *, title: str | None = None, language: str = "en") -> str:
        """The article as a web page of its own: the text with its quotes, and who said what.

        Args:
            title: The page's title; the headline, or else the beginning of the text, if not given.
            language: The language of the page's own words, ``"en"`` or ``"ru"``.

        Returns:
            An HTML document that needs nothing from elsewhere and holds no script. Write it out
            as UTF-8.

        Raises:
            OptionError: ``language`` is neither of the two.

        Example:
            >>> import runews
            >>> article = runews.parse_article("По словам врача, угрозы жизни нет.")
            >>> article.to_html().startswith("<!doctype html>")
            True
        """
        from runews.view import render_page

        return render_page(self, title=title, language=language)

    def _repr_html_(self) -> str:
        """What a notebook shows of the article."""
        from runews.view import render_fragment

        return render_fragment(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that `to_dict` wrote.

        Args:
            data: The dict.

        Returns:
            An article equal to the one that was written.

        Raises:
            SerializationError: The dict does not describe an article.
        """
        from runews import serialize

        return serialize.from_dict(data)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that `to_json` wrote.

        Args:
            data: The JSON document.

        Returns:
            An article equal to the one that was written.

        Raises:
            SerializationError: The JSON is malformed or does not describe an article.
        """
        from runews import serialize

        return serialize.from_json(data)


def _folded(name: str) -> str:
    return name.casefold().replace("ё", "е")
