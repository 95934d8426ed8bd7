"""Write the files that are made from the tables of the format: run from anywhere, no arguments."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from runbook import schema  # noqa: E402
from runbook.format import page  # noqa: E402


def main() -> None:
    """Write runbook/ceremony.schema.json and docs/format.md."""
    (ROOT / "runbook" / "ceremony.schema.json").write_text(schema.text(), encoding="utf-8", newline="\n")
    (ROOT / "docs" / "format.md").write_text(page.markdown(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
