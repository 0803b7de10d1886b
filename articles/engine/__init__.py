"""The engine: a post becomes a document, the document what it names and rests on.

1. `parse` reads a post (HTML, Markdown, plain text) into a Document: parts, plain text, links.
2. `extract` finds mentions, citations, figures, dates and question-answer pairs in its text.
3. `reconcile` asks the knowledge base who is meant, and proposes with a score and a reason.
4. `check` reports what an editor should look at: contradictions, vague or unlinked sources.
5. `render` draws the accepted annotations into safe HTML.

Pure Python: no Django, no network, no database. Models and lookups come in as arguments.
"""
