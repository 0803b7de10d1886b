"""The site map: desk, API, pages."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path(settings.DESK_PATH.removeprefix("/"), admin.site.urls),
    path("api/", include("articles.api.urls")),
    path("", include("articles.pages.urls")),
]

handler404 = "articles.pages.errors.not_found"
handler500 = "articles.pages.errors.server_error"
