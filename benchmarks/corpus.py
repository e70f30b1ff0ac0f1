"""The articles to measure on.

In flows a folder, or one file; out flow texts.
"""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

__all__ = ["read_articles"]


def read_articles(source: Path, *, least: int, most: int | None = None) -> list[str]:
    """The articles of a folder: ``*.txt``, and ``*.json`` that have a ``"text"``, in any depth.

    Args:
        source: A folder or a file.
        least: Where there are fewer articles, they are repeated up to this number.
        most: Where there are more, every so-manieth is taken, so that no folder is left out.

    Returns:
        The texts, sorted by file; empty where there is none.
    """
    paths = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
    texts = [text for path in paths if (text := _text(path)).strip()]
    if texts and most is not None and len(texts) > most:
        texts = [texts[i * len(texts) // most] for i in range(most)]
    return list(islice(cycle(texts), max(least, len(texts))))


def _text(path: Path) -> str:
    if path.suffix == ".txt":
        return path.read_text("utf-8")
    if path.suffix == ".json":
        found = json.loads(path.read_text("utf-8"))
        return str(found.get("text", "")) if isinstance(found, dict) else ""
    return ""
