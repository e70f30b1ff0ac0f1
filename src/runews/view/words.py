"""The page's own words, in English and Russian.

In flows the code of a language; out flow its `Words`.
"""

from __future__ import annotations

from typing import Final, Literal

import attrs

from runews.errors import OptionError
from runews.models import EntityType, QuoteKind

__all__ = ["Words", "WordsOf", "words_of"]

#: The languages that a page can speak.
WordsOf = Literal["en", "ru"]


@attrs.frozen(kw_only=True)
class Words:
    """The labels of a page in one language, each named as in the English one."""

    language: str
    article: str
    legend: str
    kinds: dict[QuoteKind, str]
    types: dict[EntityType, str]
    groups: dict[EntityType, str]
    who_said_what: str
    no_quotes: str
    number: str
    speaker: str
    quote: str
    no_source: str
    cue: str
    medium: str
    via: str
    confidence: str
    rule: str
    speakers: str
    quotes: str
    share: str
    others: str
    named: str
    mentions: str
    published: str
    dateline: str
    agency: str
    authors: str
    site: str
    address: str
    tags: str
    articles: str


_ENGLISH: Final = Words(
    language="en",
    article="Article",
    legend="Legend",
    kinds={
        QuoteKind.DIRECT: "direct",
        QuoteKind.MIXED: "mixed",
        QuoteKind.INDIRECT: "indirect",
    },
    types={EntityType.PER: "person", EntityType.ORG: "organisation", EntityType.LOC: "place"},
    groups={EntityType.PER: "Persons", EntityType.ORG: "Organisations", EntityType.LOC: "Places"},
    who_said_what="Who said what",
    no_quotes="Nobody is quoted.",
    number="No.",
    speaker="Speaker",
    quote="Quote",
    no_source="no source",
    cue="Cue",
    medium="Medium",
    via="Via",
    confidence="Confidence",
    rule="Rule",
    speakers="Speakers",
    quotes="Quotes",
    share="Share of words",
    others="others",
    named="Who and what is named",
    mentions="mentions",
    published="Published",
    dateline="Dateline",
    agency="Agency",
    authors="Authors",
    site="Site",
    address="Address",
    tags="Tags",
    articles="Articles",
)

_RUSSIAN: Final = Words(
    language="ru",
    article="Статья",
    legend="Обозначения",
    kinds={
        QuoteKind.DIRECT: "прямая",
        QuoteKind.MIXED: "смешанная",
        QuoteKind.INDIRECT: "косвенная",
    },
    types={EntityType.PER: "человек", EntityType.ORG: "организация", EntityType.LOC: "место"},
    groups={EntityType.PER: "Люди", EntityType.ORG: "Организации", EntityType.LOC: "Места"},
    who_said_what="Кто что сказал",
    no_quotes="Ничьих слов не приведено.",
    number="№",
    speaker="Говорящий",
    quote="Цитата",
    no_source="без источника",
    cue="Слова автора",
    medium="Где",
    via="Через",
    confidence="Уверенность",
    rule="Правило",
    speakers="Говорящие",
    quotes="Цитаты",
    share="Доля слов",
    others="другие",
    named="Кто и что упомянуты",
    mentions="упоминания",
    published="Опубликовано",
    dateline="Место и дата",
    agency="Агентство",
    authors="Авторы",
    site="Издание",
    address="Адрес",
    tags="Темы",
    articles="Статьи",
)


def words_of(language: str) -> Words:
    """The words of a language.

    Args:
        language: ``"en"`` or ``"ru"``.

    Returns:
        Its words.

    Raises:
        OptionError: There are none in that language.

    Example:
        >>> words_of("ru").who_said_what
        'Кто что сказал'
    """
    for words in (_ENGLISH, _RUSSIAN):
        if words.language == language:
            return words
    raise OptionError(f'a page speaks "en" or "ru", not {language!r}')
