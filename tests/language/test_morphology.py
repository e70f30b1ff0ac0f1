"""The dictionary: lemmas, analyses, inflection, the nominative, loading under threads."""

from __future__ import annotations

import io
import json
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import runews.language.backend.adapter as backend_module
from runews import ModelError
from runews.language import default_language, nominative
from runews.language.backend import Backend, default_backend, weights
from runews.language.morphology import LONGEST_WORD, like_original
from runews.models import Span
from runews.structure import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

MORPHOLOGY = default_language().morphology


def phrase(text: str) -> str:
    """The phrase marked by brackets inside a sentence, in the nominative."""
    start, stop = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    analysis = default_language().analyze(plain, [Block(Span(0, len(plain)), 0)])
    return nominative(analysis.tokens_in(Span(start, stop)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("По словам [источника в полиции], он ушёл.", "источник в полиции"),
        ("По словам [осведомлённого источника], он ушёл.", "осведомлённый источник"),
        ("Он говорил с [главой МИД Сергеем Лавровым].", "глава МИД Сергей Лавров"),
        ("По данным [министерства обороны России], всё тихо.", "министерство обороны России"),
        ("Это сказано [представителями компании].", "представители компании"),
        ("[Президент] приехал.", "Президент"),
        ("Ему ответили в [МЧС].", "МЧС"),
        # «один» agrees, other numerals govern
        ("По словам [одного из собеседников], он ушёл.", "один из собеседников"),
        ("По словам [одной из участниц митинга], он ушёл.", "одна из участниц митинга"),
        ("По словам [двух осведомлённых источников], он ушёл.", "два осведомлённых источника"),
        ("По словам [двух сотрудниц], он ушёл.", "две сотрудницы"),
        ("По словам [нескольких жителей], он ушёл.", "несколько жителей"),
        ("По данным [500 дольщиков], дом пуст.", "500 дольщиков"),
        ("По данным [22 источников], дом пуст.", "22 источника"),
        ("По данным [41 источника], дом пуст.", "41 источник"),
        ("Из [21 дома] вывезли людей.", "21 дом"),
        ("Из [11 домов] вывезли людей.", "11 домов"),
        ("По словам [последних двух источников], он ушёл.", "последние два источника"),
        ("По словам [двух], он ушёл.", "два"),
    ],
)
def test_the_head_of_a_phrase_and_what_agrees_with_it_become_nominative(
    text: str, wanted: str
) -> None:
    assert phrase(text) == wanted


def test_a_phrase_of_no_tokens_is_empty() -> None:
    assert nominative(()) == ""


@pytest.mark.parametrize(
    ("original", "word", "wanted"),
    [
        ("Москвы", "москва", "Москва"),
        ("МОСКВЫ", "москва", "МОСКВА"),
        ("Чан-Очей", "чан-оча", "Чан-Оча"),
        ("Нью-йоркского", "нью-йоркский", "Нью-йоркский"),
        ("орлу", "орёл", "орёл"),
        ("орел", "орёл", "орел"),
        ("Я", "мы", "Мы"),
        ("", "слово", "слово"),
    ],
)
def test_an_inflected_word_is_spelt_as_the_original(original: str, word: str, wanted: str) -> None:
    assert like_original(original, word) == wanted


def test_a_word_is_inflected_by_the_analysis_that_fits_its_tag() -> None:
    feats = {"Case": "Gen", "Gender": "Masc", "Number": "Sing"}
    assert MORPHOLOGY.inflect("Лаврова", "PROPN", feats, Case="Nom") == "Лавров"
    assert MORPHOLOGY.inflect("министра", "NOUN", feats, Case="Nom", Number="Plur") == "министры"


def test_a_participle_or_an_adjective_is_inflected_also_where_it_is_tagged_as_another() -> None:
    feats = {"Case": "Gen", "Gender": "Masc", "Number": "Sing"}
    assert MORPHOLOGY.inflect("осведомлённого", "ADJ", feats, Case="Nom") == "осведомлённый"
    assert MORPHOLOGY.inflect("раненого", "NOUN", feats, Case="Nom") == "раненый"


def test_what_the_dictionary_cannot_inflect_is_none() -> None:
    assert MORPHOLOGY.inflect("быстро", "NOUN", {}, Case="Nom") is None
    assert MORPHOLOGY.best_form("!", "NOUN", {}) is None


