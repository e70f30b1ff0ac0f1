"""Cues and contents: verbs of the lexicon in the form that agrees, facts, sayings, fragments.

In flow the lexicons of runews; out flow strategies of strings, contents in lower case.
"""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from runews.language import default_language
from runews.lexicons import load_table
from runews.quotes.lexicon import CueRow, SourcePhraseRow

__all__ = [
    "capital",
    "facts",
    "fragments",
    "phrases",
    "places",
    "sayings",
    "times",
    "verb_form",
    "verbs",
]

#: Subject and the rest of a clause: a source can stand between the two.
_THINGS = (
    ("мост", "откроют"), ("новую школу", "построят"), ("дорогу", "отремонтируют"),
    ("движение", "восстановят"), ("снег", "растает"), ("работы", "завершатся"),
    ("автобусы", "вернутся на линию"), ("цены", "снизятся"), ("рейсы", "возобновят"),
    ("площадку", "сдадут"), ("урожай", "соберут"), ("больница", "примет первых пациентов"),
)  # fmt: skip
_TIMES = (
    "в мае", "к осени", "до конца года", "через неделю", "в следующем году", "не раньше июля",
    "после праздников", "через три месяца",
)  # fmt: skip
_TAILS = ("", "", "", ", если позволит погода", " и не будут больше откладывать", " без остановок")
_SAYINGS = (
    "мы к этому готовы", "никто не пострадал", "такого паводка здесь не было давно",
    "нам обещали четыре съезда, а построили два", "мы сделали всё, что могли",
    "я не жалею об этом решении", "это большая победа для города", "денег хватит на всех",
    "люди устали ждать", "завтра мы начнём снова", "здесь нечего скрывать",
    "вода уходит, но медленно",
)  # fmt: skip
_FRAGMENTS = (
    "грубой ошибкой", "шагом назад", "большой удачей", "настоящим чудом", "полным провалом",
)  # fmt: skip
#: Verbs that every newspaper uses. Of the rarer ones in the lexicon («суммировал», «трубил») the
#: tagger makes nouns or participles often enough that generated gold would only measure the tagger;
#: each row's own example is held against the parser by the tests of the lexicon.
_COMMON = frozenset({
    "сообщить", "заявить", "сказать", "рассказать", "отметить", "подчеркнуть", "добавить",
    "пояснить", "уточнить", "объяснить", "написать", "указать", "утверждать", "напомнить",
    "ответить", "подтвердить", "заметить", "сообщать", "говорить",
})  # fmt: skip


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


@cache
def _cues(*governs: str) -> tuple[str, ...]:
    rows = load_table("cues", CueRow)
    return tuple(
        row.lemma
        for row in rows
        if row.pos == "verb"
        and row.act == "speech"
        and set(governs) <= set(row.governs)
        and row.lemma in _COMMON
    )


def verbs(*governs: str) -> st.SearchStrategy[str]:
    """Verbs of saying of the lexicon that govern all of what is asked, in the dictionary form."""
    return st.sampled_from(_cues(*governs))


@cache
def verb_form(lemma: str, gender: str) -> str | None:
    """The past of a verb in a gender, ``None`` where the dictionary has none."""
    for form in default_language().morphology.forms(lemma):
        if form.pos == "VERB" and form.lemma.replace("ё", "е") == lemma.replace("ё", "е"):
            return form.inflect("past", "sing", gender)
    return None


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    rows = load_table("source_phrases", SourcePhraseRow)
    return tuple(
        (row.phrase, "datv" if "dat" in row.form else "gent")
        for row in rows
        if row.act == "speech" and {"gen", "poss"} <= set(row.form)
    )


def phrases() -> st.SearchStrategy[tuple[str, str]]:
    """Phrases that introduce a source, each with the case that it governs."""
    return st.sampled_from(_phrases())


def facts() -> st.SearchStrategy[tuple[str, str]]:
    """Clauses in the narrator's words: what it is about, and what will become of it."""
    return st.builds(
        lambda thing, time, tail: (thing[0], f"{thing[1]} {time}{tail}"),
        st.sampled_from(_THINGS),
        times(),
        st.sampled_from(_TAILS),
    )


def times() -> st.SearchStrategy[str]:
    """When something will be."""
    return st.sampled_from(_TIMES)


def sayings() -> st.SearchStrategy[str]:
    """Sentences in somebody's own words."""
    return st.one_of(st.sampled_from(_SAYINGS), facts().map(" ".join))


def fragments() -> st.SearchStrategy[str]:
    """A few words in the instrumental, as somebody called something."""
    return st.sampled_from(_FRAGMENTS)


def places() -> st.SearchStrategy[str]:
    """Places where people publish, in the form that follows «написал в»."""
    return st.sampled_from(["Telegram", "Facebook", "Twitter"])
