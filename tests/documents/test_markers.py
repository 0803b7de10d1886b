"""Putting finished HTML into templates without handing it to them."""

import pytest

from articles.documents.markers import fill, split


def test_it_puts_fragments_at_their_markers():
    assert fill("<a><!--x--></a><!--y-->", y="2", x="1") == "<a>1</a>2"


def test_what_a_fragment_says_is_never_read_as_a_marker():
    assert fill("<!--x--> <!--y-->", x="<!--y-->", y="<!--x-->") == "<!--y--> <!--x-->"


@pytest.mark.parametrize("rendered", ["", "<!--x--><!--x-->"])
def test_a_marker_stands_exactly_once(rendered):
    with pytest.raises(LookupError, match="x"):
        fill(rendered, x="1")


def test_it_splits_at_markers_in_order():
    assert split("a<!--x-->b<!--y-->c", "x", "y") == ["a", "b", "c"]


def test_markers_in_the_wrong_order_are_an_error():
    with pytest.raises(LookupError):
        split("a<!--y-->b<!--x-->c", "x", "y")