@pytest.mark.parametrize("word", ["日本", "\ud800", "да\U00017000"])
def test_letters_of_other_scripts_are_not_looked_up(word: str) -> None:
    assert MORPHOLOGY.forms(word) == ()
    assert MORPHOLOGY.lemma(word, "NOUN", {}) == word


def test_noise_longer_than_any_word_is_not_looked_up() -> None:
    noise = "ё" * (LONGEST_WORD + 1)
    assert MORPHOLOGY.forms(noise) == ()
    assert MORPHOLOGY.lemma(noise, "NOUN", {}) == "е" * (LONGEST_WORD + 1)


def test_forms_tell_names_and_whether_the_dictionary_knows_the_word() -> None:
    form = MORPHOLOGY.forms("Иваном")[0]
    assert form.known
    assert form.lemma == "иван"
    assert "Name" in form.grammemes
    assert not MORPHOLOGY.forms("бутявкой")[0].known


@given(st.text(st.characters(codec=None), max_size=80))
@example("А\ud800")
@example("\U00017000")
def test_any_word_has_a_lemma_and_forms(word: str) -> None:
    assert isinstance(MORPHOLOGY.lemma(word, "NOUN", {"Case": "Gen"}), str)
    for form in MORPHOLOGY.forms(word):
        form.inflect("nomn")


@pytest.fixture
def unloaded() -> Iterator[None]:
    """The process as if no models had been loaded yet."""
    backend_module._load.cache_clear()
    yield
    backend_module._load.cache_clear()


@pytest.mark.usefixtures("unloaded")
def test_threads_that_come_at_once_share_one_load(monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []

    class Counted(Backend):
        def __init__(self) -> None:
            loads.append(self)

    monkeypatch.setattr(backend_module, "Backend", Counted)
    start = Barrier(8)

    def load() -> Backend:
        start.wait()
        return default_backend()

    with ThreadPoolExecutor(8) as pool:
        found = [f.result() for f in [pool.submit(load) for _ in range(8)]]
    assert len(loads) == 1
    assert set(found) == set(loads)


def test_threads_parse_the_same_as_one() -> None:
    texts = [f"Министр Олег Зимин заявил, что снег сойдёт через {n} дней." for n in range(12)]

    def tags(text: str) -> list[tuple[str, str, int]]:
        blocks = [Block(Span(0, len(text)), 0)]
        tokens = default_language().analyze(text, blocks).sentences[0].tokens
        return [(t.lemma, t.pos, t.head) for t in tokens]

    alone = [tags(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tags, texts)) == alone


def test_missing_models_are_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from natasha import data

    monkeypatch.setattr(data, "NEWS_EMBEDDING", str(tmp_path / "navec_news.tar"))
    with pytest.raises(ModelError, match=r"navec_news.*pip install --force-reinstall natasha"):
        Backend()


@pytest.mark.parametrize("name", ["NEWS_EMBEDDING", "NEWS_MORPH", "NEWS_SYNTAX", "NEWS_NER"])
@pytest.mark.parametrize("kept", [0, 100, 5_000])
def test_a_model_file_that_is_cut_short_is_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, kept: int
) -> None:
    from natasha import data

    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(Path(getattr(data, name)).read_bytes()[:kept])
    monkeypatch.setattr(data, name, str(damaged))
    with pytest.raises(ModelError, match="pip install --force-reinstall natasha"):
        Backend()


def test_vectors_of_other_models_are_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from natasha import data

    other = tmp_path / "other.tar"
    with tarfile.open(data.NEWS_EMBEDDING) as old, tarfile.open(other, "w") as new:
        for member in old:
            content = old.extractfile(member)
            assert content is not None
            found = content.read()
            if member.name.endswith("meta.json"):
                found = json.dumps({**json.loads(found), "id": "other_v1"}).encode()
            member.size = len(found)
            new.addfile(member, io.BytesIO(found))
    monkeypatch.setattr(data, "NEWS_EMBEDDING", str(other))
    with pytest.raises(ModelError, match=r"not other_v1.*pip install --force-reinstall natasha"):
        Backend()


def test_models_with_other_shapes_of_words_are_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_pack = weights._read_pack

    def other_shapes(path: str, kind: Any, tags: str) -> Any:
        model, shapes, names = read_pack(path, kind, tags)
        return model, {**shapes, "new": len(shapes)} if tags == "rel" else shapes, names

    monkeypatch.setattr(weights, "_read_pack", other_shapes)
    with pytest.raises(ModelError, match=r"shapes of words that differ.*pip install"):
        Backend()
