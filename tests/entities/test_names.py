"""Which stretches of the text are names, and of what type."""

from __future__ import annotations

import pytest

from tests.entities.marked import check_names

CASES = {
    "plain": "[Олег Зимин]PER приехал в [Москву]LOC.",
    "initials before": "Доклад сделал [А. Б. Зимин]PER из [Омска]LOC.",
    "initials glued": "Об этом заявил [А.Зимин]PER в [Киеве]LOC.",
    "headline of a bare surname": "[Зимин]PER ушёл.\n\n[Олег Зимин]PER покинул пост мэра.",
    "missed surname": (
        "Так решил президент [Владимир Ковалёв]PER.\n\n[Ковалёв]PER отметил, что рад."
    ),
    "transcription in brackets": "Приехал [Джон Смит]PER ([John Smith]PER) из [Лондона]LOC.",
    "abbreviation in brackets": "[Европейский союз]ORG ([ЕС]ORG) ввёл пошлины.",
    "social network in a place": "Посол [Олег Зимин]PER в соцсети Х написал, что уходит.",
    "messenger in a place": "[Олег Зимин]PER написал в Telegram, что уходит.",
    "mass media are nobody": "СМИ сообщили, что [Олег Зимин]PER уходит.",
    "legal form": "Суд оштрафовал [ООО «Ромашка»]ORG.",
    "kind before quotation marks": "Лидер [движения «Левый берег»]ORG [Олег Зимин]PER задержан.",
    "field of work": "Об этом сообщила [Рабочая группа по экономическим вопросам]ORG.",
    "owner within an office": "[Министерство обороны Германии]ORG отказалось от комментариев.",
    "owner of an abbreviation": "В [МИД [Сербии]LOC]ORG отказались от комментариев.",
    "region of an office": "[Росгвардия по Омской области]ORG ищет добровольцев.",
    "office of an office": "[Верхняя палата парламента Японии]ORG приняла закон.",
    "indeclinable owner": "Шеф [полиции [Сан-Диего]LOC]ORG рассказал о погоне.",
    "town named after its kind": "[прокуратура города Павия]ORG закрыла дело.",
    "armed forces": "Адмирал [Военно-морских сил США]ORG ушёл в отставку.",
    "champion of a continent": "Умер чемпион мира и [Европы]LOC по боксу.",
    "place that looks like a name": "Пловец доплыл из [Франции]LOC до [Дувра]LOC.",
    "town made of several": "Он лечится в городке [Понте-Сан-Лука]LOC.",
    "abbreviated office": "Они пошли к [Мосгоризбиркому]ORG с плакатами.",
    "currency is no place": "Сделка стоила сто долларов США.",
    "domain is no place": "Адрес зарегистрирован в зоне .РФ в мае.",
    "car in quotation marks": "Старый автомобиль «Таврия» продали за бесценок.",
    "outlet that holds a place": "[Голос Америки]ORG: Что вы об этом думаете?",
    "original in brackets": (
        "[Всемирный фонд Земли]ORG ([World Earth Fund]ORG, [WEF]ORG) выпустил доклад."
    ),
    "title before a saint's name": "Об этом попросил Папа [Франциск]PER.",
    "common noun with an owner": "[правительство [Китая]LOC]ORG повысило пошлины.",
    "office of a union": "Так решила [комиссия [Европейского союза]ORG]ORG.",
    "seat of power": "В [Кремле]ORG назвали это ошибкой.",
    "kind of a medium": "В эфире [радио «Голос Чувашии»]ORG выступил мэр.",
    "bullets": "Сборные: [Йемен]LOC • [Замбия]LOC • [Чили]LOC.",
    "dateline in capitals": "[ЗАРЕЧНОГОРСК]LOC, 27 фев — [РИА Новости]ORG. Дорогу закрыли.",
    "channel is nobody": "Об этом сообщил Telegram-канал. [Олег Зимин]PER ушёл.",
    "bird": "Воробей сел на ветку. Рядом сел другой воробей.",
    "line ends part names": "[Олег Зимин]PER\n[Анна Лесная]PER",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_names(marked: str) -> None:
    check_names(marked)


def test_disclaimer_is_no_story() -> None:
    from runews.entities import resolve_entities
    from runews.language import default_language
    from runews.models import Metadata, Paragraph, ParagraphKind, Span
    from runews.structure import Block, Layout

    text = "Компания Meta признана в России экстремистской."
    span = Span(0, len(text))
    layout = Layout(
        text=text,
        paragraphs=(Paragraph(span=span, text=text, kind=ParagraphKind.DISCLAIMER),),
        metadata=Metadata(),
        blocks=(Block(span, 0),),
    )
    index = resolve_entities(default_language().analyze(text, layout.blocks), layout)
    assert index.entities == ()
