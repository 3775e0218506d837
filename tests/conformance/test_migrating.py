"""Expressions of twilio-python with both libraries, and the page that is written from them."""

from __future__ import annotations

import pytest

from .expressions import SECTIONS
from .migrating_page import BEGIN, END, PAGE, compare, rows, table

pytestmark = pytest.mark.conformance

EXPRESSIONS = [each for section in SECTIONS.values() for each in section]


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=lambda each: each.theirs)
def test_an_expression_is_the_same_or_what_is_different_is_named(expression):
    row = compare(expression)

    assert row.theirs.error is None
    if not expression.note:
        assert row.ours == row.theirs
        return
    assert not row.is_same, "it is the same"
    if expression.ours:
        assert row.replaced.error is None
        assert row.replaced.sent == row.theirs.sent
        assert row.ours.error is not None, "what is replaced does not fail"
    else:
        assert row.ours.error is None


def test_the_page_is_what_this_run_gives():
    """`make migrating-table` writes it."""
    _, _, rest = PAGE.read_text().partition(BEGIN)
    assert rest.partition(END)[0] == table(rows())
