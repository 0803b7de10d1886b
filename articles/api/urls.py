"""The API's site map. Paths end in a slash; whatever is not here answers with a problem."""

from __future__ import annotations

from django.urls import include, path, re_path, register_converter
from django.urls.converters import StringConverter

from articles.api.articles import ArticleDetailView, ArticleForm, ArticleList
from articles.api.changes import ChangeList, ChangeStream
from articles.api.citations import CitationDetail, CitationList
from articles.api.corrections import CorrectionList
from articles.api.drafts import DraftDetail, DraftList
from articles.api.export import Export
from articles.api.extraction import Extract
from articles.api.figures import FigureList
from articles.api.judging import (
    CitationJudgement,
    FigureJudgement,
    FindingAnswer,
    MentionJudgement,
)
from articles.api.media import MediaDetail, MediaInbox
from articles.api.moves import (
    Approval,
    CorrectionNote,
    Publication,
    Return,
    Schedule,
    Submission,
    Withdrawal,
)
from articles.api.nowhere import Nowhere
from articles.api.posts import PostInbox, PostProgressView
from articles.api.reference import OpenApiDocument, ReferencePage
from articles.api.representations import BY_SUFFIX
from articles.api.revisions import RevisionDetailView, RevisionList
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
    path("articles/<key:key>/revisions/", RevisionList.as_view(), name="revisions"),
    path(
        "articles/<key:key>/revisions/<int:number>/", RevisionDetailView.as_view(), name="revision"
    ),
    path("people/", PersonList.as_view(), name="people"),
    path("people/<key:key>/", PersonDetailView.as_view(), name="person"),
    path("organizations/", OrganizationList.as_view(), name="organizations"),
    path("organizations/<key:key>/", OrganizationDetailView.as_view(), name="organization"),
    path("topics/", TopicList.as_view(), name="topics"),
    path("topics/<key:key>/", TopicDetailView.as_view(), name="topic"),
    path("citations/", CitationList.as_view(), name="citations"),
    path("citations/<int:pk>/", CitationDetail.as_view(), name="citation"),
    path("changes/", ChangeList.as_view(), name="changes"),
    path("changes/stream/", ChangeStream.as_view(), name="changes-stream"),
    path("export/", Export.as_view(), name="export"),
    path("figures/", FigureList.as_view(), name="figures"),
    path("corrections/", CorrectionList.as_view(), name="corrections"),
    path("sections/", SectionList.as_view(), name="sections"),
    path("sections/<key:slug>/", SectionDetail.as_view(), name="section"),
    path("desk/articles/", DraftList.as_view(), name="desk-articles"),
    path("desk/articles/<uuid:public_id>/", DraftDetail.as_view(), name="desk-article"),
    path(
        "desk/articles/<uuid:public_id>/submit/", Submission.as_view(), name="desk-article-submit"
    ),
    path(
        "desk/articles/<uuid:public_id>/approve/", Approval.as_view(), name="desk-article-approve"
    ),
    path("desk/articles/<uuid:public_id>/return/", Return.as_view(), name="desk-article-return"),
    path(
        "desk/articles/<uuid:public_id>/publish/",
        Publication.as_view(),
        name="desk-article-publish",
    ),
    path(
        "desk/articles/<uuid:public_id>/schedule/", Schedule.as_view(), name="desk-article-schedule"
    ),
    path(
        "desk/articles/<uuid:public_id>/correct/",
        CorrectionNote.as_view(),
        name="desk-article-correct",
    ),
    path(
        "desk/articles/<uuid:public_id>/withdraw/",
        Withdrawal.as_view(),
        name="desk-article-withdraw",
    ),
    path(
        "desk/mentions/<int:pk>/judgement/",
        MentionJudgement.as_view(),
        name="desk-mention-judgement",
    ),
    path(
        "desk/citations/<int:pk>/judgement/",
        CitationJudgement.as_view(),
        name="desk-citation-judgement",
    ),
    path(
        "desk/figures/<int:pk>/judgement/", FigureJudgement.as_view(), name="desk-figure-judgement"
    ),
    path("desk/findings/<int:pk>/answer/", FindingAnswer.as_view(), name="desk-finding-answer"),
    path("desk/media/", MediaInbox.as_view(), name="desk-media"),
    path("desk/media/<uuid:public_id>/", MediaDetail.as_view(), name="desk-picture"),
    path("extract/", Extract.as_view(), name="extract"),
    path("posts/", PostInbox.as_view(), name="posts"),
    path("posts/<uuid:public_id>/", PostProgressView.as_view(), name="post"),
]
urlpatterns = [
    path("v1/", include(v1)),
    re_path("", Nowhere.as_view(), name="nowhere"),
]
