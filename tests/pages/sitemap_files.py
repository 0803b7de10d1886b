"""Sitemaps, read and checked against their schemas."""

from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


@cache
def schema():
    return etree.XMLSchema(etree.parse(SCHEMAS / "all.xsd"))


def read(client, address):
    """The tree of a sitemap that keeps to its schema."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    schema().assertValid(root)
    return root


def places(root):
    """The addresses in a sitemap or an index, each with its lastmod."""
    return {
        one.findtext("s:loc", namespaces=NAMESPACES): one.findtext(
            "s:lastmod", namespaces=NAMESPACES
        )
        for one in root
    }
