"""The audit takes the steps that it is told to, the API last."""

import pytest

from audit.__main__ import PAGES, STEPS, chosen, main


@pytest.mark.parametrize(
    ("names", "steps"),
    [
        ([], set(STEPS)),
        (["pages"], set(PAGES)),
        (["axe", "weight"], {"axe", "weight"}),
        (["pages", "packages"], {*PAGES, "packages"}),
    ],
)
def test_it_takes_what_is_named(names, steps):
    assert chosen(names) == steps


def test_it_refuses_a_step_that_does_not_exist(capsys):
    with pytest.raises(SystemExit):
        main(["lightouse"])

    assert "there is no step lightouse" in capsys.readouterr().err


def test_the_longest_step_comes_last():
    assert STEPS[-1] == "api"
