"""The article as Markdown: what a reader of Markdown makes of it is the body again."""

import pytest
from markdown_it import MarkdownIt

from articles.documents.body_markdown import body_markdown, words_markdown
from articles.engine.parsing import parse
from articles.engine.plaintext import flatten
from articles.engine.sanitizing import clean
from articles.engine.types import Format

READER = MarkdownIt("commonmark").enable("table")
BODIES = [
    "<p>Plain words.</p><p>And more.</p>",
    "<h2>A heading</h2><p>Words</p><h3>Below</h3><h4>And below</h4>",
    "<p>One<br>two</p>",
    "<p><em>Soft</em> and <strong>loud</strong>, <em><strong>both</strong></em>.</p>",
    "<p>In<em>side</em>words and <em>(brackets)</em> here</p>",
    '<p>A <a href="https://e.example/a_(b)?c=1&amp;d=2">link [with] *marks*</a>.</p>',
    "<p>Code: <code>a * b ` c</code>.</p>",
    "<pre><code>def f():\n    return ``` x\n</code></pre>",
    "<ul><li>one</li><li>two<ul><li>inside</li></ul></li></ul>",
    "<ol><li>one</li><li>two</li></ol><p>After</p>",
    "<blockquote><p>Said.</p><p>And said.</p></blockquote>",
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td><td>3</td></tr></tbody></table>",
    "<p># no heading</p><p>1. no list</p><p>- nor this</p><p>+ nor this</p><p>=== nor this</p>",
    "<p>* _ ` [ ] &lt;b&gt; &amp;amp; ~~no~~ ![no](no) \\ end</p>",
    "<p>words<br># no heading<br>2) no list<br>---</p>",
]


@pytest.mark.parametrize("body", BODIES)
def test_it_reads_back_as_the_same_body(body):
    read = clean(READER.render(body_markdown(clean(body))))

    assert flatten(read).text == flatten(clean(body)).text
    assert read.replace("<p>", "").replace("</p>", "") == (
        clean(body).replace("<p>", "").replace("</p>", "")
    )


@pytest.mark.parametrize("body", ["<p>a<em>(b)</em>c</p>", "<p><em>a</em><strong>b</strong></p>"])
def test_emphasis_that_markdown_cannot_mark_loses_no_words(body):
    read = clean(READER.render(body_markdown(body)))

    assert flatten(read).text == flatten(body).text


@pytest.mark.parametrize("words", ["# Head", "1. One", "*a* _b_ `c` <d> [e](f)", "&amp;", "- - -"])
def test_words_stay_words(words):
    assert flatten(clean(READER.render(words_markdown(words)))).text == words


@pytest.mark.django_db
def test_the_newsroom_reads_what_it_writes(stored):
    post = parse(stored.markdown, format=Format.MARKDOWN)

    assert post.headline == stored.headline


@pytest.mark.django_db
def test_it_holds_corrections_questions_and_sources(stored):
    assert "## Questions and answers" in stored.markdown
    assert "1. [Ines Ferreira" in stored.markdown
    assert "<https://x.com/inesferreira/status/1>" in stored.markdown
