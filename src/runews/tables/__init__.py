"""Articles as flat tables of quotes, entities, mentions and articles.

In flow articles, alone or with keys, from any iterable; out flows a `Table`: plain dict rows, or a
data frame of pandas, polars or pyarrow. The four functions are the four tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.tables.columns import ARTICLES, ENTITIES, MENTIONS, QUOTES, Column
from runews.tables.rows import article_rows, entity_rows, mention_rows, quote_rows
from runews.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runews.models import Article

__all__ = ["Column", "Table", "articles", "entities", "mentions", "quotes"]


def quotes(articles: Iterable[Article | tuple[object, Article]]) -> Table:
    """One row for each quote, with who said it and where.

    Args:
        articles: Articles, or pairs of a key of yours and an article; read once, one at a time.

    Returns:
        The table; nothing is read until it is asked for its rows.

    Raises:
        OptionError: While the rows are read: an item is not an article.

    Example:
        >>> from runews import parse_article
        >>> article = parse_article("По словам мэра Павла Дроздова, вход бесплатный.")
        >>> for row in quotes([("a.txt", article)]):
        ...     print(row["key"], row["kind"], row["speaker"], row["text"], sep=" | ")
        a.txt | indirect | Павел Дроздов | вход бесплатный
    """
    return Table(QUOTES, articles, quote_rows)


def entities(articles: Iterable[Article | tuple[object, Article]]) -> Table:
    """One row for each entity of each article.

    Args:
        articles: Articles, or pairs of a key of yours and an article; read once, one at a time.

    Returns:
        The table; nothing is read until it is asked for its rows.

    Raises:
        OptionError: While the rows are read: an item is not an article.

    Example:
        >>> from runews import parse_article
        >>> article = parse_article("По словам мэра Павла Дроздова, вход бесплатный.")
        >>> [(row["name"], row["type"], row["roles"], row["quotes"]) for row in entities([article])]
        [('Павел Дроздов', 'PER', ['мэр'], 1)]
    """
    return Table(ENTITIES, articles, entity_rows)


def mentions(articles: Iterable[Article | tuple[object, Article]]) -> Table:
    """One row for each mention of each entity, entity by entity.

    Args:
        articles: Articles, or pairs of a key of yours and an article; read once, one at a time.

    Returns:
        The table; nothing is read until it is asked for its rows.

    Raises:
        OptionError: While the rows are read: an item is not an article.

    Example:
        >>> from runews import parse_article
        >>> article = parse_article("По словам мэра Павла Дроздова, вход бесплатный.")
        >>> [(row["text"], row["name"], row["start"]) for row in mentions([article])]
        [('Павла Дроздова', 'Павел Дроздов', 15)]
    """
    return Table(MENTIONS, articles, mention_rows)


def articles(articles: Iterable[Article | tuple[object, Article]]) -> Table:
    """One row for each article: what is known about it, and how much it holds.

    Args:
        articles: Articles, or pairs of a key of yours and an article; read once, one at a time.

    Returns:
        The table; nothing is read until it is asked for its rows.

    Raises:
        OptionError: While the rows are read: an item is not an article.

    Example:
        >>> from runews import Article, Metadata, tables
        >>> table = tables.articles([Article(text="Да.", metadata=Metadata(agency="ТАСС"))])
        >>> [(row["article"], row["agency"], row["quotes"]) for row in table]
        [(0, 'ТАСС', 0)]
    """
    return Table(ARTICLES, articles, article_rows)
