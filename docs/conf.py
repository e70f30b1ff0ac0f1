"""Sphinx settings. The build reads the installed package and needs no network."""

from __future__ import annotations

import importlib.metadata
import os

import runews

project = "runews"
author = "The runews authors"
project_copyright = author
release = importlib.metadata.version("runews")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

# Single backticks in docstrings name objects.
default_role = "py:obj"
add_module_names = False
autodoc_typehints = "description"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True

# A reader imports every public name from the package, so that is where the reference has them, and
# where the types of arguments and fields have to lead.
for name in runews.__all__:
    getattr(runews, name).__module__ = "runews"

# Links into the pages of Python and attrs need their inventories, which come over the network. A
# build has to work without one, so they are asked for only where somebody says that there is one;
# without them `str` or `Path` is set as plain text.
if os.environ.get("DOCS_ONLINE"):
    intersphinx_mapping = {
        "python": ("https://docs.python.org/3", None),
        "attrs": ("https://www.attrs.org/en/stable", None),
    }

html_theme = "furo"
html_title = f"runews {release}"
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["wrapped.css"]
