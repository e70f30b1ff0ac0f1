"""The exceptions that runews raises on misuse; no ``str`` of bearable length makes it raise one.

::

    RunewsError
    ├── InputError            what was passed in cannot be parsed
    │   ├── NotTextError      (also TypeError) the text is not a ``str``
    │   ├── TextTooLongError  (also ValueError) the text or the page is over the limit
    │   └── NoArticleError    (also ValueError) a web page holds no article
    ├── NotFoundError         (also KeyError) an article has no object of that id
    ├── SerializationError    (also ValueError) a dict or JSON is not an article of ours
    ├── OptionError           (also ValueError) an argument other than the text is out of range
    ├── WorkerError           (also RuntimeError) a text kills its worker process, or none can start
    ├── ExtraMissingError     (also ImportError) an optional part is asked for but not installed
    ├── LexiconError          (also ValueError) a row of a lexicon file is malformed
    └── ModelError            (also RuntimeError) the language models are missing or damaged

Nothing flows in; every other module raises these.
"""

from __future__ import annotations

__all__ = [
    "ExtraMissingError",
    "InputError",
    "LexiconError",
    "ModelError",
    "NoArticleError",
    "NotFoundError",
    "NotTextError",
    "OptionError",
    "RunewsError",
    "SerializationError",
    "TextTooLongError",
    "WorkerError",
]


class RunewsError(Exception):
    """The base of every exception that runews raises on its own account."""


class InputError(RunewsError):
    """What was passed in cannot be parsed."""


class NotTextError(InputError, TypeError):
    """The text is not a ``str``."""


class TextTooLongError(InputError, ValueError):
    """The text is longer than the parser's ``max_chars``, or a web page larger than the limit."""


class NoArticleError(InputError, ValueError):
    """A web page holds no article."""


class NotFoundError(RunewsError, KeyError):
    """The article has no object of that id."""

    def __str__(self) -> str:
        # KeyError shows the repr of its argument, which would put quotation marks round a sentence.
        return str(self.args[0]) if self.args else ""


class SerializationError(RunewsError, ValueError):
    """A dict or a JSON string does not describe an article."""


class OptionError(RunewsError, ValueError):
    """An argument other than the text is out of range."""


class WorkerError(RunewsError, RuntimeError):
    """A text kills its worker process in `parse_articles`, or no worker process can start."""


class ExtraMissingError(RunewsError, ImportError):
    """An optional part of runews is asked for whose libraries are not installed."""


class LexiconError(RunewsError, ValueError):
    """A row of a lexicon file is malformed."""


class ModelError(RunewsError, RuntimeError):
    """The language models or dictionaries are missing or damaged."""
