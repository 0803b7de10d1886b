"""Every change, one verb a file: checks who asks, writes in one transaction, leaves an audit entry.

Desk, API and commands call the same functions. What a change causes is a Job row in the same
transaction; nothing here talks to the broker.
"""
