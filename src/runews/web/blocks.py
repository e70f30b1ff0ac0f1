"""The blocks of a page: every stretch of text that a browser would set on lines of its own.

In flows the parsed page; out flow its blocks in reading order, each with what the markup tells
about it, and a plain copy of the page for the extractor: the same containers with the same names,
but one element a block, and without captions, embeds, comments and furniture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import lxml.html
from lxml import etree

from runews.web.parts import roles_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Block", "Blocks", "read_blocks"]

_CONTAINERS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "header", "html", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1",
    "h2", "h3", "h4", "h5", "h6"
))  # fmt: skip
# Elements that the plain copy keeps; what stands in the others is set in them.
_COPIED = frozenset((
    "article", "blockquote", "body", "div", "footer", "header", "main", "ol", "section", "ul"
))  # fmt: skip
_BREAKS = frozenset(("br", "hr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_TEXT = frozenset((
    "applet", "area", "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "form",
    "head", "iframe", "input", "map", "math", "menu", "nav", "noframes", "noscript", "object",
    "option", "picture", "script", "select", "style", "svg", "template", "textarea", "title",
    "track", "video"
))  # fmt: skip
# The parts of a page that are never taken for furniture by their names.
_WHOLE = frozenset(("html", "body", "main", "h1", "p"))
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What no reader sees, and what HTML lets through but the plain copy, which is XML, may not hold.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200d\u2060\ufeff\ufffe\uffff]")
# A part that holds more than this share of the page's prose is its article, whatever its name.
_MOST = 0.5


@attrs.frozen(kw_only=True)
class Block:
    """A stretch of text of a page.

    Args:
        text: What it says, white space folded.
        tag: ``h1`` to ``h6``, ``li``, ``td`` or ``p``: what the nearest element makes of it.
        container: Number of the container that it stands in.
        roles: Roles that the names of the elements around it give: ``caption``, ``deck``, ``lead``.
        marked: Whether the markup calls it part of an article's body.
        linked: How many of its characters are links.
        bold: Whether it is set in bold as a whole.
        image: Whether an image stands in the same lines.
        picture: Number of the picture that it is the caption of, 0 outside captions.
    """

    text: str
    tag: str
    container: int
    roles: frozenset[str]
    marked: bool
    linked: int
    bold: bool
    image: bool
    picture: int

    @property
    def is_link(self) -> bool:
        """Whether it is mostly a link to something else."""
        return self.linked > 0.6 * len(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether the markup calls it a heading."""
        return self.tag in _HEADINGS


@attrs.frozen
class Blocks:
    """The blocks of a page and its plain copy.

    Args:
        blocks: The blocks, in reading order.
        copy: The plain copy, for `trafilatura`, which changes it.
    """

    blocks: tuple[Block, ...]
    copy: HtmlElement


@attrs.define
class _Frame:
    """An open element: what holds for the text in it."""

    copy: HtmlElement
    is_block: bool = True
    tag: str = "p"
    roles: frozenset[str] = frozenset()
    marked: bool = False
    link: bool = False
    bold: bool = False
    picture: int = 0
    container: int = 0


@attrs.define
class _Reader:
    """Gathers text until a block ends."""

    blocks: list[Block] = attrs.field(factory=list)
    pieces: list[str] = attrs.field(factory=list)
    linked: int = 0
    plain: bool = False
    image: bool = False
    pictures: int = 0
    containers: int = 0

    def add(self, text: str | None, frame: _Frame) -> None:
        if text:
            self.pieces.append(text)
            if frame.link:
                self.linked += len(" ".join(text.split()))
            self.plain = self.plain or not (frame.bold or text.isspace())

    def end(self, frame: _Frame) -> None:
        text = " ".join(_UNSEEN.sub("", "".join(self.pieces)).split())
        if text:
            self.blocks.append(
                Block(
                    text=text,
                    tag=frame.tag,
                    container=frame.container,
                    roles=frame.roles,
                    marked=frame.marked,
                    linked=self.linked,
                    bold=not self.plain,
                    image=self.image,
                    picture=frame.picture,
                )
            )
            if "caption" not in frame.roles:
                leaf = frame.tag if frame.tag in _HEADINGS or frame.tag == "li" else "p"
                etree.SubElement(frame.copy, leaf).text = text
        self.pieces.clear()
        self.linked = 0
        self.plain = self.image = False


