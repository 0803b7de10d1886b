"""Figures in lists."""

from __future__ import annotations

from rest_framework import serializers

from articles.api.schemas.articles import FigureRecord
from articles.api.schemas.links import SUBJECT_TYPES, ArticleLink, SubjectLink


class FigureSubject(SubjectLink):
    """Whom or what a figure is about."""

    type = serializers.ChoiceField(SUBJECT_TYPES)


class FigureListed(FigureRecord):
    """A figure with its sentence, whom that names, and the article in which it stands."""

    id = serializers.IntegerField(help_text="Of the figure, across all articles.")
    sentence = serializers.CharField()
    about = FigureSubject(many=True)
    article = ArticleLink()
