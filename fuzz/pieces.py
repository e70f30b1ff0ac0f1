"""What the mutator puts in: the project's own words, marks, names, and markup.

In flow the lexicons; out flow plain tuples of strings.
"""

from __future__ import annotations

import csv
from importlib.resources import files

__all__ = ["LOOKALIKES", "MARKS", "PIECES", "TAGS"]

MARKS = "«»\"„“”‹›'()[]–—-:,.…?!;"

#: A character, and one that looks like it or that a scraper writes for it.
LOOKALIKES = {
    **dict(zip("АВЕКМНОРСТХаеорсухё", "ABEKMHOPCTXaeopcyxе", strict=True)),
    **dict(zip("ABEKMHOPCTXaeopcyx", "АВЕКМНОРСТХаеорсух", strict=True)),
    " ": "\u00a0",
    "й": "и\u0306",
    "-": "\u2011",
    "\n": "\u2029",
}  # fmt: skip

_CONTROLS = (
    "\x00", "\x0b", "\x1c", "\x85", "\u00ad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066",
    "\ufeff", "\ufffd", "\ud800", "\udfff", "\u0301", "\u0488", "😀", "👨\u200d👩\u200d👧",
)  # fmt: skip
_CONNECTIVES = (
    " что ", ", что ", " мол, ", " якобы ", "о том, что ", " чтобы ", " ли ", " как ", "По словам ",
    "По его словам, ", "по данным ", "Об этом ", "Как ", " он ", " она ", " ему ", "его ", " в ",
    " и ", " не ", " из ", "А. ", "г. ", "т. е. ", "№ ", "10 млн ", "3 апр", "2024", "12:30",
    "Вопрос: ", "Ответ: ", "Фото: ", "Источник: ", "— ", "\n— ", "», – ", ", – ", ". – ", ": «",
)  # fmt: skip
_NAMES = (
    "Иванов", "Анна Лесная", "А. Б. Иванов", "Урсула фон дер Ляйен", "Ким Чен Ын", "Трамп",
    "МИД РФ", "ООО «Ромашка»", "газета «Труд»", "МОСКВА, 3 апр – РИА Новости. ", "Нью-Йорк",
    "X", "Х",
)  # fmt: skip

#: Markup that a page may hold, well formed and not.
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<article>", "<h1>", "</h1>", "<br>", "<b>", "<a href=x>",
    "<script>", "</script>", '<script type="application/ld+json">', "<style>", "<!--", "-->",
    "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE html>", "<table><tr><td>", "<ul><li>",
    "<figure>", "<figcaption>", "<blockquote>", "<time datetime='2024-04-03T10:00:00+03:00'>",
    "<meta property='og:title' content='", "<meta charset='windows-1251'>", "<meta name=author ",
    "<svg>", "<math>", "<template>", "<noscript>", "<iframe src=", "<base href=", "<title>",
    " itemprop=articleBody", " itemscope itemtype=NewsArticle", " class='comments'", " hidden",
    "&lt;", "&#0;", "&#x110000;", "&amp;amp;", "&nbsp;", "'>", '"', '{"@type": "NewsArticle"}',
    '"headline": ', '"articleBody": "', '"author": [{}]', '"datePublished": "2024-13-45"', "[[[[",
)  # fmt: skip


def _words() -> tuple[str, ...]:
    """The first column of every lexicon: cues, phrases, nouns of sources, outlets, places."""
    found: set[str] = set()
    for resource in files("runews.lexicons").iterdir():
        if resource.name.endswith(".tsv"):
            lines = resource.read_text("utf-8").splitlines()
            rows = csv.reader(
                [line for line in lines if line and not line.startswith("#")],
                delimiter="\t",
                quoting=csv.QUOTE_NONE,
            )
            found.update(row[0] for row in list(rows)[1:] if row)
    return tuple(sorted(found))


PIECES: tuple[str, ...] = (
    *_words(),
    # As often as all the words together: connectives and marks are what rules turn on.
    *(_CONTROLS + _CONNECTIVES * 4 + _NAMES * 4 + tuple(MARKS) * 4) * 4,
)
