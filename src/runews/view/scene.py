"""What all parts of a view share: the article, its numbering, the page's words.

In flow an `Article` and how it is to be shown; out flows a `Scene`. Identifiers on the page are
made of numbers alone, whatever an article's own ids look like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from runews.models import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runews.models import Article, Quote
    from runews.view.words import Words

__all__ = ["Scene", "scene_of"]


@attrs.frozen(kw_only=True)
class Scene:
    """An article, and how the page refers to its parts.

    Args:
        article: The article.
        words: The page's own words.
        prefix: What every identifier of the article begins with.
        level: The level of the article's heading on the page.
        rules: The name of the rule by the quote's id; empty where it is not known.
        quote_numbers: The number of each quote by its id, from 1.
        entity_numbers: The number of each entity by its id, from 1.
        attributions: The attribution of each quote by the quote's id.
    """

    article: Article
    words: Words
    prefix: str
    level: int
    rules: Mapping[str, str]
    quote_numbers: Mapping[str, int]
    entity_numbers: Mapping[str, int]
    attributions: Mapping[str, Attribution]

    def quote_id(self, quote: Quote) -> str:
        """The identifier of a quote in the text."""
        return f"{self.prefix}q{self.quote_numbers[quote.id]}"

    def card_id(self, quote: Quote) -> str:
        """The identifier of a quote's card."""
        return f"{self.prefix}c{self.quote_numbers[quote.id]}"

    def entity_id(self, entity_id: str | None) -> str | None:
        """The identifier of an entity's entry, ``None`` where the article has none."""
        number = self.entity_numbers.get(entity_id) if entity_id is not None else None
        return f"{self.prefix}e{number}" if number else None

    def attribution(self, quote: Quote) -> Attribution:
        """A quote's attribution, an empty one where the article lacks it."""
        return self.attributions.get(quote.id) or Attribution(quote_id=quote.id)


def scene_of(
    article: Article,
    *,
    words: Words,
    prefix: str = "",
    level: int = 1,
    rules: Mapping[str, str] | None = None,
) -> Scene:
    """The scene of an article.

    Args:
        article: The article.
        words: The page's own words.
        prefix: What every identifier shall begin with, to keep several articles apart.
        level: The level of the article's heading, 1 to 4.
        rules: The name of the rule by the quote's id.

    Returns:
        The scene, with everything numbered.
    """
    return Scene(
        article=article,
        words=words,
        prefix=prefix,
        level=level,
        rules=rules or {},
        quote_numbers={quote.id: n for n, quote in enumerate(article.quotes, 1)},
        entity_numbers={entity.id: n for n, entity in enumerate(article.entities, 1)},
        attributions={attribution.quote_id: attribution for attribution in article.attributions},
    )
