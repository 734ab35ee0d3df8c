"""What the runs found out, kept in ``assurance.json`` for the page that tells it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).with_suffix(".json")


def record(run: str, what: str, figures: dict[str, Any]) -> None:
    """Put a run's figures on one thing in place of the earlier ones, with the day."""
    kept: dict[str, Any] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    today = datetime.now(UTC).date().isoformat()
    kept.setdefault(run, {})[what] = figures | {"on": today}
    FILE.write_text(json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
