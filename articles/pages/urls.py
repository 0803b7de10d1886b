"""Addresses of the public site. `articles.documents.addresses` writes what these resolve."""

from __future__ import annotations

from django.urls import path, re_path

from articles.documents.addresses import SUBJECT_FOLDERS
from articles.pages import articles, feeds, lists, search, subjects

urlpatterns = [
    path("", lists.front, name="front"),
    path("search/", search.search, name="search"),
    path("corrections/", lists.corrections, name="corrections"),
    path("about/", lists.about, name="about"),
    path("feed.xml", feeds.site_feed, name="feed"),
    path("robots.txt", feeds.robots, name="robots"),
    *(
        path(f"{folder}/<slug:slug>/", subjects.subject, {"kind": kind}, name=str(kind))
        for kind, folder in SUBJECT_FOLDERS.items()
    ),
    re_path(
        r"^(?P<section>[-\w]+)/(?P<year>\d{4})/(?P<month>\d{2})/(?P<name>[-\w]+)/$",
        articles.article,
        name="article",
    ),
    path("<slug:slug>/feed.xml", feeds.section_feed, name="section-feed"),
    path("<slug:slug>/", lists.section, name="section"),
]
