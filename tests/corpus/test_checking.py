import pytest

from corpus.checking import check, files
from tests.corpus.writing import corpus, write


def problems(folder, body, **options):
    """Return errors and warnings of one article as words, without file and level."""
    write(corpus(folder), body, **options)
    return [(problem.is_warning, problem.message) for problem in check(folder=folder)]


def body(words):
    return f"# Rain\n\n{words}\n"


GOOD = (
    "<s1>Dr [Ana Reyes](PERSON:ana-reyes)</s1> <q1>said</q1> <c1>[Reyes](PERSON:ana-reyes)’s plan for"
    " [The Hague](PLACE:the-hague) costs about [12%](FIGURE:12 %)</c1>."
)


def test_an_article_without_fault_has_no_problem(tmp_path):
    assert problems(tmp_path, body(GOOD)) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("[Ana](PERSON:Ana)", "no identity"),
        ("[Ana](PERSON:ana_b)", "no identity"),
        ("[12](FIGURE:twelve)", "no value and unit"),
        ("[12 pumps](FIGURE:12 fire pumps)", "no value and unit"),
        ("[June](DATE:June)", "no partial ISO 8601"),
        ("[June](DATE:2025-02-30)", "no partial ISO 8601"),
        ("[then](DATE:2025/2024)", "no partial ISO 8601"),
        ("[Tuesday](DATE:2025-03-10)", "2025-03-10 was a Monday"),
        ("[May 2024](DATE:2023-05)", "the words say 2024"),
        ("[May](DATE:2023-06)", "the words say month 5"),
        ("[the Bank](ORG:bank)", "the article stays outside"),
        ("[Dr. Ana](PERSON:ana)", "the title stays outside"),
        ("[Prime Minister Ana](PERSON:ana)", "the title stays outside"),
        ("[Ana's](PERSON:ana) cat", "the possessive stays outside"),
        ("[“Ana”](WORK:ana)", "quotation marks stay outside"),
        ("[Ana,](PERSON:ana) here", "punctuation at the end"),
        ("[Ana.](PERSON:ana)", "punctuation at the end"),
        ("[ Ana](PERSON:ana)", "space at the end"),
        ("[tadala](HANDLE:tadala)", "a HANDLE begins with @"),
        ("[@tadala](PERSON:tadala)", "a HANDLE begins with @"),
        ("[Ana](PERSON:ana)bel", "ends inside a word"),
        ("[about 12](FIGURE:12 people) people", "stay outside"),
        ("<s1>She</s1> <q1>spoke</q1>.", "has no content"),
        ("<c1>It rained.</c1>", "neither source nor cue"),
        ("<q1>said</q1> <c1>it rain</c1>ed.", "ends inside a word"),
        ("<q1>said</q1> <c1> rain</c1>.", "space at the end"),
        ("<q1>said</q1> <c1>rain and</c1> wind.", "in the middle of a clause"),
        ("<q1>said</q1> <c1>“rain</c1>”.", "closing quotation mark belongs inside"),
        ("<q1>said</q1> “<c1>rain”</c1>.", "opening quotation mark belongs inside"),
        ("<c1><s1>She</s1> denied it</c1>.", "in its own content"),
        ("He said “no.", "without its other half"),
        ("[Bo Li](PERSON:bo-li) met Bo Li.", "“Bo Li” is not marked here"),
        ("[@boli](HANDLE:bo-li) met @boli.", "“@boli” is not marked here"),
    ],
)
def test_it_is_an_error(tmp_path, words, reason):
    found = problems(tmp_path, body(words))

    assert [message for is_warning, message in found if not is_warning and reason in message]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("[$4 million](FIGURE:4000 USD)", "the words say 4000000"),
        ("[in May](DATE:2025-05)", "stay outside"),
        ("[The Bank](ORG:bank) closed.", "does “The” belong"),
        ("[bank](ORG:bank) closed", "is this a name?"),
        ("[X](ORG:x) and [X](PLACE:x)", "x is ORG and PLACE"),
        ("<s1=bo>He</s1> <q1>said</q1> <c1>no</c1>.", "nobody in the article is bo"),
        ("<s1>A</s1> <q1>said that</q1> <c1>no</c1>.", "“that” stays outside"),
        ("<s1>A</s1> <q1>said</q1> <c1>that no</c1>.", "“that” stays outside"),
        ("<s1>A</s1> and <s1>B</s1> <q1>say</q1> <c1>no</c1>.", "2 sources"),
        ("It was “one two three four five”.", "whose words are these?"),
        ("[Li](PERSON:li) met Li.", "“Li” is not marked here"),
        ("They met Bo Li.", "in no mark: “Bo Li”"),
        ("They met in 2024.", "in no mark: “2024”"),
        ("It fell by 3 percent.", "in no mark: “3 percent”"),
    ],
)
def test_it_is_a_warning(tmp_path, words, reason):
    found = problems(tmp_path, body(words))

    assert [message for is_warning, message in found if is_warning and reason in message]
    assert not [message for is_warning, message in found if not is_warning]


