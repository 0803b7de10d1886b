"""No spelling of an address leads into our own network, and no name does."""

import ipaddress
import socket

import pytest

from articles.gateways import webhooks
from articles.gateways.public_addresses import is_public
from articles.gateways.targets import UnsafeTarget, addresses_of, look_up, read_target

INSIDE = (
    "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1 127.1.2.3 "
    "127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.254 192.0.0.1 "
    "192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.254 192.175.48.1 "
    "198.18.0.1 198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 "
    "255.255.255.255 "
    ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 "
    "64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1:: "
    "2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 2002:808:808:: 3fff::1 4000::1 5f00::1 "
    "2620:4f:8000::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1 fec0::1 ff02::1 ff0e::1 "
)
OUTSIDE = (
    "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255 "
    "128.0.0.0 169.253.255.255 172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 "
    "198.20.0.0 223.255.255.255 2606:4700::1111 2001:4860:4860::8888 2a00:1450::1 2003::1 "
)


@pytest.fixture(autouse=True)
def production(settings):
    settings.WEBHOOKS_TO_LOOPBACK = False


@pytest.fixture
def connections(monkeypatch):
    """Every address that anything tried to reach."""
    tried = []

    def note(self, address):
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", note)
    return tried


def post(url, **options):
    return webhooks.post(url, body=b"{}", headers={}, **options)


@pytest.mark.parametrize("text", INSIDE.split())
def test_special_addresses_are_not_public(text, connections):
    bracketed = f"[{text}]" if ":" in text else text

    assert not is_public(ipaddress.ip_address(text))
    assert post(f"https://{bracketed}/").error == "The host is not on the public Internet."
    assert post("https://hooks.example/", resolve=lambda *_: [text]).error == (
        "The host is not on the public Internet."
    )
    assert connections == []


@pytest.mark.parametrize("text", OUTSIDE.split())
def test_their_neighbours_are(text):
    assert is_public(ipaddress.ip_address(text))


def test_an_interface_makes_every_address_special():
    assert not is_public(ipaddress.ip_address("2606:4700::1111%eth0"))


SPELLINGS = [
    # other ways to write 127.0.0.1, and public ones in them
    *("https://127.1/", "https://127.0.1/", "https://127.0.0.1./", "https://0177.0.0.1/"),
    *("https://0x7f.0.0.1/", "https://0x7f000001/", "https://2130706433/", "https://017700000001/"),
    *("https://0/", "https://00000177.0.0.1/", "https://127.000.000.001/", "https://0x7f.1/"),
    *("https://256.256.256.256/", "https://134744072/", "https://1.2.3/", "https://1.2.3.4.5/"),
    *("https://[127.0.0.1]/", "https://[::1]:443/", "https://[0:0:0:0:0:0:0:1]/", "https://[::]/"),
    *(
        "https://[::1%25lo]/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/",
        "https://[::1/",
    ),
    *("https://127.0.0.1%2f.example/", "https://%31%32%37.0.0.1/", "https://127%2e0.0.1/"),
    # letters that become digits and dots
    *(
        "https://127。0。0。1/",
        "https://①②⑦.0.0.1/",
        "https://\uff11\uff12\uff17.0.0.1/",
        "https://127\uff0e0.0.1/",
    ),
    *("https://hooks｡example/", "https://hooks.exampl\u00e9/", "https://hooks.example\u200b/"),
    # names of the machine and of its network
    *("https://localhost/", "https://LOCALHOST/", "https://localhost./", "https://a.localhost/"),
    *("https://printer/", "https://printer.local/", "https://metadata.google.internal/"),
    *("https://hooks.example./", "https://.example/", "https://hooks..example/", "https://-/"),
    # parsers that disagree
    *("https://a@127.0.0.1/", "https://hooks.example@127.0.0.1/", "https://u:p@hooks.example/"),
    *(
        "https://@hooks.example/",
        "https://hooks.example\\@127.0.0.1/",
        "https://127.0.0.1#@a.example/",
    ),
    *(
        "https://127.0.0.1\\.example/",
        "https:\\\\127.0.0.1/",
        "https:///127.0.0.1/",
        "https:/127.0.0.1/",
    ),
    *(
        "https://hooks.example/\r\nHost: a",
        "https://hooks.example/\t",
        " https://127.0.0.1/",
        "https://a b/",
    ),
    *(
        "https://hooks.example/\x00",
        "https://hooks.example/#x",
        "https://hooks.example/<",
        "https:",
        "",
    ),
    # schemes
    *("http://hooks.example/", "http://127.0.0.1/", "http://localhost/", "file:///etc/passwd"),
    *("gopher://hooks.example/", "ftp://hooks.example/", "data:text/plain,x", "unix:///run/x"),
    *("javascript:alert(1)", "//hooks.example/", "hooks.example", "ws://hooks.example/"),
    # ports
    *(f"https://hooks.example:{port}/" for port in (0, 22, 25, 80, 110, 444, 1023, 65536, 99999)),
    *("https://hooks.example:-1/", "https://hooks.example:x/", "https://hooks.example:443443/"),
    "https://hooks.example/" + "a" * 1000,
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_no_spelling_gets_past(url, connections):
    with pytest.raises(UnsafeTarget):
        read_target(url)

    assert post(url, resolve=lambda *_: ["93.184.216.34"]).status is None
    assert connections == []


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("https://hooks.example.org", "hooks.example.org", 443),
        ("https://Hooks.Example.Org:8443/a?b=c%20d", "hooks.example.org", 8443),
        ("https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443),
        ("https://_a-b.example/", "_a-b.example", 443),
        ("https://8.8.8.8/", "8.8.8.8", 443),
        ("https://[2606:4700::1111]:4430/", "2606:4700::1111", 4430),
    ],
)
def test_ordinary_addresses_are_read(url, host, port):
    target = read_target(url)

    assert (target.host, target.port) == (host, port)


