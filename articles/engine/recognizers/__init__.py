"""Recognizers: one file for each signal; none knows another. `extraction` puts them together."""
