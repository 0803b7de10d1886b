"""A newsroom of any size that nobody wrote: the same articles for the same seed, loaded by COPY.

1. `house` makes sections, people, organizations and topics with invented names (`words`).
2. `patterns` publishes some hundred posts (`posts`) by the real actions, reads every row that this
   wrote, takes it all back, and leaves holes where articles differ.
3. `load` fills the holes for each article and copies the rows in: since all that fills one hole is
   equally long, an article's bytes are those that publishing would have written.
4. `check` publishes a sample again and compares every row.
"""
