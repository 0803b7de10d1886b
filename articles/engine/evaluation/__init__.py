"""How good the engine is: what it finds, scored against annotated texts.

Each section takes the texts of one set with what was found in them, and returns for every text the
counts that its rates are made of, so that sets add up and intervals can be drawn by resampling texts.
`report.evaluate` runs the sections that the annotation of a set allows.
"""
