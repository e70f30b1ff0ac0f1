"""Write the articles of a folder as JSON lines: ``python folder.py FOLDER OUTPUT``."""

from __future__ import annotations

import sys
from pathlib import Path

import runews


def main(folder: Path, output: Path) -> None:
    """Parse every text file of the folder in two processes."""
    paths = sorted(folder.glob("*.txt"))
    texts = (path.read_text(encoding="utf-8") for path in paths)
    quotes = 0
    with output.open("w", encoding="utf-8") as file:
        for article in runews.parse_articles(texts, workers=2):
            file.write(article.to_json() + "\n")
            quotes += len(article.quotes)
    print(f"{len(paths)} articles, {quotes} quotes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
