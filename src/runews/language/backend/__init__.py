"""The one room that knows natasha and what comes with it; all others see plain types.

In flow texts and words; out flow segments, markup, names and dictionary forms. `adapter` is the way
in; `weights` reads the models' files, `network` and `viterbi` compute with them, `dictionary` opens
the word forms.
"""

from __future__ import annotations

from runews.language.backend.adapter import Backend, default_backend, inflected

__all__ = ["Backend", "default_backend", "inflected"]
