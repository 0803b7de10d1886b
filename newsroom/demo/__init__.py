"""The demo: posts written for it, what the house knows, and an editor who judges."""
