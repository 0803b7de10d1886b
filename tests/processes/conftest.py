import pytest

from tests.processes.house import open_house


@pytest.hookimpl(tryfirst=True)  # before xdist looks for the groups
def pytest_collection_modifyitems(items):
    for item in items:
        if "processes" in item.path.parts:
            item.add_marker(pytest.mark.processes)
            item.add_marker(pytest.mark.xdist_group("processes"))


@pytest.fixture(scope="session")
def _opened():
    with open_house() as house:
        yield house


@pytest.fixture
def house(_opened):
    """A house at work."""
    _opened.start()
    return _opened
