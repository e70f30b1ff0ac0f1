"""The parts of an article: spans, metadata, paragraphs, entities, quotes, attributions.

In flow plain values; every class is frozen, slotted, hashable and holds tuples.
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

from runews.models.kinds import EntityType, MentionKind, ParagraphKind, QuoteKind

__all__ = [
    "Attribution",
    "Cue",
    "Dateline",
    "Entity",
    "Medium",
    "Mention",
    "Metadata",
    "Paragraph",
    "Quote",
    "Sentence",
    "Span",
    "Speaker",
]


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points in `Article.text`.

    Args:
        start: Offset of the first code point.
        stop: Offset after the last one; never less than ``start``.

    Raises:
        ValueError: ``start`` is negative or greater than ``stop``.

    Example:
        >>> span = Span(2, 5)
        >>> "Москва"[span.start:span.stop]
        'скв'
        >>> len(span), Span(3, 4) in span, Span(4, 6).overlaps(span)
        (3, True, True)
    """

    start: int
    stop: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(
                f"a span needs 0 <= start <= stop, not start={self.start}, stop={self.stop}"
            )

    def __len__(self) -> int:
        return self.stop - self.start

    def __bool__(self) -> bool:
        # A span is a value that is there, also where it is empty.
        return True

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point.

        Args:
            other: The other span, of the same text.

        Returns:
            ``True`` where they overlap; touching ends do not.
        """
        return self.start < other.stop and other.start < self.stop


@attrs.frozen(kw_only=True)
class Dateline:
    """The opening of a dispatch: place, date, agency, correspondent.

    Args:
        span: Where it stands, without the white space around it.
        text: ``article.text`` under the span.
        place: The place in the nominative, ``None`` where it names none.
        day: Day of the month, 1 to 31.
        month: Month, 1 to 12.
        year: The year that the text or the caller gives; never guessed.
        agency: The agency's usual name.
        authors: Correspondents that it names, in the nominative.
    """

    span: Span
    text: str
    place: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Metadata:
    """What is known about the article as a publication; ``None`` or empty where nothing is.

    Args:
        headline: The headline.
        published: When it came out: a date, or a date and time where one is given (aware where
            the time zone is).
        dateline: The dispatch's dateline.
        agency: The news agency that the article comes from.
        authors: Who wrote it.
        url: Its address.
        site: The outlet that published it.
        language: ISO 639-1 code of the language that it is written in.
        tags: The publisher's tags.
    """

    headline: str | None = None
    published: date | datetime | None = None
    dateline: Dateline | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    site: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Paragraph:
    """A block of the article.

    Args:
        span: Where it stands, without the white space around it.
        text: ``article.text`` under the span.
        kind: What the paragraph is.
    """

    span: Span
    text: str
    kind: ParagraphKind = ParagraphKind.BODY


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence; it never crosses a paragraph's end.

    Args:
        span: Where it stands, without the white space around it.
        text: ``article.text`` under the span.
        paragraph: Index of its paragraph in `Article.paragraphs`.
    """

    span: Span
    text: str
    paragraph: int


@attrs.frozen(kw_only=True)
class Mention:
    """One place where an entity is referred to.

    Args:
        span: Where it stands.
        text: ``article.text`` under the span.
        kind: Name, role or pronoun.
    """

    span: Span
    text: str
    kind: MentionKind = MentionKind.NAME


@attrs.frozen(kw_only=True)
class Entity:
    """A person, an organisation or a place of the article.

    Args:
        id: ``"e1"``, ``"e2"`` … in order of the first mention.
        type: Person, organisation or location.
        name: The canonical name: nominative, the fullest form that the article supports.
        mentions: Every mention, in text order.
        roles: Titles and posts, in the nominative.
        aliases: Other names that the article uses, in the nominative.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Quote:
    """One act of reporting: what somebody is said to have said.

    Args:
        id: ``"q1"``, ``"q2"`` … in text order.
        kind: Direct, mixed or indirect.
        spans: The pieces of the content, in order; a direct quote's include its quotation marks.
        text: The content without its outer quotation marks, the pieces joined by a space.
        parent_id: The id of the quote that this one is nested in.
    """

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...] = attrs.field(validator=attrs.validators.min_len(1))
    text: str
    parent_id: str | None = None

    @property
    def span(self) -> Span:
        """From the first piece's start to the last one's stop."""
        return Span(self.spans[0].start, self.spans[-1].stop)


@attrs.frozen(kw_only=True)
class Cue:
    """The words that signal the reporting: «заявил», «по словам».

    Args:
        span: Where it stands.
        text: ``article.text`` under the span.
        lemma: Its dictionary form, lower case («заявить»); a fixed phrase keeps its own form
            («по словам»).
    """

    span: Span
    text: str
    lemma: str


@attrs.frozen(kw_only=True)
class Speaker:
    """Who speaks, or the outlet that relays it.

    Args:
        span: The mention next to the cue; ``None`` where only the context tells who speaks.
        text: ``article.text`` under the span, ``None`` with it.
        name: The name resolved through the article, nominative; an unnamed source's description.
        entity_id: The id of the speaker's entity, ``None`` for an unnamed source.
    """

    span: Span | None = None
    text: str | None = None
    name: str
    entity_id: str | None = None


@attrs.frozen(kw_only=True)
class Medium:
    """Where the words were said or written: a social network, an interview, a briefing.

    Args:
        span: Where it stands.
        text: ``article.text`` under the span.
        name: Its name, in the nominative.
    """

    span: Span
    text: str
    name: str


@attrs.frozen(kw_only=True)
class Attribution:
    """Who said a quote, as the article tells it; what it does not tell is ``None``.

    Args:
        quote_id: The id of the quote.
        cue: The reporting words.
        speaker: Who speaks.
        medium: Where it was said.
        via: The outlet that relays it.
        confidence: How sure the parser is of quote and speaker, 0 to 1.
    """

    quote_id: str
    cue: Cue | None = None
    speaker: Speaker | None = None
    medium: Medium | None = None
    via: Speaker | None = None
    confidence: float = attrs.field(
        default=1.0, validator=[attrs.validators.ge(0.0), attrs.validators.le(1.0)]
    )
