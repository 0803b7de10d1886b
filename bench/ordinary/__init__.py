"""The same site, made in the ordinary way: rows by the ORM, written out when somebody asks.

It uses the house's own renderers and templates, so that both sides send the same words, and reads
in few queries (select_related, prefetch_related): no query is made for each row of a list. It
reads no stored document, no facet and no search row.
"""
