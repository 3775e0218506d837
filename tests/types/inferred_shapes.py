"""The types that checkers infer for shapes beyond the five verbs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_type

from restmap import Page, Stream

from .shapes import V2, Deletion, Draft, Invoice, Issue, Issues, Release, Span


def lists_by_post(v2: V2, url: str) -> None:
    assert_type(v2.issues.list(query="x", labels=["a"]), list[Issue])
    assert_type(v2.issues.get_page(url), Page[Issue])
    assert_type(v2.issues.get_page(url, query="x"), Page[Issue])


async def lists_by_post_async(v2: V2, url: str) -> None:
    assert_type(await v2.issues.get_page_async(url), Page[Issue])
    assert_type(await v2.issues.get_page_async(url, query="x"), Page[Issue])


def actions_of_a_collection(v2: V2) -> None:
    assert_type(v2.issues, Issues)
    assert_type(v2.issues.bulk(titles=["a"]), int)
    assert_type(v2.issues.import_(url="x"), Issue)
    assert_type(v2.issues.clear(older_than=3), bool)


async def actions_of_a_collection_async(v2: V2) -> None:
    assert_type(await v2.issues.bulk_async(titles=["a"]), int)
    assert_type(await v2.issues.import_async(url="x"), Issue)
    assert_type(await v2.issues.clear_async(), bool)


def results(release: Release, draft: Draft) -> None:
    assert_type(release.delete(force=True), Deletion)
    assert_type(draft.delete(), Draft)
    assert_type(release.issues(), list[Issue])
    assert_type(release.notes(), str)
    assert_type(release.words(), list[int])


async def results_async(release: Release, draft: Draft) -> None:
    assert_type(await release.delete_async(force=True), Deletion)
    assert_type(await draft.delete_async(), Draft)
    assert_type(await release.issues_async(), list[Issue])


def own_paths(issue: Issue) -> None:
    assert_type(issue.move(board=1), bool)
    assert_type(issue.replace(title="x"), Issue)


def results_of_any_verb(v2: V2) -> None:
    assert_type(v2.imports.create(url="x"), Deletion)
    assert_type(v2.imports("x").fetch(), list[int])
    assert_type(v2.imports("x").update(url="y"), bool)


async def results_of_any_verb_async(v2: V2) -> None:
    assert_type(await v2.imports.create_async(url="x"), Deletion)
    assert_type(await v2.imports("x").fetch_async(), list[int])
    assert_type(await v2.imports("x").update_async(url="y"), bool)


def envelopes(v2: V2) -> None:
    invoice = v2.invoices.create(total=Decimal("1.50"))
    assert_type(invoice, Invoice)
    assert_type(invoice.fetch().total, Decimal)
    assert_type(invoice.count(), int)
    assert_type(invoice.draft(note=None), Invoice)
    assert_type(v2.invoices.list(), list[Invoice])


def styles(v2: V2) -> None:
    during = Span(first=date(2026, 1, 1))
    assert_type(v2.invoices.list(during=during, states=["open"]), list[Invoice])
    assert_type(v2.invoices.stream(filter={"state": "open"}, back_to="/a?b"), Stream[Invoice])
