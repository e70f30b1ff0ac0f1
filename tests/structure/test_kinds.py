"""Kinds of paragraphs, shown as articles with the kind before each paragraph."""

from __future__ import annotations

import pytest

from runews.structure import Given, read_structure

# Each article: one paragraph a line, its kind before «|»; an empty line is one of the text.
ARTICLES = {
    "a wire dispatch": """
        headline|Госдума приняла закон о связи

        lead|МОСКВА, 31 янв — РИА Новости, Анна Белова. Госдума приняла закон, сообщил депутат.

        body|"Закон нужен", — сказал он.

        body|Напомним, ранее закон вернули в первое чтение.
    """,
    "a web page without empty lines": """
        reference|Политика
        source|31.01.2026, 12:08
        headline|Госдума приняла закон о связи
        subheading|Депутаты поддержали поправки в третьем чтении
        caption|Фото: Иван Петров / РИА Новости
        lead|Госдума приняла закон о связи, сообщил председатель комитета.
        body|"Закон нужен", — сказал он.
        reference|Читайте также:
        reference|Совфед отложил голосование
        reference|Кто поддержал закон
        body|Ранее закон вернули в первое чтение.
        subheading|Что изменится
        body|Операторы будут обязаны хранить данные год.
        reference|Теги: Госдума, связь
        disclaimer|© 2026 Пример. Все права защищены.
    """,
    "captions right under the headline": """
        headline|Лидер группы «Поле» Иван Петров попал в больницу
        caption|Иван Петров
        caption|Группа «Поле» на концерте в Казани в 2012 году
        caption|Вид на больницу с воздуха, декабрь 2012 года.
        lead|В четверг Ивана Петрова доставили в одну из клиник города.
        body|Состояние музыканта врачи не раскрывают.

        body|По предварительным данным, у него воспаление лёгких

        body|Концерты группы отменены до конца месяца, заявил директор.
    """,
    "a signature between the headline and the lead": """
        headline|Снег сойдёт к выходным
        byline|Иван Петров, корреспондент
        lead|В Омске к выходным сойдёт снег, сообщил мэр города на встрече.
        body|Дожди прекратятся в понедельник, добавил он.
    """,
    "a short lead without a verb is no caption": """
        headline|Суд рассмотрит дело о подделке
        caption|Здание суда
        lead|Среди обвинений — подлог и мошенничество.

        body|Как сообщило министерство, дело поступило в суд во вторник.
    """,
    "links within the story": """
        headline|Лыжник завершил карьеру

        lead|Знаменитый лыжник Иван Петров завершил карьеру.

        reference|- Петров выиграл золото чемпионата мира
        reference|- Тренер сборной ушёл в отставку

        body|Об этом он написал в социальной сети.

        source|Источник: https://example.ru/sport/1.html
    """,
    "a list that the story announces": """
        headline|Что известно о взрыве

        lead|Взрыв произошёл утром на складе.

        body|Пострадали:
        body|- Иванов И. И.
        body|- Петров П. П.

        body|Они находятся в больнице.
    """,
    "a dialogue": """
        headline|Министр ответил на вопросы

        lead|Министр рассказал о планах ведомства.

        body|- Когда закончится ремонт?

        body|- Через месяц.

        body|- Вы уверены
    """,
    "section headings": """
        headline|Бюджет приняли в первом чтении

        lead|Депутаты приняли бюджет на будущий год.

        subheading|Что говорят эксперты?

        body|Эксперты считают бюджет осторожным.

        subheading|Справка

        body|Бюджет принимают в трёх чтениях.
    """,
    "questions of an interview are no headings": """
        headline|Врач: болезнь отступает

        lead|Главный врач больницы рассказал о положении дел.

        body|Сколько у вас больных?

        body|Больных у нас сейчас около двадцати человек.

        body|Хватает ли лекарств?

        body|Лекарств хватает, их привезли на прошлой неделе.

        body|Есть ли тяжёлые?

        body|Тяжёлых двое, оба поступили вчера вечером.

        body|Когда станет легче?

        body|Станет легче, думаю, уже в начале весны.
    """,
    "a byline of somebody whom the story does not name": """
        headline|Суд оштрафовал компанию

        byline|Иван Петров

        lead|Суд оштрафовал компанию на миллион рублей.

        body|Юрист Анна Белова назвала решение странным.

        caption|Анна Белова

        body|«Оно странное», – сказала она корреспонденту.

        byline|Мария Сергеева, специально для газеты
    """,
    "notices and furniture": """
        disclaimer|НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЕН ИНОСТРАННЫМ АГЕНТОМ ПЕТРОВЫМ.

        headline|Минюст признал журналиста иностранным агентом

        source|12:05 31 января 2026

        lead|Минюст признал журналиста иностранным агентом. Организация запрещена в России.

        reference|Подробнее: https://example.ru/2

        body|Журналист с решением не согласен.

        disclaimer|* Признан в России иностранным агентом.

        reference|Подписывайтесь на наш канал в Telegram

        disclaimer|Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter
    """,
    "no headline": """
        lead|Стороны обсудили сотрудничество между странами.

        body|Российские и американские представители провели новый раунд переговоров.
    """,
    "a text without capitals": """
        headline|минтранс предложил индексацию

        lead|москва, 27 фев - риа новости. минтранс предлагает изменить закон.

        body|"это нужно", - сказал министр.
    """,
    "links after the story": """
        headline|Президент прибыл в Варшаву

        lead|Президент прибыл в Варшаву с визитом.

        body|Как сообщалось, визит откладывали.

        reference|Вас также могут заинтересовать новости:

        reference|Суд отложил заседание

        reference|В городе отключили свет
    """,
    "a single line": """
        lead|Президент приехал в Москву
    """,
    "a dateline that stands alone": """
        headline|Россия и США договорились о встрече

        source|МОСКВА, 27 фев - РИА Новости.

        lead|Россия и США договорились о встрече в Женеве.
    """,
    "labels of a broadcaster's site": """
        headline|Reuters: США направят ракеты

        caption|Автор фото, Getty Images

        caption|Подпись к фото, Белый дом

        lead|США направят ракеты, сообщает агентство Reuters.

        body|В Белом доме от комментариев отказались.

        source|По материалам РИА Новости
    """,
}


