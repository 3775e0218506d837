"""The links of the README lead to files; those between pages are checked by Sphinx."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINKS = sorted(set(re.findall(r"\]\(([^)#:]+)[^):]*\)", (ROOT / "README.md").read_text())))


def test_there_are_links() -> None:
    assert len(LINKS) > 20


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).is_file()
