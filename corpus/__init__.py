"""The house's own annotated news: reading, checking, counting and exporting it. See README.md."""
