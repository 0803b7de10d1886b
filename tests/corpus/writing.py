"""Small corpora in a folder of the test's own."""

from corpus.reading import read

HEAD = {
    "id": "a001",
    "topic": "lake-ferries",
    "register": "wire",
    "place": "Malawi",
    "published": "2025-03-11T08:40:00+02:00",
}


def write(folder, body, *, contradictions="", hand="a", **head):
    """Write one article of a corpus and return its path."""
    values = {**HEAD, "id": f"{hand}001", **head}
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items() if value is not None)
    path = folder / "articles" / hand / f"{values['id']}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"+++\n{lines}{contradictions}+++\n{body}", "utf-8")
    return path


def article(folder, body, **options):
    """Return an article that must be readable without a problem."""
    reading = read(write(folder, body, **options))
    assert reading.problems == []
    return reading.article


def corpus(folder, *, splits='train = ["a", "b"]\ntest = ["t"]\n', public=""):
    """Make a folder a corpus without articles."""
    (folder / "splits.toml").write_text(splits)
    (folder / "public_names.txt").write_text(public)
    return folder
