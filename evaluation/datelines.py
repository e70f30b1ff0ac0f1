"""How many datelines are read right, all fields of a line or it does not count.

In flows a file with one ``{"text", "metadata"}`` a line; out flows a percentage.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import runews

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["is_right", "share_right"]


def share_right(path: Path) -> float:
    """The share of the lines of a file whose metadata are all right.

    Args:
        path: The file, JSON lines.

    Returns:
        A percentage with one decimal; 0 for an empty file.
    """
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    right = sum(is_right(runews.parse_article(line["text"]), line["metadata"]) for line in lines)
    return round(100 * right / len(lines), 1) if lines else 0.0


def is_right(article: runews.Article, wanted: dict[str, Any]) -> bool:
    """Whether an article's metadata are what a line of gold wants.

    Args:
        article: The article.
        wanted: The fields to look at: ``place``, ``day``, ``month``, ``agency``, ``authors``,
            ``published`` (ISO 8601).

    Returns:
        Whether all of them agree.

    Example:
        >>> from runews import Article, Dateline, Metadata, Span
        >>> dateline = Dateline(span=Span(0, 5), text="ОМСК.", place="Омск")
        >>> article = Article(text="ОМСК. Снег.", metadata=Metadata(dateline=dateline))
        >>> is_right(article, {"place": "Омск", "authors": []}), is_right(article, {"day": 1})
        (True, False)
    """
    metadata = article.metadata
    source = metadata.dateline or metadata
    found = {
        **{name: getattr(source, name, None) for name in ("place", "day", "month", "agency")},
        "authors": list(source.authors),
        "published": metadata.published.isoformat() if metadata.published else None,
    }
    return all(found[name] == value for name, value in wanted.items())
