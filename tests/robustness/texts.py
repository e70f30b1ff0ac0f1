"""Texts from the widest inwards: any string, bytes decoded any way, news with faults in it.

The news are the articles that the project carries; a fault is what an editor, a scraper or an enemy
does to a text. Every strategy shrinks: to shorter strings, to fewer faults.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.golden.markup import parse_golden
from tests.strategies import any_text, articles

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["any_input", "damaged_news", "decoded_bytes", "hostile_unicode", "news", "own_articles"]

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-16", "utf-32", "windows-1251", "koi8-r", "cp866", "latin-1", "utf-7")
MARKS = "«»\"„“”‹›'()[]–—-:,.…?!"
STYLES = ("«»", "„“", "“”", '""')
LOOKALIKES: dict[str, str] = dict(zip("АВЕКМНОРСТХаеорсухё", "ABEKMHOPCTXaeopcyxе", strict=True))

#: What breaks programs that take a code point for a character, or a string for UTF-8.
_SNAGS = (
    "\ud800", "\udc00", "\udfff\ud800", "\x00", "\x01", "\x0b", "\x1c", "\x85", "\u2028", "\u2029",
    "\u00ad", "\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069",
    "\ufeff", "\ufffe", "\U0010ffff", "e\u0301", "и\u0306", "\u0301", "\u0488", "\u20dd", "😀",
    "👨\u200d👩\u200d👧", "🇷🇺", "ﷺ", "שלום", "قال", "ﬁ", "ß", "İ", "ı", "ſ", "Ǆ", "ⅷ", "²", "½",
    "٣", "𝟛", "Ꙗ", "ѣ", "ӏ", "ґ", "ў", "\u00a0", "\u2009", "\u3000", "\t", "\r", "\r\n", "\n",
)  # fmt: skip
_SAYINGS = (
    "«Да», – сказал он", "сообщил ", "Иванов", ", что ", "По словам ", "МОСКВА, 3 апр – ТАСС. ",
    "газета «Труд»", "— ", ": ", ". ", "Об этом заявил мэр. ", "его ", " ", "Глава МИД ",
)  # fmt: skip


@cache
def own_articles() -> tuple[str, ...]:
    """The articles that the project carries: golden ones, examples, those of the documentation."""
    golden = [parse_golden(path).text for path in sorted((ROOT / "tests/golden").glob("*.txt"))]
    others = sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "docs/articles").glob("*.txt")])
    return (*golden, *(path.read_text("utf-8") for path in others))


@cache
def _excerpts() -> tuple[str, ...]:
    """One to three paragraphs in a row, short enough to be parsed by the thousand."""
    found: list[str] = []
    for article in own_articles():
        lines = [line for line in article.splitlines() if line.strip()]
        found += ["\n\n".join(lines[i : i + 1 + i % 3]) for i in range(len(lines))]
    return tuple(found)


def news() -> st.SearchStrategy[str]:
    """A few paragraphs of an article that the project carries."""
    return st.sampled_from(_excerpts())


def hostile_unicode() -> st.SearchStrategy[str]:
    """Pieces of news with characters between and inside them that break naive programs."""
    return st.lists(st.sampled_from(_SNAGS + _SAYINGS), max_size=30).map("".join)


@st.composite
def decoded_bytes(draw: st.DrawFn) -> str:
    """Arbitrary bytes, or news in one encoding, read in another."""
    encoding = draw(st.sampled_from(ENCODINGS))
    raw = draw(st.binary(max_size=300) | news().map(lambda text: text.encode(encoding, "replace")))
    reading = draw(st.sampled_from(ENCODINGS))
    errors = draw(st.sampled_from(["replace", "ignore", "backslashreplace"]))
    start = draw(st.integers(0, 3))
    return raw[start:].decode(reading, errors)


@st.composite
def damaged_news(draw: st.DrawFn) -> str:
    """News with one to four faults."""
    text = draw(news())
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(_FAULTS))(draw, text)
    return text


def any_input() -> st.SearchStrategy[str]:
    """All of it: whatever anybody may pass as a text."""
    return st.one_of(any_text(), hostile_unicode(), decoded_bytes(), damaged_news(), articles())


def _drop_mark(draw: st.DrawFn, text: str) -> str:
    at = _mark(draw, text)
    return text if at is None else text[:at] + text[at + 1 :]


def _double_mark(draw: st.DrawFn, text: str) -> str:
    at = _mark(draw, text)
    return text if at is None else text[:at] + text[at] + text[at:]


def _swap_mark(draw: st.DrawFn, text: str) -> str:
    at = _mark(draw, text)
    return text if at is None else text[:at] + draw(st.sampled_from(MARKS)) + text[at + 1 :]


def _mark(draw: st.DrawFn, text: str) -> int | None:
    places = [i for i, c in enumerate(text) if c in MARKS]
    return draw(st.sampled_from(places)) if places else None


def _other_style(draw: st.DrawFn, text: str) -> str:
    return text.translate(str.maketrans("«»", draw(st.sampled_from(STYLES))))


def _move_paragraphs(draw: st.DrawFn, text: str) -> str:
    """Paragraphs dropped, doubled, out of order, or run together."""
    lines = text.split("\n\n")
    chosen = draw(st.lists(st.sampled_from(lines), max_size=len(lines) + 1))
    return draw(st.sampled_from(["\n\n", "\n", "\r\n", " ", ""])).join(chosen)


def _cut(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    return text[start : draw(st.integers(start, len(text)))]


def _recase(draw: st.DrawFn, text: str) -> str:
    changes: list[Callable[[str], str]] = [str.upper, str.lower, str.title, str.swapcase]
    change = draw(st.sampled_from(changes))
    return str(change(text))


def _letters(draw: st.DrawFn, text: str) -> str:
    """ё for е or the other way, Latin letters that look like Cyrillic ones, letters taken apart."""
    tables = (
        str.maketrans({"е": "ё", "ё": "е"}),
        str.maketrans({"ё": "е", "Ё": "Е"}),
        str.maketrans(LOOKALIKES),
        str.maketrans({"й": "и\u0306", "ё": "е\u0308"}),
        str.maketrans({c: LOOKALIKES[c] for c in draw(st.lists(st.sampled_from("аеорсАВЕ")))}),
    )
    return text.translate(draw(st.sampled_from(tables)))


def _spaces(draw: st.DrawFn, text: str) -> str:
    other = draw(st.sampled_from(["\u00a0", "\u2009", "  ", "\t", "\n", "", "\u200b", "\u00ad "]))
    places = [i for i, c in enumerate(text) if c == " "]
    if not places or draw(st.booleans()):
        return text.replace(" ", other)
    at = draw(st.sampled_from(places))
    return text[:at] + other + text[at + 1 :]


def _snag(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return f"{text[:at]}{draw(st.sampled_from(_SNAGS + _SAYINGS))}{text[at:]}"


_FAULTS: tuple[Callable[[st.DrawFn, str], str], ...] = (
    _drop_mark,
    _double_mark,
    _swap_mark,
    _other_style,
    _move_paragraphs,
    _cut,
    _recase,
    _letters,
    _spaces,
    _snag,
)
