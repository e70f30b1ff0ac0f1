"""``python -m runews.schema`` prints the JSON Schema, as it is shipped, in UTF-8."""

from __future__ import annotations

import json
import sys

from runews.schema.document import json_schema


def main() -> None:
    """Print the schema."""
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    # Bytes, because the console's own encoding may have no Cyrillic.
    sys.stdout.buffer.write(text.encode() + b"\n")


if __name__ == "__main__":
    main()
