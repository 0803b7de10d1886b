"""The API's site map. Paths end in a slash; whatever is not here answers with a problem."""

from __future__ import annotations

from django.urls import include, path, re_path, register_converter
from django.urls.converters import StringConverter

from articles.api.articles import ArticleDetailView, ArticleForm, ArticleList
from articles.api.changes import ChangeList
from articles.api.citations import CitationDetail, CitationList
from articles.api.drafts import DraftDetail, DraftList
from articles.api.export import Export
from articles.api.nowhere import Nowhere
from articles.api.posts import PostInbox, PostProgressView
from articles.api.reference import OpenApiDocument, ReferencePage
from articles.api.representations import BY_SUFFIX
from articles.api.sections import SectionDetail, SectionList
from articles.api.subjects import (
    OrganizationDetailView,
    OrganizationList,
    PersonDetailView,
    PersonList,
    TopicDetailView,
    TopicList,
)

app_name = "api"


class KeyConverter(StringConverter):
    """A slug or a public id: nothing that a database would have to be asked about otherwise."""

    regex = "[-a-zA-Z0-9_]{1,200}"


class FormConverter(StringConverter):
    """The end of an address that names a form."""

    regex = "|".join(BY_SUFFIX)


register_converter(KeyConverter, "key")
register_converter(FormConverter, "form")

v1 = [
    path("", ReferencePage.as_view(), name="reference"),
    path("openapi.json", OpenApiDocument.as_view(), name="openapi"),
    path("articles/", ArticleList.as_view(), name="articles"),
    path("articles/<key:key>/", ArticleDetailView.as_view(), name="article"),
    path("articles/<key:key>.<form:suffix>", ArticleForm.as_view(), name="article-form"),
    path("people/", PersonList.as_view(), name="people"),
    path("people/<key:key>/", PersonDetailView.as_view(), name="person"),
    path("organizations/", OrganizationList.as_view(), name="organizations"),
    path("organizations/<key:key>/", OrganizationDetailView.as_view(), name="organization"),
    path("topics/", TopicList.as_view(), name="topics"),
    path("topics/<key:key>/", TopicDetailView.as_view(), name="topic"),
    path("citations/", CitationList.as_view(), name="citations"),
    path("citations/<int:pk>/", CitationDetail.as_view(), name="citation"),
    path("changes/", ChangeList.as_view(), name="changes"),
    path("export/", Export.as_view(), name="export"),
    path("sections/", SectionList.as_view(), name="sections"),
    path("sections/<key:slug>/", SectionDetail.as_view(), name="section"),
    path("desk/articles/", DraftList.as_view(), name="desk-articles"),
    path("desk/articles/<uuid:public_id>/", DraftDetail.as_view(), name="desk-article"),
    path("posts/", PostInbox.as_view(), name="posts"),
    path("posts/<uuid:public_id>/", PostProgressView.as_view(), name="post"),
]
urlpatterns = [
    path("v1/", include(v1)),
    re_path("", Nowhere.as_view(), name="nowhere"),
]
