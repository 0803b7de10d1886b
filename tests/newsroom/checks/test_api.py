import pytest

from newsroom.checks.api import limits_can_be_read


@pytest.mark.parametrize(
    ("written", "errors"),
    [("120/minute", []), ("", []), ("5000 per hour", []), ("often", ["newsroom.E050"])],
)
def test_a_limit_is_a_number_a_time_or_nothing(settings, written, errors):
    settings.API_RATE_LIMITS = {"key": written}

    assert [error.id for error in limits_can_be_read()] == errors
