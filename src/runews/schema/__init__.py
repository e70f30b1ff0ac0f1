"""The shape of an article, derived from the models in one place and told in several languages.

In flow the attrs classes of `runews.models`, with their types and docstrings; out flows the tree of
their fields (`runews.schema.fields`), and from it the JSON Schema (`json_schema`), which is shipped
as ``article.schema.json``, too. `runews.arrow` and `runews.spark` read the same tree.
"""

from __future__ import annotations

from runews.schema.document import json_schema

__all__ = ["json_schema"]
