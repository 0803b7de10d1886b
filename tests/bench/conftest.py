"""Articles that both sides of the measurements show."""

import pytest

from newsroom.synthetic import house
from newsroom.synthetic.load import load_articles


@pytest.fixture
def corpus(monkeypatch, settings):
    settings.ROOT_URLCONF = "bench.ordinary.urls"
    for name in ("PEOPLE", "AUTHORS", "ORGANIZATIONS", "TOPICS"):
        monkeypatch.setattr(house, name, 8)
    load_articles(24, seed=1, tell=lambda _size: None, patterns=2)
