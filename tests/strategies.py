"""Texts for property tests: any string at all, marks without sense, and articles that look Russian.

`any_text` is the widest domain. `articles` builds what a newsroom might have written: paragraphs,
datelines, names in all cases, every way of quoting, each with every kind of mark.
"""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["any_text", "articles", "marks"]

_PIECES = [
    "«", "»", '"', "„", "“", "”", "(", ")", "[", "]", "–", "—", "- ", ":", ", ", ". ", "…", "?",
    "!", "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u200b", "\u00ad", "\ufeff", "\ud800", "\x00",
    "что ", "по словам ", "По его словам, ", "сказал ", "заявил, что ", "сообщает ", "Об этом ",
    "он ", "Иванов ", "А. ", "г. ", "РИА Новости", "Москва", "3 апр", "2024", "https://",
]  # fmt: skip

_PLACES = ["МОСКВА", "ОМСК", "С.-ПЕТЕРБУРГ", "Минск", "НЬЮ-ЙОРК"]
_AGENCIES = ["РИА Новости", "ТАСС", "Интерфакс", "REGNUM"]
_PEOPLE = [
    ("Олег Зимин", "Олега Зимина", "Зимин"),
    ("Анна Лесная", "Анны Лесной", "Лесная"),
    ("Тимур Ахмедов", "Тимура Ахмедова", "Ахмедов"),
    ("А. Б. Иванов", "А. Б. Иванова", "Иванов"),
    ("источник в полиции", "источника в полиции", "собеседник агентства"),
    ("МИД РФ", "МИД РФ", "ведомство"),
]
_ROLES = ["", "министр ", "глава региона ", "специальный посланник президента "]
_CLAUSES = [
    "снег сойдёт в апреле",
    "переговоры продолжатся, если стороны согласятся",
    "проект «Северный путь» обойдётся в 4,2 млрд рублей",
    "нам обещали четыре съезда, а построили два",
    "никто не пострадал",
]
_CUES = ["заявил", "сообщила", "подчеркнул", "отмечает", "считает", "написал в Telegram"]
_QUOTES = [("«", "»"), ('"', '"'), ("“", "”"), ("„", "“"), ("", "")]
_DASHES = ["–", "—", "-"]


def any_text() -> st.SearchStrategy[str]:
    """Any string: all of Unicode with lone surrogates, or pieces of news without sense."""
    return st.one_of(
        st.text(st.characters(codec=None)),
        marks(),
        st.text(st.sampled_from('«»"„“”()–—- \n.,:абвАБВ1')),
    )


def marks() -> st.SearchStrategy[str]:
    """Marks, cues and names in any order, balanced only by chance."""
    return st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    name, genitive, short = draw(st.sampled_from(_PEOPLE))
    role = draw(st.sampled_from(_ROLES))
    clause = draw(st.sampled_from(_CLAUSES))
    cue = draw(st.sampled_from(_CUES))
    left, right = draw(st.sampled_from(_QUOTES))
    dash = draw(st.sampled_from(_DASHES))
    start = clause[0].upper() + clause[1:]
    return draw(
        st.sampled_from(
            [
                f"{left}{start}{right}, {dash} {cue} {role}{name}.",
                f"{left}{start}, {dash} {cue} {short}. {dash} Это важно{right}.",
                f"{role}{name} {cue}: {left}{start}{right}.",
                f"{role}{name} {cue}, что {clause}.",
                f"По словам {genitive}, {clause}.",
                f"{start}, {cue} {short}.",
                f"{short} назвал это {left}ошибкой{right}.",
                f"{start}. Об этом {cue} {name}.",
                f"Он добавил, что {clause}.",
                f"{dash} {start}?",
                f"{start}.",
            ]
        )
    )


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A text with the outward form of a Russian news article."""
    paragraphs = draw(
        st.lists(st.lists(_sentences(), min_size=1, max_size=3).map(" ".join), max_size=4)
    )
    place, agency = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_AGENCIES))
    day = draw(st.integers(1, 31))
    opening = draw(
        st.sampled_from(
            [
                "",
                f"{place}, {day} апр {draw(st.sampled_from(_DASHES))} {agency}. ",
                f"{place}, {day} апреля. /{agency}/. ",
                f"{day} апреля, {place} /Корр. {agency}/. ",
            ]
        )
    )
    headline = draw(st.sampled_from(["", "Снег сойдёт в апреле, заявил мэр\n\n"]))
    ending = draw(st.sampled_from(["", "\n\nФото: ТАСС", f"\nИсточник: {agency}", "\n"]))
    gap = draw(st.sampled_from(["\n", "\n\n", "\r\n"]))
    return headline + opening + gap.join(paragraphs) + ending
