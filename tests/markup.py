"""Looking into HTML: the few selectors that the tests of pages need, by way of XPath."""

import re

from lxml import html

_STEP = re.compile(
    r"(?P<tag>[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w:-]+='[^']*'\])*)", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\.(?P<css_class>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<name>[\w:-]+)='(?P<value>[^']*)'\]"
)


def parse(markup):
    """The tree of a page or of a fragment."""
    return html.document_fromstring(f"<body>{markup}" if "<body" not in markup else markup)


def select(tree, selector):
    """Elements in document order: "tag", ".class", "#id", "[name='value']", descendants, commas."""
    return tree.xpath(" | ".join(_path(one.strip()) for one in selector.split(",")))


def texts(tree, selector):
    return [" ".join(one.text_content().split()) for one in select(tree, selector)]


def _path(selector):
    return "." + "".join(f"//{_step(step)}" for step in selector.split())


def _step(step):
    found = _STEP.fullmatch(step)
    assert found, f"not a selector that tests may use: {step}"
    conditions = "".join(f"[{_test(one)}]" for one in _CONDITION.finditer(found["rest"]))
    return f"{found['tag'] or '*'}{conditions}"


def _test(condition):
    if condition["css_class"]:
        return f"contains(concat(' ', normalize-space(@class), ' '), ' {condition['css_class']} ')"
    if condition["id"]:
        return f"@id='{condition['id']}'"
    return f"@{condition['name']}='{condition['value']}'"
