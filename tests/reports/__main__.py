"""``python -m tests.reports [FILE …]``: write passages anew, with what a parse finds now."""

from __future__ import annotations

import sys
from pathlib import Path

from .write import rewrite

if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]] or sorted(Path(__file__).parent.glob("*.txt"))
    for path in files:
        print(f"{'changed' if rewrite(path) else 'as it was'}: {path.name}")
