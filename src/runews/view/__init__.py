"""Articles to look at: HTML pages and the fragment that a notebook shows.

In flow articles; out flows self-contained HTML. The way through the package: `marks` says what is
marked in a text, `nesting` puts overlapping marks in order, `text` writes them out, `cards`,
`tables` and `chart` say what stands beside, `page` brings all together with ``style.css``.
"""

from __future__ import annotations

from runews.view.page import render_fragment, render_page, render_pages

__all__ = ["render_fragment", "render_page", "render_pages"]
