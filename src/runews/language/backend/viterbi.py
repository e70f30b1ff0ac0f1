"""The best sequence of tags under a linear chain (Viterbi 1967), quick where names are rare.

In flows a score for each word and tag; out flow the tags. Where every tag's best forerunner is the
tag «outside any name», which is nearly everywhere, the scores of the next word do not depend on
those before, so whole stretches need no step of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from runews.language.backend.weights import Floats

__all__ = ["Viterbi"]


class Viterbi:
    """Decodes scores under fixed transitions.

    Args:
        transitions: How well a tag (row) is followed by another (column).
        outside: The tag of words outside any name.
    """

    def __init__(self, transitions: Floats, *, outside: int) -> None:
        self._outside = outside
        # Turned, so that the forerunners of one tag lie side by side.
        self._into = np.ascontiguousarray(transitions.T)
        self._from_outside = transitions[outside]
        # By so much the tag outside must lead another to be the better forerunner of every tag.
        self._lead = (transitions - transitions[outside]).max(axis=1)
        self._lead[outside] = -np.inf

    def __call__(self, scores: Floats) -> list[int]:
        """The best tags.

        Args:
            scores: Words by tags.

        Returns:
            The tag of each word; of two that are equally good the lesser.
        """
        if not len(scores):
            return []
        # The scores, up to a constant, of a word behind one that is surely outside.
        fresh = scores + self._from_outside
        fresh[0] = scores[0]
        best_before: dict[int, list[int]] = {}
        reached, last = 0, fresh[-1]
        for unsure in np.flatnonzero(np.logical_not(self._is_sure(fresh))).tolist():
            if unsure < reached:
                continue
            reached, last = self._step(unsure, fresh[unsure], scores, best_before)
        if reached < len(scores):
            last = fresh[-1]
        return self._back(int(last.argmax()), len(scores), best_before)

    def _step(
        self, position: int, score: Floats, scores: Floats, best_before: dict[int, list[int]]
    ) -> tuple[int, Floats]:
        """Word by word to the next that is surely outside: the position behind it, its scores."""
        while position + 1 < len(scores):
            position += 1
            paths = self._into + score
            best_before[position] = paths.argmax(axis=1).tolist()
            score = paths.max(axis=1) + scores[position]
            if self._is_sure(score):
                break
        return position + 1, score

    def _is_sure(self, score: Floats) -> npt.NDArray[np.bool_]:
        """Whether every tag of the next word has the tag outside as its best forerunner."""
        sure: npt.NDArray[np.bool_] = (score[..., self._outside, None] - score > self._lead).all(
            axis=-1
        )
        return sure

    def _back(self, tag: int, length: int, best_before: dict[int, list[int]]) -> list[int]:
        tags = [tag]
        for position in range(length - 1, 0, -1):
            before = best_before.get(position)
            tag = before[tag] if before else self._outside
            tags.append(tag)
        tags.reverse()
        return tags
