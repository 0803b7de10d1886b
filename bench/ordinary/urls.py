"""The ordinary site map, beside the house's own."""

from __future__ import annotations

from django.urls import path

from bench.ordinary import pages, people, search, stored
from bench.ordinary.viewset import ArticleViewSet
from newsroom.urls import handler404, handler500, urlpatterns as house

__all__ = ["handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *house[:-1],
    path("ordinary/", pages.front),
    path("ordinary/search/", search.search),
    path("ordinary/people/<slug:slug>/", people.person),
    path("ordinary/articles/<uuid:public_id>/", pages.article),
    path("ordinary/api/articles/", ArticleViewSet.as_view({"get": "list"})),
    path("ordinary/api/articles/<uuid:public_id>/", ArticleViewSet.as_view({"get": "retrieve"})),
    path("ordinary/stored/articles/<uuid:public_id>/", stored.detail),
    *house[-1:],
]
