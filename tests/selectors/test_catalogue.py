"""Pages by keyset, whatever the order, the ties and the size of a page."""

import pytest
from django.contrib.auth.models import AnonymousUser

from articles.models import Person, Section
from articles.selectors.catalogue import Keyset, Position, post_progress, subjects_page
from tests.factories import PersonFactory, PostFactory, SectionFactory

pytestmark = pytest.mark.django_db
POSITIONS = [3, 1, 1, 2, 1, 3, 3]


def keyset(*, descending):
    return Keyset(
        columns=("position", "pk"), key_of=lambda row: (row.position, row.pk), descending=descending
    )


@pytest.fixture
def rows():
    for number, position in enumerate(POSITIONS):
        SectionFactory(slug=f"s{number}", name=f"S{number}", position=position)
    return Section.objects.all()


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 8])
@pytest.mark.parametrize("descending", [True, False])
def test_a_walk_sees_every_row_once_in_order_and_back(rows, limit, descending):
    order = keyset(descending=descending)
    expected = sorted(rows, key=lambda row: (row.position, row.pk), reverse=descending)

    pages = [order.page(rows, limit=limit)]
    while pages[-1].next:
        pages.append(order.page(rows, limit=limit, position=pages[-1].next))
    back = [pages[-1]]
    while back[-1].previous:
        back.append(order.page(rows, limit=limit, position=back[-1].previous))

    assert [row for page in pages for row in page.rows] == expected
    assert [row for page in reversed(back) for row in page.rows] == expected
    assert pages[0].previous is None
    assert pages[-1].next is None


def test_a_page_beyond_the_end_is_empty(rows):
    page = keyset(descending=False).page(rows, limit=3, position=Position((9, 0)))

    assert (page.rows, page.next, page.previous) == ([], None, None)


def test_a_page_is_one_query(rows, django_assert_num_queries):
    with django_assert_num_queries(1):
        keyset(descending=True).page(rows, limit=2, position=Position((3, 10**9)))


def test_subjects_start_at_what_the_reader_may_see(editor):
    person = PersonFactory()

    assert subjects_page(Person, user=AnonymousUser(), limit=5).rows == []
    assert subjects_page(Person, user=editor, limit=5).rows == [person]


def test_nobody_follows_a_post_that_is_not_there(editor):
    post = PostFactory.build()

    assert post_progress(post.public_id, user=editor) is None
