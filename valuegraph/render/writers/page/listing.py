"""The list of a page: every part with what comes before and after it, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.render.writers.page.content import ListedLink, Row, Section, Telling
from valuegraph.render.writers.page.escaping import text


def listing(telling: Telling, level: int) -> str:
    """Return the tables of all kinds of part, their headings at that level."""
    if not telling.sections:
        return f"<p>{text(telling.words['nothing'])}</p>"
    return "".join(_table(section, telling, level) for section in telling.sections)


def _table(section: Section, telling: Telling, level: int) -> str:
    heading = text(section.heading)
    columns = "".join(
        f'<th scope="col">{text(telling.words[word])}</th>' for word in ("part", "before", "after")
    )
    rows = "".join(_row(row) for row in section.rows)
    return (
        f"<h{level}>{heading}</h{level}>"
        f'<table aria-label="{heading}"><thead><tr>{columns}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _row(row: Row) -> str:
    told = "".join(f"<br><small>{text(remark)}</small>" for remark in row.remarks)
    before, after = _links(row.before), _links(row.after)
    return (
        f'<tr><th scope="row"><bdi data-ref="{text(row.id)}">{text(row.name)}</bdi>{told}</th>'
        f"{before}{after}</tr>"
    )


def _links(links: Sequence[ListedLink]) -> str:
    if not links:
        return "<td>–</td>"
    items = "".join(
        f"<li>{text(link.verb)} <bdi>{text(link.other)}</bdi>"
        + (f" <small>({text('; '.join(link.remarks))})</small>" if link.remarks else "")
        + "</li>"
        for link in links
    )
    return f"<td><ul>{items}</ul></td>"
