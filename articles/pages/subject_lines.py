"""What a subject's pages say, line by line, in words that templates print."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from articles.documents.addresses import subject_path, web_address
from articles.documents.dates import Moment, partial_date_words
from articles.documents.sources import kind_words, medium_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.selectors.site import ArticleLine, Fact, LinesPage, Statement, Tie

Context = dict[str, Any]


def tie_line(tie: Tie) -> Context:
    """Return an affiliation with what it rests on and what ended it."""
    row = tie.affiliation
    return {
        "name": tie.other.name,
        "path": subject_path(tie.other) if tie.other_is_public else "",
        "role": row.role,
        "started": partial_date_words(row.started),
        "ended": partial_date_words(row.ended),
        "evidence_url": web_address(row.evidence_url),
        "evidence": _article(tie.evidence) if tie.evidence else None,
        "ended_by": tie_line(tie.ended_by) if tie.ended_by else None,
    }


def statements_in(page: LinesPage[Statement]) -> list[Context]:
    """Return what each article rests on somebody."""
    return [
        {
            "article": _article(one.article),
            "statements": [_statement(line, one.article.path) for line in one.lines],
        }
        for one in page.articles
    ]


def facts_in(page: LinesPage[Fact]) -> list[Context]:
    """Return the figures of each article, and which newer articles give otherwise."""
    return [
        {"article": _article(one.article), "sentences": _sentences(one.lines)}
        for one in page.articles
    ]


def _article(line: ArticleLine) -> Context:
    return {
        "headline": line.headline,
        "path": line.path,
        "published": Moment.of(line.published_at),
    }


def _statement(statement: Statement, path: str) -> Context:
    citation = statement.citation
    return {
        "quote": citation["quote"],
        "kind": kind_words(citation["kind"]),
        "medium": medium_words(citation["medium"] or ""),
        "date": partial_date_words(citation["date"] or ""),
        "url": citation["url"] or "",
        "path": f"{path}#source-{statement.number}",
    }


def _sentences(facts: Iterable[Fact]) -> list[Context]:
    """Return each sentence once, with its figures."""
    groups = groupby(facts, key=lambda fact: fact.record["sentence"])
    return [{"words": words, "figures": list(map(_fact, group))} for words, group in groups]


def _fact(fact: Fact) -> Context:
    newer = fact.newer
    return {
        **_figure(fact.record),
        "newer": {**_figure(newer.record), "article": _article(newer.article)} if newer else None,
    }


def _figure(record: Context) -> Context:
    when = []
    if record["as_of"]:
        when.append(_("as of %(date)s") % {"date": partial_date_words(record["as_of"])})
    if record["horizon"]:
        when.append(_("by %(date)s") % {"date": partial_date_words(record["horizon"])})
    return {
        "quote": _qualified(record),
        "measures": record["measures"],
        "when": ", ".join(when),
    }


def _qualified(record: Context) -> str:
    """Return a figure with the words of its sentence that bound it, where its own leave them out."""
    quote, qualifier = record["quote"], record.get("qualifier", "")
    is_said = qualifier.casefold() in record["sentence"].casefold()
    if not is_said or qualifier.casefold() in quote.casefold():
        return str(quote)
    return f"{quote} {qualifier}" if qualifier.startswith("or ") else f"{qualifier} {quote}"
