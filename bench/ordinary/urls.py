"""The ordinary site map, beside the house's own."""

from __future__ import annotations

from django.urls import path

from bench.ordinary import api, pages, people, search
from newsroom.urls import handler404, handler500, urlpatterns as house

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *house[:-1],
    path("ordinary/", pages.front),
    path("ordinary/search/", search.search),
    path("ordinary/people/<slug:slug>/", people.person),
    path("ordinary/articles/<uuid:public_id>/", pages.article),
    path("ordinary/api/articles/", api.ArticleListView.as_view()),
    path("ordinary/api/articles/<uuid:public_id>/", api.ArticleView.as_view()),
    *house[-1:],
]
