"""The article's text as HTML: paragraphs by kind, quotes with their cards, cues, mentions.

In flows a `Scene`; out flow pieces of HTML. Without its cards (``role="tooltip"``) the visible text
is the article's own, code point for code point, as `runews.view.escaping.escaped` treats it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import Cue, MentionKind, ParagraphKind, Quote
from runews.view.cards import card
from runews.view.escaping import escaped
from runews.view.marks import Block, MentionOf, marks_of
from runews.view.nesting import Closing, Opening, Point, nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.view.marks import Subject
    from runews.view.nesting import Mark, Run
    from runews.view.scene import Scene

__all__ = ["text_html"]


def text_html(scene: Scene) -> Iterator[str]:
    """The text with all that is marked in it.

    Args:
        scene: The article and how it is shown.

    Yields:
        Pieces of HTML, together one sequence of blocks.
    """
    article = scene.article
    shown = set[str]()
    for piece in nested(len(article.text), marks_of(article)):
        match piece:
            case Opening(mark, first):
                yield _opened(scene, mark, first=first and _identifier(scene, mark) not in shown)
                shown.add(_identifier(scene, mark))
            case Closing(mark):
                if isinstance(mark.subject, Quote):
                    identifier = scene.card_id(mark.subject)
                    yield card(scene, mark.subject, first=identifier not in shown)
                    shown.add(identifier)
                yield f"</{_tag(scene, mark)}>"
            case Point(mark):
                # What cannot be drawn is still there to be jumped to.
                if isinstance(mark.subject, Quote | MentionOf):
                    identifier = _identifier(scene, mark)
                    if identifier not in shown:
                        yield f'<span id="{identifier}"></span>'
                    shown.add(identifier)
            case _:
                yield _run(scene, piece)


def _identifier(scene: Scene, mark: Mark[Subject]) -> str:
    match mark.subject:
        case Quote() as quote:
            return scene.quote_id(quote)
        case MentionOf(entity, _, number):
            return f"{scene.entity_id(entity.id)}-{number}"
    return ""


def _opened(scene: Scene, mark: Mark[Subject], *, first: bool) -> str:
    identifier = f' id="{_identifier(scene, mark)}"' if first else ""
    match mark.subject:
        case Block(kind):
            return f'<{_tag(scene, mark)} class="rn-p rn-{kind or "loose"}">'
        case Quote() as quote:
            number = scene.quote_numbers[quote.id]
            # The first piece is reached with the keyboard; the others answer a tap.
            return (
                f'<mark{identifier} class="rn-q rn-{quote.kind}" tabindex="{0 if first else -1}"'
                f' data-rn="{number}" aria-describedby="{scene.card_id(quote)}">'
            )
        case Cue():
            return '<span class="rn-cue">'
        case MentionOf(entity, mention, _):
            pronoun = " rn-pronoun" if mention.kind is MentionKind.PRONOUN else ""
            return f'<span{identifier} class="rn-m rn-{entity.type}{pronoun}">'


def _tag(scene: Scene, mark: Mark[Subject]) -> str:
    match mark.subject:
        case Block(ParagraphKind.HEADLINE):
            return f"h{scene.level}"
        case Block(ParagraphKind.SUBHEADING):
            return f"h{scene.level + 1}"
        case Block():
            return "p"
        case Quote():
            return "mark"
    return "span"


def _run(scene: Scene, run: Run[Subject]) -> str:
    words = escaped(scene.article.text[run.start : run.stop])
    for mark in reversed(run.marks):
        # A link cannot hold a link: where mentions lie in one another, the innermost has it.
        if isinstance(mark.subject, MentionOf):
            entity = mark.subject.entity
            title = escaped(f"{entity.name} · {scene.words.types[entity.type]}")
            return f'<a href="#{scene.entity_id(entity.id)}" title="{title}">{words}</a>'
    return words
