"""What stands beside the text: the table of quotes, the list of names, the publication's data.

In flows a `Scene`; out flow pieces of HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runews.models import EntityType
from runews.view.escaping import escaped, linkable, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runews.models import Entity, Quote, Speaker
    from runews.view.scene import Scene

__all__ = ["entities_html", "metadata_html", "quotes_html", "speaker_html"]

#: Of a longer quote or name the table gives the beginning: all of it is in the text.
_MOST_OF_QUOTE = 180
_MOST_OF_NAME = 120
#: So many mentions of one entity get a link each.
_MOST_MENTIONS = 40


def metadata_html(scene: Scene) -> Iterator[str]:
    """The publication's data as a list of terms.

    Args:
        scene: The article and how it is shown.

    Yields:
        Pieces of HTML; nothing where nothing is known.
    """
    words, metadata = scene.words, scene.article.metadata
    fields = {
        words.published: str(metadata.published) if metadata.published else None,
        words.dateline: metadata.dateline.text if metadata.dateline else None,
        words.agency: metadata.agency,
        words.authors: ", ".join(metadata.authors),
        words.site: metadata.site,
        words.tags: ", ".join(metadata.tags),
    }
    known = {label: escaped(value) for label, value in fields.items() if value}
    if url := metadata.url:
        shown = escaped(url)
        link = f'<a href="{shown}" rel="noopener noreferrer nofollow">{shown}</a>'
        known[words.address] = link if linkable(url) else shown
    if known:
        yield '<dl class="rn-meta">'
        yield from (f"<div><dt>{label}</dt><dd>{v}</dd></div>" for label, v in known.items())
        yield "</dl>"


def quotes_html(scene: Scene) -> Iterator[str]:
    """The table «who said what», each row linked with its quote.

    Args:
        scene: The article and how it is shown.

    Yields:
        Pieces of HTML.
    """
    words = scene.words
    if not scene.article.quotes:
        yield f'<p class="rn-none" lang="{words.language}">{words.no_quotes}</p>'
        return
    yield '<table class="rn-said"><thead><tr>'
    yield f'<th scope="col"><abbr title="{words.quote}">{words.number}</abbr></th>'
    yield f'<th scope="col">{words.speaker}</th><th scope="col">{words.quote}</th></tr></thead>'
    yield "<tbody>"
    for quote in scene.article.quotes:
        yield from _row(scene, quote)
    yield "</tbody></table>"


def _row(scene: Scene, quote: Quote) -> Iterator[str]:
    words, said = scene.words, scene.attribution(quote)
    how = [words.kinds[quote.kind]]
    if said.cue:
        how.append(escaped(shortened(said.cue.text, _MOST_OF_NAME)))
    if said.medium:
        how.append(escaped(shortened(said.medium.name, _MOST_OF_NAME)))
    if said.via:
        how.append(f"{words.via.lower()} {speaker_html(scene, said.via)}")
    yield '<tr><td class="rn-number">'
    yield f'<span class="rn-badge rn-{quote.kind}">{scene.quote_numbers[quote.id]}</span></td>'
    yield f'<td class="rn-who">{speaker_html(scene, said.speaker)} '
    yield f'<span class="rn-how">{" · ".join(how)}</span></td>'
    yield f'<td class="rn-what"><a href="#{scene.quote_id(quote)}">'
    yield f"{escaped(shortened(quote.text, _MOST_OF_QUOTE)) or '…'}</a></td></tr>"


def speaker_html(scene: Scene, speaker: Speaker | None) -> str:
    """A speaker's name, linked with the entry of the entity.

    Args:
        scene: The article and how it is shown.
        speaker: The speaker, or ``None`` where the article gives none.

    Returns:
        A piece of HTML.
    """
    if speaker is None:
        return f'<i class="rn-nobody">{scene.words.no_source}</i>'
    name = escaped(shortened(speaker.name, _MOST_OF_NAME))
    entry = scene.entity_id(speaker.entity_id)
    return f'<a href="#{entry}">{name}</a>' if entry else name


def entities_html(scene: Scene) -> Iterator[str]:
    """The persons, organisations and places, each linked with its mentions.

    Args:
        scene: The article and how it is shown.

    Yields:
        Pieces of HTML; nothing where nobody is named.
    """
    words = scene.words
    for kind in EntityType:
        entries = [e for e in scene.article.entities if e.type is kind]
        if entries:
            tag = f"h{scene.level + 2}"
            yield f'<{tag} class="rn-group">{words.groups[kind]}</{tag}>'
            yield '<ul class="rn-names">'
            for entity in entries:
                yield from _entry(scene, entity)
            yield "</ul>"


def _entry(scene: Scene, entity: Entity) -> Iterator[str]:
    words, identifier = scene.words, scene.entity_id(entity.id)
    yield f'<li id="{identifier}"><span class="rn-m rn-{entity.type}">'
    yield f"{escaped(shortened(entity.name, _MOST_OF_NAME))}</span>"
    known = ", ".join((*entity.roles, *entity.aliases))
    if known:
        yield f' <span class="rn-how">{escaped(shortened(known, _MOST_OF_QUOTE))}</span>'
    yield f' <span class="rn-places"><span class="rn-unseen">{words.mentions}:</span>'
    for number in range(1, min(len(entity.mentions), _MOST_MENTIONS) + 1):
        yield f' <a href="#{identifier}-{number}">{number}</a>'
    yield f"{' …' if len(entity.mentions) > _MOST_MENTIONS else ''}</span></li>"