def read_blocks(page: HtmlElement) -> Blocks:
    """Cut a page into blocks.

    Args:
        page: The root of the parsed page, without comments.

    Returns:
        Its blocks and its plain copy.
    """
    copy = lxml.html.Element("html")
    frames = [_Frame(copy=copy)]
    reader = _Reader()
    whole = _prose_size(page)
    walk = etree.iterwalk(page, events=("start", "end"))
    skipped: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            reader.image = reader.image or element.tag in ("img", "picture")
            if _is_left_out(element, whole):
                skipped = element
                walk.skip_subtree()
                if element.tag in _CONTAINERS or element.tag in ("aside", "iframe", "form"):
                    reader.end(frames[-1])
                continue
            frame = _frame(element, frames[-1], reader)
            if frame.is_block or element.tag in _BREAKS:
                reader.end(frames[-1])
            frames.append(frame)
            reader.add(element.text, frames[-1])
            continue
        if element is skipped:
            skipped = None
        else:
            frame = frames.pop()
            if frame.is_block:
                # What stands at the end of the element still belongs to it.
                reader.end(frame)
        reader.add(element.tail, frames[-1])
    reader.end(frames[-1])
    return Blocks(tuple(reader.blocks), copy)


def _frame(element: HtmlElement, around: _Frame, reader: _Reader) -> _Frame:
    tag, container, copy = around.tag, around.container, around.copy
    if element.tag in _HEADINGS or element.tag in ("li", "td", "th"):
        tag = "td" if element.tag == "th" else element.tag
    elif element.tag in ("p", "table", "blockquote", "ul", "ol"):
        tag = "p" if element.tag != "p" or tag not in ("li", "td") else tag
    if element.tag in _COPIED:
        reader.containers += 1
        container = reader.containers
        copy = etree.SubElement(copy, element.tag)
        for name in ("class", "id", "itemprop", "role"):
            if value := _UNSEEN.sub("", " ".join(element.get(name, "").split())):
                copy.set(name, value)
    kinds = element.get("itemprop", "").split()
    roles = around.roles | (roles_of(_names(element)) & {"caption", "deck", "lead"})
    if _is_picture(element) or "caption" in kinds:
        roles |= {"caption"}
    picture = around.picture
    if "caption" in roles and "caption" not in around.roles:
        reader.pictures += 1
        picture = reader.pictures
    if "alternativeHeadline" in kinds:
        roles |= {"deck"}
    return _Frame(
        # A caption may be set in an inline element, and is still a text of its own.
        is_block=element.tag in _CONTAINERS or picture != around.picture,
        tag=tag,
        roles=roles,
        marked=around.marked or "articleBody" in kinds,
        link=around.link or element.tag == "a",
        bold=around.bold or element.tag in ("b", "strong"),
        picture=picture,
        container=container,
        copy=copy,
    )


def _is_picture(element: HtmlElement) -> bool:
    """A figure or its caption; some sites set quotations and tables in figures too."""
    if element.tag == "figcaption":
        return True
    return element.tag == "figure" and element.find(".//blockquote") is None


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _is_left_out(element: HtmlElement, whole: int) -> bool:
    if element.tag in _NO_TEXT:
        return True
    if element.get("hidden") is not None or _INVISIBLE.search(element.get("style", "")):
        return not _is_article(element, whole)
    if element.tag in _WHOLE:
        return False
    out = roles_of(_names(element)) & {"furniture", "comments", "embed", "hidden"}
    if element.tag == "footer":
        out |= {"furniture"}
    if not out or element.find(".//h1") is not None:
        return False
    # Many comments may outweigh a short article.
    return "comments" in out or not _is_article(element, whole)


def _is_article(element: HtmlElement, whole: int) -> bool:
    return _prose_size(element) > _MOST * whole


def _prose_size(element: HtmlElement) -> int:
    """How much text stands in the paragraphs of an element, or where it has none, in all of it."""
    paragraphs = sum(len(p.text_content()) for p in element.iter("p"))
    return paragraphs or len(element.text_content())
