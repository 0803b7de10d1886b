"""What changed between two states of an article's words, as a unified diff for each part."""

from __future__ import annotations

import difflib
import re

from articles.models import Revision

COMPARED = 100_000
"""Characters of a part: longer ones take too long to compare while somebody waits."""

_BLOCK_END = re.compile(r"(?<=>)\n?(?=<(?:p|h[2-4]|ul|ol|li|blockquote|pre|table|tr)\b)")


def difference(before: Revision, after: Revision) -> str:
    """Return the diffs of all parts that changed, one after another."""
    old, new = _parts(before), _parts(after)
    return "".join(
        _diff(name, old.get(name, ""), new.get(name, ""), before.number, after.number)
        for name in dict.fromkeys([*old, *new])
        if old.get(name, "") != new.get(name, "")
    )


def _diff(name: str, old: str, new: str, before: int, after: int) -> str:
    if max(len(old), len(new)) > COMPARED:
        return f"--- {name}\t{before}\n+++ {name}\t{after}\n# too long to compare here\n"
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), name, name, f"{before}", f"{after}", lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def _parts(revision: Revision) -> dict[str, str]:
    parts = {
        "headline": revision.headline,
        "summary": revision.summary,
        "body_html": _BLOCK_END.sub("\n", revision.body),
    }
    for number, entry in enumerate(revision.faq.all()):
        parts[f"faq[{number}].question"] = entry.question
        parts[f"faq[{number}].answer"] = entry.answer
    for number, card in enumerate(revision.cards):
        parts[f"cards[{number}]"] = "\n".join(f"{name}: {card[name]}" for name in sorted(card))
    return parts
