"""Whole articles with their gold: headline, dateline, paragraphs of reports and of narration.

In flow the constructions; out flows a strategy of `Generated`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from tests.golden.markup import strip_marks
from tests.robustness.grammar.constructions import BY_PRONOUN, CONSTRUCTIONS, Construction, filled
from tests.robustness.grammar.people import Source, sources

if TYPE_CHECKING:
    from tests.golden.markup import Piece

__all__ = ["Generated", "GoldReport", "generated", "reports_of"]

_HEADLINES = ("", "Город готовится к весне", "Ремонт в Заречном районе", "Итоги недели в области")
_PLACES = ("МОСКВА", "ОМСК", "САМАРА", "МИНСК", "С.-ПЕТЕРБУРГ")
_AGENCIES = ("РИА Новости", "ТАСС", "Интерфакс")
_NARRATION = (
    "Осенью в парке посадили двести лип.", "Длина маршрута составляет двенадцать километров.",
    "В городе живут около сорока тысяч человек.", "Ремонт начался два года назад.",
)  # fmt: skip
_STYLES = ("«»", "«»", "„“", "“”", '""')
_DASHES = ("–", "—", "-")


@attrs.frozen
class GoldReport:
    """One quote as it was made.

    Args:
        construction: How.
        content: Offsets of its pieces.
        cue: Offsets of its cue, ``None`` where there is none.
        name: The name that the parser should give its speaker.
    """

    construction: Construction
    content: tuple[Piece, ...]
    cue: Piece | None
    name: str


@attrs.frozen
class Generated:
    """An article as it was made.

    Args:
        text: The article.
        reports: Its quotes, in text order.
    """

    text: str
    reports: tuple[GoldReport, ...]


def generated() -> st.SearchStrategy[Generated]:
    """Articles of one to four paragraphs, with up to eight quotes by up to three sources."""
    return reports_of(CONSTRUCTIONS)


@st.composite
def reports_of(draw: st.DrawFn, allowed: tuple[Construction, ...]) -> Generated:
    """Articles in which only some constructions stand.

    Args:
        draw: Draws them.
        allowed: The constructions to choose from.

    Returns:
        The article with its gold.
    """
    marks, dash = draw(st.sampled_from(_STYLES)), draw(st.sampled_from(_DASHES))
    known = draw(st.lists(sources(), min_size=1, max_size=3, unique_by=_called))
    made: list[tuple[Construction, Source]] = []
    named: set[str] = set()
    paragraphs: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        sentences: list[str] = []
        before: Source | None = None
        for _ in range(draw(st.integers(1, 3))):
            if before is not None and draw(st.booleans()):
                source, choice = before, draw(st.sampled_from(BY_PRONOUN))
            else:
                source = draw(st.sampled_from(known))
                choice = draw(st.sampled_from(allowed))
                twice = choice.once and choice in [used for used, _ in made]
                if (choice.person and not source.person) or (choice.alone and sentences) or twice:
                    sentences.append(draw(st.sampled_from(_NARRATION)))
                    before = None
                    continue
            first = source.name not in named
            marked = draw(filled(choice, source, first, marks, dash))
            made.append((choice, source))
            named.add(source.name)
            sentences.append(_numbered(marked, len(made)))
            before = source if source.person else None
            if choice.alone:
                break
        paragraphs.append(" ".join(sentences))
    return _assembled(draw(_openings()) + "\n\n".join(paragraphs), made)


@st.composite
def _openings(draw: st.DrawFn) -> str:
    headline = draw(st.sampled_from(_HEADLINES))
    place, agency = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_AGENCIES))
    day = draw(st.integers(1, 28))
    dateline = draw(st.sampled_from(["", "", f"{place}, {day} апр – {agency}. "]))
    lead = f"{dateline}{draw(st.sampled_from(_NARRATION))}\n\n"
    return (f"{headline}\n\n" if headline else "") + lead


def _called(source: Source) -> str:
    """What two sources of an article must not share: a surname, in whatever gender."""
    return source.short[0].rstrip("а")


def _numbered(marked: str, number: int) -> str:
    for mark in "⟦⟨⟪":
        marked = marked.replace(mark, f"{mark}{number} ")
    return marked


def _assembled(marked: str, made: list[tuple[Construction, Source]]) -> Generated:
    text, pieces = strip_marks(marked)
    return Generated(
        text=text,
        reports=tuple(
            GoldReport(
                construction=construction,
                content=tuple(pieces["⟦", str(number)]),
                cue=next(iter(pieces.get(("⟨", str(number)), ())), None),
                name=source.name,
            )
            for number, (construction, source) in enumerate(made, 1)
        ),
    )