@pytest.mark.parametrize(
    "answer",
    [
        ["93.184.216.34", "10.0.0.1"],
        ["10.0.0.1", "93.184.216.34"],
        ["93.184.216.34", "::1"],
        ["2606:4700::1111", "127.0.0.1"],
        ["2606:4700::1111", "::ffff:127.0.0.1"],
        ["2606:4700::1111", "64:ff9b::7f00:1"],
        ["fe80::1%eth0", "93.184.216.34"],
    ],
    ids=str,
)
def test_one_inner_address_among_public_ones_refuses_the_host(answer, connections):
    assert post("https://hooks.example/", resolve=lambda *_: answer).error == (
        "The host is not on the public Internet."
    )
    assert connections == []


def test_a_name_that_changes_its_mind_is_asked_once(connections):
    """DNS rebinding: public when it is checked, ours when it is called."""
    answers = [["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]]
    asked = []

    def resolve(host, port):
        asked.append((host, port))
        return answers.pop(0)

    answer = post("https://hooks.example:8443/", resolve=resolve)

    assert answer.error == "It cannot be reached."
    assert asked == [("hooks.example", 8443)]
    assert connections == [("93.184.216.34", 8443)]


def test_it_tries_the_next_address_of_a_host_and_not_all(connections):
    public = ["2606:4700::1", "93.184.216.34", "93.184.216.35", "93.184.216.36"]
    post("https://hooks.example/", resolve=lambda *_: [*public[:1], *public])

    assert [address[0] for address in connections] == public[:3]


@pytest.mark.parametrize("proxy", ["http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY"])
def test_the_environment_names_no_proxy(proxy, connections, monkeypatch):
    monkeypatch.setenv(proxy, "http://127.0.0.1:3128")
    post("https://hooks.example/", resolve=lambda *_: ["93.184.216.34"])

    assert connections == [("93.184.216.34", 443)]


@pytest.mark.parametrize("error", [OSError("no"), socket.gaierror(-2, "unknown"), TimeoutError()])
def test_a_name_that_leads_nowhere_is_an_answer(error, connections):
    def resolve(*_):
        raise error

    answer = post("https://hooks.example/", resolve=resolve)

    assert answer.error in ("The name of the host leads nowhere.", "No answer in time.")
    assert (answer.status, connections) == (None, [])


def test_no_addresses_are_nowhere():
    with pytest.raises(OSError, match="nowhere"):
        addresses_of(read_target("https://hooks.example/"), resolve=lambda *_: [])


def test_the_system_is_asked_but_not_for_ever(monkeypatch):
    import threading

    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: release.wait(10) and [])
    monkeypatch.setattr("articles.gateways.targets.LOOKUP_TIMEOUT", 0.01)
    with pytest.raises(TimeoutError):
        look_up("hooks.example", 443)
    release.set()


def test_the_system_answers_in_its_order(monkeypatch):
    rows = [(0, 0, 0, "", (address, 443)) for address in ("93.184.216.34", "93.184.216.35")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: rows)

    assert look_up("hooks.example", 443) == ["93.184.216.34", "93.184.216.35"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost:8000/", "http://[::1]:8000/"]
)
def test_this_machine_is_called_where_a_developer_says_so(url, settings):
    with pytest.raises(UnsafeTarget):
        read_target(url)

    settings.WEBHOOKS_TO_LOOPBACK = True

    assert read_target(url).port == 8000


@pytest.mark.parametrize("url", ["http://hooks.example/", "http://10.0.0.1/", "https://10.0.0.1/"])
def test_that_opens_nothing_else(url, settings):
    settings.WEBHOOKS_TO_LOOPBACK = True

    with pytest.raises(UnsafeTarget):
        read_target(url)
