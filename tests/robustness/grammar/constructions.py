"""The ways of quoting, each a template with its gold marked in it.

``⟦ ⟧`` is the content, ``⟨ ⟩`` the cue and ``⟪ ⟫`` the source, as in the golden files; words in
braces are filled in. In flow a source and drawn words; out flow marked sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from tests.robustness.grammar import words
from tests.robustness.grammar.words import capital

if TYPE_CHECKING:
    from tests.robustness.grammar.people import Source

__all__ = ["ALONE", "BY_PRONOUN", "CONSTRUCTIONS", "Construction", "filled"]


@attrs.frozen(kw_only=True)
class Construction:
    """One way of quoting.

    Args:
        rule: The rule of runews that is made for it.
        kind: What the quote is: ``direct``, ``mixed``, ``indirect``.
        template: The marked sentence.
        governs: What the verb must govern.
        person: Whether only a person can be its source.
        alone: Whether it is a paragraph of its own.
        once: Whether an article has it but once: words in marks that return are taken for a term.
    """

    rule: str
    kind: str
    template: str
    governs: tuple[str, ...] = ()
    person: bool = False
    alone: bool = False
    once: bool = False


def _direct(rule: str, *templates: str, alone: bool = False) -> list[Construction]:
    return [
        Construction(
            rule=rule, kind="direct", template=each, governs=("прямая", "что", "вводное"),
            person=True, alone=alone,
        )
        for each in templates
    ]  # fmt: skip


def _indirect(
    rule: str, *templates: str, governs: tuple[str, ...] = ("что",)
) -> list[Construction]:
    return [
        Construction(rule=rule, kind="indirect", template=each, governs=governs)
        for each in templates
    ]


#: Constructions that name their source.
CONSTRUCTIONS: tuple[Construction, ...] = (
    *_direct(
        "direct_cue_after",
        "⟦{l}{Said}{r}⟧, {dash} ⟨{verb}⟩ ⟪{who}⟫.",
        "⟦{l}{Said}!{r}⟧ {dash} ⟨{verb}⟩ ⟪{who}⟫.",
        "⟦{l}{Said}. {Said2}{r}⟧, {dash} ⟨{verb}⟩ ⟪{who}⟫.",
        "⟦{l}{Said}{r}⟧, {dash} ⟨{verb}⟩ журналистам ⟪{who}⟫.",
    ),
    *_direct(
        "direct_cue_after", "⟦{l}{Said}{r}⟧, {dash} ⟨{verb}⟩ ⟪{who}⟫. {dash} ⟦{l}{Said2}{r}⟧."
    ),
    *_direct("direct_cue_before", "⟪{Who}⟫ ⟨{verb}⟩: ⟦{l}{Said}{r}⟧."),
    *_direct("direct_cue_inside", "⟦{l}{Said}⟧, {dash} ⟨{verb}⟩ ⟪{who}⟫. {dash} ⟦{Said2}{r}⟧."),
    *_direct("dash_line", "{dash} ⟦{Said}⟧, {dash} ⟨{verb}⟩ ⟪{who}⟫.", alone=True),
    *_direct("block_after_colon", "⟪{Who}⟫ ⟨{verb}⟩:\n⟦{l}{Said}. {Said2}{r}⟧.", alone=True),
    *_indirect(
        "complement_что",
        "⟪{Who}⟫ ⟨{verb}⟩, что ⟦{clause}⟧.",
        "Накануне ⟪{who}⟫ ⟨{verb}⟩, что ⟦{clause}⟧.",
        "⟪{Who}⟫ в среду ⟨{verb}⟩ журналистам, что ⟦{clause}⟧.",
        "Ранее ⟨{verb}⟩ ⟪{who}⟫, что ⟦{clause}⟧.",
    ),
    *_indirect("complement_чтобы", "⟪{Who}⟫ ⟨{demanded}⟩, чтобы ⟦рейсы возобновили {time}⟧."),
    Construction(
        rule="complement_ли",
        kind="indirect",
        template="⟪{Who}⟫ ⟨{asked}⟩, ⟦откроют ли мост {time}⟧.",
        person=True,
    ),
    *_indirect("complement_как", "⟪{Who}⟫ ⟨{explained}⟩, ⟦почему рейсы отменили {time}⟧."),
    *_indirect("complement_colon", "⟪{Who}⟫ ⟨{verb}⟩: ⟦{clause}⟧."),
    *_indirect(
        "complement_fronted", "О том, что ⟦{clause}⟧, ⟨{verb}⟩ ⟪{who}⟫.", governs=("о", "то", "что")
    ),
    *_indirect(
        "source_phrase",
        "⟨{Phrase}⟩ ⟪{whom}⟫, ⟦{clause}⟧.",
        "⟦{Thing}⟧, ⟨{phrase}⟩ ⟪{whom}⟫, ⟦{rest}⟧.",
    ),
    *_indirect("as_reported", "Как ⟨{verb}⟩ ⟪{who}⟫, ⟦{clause}⟧.", governs=("вводное", "что")),
    *_indirect("closing_report", "⟦{Clause}⟧, ⟨{verb}⟩ ⟪{who}⟫.", governs=("вводное", "что")),
    *_indirect("pointing_back", "⟦{Clause}⟧. Об этом ⟨{verb}⟩ ⟪{who}⟫.", governs=("о", "что")),
    *_indirect("complement_что", "⟪{Who}⟫ ⟨{wrote}⟩ в {place}, что ⟦{clause}⟧."),
    Construction(
        rule="fragment",
        kind="mixed",
        template="⟪{Who}⟫ ⟨{called}⟩ решение ⟦{l}{fragment}{r}⟧.",
        once=True,
    ),
    Construction(
        rule="complement_что",
        kind="mixed",
        template="⟪{Who}⟫ ⟨{verb}⟩, что ⟦этот проект станет {l}{fragment}{r} для города⟧.",
        governs=("что", "прямая"),
        once=True,
    ),
)

#: What goes on about the person of the sentence before.
BY_PRONOUN: tuple[Construction, ...] = (
    *_indirect(
        "complement_что",
        "⟪{He}⟫ ⟨{verb}⟩, что ⟦{clause}⟧.",
        "При этом ⟪{he}⟫ ⟨{verb}⟩, что ⟦{clause}⟧.",
    ),
    *_indirect("source_phrase", "⟨По ⟪{his}⟫ словам⟩, ⟦{clause}⟧."),
    *_direct("direct_cue_after", "⟦{l}{Said}{r}⟧, {dash} ⟨{verb}⟩ ⟪{he}⟫."),
)

#: Constructions that are paragraphs of their own.
ALONE = tuple(each for each in CONSTRUCTIONS if each.alone)

_FIXED = {"demanded": "потребовать", "asked": "спросить", "explained": "объяснить",
          "wrote": "написать", "called": "назвать"}  # fmt: skip
_PRONOUNS = {"masc": ("он", "его"), "femn": ("она", "её"), "neut": ("оно", "его")}


@st.composite
def filled(
    draw: st.DrawFn, construction: Construction, source: Source, first: bool, marks: str, dash: str
) -> str:
    """A template with words in its braces.

    Args:
        draw: Draws the words.
        construction: The way of quoting.
        source: Who speaks.
        first: Whether the article has not named the source yet.
        marks: The quotation marks, left and right.
        dash: The dash before the author's words.

    Returns:
        The sentence, still marked.
    """
    named = source.introduced if first else source.again
    verb = draw(words.verbs(*construction.governs)) if construction.governs else ""
    phrase, case = draw(words.phrases())
    thing, rest = draw(words.facts())
    saids = draw(st.lists(words.sayings(), min_size=2, max_size=2, unique=True))
    who, whom, (he, his) = named("nomn"), named(case), _PRONOUNS[source.gender]
    fixed = {key: words.verb_form(lemma, source.gender) for key, lemma in _FIXED.items()}
    return construction.template.format(
        l=marks[0], r=marks[1], dash=dash,
        who=who, Who=capital(who), whom=whom, he=he, He=capital(he), his=his,
        verb=words.verb_form(verb, source.gender) if verb else "",
        phrase=phrase, Phrase=capital(phrase),
        thing=thing, Thing=capital(thing), rest=rest,
        clause=f"{thing} {rest}", Clause=capital(f"{thing} {rest}"),
        Said=capital(saids[0]), Said2=capital(saids[1]),
        fragment=draw(words.fragments()), place=draw(words.places()),
        time=draw(words.times()),
        **fixed,
    )  # fmt: skip
