"""Measurements: what this costs, beside what the same costs made in the ordinary way."""
