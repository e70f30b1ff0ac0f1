"""Who wins where the sources of a page's metadata differ.

In flow the `Facts` of the sources, the surest first; out flows one answer for each question. The
caller's word comes before all of these, and what the text says after them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from runews.structure.lines import same_title
from runews.structure.outlets import find_outlet, outlet_of_url
from runews.web.facts import Facts, each_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runews.structure.outlets import Outlet

__all__ = ["merge_facts", "title_without_site"]

_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " • ", " / ")
_MAX_AUTHOR = 60
_CUT_OFF = ("…", "...")


def merge_facts(sources: Sequence[Facts], url: str | None = None) -> Facts:
    """One answer for each question.

    Args:
        sources: What the sources tell, the surest first.
        url: The address that the caller gives.

    Returns:
        The facts of the article.
    """
    url = url or next((s.url for s in sources if s.url), None)
    outlet = _outlet(sources, url)
    names = [name for s in sources if (name := s.site)]
    organisations = each_once(name for s in sources for name in (*s.organisations, *s.authors))
    return Facts(
        headline=_headline(sources, [*names, *([outlet.name] if outlet else [])]),
        descriptions=each_once(text for s in sources for text in s.descriptions),
        published=_published(s.published for s in sources),
        authors=next(filter(None, (_persons(s.authors, names) for s in sources)), ()),
        organisations=each_once(map(_agency, organisations)),
        site=outlet.name if outlet else next(iter(names), None),
        url=url,
        tags=next((s.tags for s in sources if s.tags), ()),
        body=next((s.body for s in sources if s.body), None),
        is_article=any(s.is_article for s in sources),
    )


def title_without_site(title: str, sites: Sequence[str]) -> str:
    """A title without the name of the site at its end.

    Args:
        title: «Суд начался - РИА Новости, 31.01.2026».
        sites: Names of the site; where none is known, any outlet's name is taken for it.

    Returns:
        What stands before the name of the site; «Суд начался – Reuters» stays as it is elsewhere.

    Example:
        >>> title_without_site("Суд начался - РИА Новости, 31.01.2026", ["РИА Новости"])
        'Суд начался'
        >>> title_without_site("Суд начался – Reuters", ["РИА Новости"])
        'Суд начался – Reuters'
    """
    while True:
        at, mark = max((title.rfind(mark), mark) for mark in _SEPARATORS)
        rest = title[at + len(mark) :] if at > 0 else ""
        if not rest or not _names_site(rest, sites):
            return title
        title = title[:at].rstrip()


def _names_site(text: str, sites: Sequence[str]) -> bool:
    name = text.split(",")[0].strip()
    outlet = find_outlet(name, inflected=False)
    if any(same_title(name, site) for site in sites):
        return True
    own = [find_outlet(site, inflected=False) for site in sites]
    return outlet is not None and (not sites or outlet in own)


def _headline(sources: Sequence[Facts], sites: Sequence[str]) -> str | None:
    """The first source's headline; a heading of the page that is the same in full is better."""
    titles = [title_without_site(s.headline, sites) for s in sources if s.headline]
    if not titles:
        return None
    chosen, shown = titles[0], titles[-1]
    cut = next((chosen.removesuffix(m).rstrip() for m in _CUT_OFF if chosen.endswith(m)), None)
    if cut and shown.startswith(cut):
        return shown
    # Letter case and quotation marks as the page sets them.
    return shown if same_title(chosen, shown) else chosen


def _published(moments: Iterable[date | datetime | None]) -> date | datetime | None:
    """The first source's date, with the time of a later one that gives the same day."""
    known = [moment for moment in moments if moment is not None]
    if not known:
        return None
    first = known[0]
    if isinstance(first, datetime):
        return first
    return next((m for m in known if isinstance(m, datetime) and m.date() == first), first)


def _outlet(sources: Sequence[Facts], url: str | None) -> Outlet | None:
    """The outlet by the name that the page gives the site, else by the address."""
    for source in sources:
        if source.site and (found := find_outlet(source.site, inflected=False)):
            return found
    return outlet_of_url(url) if url else None


def _agency(name: str | None) -> str | None:
    outlet = find_outlet(name, inflected=False) if name else None
    return outlet.name if outlet and outlet.kind == "agency" else None


def _persons(authors: Sequence[str], sites: Sequence[str]) -> tuple[str, ...]:
    """Names of persons: one string may list several; addresses and the outlet are none."""
    names = (part.strip(" .") for author in authors for part in _listed(author))
    return each_once(name for name in names if _is_person(name, sites))


def _listed(author: str) -> list[str]:
    """«Иван Петров, Анна Белова и Пётр Орлов» as three; «Иван Петров (Казань)» as one."""
    for mark in (";", "|", " и ", " / "):
        author = author.replace(mark, ",")
    return author.split(",")


def _is_person(name: str, sites: Sequence[str]) -> bool:
    return (
        0 < len(name) <= _MAX_AUTHOR
        and not any(mark in name for mark in ("/", "@", "http"))
        and not name.isdigit()
        and find_outlet(name, inflected=False) is None
        and not any(same_title(name, site) for site in sites)
    )
