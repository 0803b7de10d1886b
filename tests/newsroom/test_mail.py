import pytest

from newsroom.mail import CONSOLE, mail_options


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (CONSOLE, {"EMAIL_HOST": None, "EMAIL_USE_TLS": False}),
        (
            "submission://user:word@mail.example:587",
            {"EMAIL_HOST": "mail.example", "EMAIL_PORT": 587, "EMAIL_HOST_USER": "user"}
            | {"EMAIL_HOST_PASSWORD": "word", "EMAIL_USE_TLS": True, "EMAIL_USE_SSL": False},
        ),
        ("smtp://mail.example:465/?ssl=True", {"EMAIL_USE_TLS": False, "EMAIL_USE_SSL": True}),
    ],
)
def test_an_address_says_how_mail_goes_out(url, expected):
    options = mail_options(url)

    assert {name: options[name] for name in expected} == expected


@pytest.mark.parametrize("url", ["pigeon://roof", "smtps://mail.example", "mail.example"])
def test_any_other_is_refused_by_name(url):
    with pytest.raises(ValueError, match="EMAIL_URL must begin with"):
        mail_options(url)
