import pytest

from articles.engine.recognizers.handles import recognize
from articles.engine.types import Document, Kind


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("According to @ana_lee, it rained.", ["@ana_lee"]),
        ("(source: Mastodon/@ana)", ["@ana"]),
        ("Follow @ana@social.example.", ["@ana@social.example"]),
        ("@ana. Then @bo!", ["@ana", "@bo"]),
        ("Write to ana@example.org.", []),
        ("See https://medium.example/@ana/post", []),
        ("Meet @ 5 or @5", []),
        ("", []),
    ],
)
def test_it_finds_handles_outside_addresses(text, handles):
    found = recognize(Document(text=text))

    assert [text[one.start : one.end] for one in found] == handles
    assert all(one.kind is Kind.HANDLE for one in found)
