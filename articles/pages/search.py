"""The search page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe

from articles.documents.addresses import SUBJECT_FOLDERS
from articles.documents.dates import Moment
from articles.pages.responses import Head, framed, render_main
from articles.selectors import site
from articles.selectors.site import BadCursor, Cursor, Question

if TYPE_CHECKING:
    from articles.selectors.site import Label, SearchPage

LAST_PAGE = 10
PERIODS = {
    "day": gettext_lazy("Past day"),
    "week": gettext_lazy("Past week"),
    "month": gettext_lazy("Past month"),
    "year": gettext_lazy("Past year"),
}
GROUPS = {
    "section": gettext_lazy("Section"),
    "person": gettext_lazy("Person"),
    "organization": gettext_lazy("Organization"),
    "topic": gettext_lazy("Topic"),
}
_LONGEST_SLUG = 200

Context = dict[str, Any]


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Return the form and, for a question, articles, names and filters with their counts.

    Filters that do not exist find nothing; a period that does not exist counts as none.
    """
    question = _question(request)
    number = _page_number(request.GET.get("page", ""))
    found = site.search(question, page=number)
    links = _Links(question)
    context = {
        "asked": question.words,
        "is_empty": question.is_empty,
        "kept": links.kept(),
        "chips": _chips(question, found, links),
        "groups": _groups(question, found, links),
        "found": found,
        "is_many": found.counts is not None and found.counts.total >= site.COUNTED,
        "results": [(one, Moment.of(one.published_at)) for one in found.results],
        "names": [(one, kind_words(one), _path(one)) for one in found.names],
        "meant": links.to(words=found.names[0].name) if found.names and found.instead else "",
        "sections": site.navigation() if question.is_empty else (),
        "instead": found.instead,
        "is_first": number == 1,
        "previous": links.page(number - 1, question.until) if number > 1 else "",
        "next": _following(found, question, number, links),
    }
    fragments = {"instead": "".join(found.instead.teasers)} if found.instead else {}
    main = render_main("articles/search.html", context, **fragments)
    title = _("Search: %(words)s") % {"words": question.words} if question.words else _("Search")
    head = Head(title=title, path="/search/", is_indexed=False)
    return framed(request, head=head, main=main)


def kind_words(label: Label) -> str:
    """Return what a name names, in a word or two."""
    return label.detail_words or str(GROUPS[label.kind])


class _Links:
    """Addresses of the searches that are one step from this one."""

    def __init__(self, question: Question) -> None:
        chosen = {kind: question.chosen.get(kind, "") for kind in GROUPS}
        self.own = {"q": question.words, **chosen, "period": question.period}

    def to(self, *, words: str | None = None, **changes: str) -> str:
        """Return the address with these filters set, or taken away where they are empty."""
        asked = {**self.own, **changes, **({"q": words} if words is not None else {})}
        return "?" + urlencode({name: value for name, value in asked.items() if value})

    def page(self, number: int, until: Any) -> str:
        """Return the address of another page of the same answer."""
        if number == 1:
            return self.to()
        return self.to(page=str(number), until=str(Cursor(until, 0)) if until else "")

    def kept(self) -> list[tuple[str, str]]:
        """Return the filters that a new question keeps."""
        return [(name, value) for name, value in self.own.items() if value and name != "q"]


def _question(request: HttpRequest) -> Question:
    asked = {name: str(value).replace("\x00", "") for name, value in request.GET.items()}
    period = asked.get("period", "")
    try:
        until = Cursor.read(asked.get("until", ""))
    except BadCursor:
        until = None
    return Question(
        words=asked.get("q", "").strip()[: site.MAX_QUERY],
        chosen={kind: asked[kind][:_LONGEST_SLUG] for kind in GROUPS if asked.get(kind)},
        period=period if period in PERIODS else "",
        until=until.visible_from if until else None,
    )


def _chips(question: Question, found: SearchPage, links: _Links) -> list[Context]:
    """Return the filters in force, each with the address of the search without it."""
    names = {label.kind: label.name for label in found.chosen}
    chips = [
        {"group": GROUPS[kind], "name": names.get(kind, slug), "without": links.to(**{kind: ""})}
        for kind, slug in question.chosen.items()
    ]
    if question.period:
        name = PERIODS[question.period]
        chips.append({"group": _("Published"), "name": name, "without": links.to(period="")})
    return chips


def _groups(question: Question, found: SearchPage, links: _Links) -> list[Context]:
    """Return the filters that would leave fewer articles, each with its count."""
    if found.counts is None or not found.results:
        return []
    total = found.counts.total
    groups: list[Context] = [
        {
            "key": kind,
            "name": name,
            "choices": [
                {
                    "name": one.label.name,
                    "articles": one.articles,
                    "link": links.to(**{kind: one.label.slug}),
                }
                for one in found.choices
                if one.label.kind == kind and one.articles < total
            ],
        }
        for kind, name in GROUPS.items()
    ]
    if not question.period:
        periods = [
            {"name": name, "articles": found.counts.periods[key], "link": links.to(period=key)}
            for key, name in PERIODS.items()
            if 0 < found.counts.periods[key] < total
        ]
        groups.append({"key": "period", "name": _("Published"), "choices": periods})
    return [group for group in groups if group["choices"]]


def _following(found: SearchPage, question: Question, number: int, links: _Links) -> str:
    if not found.has_more or number >= LAST_PAGE or found.counts is None:
        return ""
    return links.page(number + 1, question.until or found.counts.newest)


def _path(label: Label) -> str:
    return f"/{SUBJECT_FOLDERS[label.kind]}/{label.slug}/"


def _page_number(text: str) -> int:
    number = int(text[:3]) if text.isascii() and text.isdecimal() else 1
    return min(max(number, 1), LAST_PAGE)
