"""The API's article and its list, by Django REST framework."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api.authentication import ApiKeyAuthentication
from articles.documents.material import gather
from bench.ordinary import rows
from bench.ordinary.serializers import CardSerializer, DetailSerializer

PAGE_SIZE = 20


class ArticleView(APIView):
    """One article. No session is looked at, as at the house's own address."""

    authentication_classes = [ApiKeyAuthentication]

    def get(self, request: Request, public_id: uuid.UUID) -> Response:
        del request
        material = gather(get_object_or_404(rows.live(), public_id=public_id))
        return Response(DetailSerializer(material, context={"material": material}).data)


class ArticleListView(APIView):
    """The newest articles, and whether there are more."""

    authentication_classes = [ApiKeyAuthentication]

    def get(self, request: Request) -> Response:
        del request
        found = list(rows.with_authors(rows.live())[: PAGE_SIZE + 1])
        cards = CardSerializer(map(rows.card_material, found[:PAGE_SIZE]), many=True)
        return Response({"results": cards.data, "next": len(found) > PAGE_SIZE})
