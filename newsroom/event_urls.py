"""The addresses that events name. The events process serves none of them: its door knows one address."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("api/", include("articles.api.urls"))]
