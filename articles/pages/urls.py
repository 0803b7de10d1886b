"""Addresses of the public site. `articles.documents.addresses` writes what these resolve."""

from __future__ import annotations

from django.urls import path, re_path

from articles.documents.addresses import SUBJECT_FOLDERS
from articles.pages import (
    about,
    articles,
    directories,
    feeds,
    lists,
    pictures,
    revisions,
    search,
    sitemaps,
    subjects,
    wellknown,
)
from articles.pages.feed_formats import FORMATS

_ARTICLE = r"^(?P<section>[-\w]+)/(?P<year>\d{4})/(?P<month>\d{2})/(?P<name>[-\w]+)/"
_NUMBER = r"(?P<page>[1-9]\d{0,8})"

urlpatterns = [
    path("", lists.front, name="front"),
    path("search/", search.search, name="search"),
    path("corrections/", lists.corrections, name="corrections"),
    path("about/", about.about, name="about"),
    path("about/<slug:name>/", about.about, name="about-page"),
    *(path(file, feeds.site_feed, {"file": file}) for file in FORMATS),
    re_path(
        r"^media/images/(?P<content_hash>[0-9a-f]{32})/(?P<name>[0-9a-z.-]{1,40})$",
        pictures.image,
        name="image",
    ),
    re_path(r"^media/cards/(?P<name>[0-9a-f]{32})\.png$", pictures.share_card, name="share-card"),
    path("robots.txt", wellknown.robots, name="robots"),
    path(".well-known/security.txt", wellknown.security),
    path("sitemap.xml", sitemaps.index),
    path("sitemap-pages.xml", sitemaps.own_pages),
    path("sitemap-news.xml", sitemaps.news),
    re_path(rf"^sitemap-articles-{_NUMBER}\.xml$", sitemaps.articles),
    *(
        re_path(rf"^sitemap-{folder}-{_NUMBER}\.xml$", sitemaps.subjects, {"kind": kind})
        for kind, folder in SUBJECT_FOLDERS.items()
    ),
    *(
        path(f"{folder}/", directories.directory, {"kind": kind}, name=folder)
        for kind, folder in SUBJECT_FOLDERS.items()
    ),
    *(
        path(f"{folder}/<slug:slug>/", subjects.subject, {"kind": kind}, name=str(kind))
        for kind, folder in SUBJECT_FOLDERS.items()
    ),
    *(
        path(f"{folder}/<slug:slug>/{file}", feeds.subject_feed, {"kind": kind, "file": file})
        for kind, folder in SUBJECT_FOLDERS.items()
        for file in FORMATS
    ),
    *(
        path(
            f"{folder}/<slug:slug>/{name}/",
            subjects.subject_list,
            {"kind": kind, "name": name},
            name=f"{kind}-{name}",
        )
        for kind, folder in SUBJECT_FOLDERS.items()
        for name in subjects.LISTS
    ),
    re_path(_ARTICLE + r"$", articles.article, name="article"),
    re_path(
        _ARTICLE + r"revisions/(?P<number>[1-9]\d{0,8})/$", revisions.revision, name="revision"
    ),
    *(path(f"<slug:slug>/{file}", feeds.section_feed, {"file": file}) for file in FORMATS),
    path("<slug:slug>/", lists.section, name="section"),
]
