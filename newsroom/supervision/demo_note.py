"""Whether this clone's own database holds the demo as it is now: asking the loader takes seconds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from newsroom.embedded import service_addresses
from newsroom.embedded.place import find_place

_DEMO = Path(__file__).resolve().parent.parent / "demo"


class DemoNote:
    """A file beside the embedded database's own, which is removed with them.

    Of an operator's database nothing is noted and nothing is known.
    """

    def __init__(self, data: Path, *, demo: Path = _DEMO) -> None:
        """Take the folders of the data and of the demo."""
        is_ours = service_addresses().is_embedded_database
        self._path = find_place(data).state / "demo_loaded" if is_ours else None
        self._demo = demo

    def says_loaded(self) -> bool:
        """Tell whether nothing is left to load."""
        if self._path is None or not self._path.exists():
            return False
        return self._path.read_text() == self._digest()

    def write(self) -> None:
        """Note that the demo was loaded as it is now."""
        if self._path is not None:
            self._path.write_text(self._digest())

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for path in sorted(path for path in self._demo.rglob("*") if path.is_file()):
            if path.suffix != ".pyc":
                digest.update(f"{path.relative_to(self._demo)}\0".encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()
