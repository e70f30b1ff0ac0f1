"""Articles made by hand, without the language models, for tests of what comes after the parse."""

from __future__ import annotations

from datetime import date

from runews import (
    Article,
    Attribution,
    Cue,
    Dateline,
    Entity,
    EntityType,
    Medium,
    Mention,
    MentionKind,
    Metadata,
    Paragraph,
    ParagraphKind,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Speaker,
)

TEXT = (
    "Снег сойдёт\n"
    "ОМСК, 3 апр – ТАСС. «Снег сойдёт, – сказал мэр Олег Зимин в Telegram. – Ждём тепла».\n"
    "По его словам, улицы чистят, передаёт Интерфакс."
)


def span_of(piece: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where a piece of a text stands, its first occurrence unless told otherwise."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(piece, start + 1)
    return Span(start, start + len(piece))


def full_article() -> Article:
    """An article in which every field of every class is filled at least once."""
    mayor = Entity(
        id="e1",
        type=EntityType.PER,
        name="Олег Зимин",
        mentions=(
            Mention(span=span_of("Олег Зимин"), text="Олег Зимин"),
            Mention(span=span_of("его"), text="его", kind=MentionKind.PRONOUN),
        ),
        roles=("мэр",),
        aliases=("Зимин",),
    )
    agency = Entity(
        id="e2",
        type=EntityType.ORG,
        name="Интерфакс",
        mentions=(Mention(span=span_of("Интерфакс"), text="Интерфакс"),),
    )
    paragraphs = [span_of(line) for line in TEXT.split("\n")]
    return Article(
        text=TEXT,
        metadata=Metadata(
            headline="Снег сойдёт",
            published=date(2024, 4, 3),
            dateline=Dateline(
                span=span_of("ОМСК, 3 апр – ТАСС."),
                text="ОМСК, 3 апр – ТАСС.",
                place="Омск",
                day=3,
                month=4,
                year=2024,
                agency="ТАСС",
                authors=("Анна Лес",),
            ),
            agency="ТАСС",
            authors=("Анна Лес",),
            url="https://example.org/1",
            site="Пример",
            language="ru",
            tags=("погода", "Омск"),
        ),
        paragraphs=tuple(
            Paragraph(span=s, text=TEXT[s.start : s.stop], kind=kind)
            for s, kind in zip(
                paragraphs,
                (ParagraphKind.HEADLINE, ParagraphKind.LEAD, ParagraphKind.BODY),
                strict=True,
            )
        ),
        sentences=tuple(
            Sentence(span=s, text=TEXT[s.start : s.stop], paragraph=i)
            for i, s in enumerate(paragraphs)
        ),
        entities=(mayor, agency),
        quotes=(
            Quote(
                id="q1",
                kind=QuoteKind.DIRECT,
                spans=(span_of("«Снег сойдёт,"), span_of("Ждём тепла»")),
                text="Снег сойдёт, Ждём тепла",
            ),
            Quote(
                id="q2",
                kind=QuoteKind.INDIRECT,
                spans=(span_of("улицы чистят"),),
                text="улицы чистят",
                parent_id="q1",
            ),
        ),
        attributions=(
            Attribution(
                quote_id="q1",
                cue=Cue(span=span_of("сказал"), text="сказал", lemma="сказать"),
                speaker=Speaker(
                    span=span_of("мэр Олег Зимин"),
                    text="мэр Олег Зимин",
                    name="Олег Зимин",
                    entity_id="e1",
                ),
                medium=Medium(span=span_of("Telegram"), text="Telegram", name="Telegram"),
                confidence=0.95,
            ),
            Attribution(
                quote_id="q2",
                cue=Cue(span=span_of("По его словам"), text="По его словам", lemma="по словам"),
                speaker=Speaker(name="Олег Зимин", entity_id="e1"),
                via=Speaker(
                    span=span_of("Интерфакс"), text="Интерфакс", name="Интерфакс", entity_id="e2"
                ),
                confidence=0.5,
            ),
        ),
    )
