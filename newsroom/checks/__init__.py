"""Settings that would lose work or open a door stop the start, each with its reason and a hint.

E001 to E049 are about the queue, E050 and on about the API; both are checked at every start, E1xx with
`check --deploy`.
"""

from newsroom.checks import api, deployment, queue

__all__ = ["api", "deployment", "queue"]
