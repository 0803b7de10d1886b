"""Short names and the full ones they stand for, from given mentions."""

import pytest

from articles.engine.coreference import resolve
from articles.engine.types import Document, Kind, Mention


def names(text, kind, *spellings, method="tagger"):
    """Return the full name of each occurrence of the spellings, which do not overlap, in text order."""
    mentions, at = [], 0
    for words in spellings:
        start = text.index(words, at)
        at = start + len(words)
        mentions.append(
            Mention(start, at, words, kind, name=words, key="", score=1.0, method=method)
        )
    return [one.name for one in resolve(Document(text=text), mentions)]


@pytest.mark.parametrize(
    ("kind", "text", "spellings", "full"),
    [
        (Kind.PERSON, "Ada Kip Lagat ran; Kip won.", ["Ada Kip Lagat", "Kip"], "Ada Kip Lagat"),
        (Kind.PERSON, "Tide’s Ana Berg, Berg", ["Tide’s Ana Berg", "Berg"], "Tide’s Ana Berg"),
        (
            Kind.PERSON,
            "Ana Berg of the Lake Party met Ana Berg",
            ["Ana Berg of the Lake Party", "Ana Berg"],
            "Ana Berg of the Lake Party",
        ),
        (Kind.ORG, "Orsova Thistle won. Thistle sang.", ["Orsova Thistle", "Thistle"], "Orsova Thistle"),
        (Kind.ORG, "Hapsel hired. Hapsel Tankers sails.", ["Hapsel", "Hapsel Tankers"], "Hapsel Tankers"),
        (Kind.ORG, "Suisse Rail (SBB) and SBB", ["Suisse Rail", "SBB", "SBB"], "Suisse Rail"),
        (Kind.EVENT, "Cyclone Zelm came. Zelm went.", ["Cyclone Zelm", "Zelm"], "Cyclone Zelm"),
        (Kind.PLACE, "Kip Space Center, or KSC", ["Kip Space Center", "KSC"], "Kip Space Center"),
        (Kind.PLACE, "Gatun Lake is deep. Gatun dries.", ["Gatun Lake", "Gatun"], "Gatun Lake"),
        (Kind.PLACE, "the U.S. and America", ["U.S.", "America"], "United States"),
        (Kind.PLACE, "Quilmouth, Kent; Quilmouth", ["Quilmouth, Kent", "Quilmouth"], "Quilmouth"),
    ],
)  # fmt: skip
def test_a_short_name_stands_for_the_full_one(kind, text, spellings, full):
    assert set(names(text, kind, *spellings)) == {full}


@pytest.mark.parametrize(
    ("kind", "text", "spellings"),
    [
        (Kind.ORG, "Meridian Labs, Meridian Foods, Meridian", ["Meridian Labs", "Meridian Foods", "Meridian"]),
        (Kind.PRODUCT, "Merlo and Merlo 2", ["Merlo", "Merlo 2"]),
        (Kind.PLACE, "Kenya has a Kenya Park", ["Kenya", "Kenya Park"]),
        (Kind.PLACE, "South Quill and Quill", ["South Quill", "Quill"]),
        (Kind.PLACE, "Gatun has a Gatun Park", ["Gatun", "Gatun Park"]),
    ],
)  # fmt: skip
def test_what_may_be_its_own_stays_its_own(kind, text, spellings):
    assert names(text, kind, *spellings) == spellings


def test_a_known_name_is_short_for_nothing():
    text = "Google DeepMind and Google"

    assert names(text, Kind.ORG, "Google DeepMind", "Google", method="lexicon") == [
        "Google DeepMind",
        "Google",
    ]


def test_an_institution_without_its_name_is_the_one_named_last():
    text = "The Ministry of Health; the Ministry; the Ministry of Trade; the Ministry."
    spellings = ["Ministry of Health", "Ministry", "Ministry of Trade", "Ministry"]

    assert names(text, Kind.ORG, *spellings) == [
        "Ministry of Health",
        "Ministry of Health",
        "Ministry of Trade",
        "Ministry of Trade",
    ]
