"""The rules of the corpus: each takes an article (or all) and yields what is wrong."""
