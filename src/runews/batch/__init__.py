"""Many articles: read ahead in batches, parsed here or by worker processes, given back in order.

In flows any iterable of texts; out flows a generator of articles. `articles` is the front door,
`stream` what it and the command line share, `batches` reads ahead, `reading` parses a batch, `pool`
keeps the worker processes (`worker` is what runs in one), `progress` shows how far it is.
"""

from __future__ import annotations

from runews.batch.articles import parse_articles

__all__ = ["parse_articles"]
