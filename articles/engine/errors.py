"""What the engine raises.

EngineError
├── UnreadablePost     the bytes or markup cannot become a document; says which field and why
│   ├── TooLarge       more bytes than the engine reads
│   └── TooDeep        markup nested or crowded beyond what a parser may be shown
└── TaggerUnavailable  the model's files are missing or are not the pinned ones
"""


class EngineError(Exception):
    """Base of everything the engine raises on purpose."""


class UnreadablePost(EngineError):
    """A post cannot be read: `field` names the part, `reason` says why."""

    def __init__(self, field: str, reason: str) -> None:
        """Keep the field and the reason apart, so that every door can show both."""
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class TooLarge(UnreadablePost):
    """More bytes than the engine reads."""


class TooDeep(UnreadablePost):
    """Markup nested or crowded beyond what a parser may be shown."""


class TaggerUnavailable(EngineError):
    """The model's files are missing or are not the pinned ones."""
