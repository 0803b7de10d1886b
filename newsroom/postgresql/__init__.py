"""PostgreSQL as Django knows it, with a look at the line in place of a question on it."""
