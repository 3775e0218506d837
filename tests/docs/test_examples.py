"""The files in docs/examples that pages let a reader save."""

from __future__ import annotations

import json
from pathlib import Path

from tests.importer.desk import DESK

ROOT = Path(__file__).resolve().parents[2]


def test_the_document_to_import_is_the_one_that_the_importer_is_tested_with() -> None:
    assert json.loads((ROOT / "docs" / "examples" / "desk.json").read_text()) == DESK