def read_marked(marked: str) -> tuple[str, list[str]]:
    lines, kinds = [], []
    for line in marked.strip().split("\n"):
        kind, bar, content = line.strip().partition("|")
        lines.append(content if bar else "")
        if bar:
            kinds.append(kind)
    return "\n".join(lines), kinds


@pytest.mark.parametrize("name", ARTICLES)
def test_every_paragraph_gets_its_kind(name: str) -> None:
    text, kinds = read_marked(ARTICLES[name])
    found = [(str(p.kind), p.text) for p in read_structure(text, Given()).paragraphs]
    lines = [line for line in text.split("\n") if line]
    assert found == list(zip(kinds, lines, strict=True))


@pytest.mark.parametrize("name", ARTICLES)
def test_other_line_ends_change_no_kind(name: str) -> None:
    text, kinds = read_marked(ARTICLES[name])
    layout = read_structure("\ufeff" + text.replace("\n", "\r\n"), Given())
    assert [str(p.kind) for p in layout.paragraphs] == kinds


def test_the_headline_that_the_caller_knows_is_found() -> None:
    text = "Суд начался.\nВ Москве начался суд."
    layout = read_structure(text, Given(headline="Суд  начался"))
    assert [str(p.kind) for p in layout.paragraphs] == ["headline", "lead"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Площадь ночью. Фото: Иван Петров", "caption"),
        ("Площадь ночью / РИА Новости", "caption"),
        ("© РИА Новости / Иван Петров", "caption"),
        ("Фото автора", "caption"),
        ("Скриншот: YouTube", "caption"),
        ("Архивное фото", "caption"),
        ("Фото этой площади оказалось подделкой.", "body"),
        ("Автор: Иван Петров", "byline"),
        ("Беседовала Анна Белова", "byline"),
        ("Беседовала комиссия с каждым из них.", "body"),
        ("Источник: ТАСС", "source"),
        ("Источник в полиции подтвердил это.", "body"),
        ("https://example.ru/1", "source"),
        ("31 января 2026 года", "source"),
        ("31 января 2026 года суд начался.", "body"),
        ("#суд #Москва", "reference"),
        ("Читайте также: Суд отложил заседание", "reference"),
        ("Напомним, суд уже откладывали.", "body"),
        ("При цитировании ссылка на сайт обязательна", "disclaimer"),
        ("* Организация запрещена в РФ", "disclaimer"),
        ("(Facebook и Instagram запрещены в РФ.)", "disclaimer"),
        ("Организация запрещена в РФ.", "body"),
        ("Сетевое издание «Пример» зарегистрировано Роскомнадзором", "disclaimer"),
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "disclaimer"),
    ],
)
def test_a_line_after_the_story(line: str, kind: str) -> None:
    before = "Суд начался\n\nВ Москве начался суд.\n\nПрошло два заседания."
    text = f"{before}\n\n{line}\n\nКонец.\n\nИтог."
    assert str(read_structure(text, Given()).paragraphs[3].kind) == kind


def test_blocks_part_the_dateline_and_the_leading_date_from_the_story() -> None:
    text = " date 2026-01-31 МОСКВА, 31 янв - РИА Новости. Суд начался.\nИсточник: https://example.ru/1"
    blocks = read_structure(text, Given()).blocks
    assert [(text[b.span.start : b.span.stop], b.paragraph, b.prose) for b in blocks] == [
        ("date 2026-01-31", 0, False),
        ("МОСКВА, 31 янв - РИА Новости.", 0, False),
        ("Суд начался.", 0, True),
        ("Источник: https://example.ru/1", 1, False),
    ]


def test_an_article_of_nothing_but_its_headline_has_no_lead() -> None:
    text = "Снег сойдёт к выходным"
    layout = read_structure(text, Given(headline=text))
    assert [paragraph.kind.value for paragraph in layout.paragraphs] == ["headline"]
    assert layout.metadata.headline == text
