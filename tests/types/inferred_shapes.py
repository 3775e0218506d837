"""The types that checkers infer for shapes beyond the five verbs."""

from __future__ import annotations

from typing import assert_type

from restmap import Page

from .shapes import V2, Issue


def lists_by_post(v2: V2, url: str) -> None:
    assert_type(v2.issues.list(query="x", labels=["a"]), list[Issue])
    assert_type(v2.issues.get_page(url), Page[Issue])
    assert_type(v2.issues.get_page(url, query="x"), Page[Issue])


async def lists_by_post_async(v2: V2, url: str) -> None:
    assert_type(await v2.issues.get_page_async(url), Page[Issue])
    assert_type(await v2.issues.get_page_async(url, query="x"), Page[Issue])
