"""Dictionary look-ups with a bounded cache: lemmas, analyses, inflection in the writer's spelling.

In flow words with their tags; out flow words. Built on the backend's dictionary, OpenCorpora's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs
import regex

from runews.language.backend import inflected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runews.language.backend import Backend

__all__ = ["Form", "Morphology", "like_original"]

#: Words whose lemma is remembered, and words whose analyses are, which take ten times as much.
LEMMAS, FORMS = 50_000, 20_000
#: No word of the language is longer; analysing a longer token, noise, would cost without end.
LONGEST_WORD = 60
#: Lone surrogates and letters of other scripts; the dictionary fails on some and knows none.
_FOREIGN = regex.compile(r"[\p{Cs}[\p{L}--[\p{Cyrillic}\p{Latin}]]]", regex.VERSION1)

_GRAMMEMES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Sing": "sing", "Plur": "plur", "Masc": "masc", "Fem": "femn", "Neut": "neut",
}  # fmt: skip
# «раненого», «осведомлённого»: adjectives and participles that the tagger takes for one another or
# for nouns, as usage does.
_DECLINED = {"ADJ", "NOUN"}
_ADJECTIVAL = {"ADJF", "PRTF"}
_SAME_POS = {"PROPN": "NOUN", "AUX": "VERB", "DET": "ADJ"}


@attrs.frozen
class Form:
    """One analysis of a word.

    Args:
        word: The word, lower case.
        lemma: Its dictionary form, with the dictionary's ё.
        pos: Universal part of speech.
        grammemes: OpenCorpora grammemes: ``nomn``, ``sing``, ``masc``, and of the lexeme ``Name``,
            ``Surn``, ``Patr``, ``Geox``, ``Orgn``, ``Abbr``, ``Fixd`` (indeclinable), ``anim`` …
        score: Probability among the word's analyses, 0 to 1.
        known: Whether the dictionary holds the word, rather than guessing from its ending.
    """

    word: str
    lemma: str
    pos: str
    grammemes: frozenset[str]
    score: float
    known: bool
    _parse: Any = attrs.field(repr=False, eq=False)

    def inflect(self, *grammemes: str) -> str | None:
        """The word in other grammemes (``"nomn"``, ``"plur"`` …), ``None`` where none fits."""
        return _inflected(self, grammemes)


@lru_cache(FORMS)
def _inflected(form: Form, grammemes: tuple[str, ...]) -> str | None:
    return inflected(form._parse, set(grammemes))


class Morphology:
    """The dictionary; safe to share between threads.

    Args:
        backend: Where the analyses come from.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._lemma = lru_cache(LEMMAS)(self._find_lemma)
        self._forms = lru_cache(FORMS)(self._find_forms)

    def lemma(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """The dictionary form that fits a tag, lower case, ё written as е.

        Args:
            word: The word as it stands.
            pos: Its universal part of speech.
            feats: Its universal features.

        Returns:
            The lemma; the word itself, lower case, where the dictionary has nothing that fits.
        """
        return self._lemma(word.lower(), pos, tuple(feats.items()))

    def forms(self, word: str) -> tuple[Form, ...]:
        """The analyses of a word out of context, likeliest first; none for noise."""
        return self._forms(word.lower())

    def inflect(self, word: str, pos: str, feats: Mapping[str, str], **target: str) -> str | None:
        """A word in another form, spelt as the original is (capitals, ё or е).

        Args:
            word: The word as it stands.
            pos: Its universal part of speech, which picks among homonyms.
            feats: Its universal features, likewise.
            target: Universal features to change to: ``Case="Nom"``, ``Number="Sing"`` …

        Returns:
            The inflected word, ``None`` where no analysis fits the tag or has such a form.
        """
        form = self.best_form(word, pos, feats)
        if form is None:
            return None
        grammemes = [_GRAMMEMES[value] for value in target.values() if value in _GRAMMEMES]
        found = form.inflect(*grammemes)
        return like_original(word, found) if found else None

    def best_form(self, word: str, pos: str, feats: Mapping[str, str]) -> Form | None:
        """The analysis that agrees with a tag in part of speech and in most features.

        Args:
            word: The word as it stands.
            pos: Its universal part of speech.
            feats: Its universal features.

        Returns:
            The likeliest analysis of the greatest agreement, of the same part of speech if there is
        one; ``None`` where no part of speech fits.
        """
        want = {
            _GRAMMEMES[v] for k in ("Case", "Number", "Gender") if (v := feats.get(k)) in _GRAMMEMES
        }
        pos = _SAME_POS.get(pos, pos)
        best: Form | None = None
        best_fit = (False, -1)
        for form in self.forms(word):
            exact = _SAME_POS.get(form.pos, form.pos) == pos
            if not exact and not (pos in _DECLINED and form.grammemes & _ADJECTIVAL):
                continue
            fit = (exact, len(want & form.grammemes))
            if fit > best_fit:
                best, best_fit = form, fit
        return best

    def _find_lemma(self, word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
        if not _is_readable(word):
            return word.replace("ё", "е")
        return self._backend.lemma(word, pos, dict(feats))

    def _find_forms(self, word: str) -> tuple[Form, ...]:
        if not _is_readable(word):
            return ()
        return tuple(
            Form(
                word=p.word,
                lemma=p.normal_form,
                pos=p.pos,
                grammemes=frozenset(p.tag.grammemes),
                score=p.score,
                known=bool(p.is_known),
                parse=p,
            )
            for p in self._backend.forms(word)
        )


def _is_readable(word: str) -> bool:
    return len(word) <= LONGEST_WORD and not _FOREIGN.search(word)


def like_original(original: str, word: str) -> str:
    """Spell an inflected word as the original is spelt: its capitals, and е where it has е.

    Args:
        original: The word as it stands in the text.
        word: Its other form, lower case.

    Returns:
        The other form in the original's spelling.

    Example:
        >>> like_original("Петра", "пётр"), like_original("Чан-Очей", "чан-оча")
        ('Петр', 'Чан-Оча')
        >>> like_original("Орел", "орёл")
        'Орел'
    """
    letters = list(word)
    for i, (old, new) in enumerate(zip(original.lower(), word, strict=False)):
        if old == "е" and new == "ё":
            letters[i] = "е"
    if len(original) > 1 and original.isupper():
        return "".join(letters).upper()
    start = True
    capitals = [p[:1].isupper() for p in original.split("-")]
    part = 0
    for i, letter in enumerate(letters):
        if start and part < len(capitals) and capitals[part]:
            letters[i] = letter.upper()
        start = letter == "-"
        part += start
    for i, (old, new) in enumerate(zip(original, letters, strict=False)):
        # Capitals inside a word: «YouTube-канале».
        if old.lower() == new.lower():
            letters[i] = old
    return "".join(letters)
