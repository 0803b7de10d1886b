"""schema.org markup of the publication and of those it names: the same ids on every page.

Types and properties: schema.org/NewsMediaOrganization, /WebSite, /Person, /Organization.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings

from articles.documents.addresses import absolute, profile_address, subject_path, web_address
from articles.documents.images import image_nodes
from articles.models import Organization, Person, TopicKind

if TYPE_CHECKING:
    from articles.models import AnySubject

Node = dict[str, Any]

LOGO_SIZE = 512
_TOPIC_TYPES: dict[str, str] = {
    TopicKind.WORK: "CreativeWork",
    TopicKind.PLACE: "Place",
    TopicKind.EVENT: "Event",
    TopicKind.LAW: "Legislation",
}
_UNSAFE_IN_SCRIPT = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def script_safe(node: Node) -> str:
    """Return JSON that may stand in a script element: nothing in it can end the element."""
    return orjson.dumps(node).decode().translate(_UNSAFE_IN_SCRIPT)


def publisher() -> Node:
    """Return the publication, with where to write to it."""
    node: Node = {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": settings.PUBLICATION_NAME,
        "url": absolute("/"),
        "logo": {
            "@type": "ImageObject",
            "url": absolute(f"{settings.STATIC_URL}newsroom/logo.png"),
            "width": LOGO_SIZE,
            "height": LOGO_SIZE,
        },
        "publishingPrinciples": absolute("/about/"),
        "correctionsPolicy": absolute("/about/corrections/"),
        "verificationFactCheckingPolicy": absolute("/about/sources/"),
        "unnamedSourcesPolicy": absolute("/about/sources/"),
        "actionableFeedbackPolicy": absolute("/about/contact/"),
    }
    if points := [_contact_point(one) for one in settings.PUBLICATION_CONTACT]:
        node["contactPoint"] = points
    return node


def _contact_point(address: str) -> Node:
    """Return an address as schema.org/ContactPoint tells it: by what kind of address it is."""
    scheme, _, rest = address.partition(":")
    told = {"mailto": ("email", rest), "tel": ("telephone", rest)}
    name, value = told.get(scheme, ("url", address))
    return {"@type": "ContactPoint", "contactType": "newsroom", name: value}


def website() -> Node:
    """Return the site, with how to search it."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": settings.PUBLICATION_NAME,
        "url": absolute("/"),
        "publisher": {"@id": absolute("/#publisher")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/search/?q={search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }


def website_reference() -> Node:
    """Return the site as an article names what it is part of."""
    return {"@type": "WebSite", "@id": absolute("/#website"), "name": settings.PUBLICATION_NAME}


def subject_page_graph(subject: AnySubject) -> Node:
    """Return the page of a subject: a profile for our own authors only, as Google asks."""
    is_profile = isinstance(subject, Person) and subject.is_staff_author
    address = absolute(subject_path(subject))
    node = subject_node(subject)
    if subject.description:
        node["description"] = subject.description
    if images := image_nodes(subject.image):
        node["image"] = images
    page = {
        "@type": "ProfilePage" if is_profile else "CollectionPage",
        "@id": f"{address}#page",
        "url": address,
        "name": subject.name,
        "mainEntity" if is_profile else "about": {"@id": address},
    }
    return {"@context": "https://schema.org", "@graph": [page, node, publisher()]}


def subject_node(subject: AnySubject) -> Node:
    """Return a person, an organization or a topic under the id that all pages use for it."""
    same_as = [web_address(url) for url in subject.same_as] + [
        profile_address(account.platform, account.handle, account.url)
        for account in subject.accounts.all()
    ]
    node: Node = {
        "@type": type_of(subject),
        "@id": absolute(subject_path(subject)),
        "name": subject.name,
        "url": absolute(subject_path(subject)),
    }
    if handles := [f"@{one.handle}" for one in subject.accounts.all()]:
        node["alternateName"] = list(dict.fromkeys(handles))
    if links := [url for url in dict.fromkeys(same_as) if url]:
        node["sameAs"] = links
    return node


def type_of(subject: AnySubject) -> str:
    """Return the schema.org type of a subject."""
    if isinstance(subject, Person):
        return "Person"
    if isinstance(subject, Organization):
        return "Organization"
    return _TOPIC_TYPES.get(subject.kind, "Thing")