@pytest.mark.parametrize(
    "words",
    [
        "[Acme Inc.](ORG:acme) and [J. R.](PERSON:j-r) left.",
        "[the 1990s](DATE:1990/1999)",
        "[since 2019](DATE:2019/..)".replace("since ", ""),
        "[14 cents](FIGURE:0.14 USD)",
        "[half](FIGURE:0.5)",
        "[15,400](FIGURE:15400 tonnes) tonnes",
        "[Tuesday](DATE:2025-03-11)",
        "[conservative](NORP:conservative) voters",
        "[Kofi's Dream](WORK:kofis-dream)",
    ],
)
def test_it_is_fine(tmp_path, words):
    assert problems(tmp_path, body(words)) == []


def planted(code, *passages):
    listed = ", ".join(f'"{words}"' for words in passages)
    return f'[[contradictions]]\ncode = "{code}"\npassages = [{listed}]\n'


@pytest.mark.parametrize(
    ("code", "passages", "reason"),
    [
        ("conflicting-figures", ["it rained", "it snowed"], ""),
        ("weekday-differs", ["it rained"], ""),
        ("conflicting-figures", ["it rained"], "needs two passages"),
        ("conflicting-figures", ["it hailed", "it snowed"], "stands 0 times"),
        ("conflicting-figures", ["it", "it snowed"], "stands 2 times"),
        ("lies", ["it rained", "it snowed"], "unknown contradiction lies"),
    ],
)
def test_passages_stand_once_in_the_text(tmp_path, code, passages, reason):
    found = problems(
        tmp_path, body("Then it rained, and it snowed."), contradictions=planted(code, *passages)
    )

    assert (reason in str(found)) if reason else found == []


def test_a_planted_weekday_is_only_a_warning(tmp_path):
    contradiction = planted("weekday-differs", "Tuesday, 10 March 2025")
    found = problems(
        tmp_path,
        body("On [Tuesday, 10 March 2025](DATE:2025-03-10)."),
        contradictions=contradiction,
    )

    assert [is_warning for is_warning, _ in found] == [True]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"id": "a2"}, "three digits"),
        ({"id": "b001"}, "the id of hand a"),
        ({"register": "gossip"}, "unknown register"),
        ({"topic": "Lake Ferries"}, "topic in lower case"),
        ({"hand": "z"}, "in no split"),
    ],
)
def test_file_hand_and_register_are_known(tmp_path, options, reason):
    assert reason in str(problems(tmp_path, body("It rained."), **options))


def test_an_id_belongs_to_its_file(tmp_path):
    path = write(corpus(tmp_path), body("It rained."))
    path.rename(path.with_name("a002.md"))

    assert "a file called a002.md" in str(check(folder=tmp_path))


def test_topics_and_names_stay_in_one_split(tmp_path):
    corpus(tmp_path, public="# known\nUnited Nations | UN\nMinistry of *\n")
    shared = (
        "[Bo Li](PERSON:bo-li), [UN](ORG:un), [Ministry of Rain](ORG:ministry) and"
        " [Oslo](PLACE:oslo) met."
    )
    write(tmp_path, body(shared))
    write(tmp_path, body(shared + " Twice."), hand="b")
    other = write(tmp_path, body("[Bo Li](PERSON:li-bo), [UN](ORG:un)."), hand="t")
    found = [problem for problem in check(folder=tmp_path) if problem.path == other.resolve()]

    assert [problem.message for problem in found] == [
        "topic lake-ferries is in two splits: a001, b001, t001",
        "“Bo Li” stands in two splits: a001, b001, t001",
    ]


def test_articles_share_no_sentence_of_eight_words(tmp_path):
    sentence = "The rain fell on the just and unjust"
    corpus(tmp_path)
    write(tmp_path, body(f"{sentence}. And more."))
    write(
        tmp_path,
        body(f"{sentence.replace('rain', 'RAIN')}! The rain fell on the just."),
        hand="b",
    )

    (problem,) = check(folder=tmp_path)
    assert (problem.path.name, problem.line) == ("b001.md", 10)
    assert "also stands in a001" in problem.message


def test_only_what_is_asked_about_is_told(tmp_path):
    corpus(tmp_path)
    write(tmp_path, body("[Bo](PERSON:Bo)"))
    good = write(tmp_path, body("It rained."), hand="b", topic="snow")

    assert check([str(good)], folder=tmp_path) == []
    assert check(["b"], folder=tmp_path) == []
    assert check(["articles/b"], folder=tmp_path) == []
    assert len(check(["articles"], folder=tmp_path)) == 1


def test_a_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        files(["nowhere"], corpus(tmp_path))


def test_the_whole_corpus_has_no_error():
    assert [str(problem) for problem in check() if not problem.is_warning] == []
