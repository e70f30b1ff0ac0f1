"""A stranger's words made safe for a page.

In flow texts and addresses; out flow pieces of HTML that encode in UTF-8 and hold no markup.
"""

from __future__ import annotations

import html

import regex

__all__ = ["escaped", "linkable", "shortened"]

# Control characters that are no white space to a browser, and lone surrogates.
_UNPRINTABLE = regex.compile(r"[\p{Cc}\p{Cs}--[\t\n\f\r]]", regex.V1)


def escaped(text: str) -> str:
    r"""A text as HTML, fit for an element as well as for a quoted attribute.

    Args:
        text: Any text.

    Returns:
        The text with the signs of markup as references. Control characters, but for white space,
        and lone surrogates are U+FFFD each, so that every code point stays one.

    Example:
        >>> escaped("<b>А&Б\x00")
        '&lt;b&gt;А&amp;Б\ufffd'
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text))


def linkable(address: str) -> bool:
    """Whether an address may become a link: that of a web page, never a ``javascript:``.

    Args:
        address: Any text.

    Returns:
        ``True`` for ``http`` and ``https``.

    Example:
        >>> linkable("https://example.org/1"), linkable("javascript:alert(1)")
        (True, False)
    """
    return address.lower().startswith(("http://", "https://"))


def shortened(text: str, most: int) -> str:
    """A text on one line, cut where it is long.

    Args:
        text: Any text.
        most: The most code points to return.

    Returns:
        The text with single spaces, an ellipsis at its end where something was cut off.

    Example:
        >>> shortened("Снег  сойдёт", 20), shortened("Снег сойдёт в апреле", 12)
        ('Снег сойдёт', 'Снег сойдёт…')
    """
    # Four times as much as is wanted is enough also where much of it is white space.
    line = " ".join(text[: 4 * most].split())
    if len(line) <= most and len(text) <= 4 * most:
        return line
    return line[: most - 1].rstrip() + "…"
