"""An article as text to read in a terminal: metadata, then who said what, then who is named.

In flows an `Article`, out flows a string. The article's words are a stranger's: whatever could
steer a terminal is shown as an escape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from runews.models import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.models import Article, Attribution, Entity, Metadata, Quote

__all__ = ["NARROWEST", "entity_lines", "metadata_fields", "quoted_words", "render_text", "visible"]

#: Narrower than this a column of text is no longer read, it is spelt.
NARROWEST = 30

# Control characters, line separators, marks that turn the direction of writing, lone surrogates.
_STEERING = regex.compile(r"[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_KINDS = {
    EntityType.PER: "Persons",
    EntityType.ORG: "Organisations",
    EntityType.LOC: "Places",
}


def visible(text: str) -> str:
    r"""A text with everything that could steer a terminal shown as an escape.

    Args:
        text: Any text.

    Returns:
        One line, without control characters.

    Example:
        >>> print(visible("Иванов\x1b[2J\nПетров"))
        Иванов\x1b[2J\nПетров
    """
    return _STEERING.sub(lambda m: repr(m[0])[1:-1], text)


def render_text(article: Article, *, width: int = 80) -> str:
    """An article made for reading: what it is, who said what in whose words, who is named.

    Args:
        article: The article.
        width: Columns of the terminal.

    Returns:
        Lines of at most ``width`` columns (30 at the least), the last one ended too.

    Example:
        >>> import runews
        >>> article = runews.parse_article("Глава МИД Лавров заявил, что переговоры продолжатся.")
        >>> "переговоры продолжатся" in render_text(article)
        True
    """
    width = max(width, NARROWEST)
    blocks = [
        list(_metadata(article.metadata, width)),
        list(_quotes(article, width)),
        list(_entities(article, width)),
    ]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def metadata_fields(metadata: Metadata) -> dict[str, str]:
    """What is known about the publication, but for the headline, by the label to show it under.

    Args:
        metadata: The article's metadata.

    Returns:
        Labels and values, in the order of showing.
    """
    place = metadata.dateline.place if metadata.dateline else None
    fields = {
        "Published": str(metadata.published) if metadata.published else None,
        "Place": place,
        "Dated": _day(metadata),
        "Agency": metadata.agency,
        "Authors": ", ".join(metadata.authors),
        "Site": metadata.site,
        "URL": metadata.url,
        "Language": metadata.language,
        "Tags": ", ".join(metadata.tags),
    }
    return {label: value for label, value in fields.items() if value}


def _metadata(metadata: Metadata, width: int) -> Iterator[str]:
    if metadata.headline:
        yield from _wrapped(metadata.headline, width)
    for label, value in metadata_fields(metadata).items():
        yield from _wrapped(value, width, first=f"{label:<11}", later=" " * 11)


def _day(metadata: Metadata) -> str | None:
    dateline = metadata.dateline
    if dateline is None or dateline.day is None or dateline.month is None:
        return None
    year = f".{dateline.year}" if dateline.year else ""
    return f"{dateline.day:02}.{dateline.month:02}{year}"


def _quotes(article: Article, width: int) -> Iterator[str]:
    if not article.quotes:
        yield "No quotes."
        return
    number = {quote.id: n for n, quote in enumerate(article.quotes, 1)}
    margin = " " * (len(str(len(number))) + 2)
    yield f"Quotes ({len(number)})"
    for quote, attribution in zip(article.quotes, article.attributions, strict=True):
        inside = f", inside {number[quote.parent_id]}" if quote.parent_id in number else ""
        head = f"{_source(attribution)} [{quote.kind}{inside}]"
        label = f"{number[quote.id]}.".ljust(len(margin))
        yield ""
        yield from _wrapped(head, width, first=label, later=margin)
        yield from _wrapped(quoted_words(article, quote), width, first=margin, later=margin)


def _source(attribution: Attribution) -> str:
    """Who speaks, the cue, where, and who passes it on: «Иванов · заявил · Telegram · via ТАСС»."""
    parts = [attribution.speaker.name if attribution.speaker else "(no source)"]
    if attribution.cue:
        parts.append(attribution.cue.text)
    if attribution.medium:
        parts.append(f"in: {attribution.medium.name}")
    if attribution.via:
        parts.append(f"via: {attribution.via.name}")
    return " · ".join(parts)


def quoted_words(article: Article, quote: Quote) -> str:
    """A quote's pieces as they stand, with their quotation marks, a mark of omission between them.

    Args:
        article: The article.
        quote: One of its quotes.

    Returns:
        The words, line ends and all.
    """
    return " […] ".join(article.text[span.start : span.stop] for span in quote.spans)


def _entities(article: Article, width: int) -> Iterator[str]:
    for label, names in entity_lines(article).items():
        yield from _wrapped(names, width, first=f"{label:<15}", later=" " * 15)


def entity_lines(article: Article) -> dict[str, str]:
    """Who and what is named, by the label to show it under.

    Args:
        article: The article.

    Returns:
        Labels and names with their roles, in the order of showing.
    """
    groups = {
        label: "; ".join(_entity(entity) for entity in article.entities if entity.type is kind)
        for kind, label in _KINDS.items()
    }
    return {label: names for label, names in groups.items() if names}


def _entity(entity: Entity) -> str:
    roles = f" ({', '.join(entity.roles)})" if entity.roles else ""
    return f"{entity.name}{roles}"


def _wrapped(text: str, width: int, *, first: str = "", later: str = "") -> Iterator[str]:
    """A text's words in lines of a width, in linear time also for a word of a million letters."""
    room = width - len(later)
    line = ""
    prefix = first
    for long_word in text.split():
        shown = visible(long_word)
        for word in (shown[i : i + room] for i in range(0, len(shown), room)):
            if line and len(line) + 1 + len(word) > room:
                yield prefix + line
                prefix, line = later, word
            else:
                line = f"{line} {word}" if line else word
    yield (prefix + line).rstrip()
