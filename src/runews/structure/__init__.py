"""Structure: from the bare text to paragraphs with kinds, metadata and blocks, by outer form."""

from runews.structure.layout import Block, Given, Layout
from runews.structure.outlets import Outlet, find_outlet, outlet_of_url
from runews.structure.reading import read_structure

__all__ = [
    "Block",
    "Given",
    "Layout",
    "Outlet",
    "find_outlet",
    "outlet_of_url",
    "read_structure",
]
