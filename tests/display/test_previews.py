"""What a notebook shows: HTML in which nothing that came from a server is markup or script."""

from __future__ import annotations

import pickle
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from restmap.errors import escape_controls

from .desk import ORDER, Served

TAGS = {"div", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
STYLES = {"text-align: left", "text-align: left; white-space: nowrap", "text-align: right"}
STYLES |= {"overflow-x: auto"}
STYLES |= {"opacity: 0.75; margin: 0.3em 0", "margin: 0.6em 0 0.3em"}


class Read(HTMLParser):
    """HTML as a browser reads it: its elements, the texts in them, and the rows of its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags = set[str]()
        self.attributes = set[tuple[str, str | None]]()
        self.cells: list[list[str]] = []
        self.text = ""
        self.in_cell = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {*attrs}
        if tag == "tr":
            self.cells.append([])
        if tag in ("td", "th"):
            self.cells[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.in_cell:
            self.cells[-1][-1] += data


def preview(thing: Any) -> Read:
    return Read(thing._repr_html_())


def test_a_record_is_a_table_of_its_fields():
    served = Served(ORDER)
    order = served.client.orders(7).fetch()

    shown = preview(order)
    assert shown.text.startswith("Order")
    assert shown.cells == [
        ["id", "7"],
        ["name", "Ada"],
        ["status", "open"],
        ["created_at", "2026-11-24T10:00:00Z"],
        ["address", "Address(street='Main St', city='Berlin', door_code=None, password=***)"],
        ["weight", "2.5"],
        ["is_gift", "True"],
        ["card", "***"],
        ["auth_token", "***"],
        ["url", "https://api.desk.example/v1/orders/7"],
        ["note", ""],
    ]
    assert len(served.transport.requests) == 1


def test_a_handle_says_how_to_fetch_it():
    served = Served(ORDER)

    shown = preview(served.client.orders(7))
    assert shown.text == "<Order id=7 (not fetched)>Call fetch() on it to request its fields."
    assert served.transport.requests == []


def test_a_record_with_many_fields():
    order = Served({"id": 1, **{f"a{n}": n for n in range(50)}}).client.orders(1).fetch()

    shown = preview(order)
    assert len(shown.cells) == 40
    assert shown.text.endswith("11 more fields in to_dict().")


def test_a_page_is_a_table_of_its_first_records():
    orders = [{**ORDER, "id": number, "note": None} for number in range(12)]
    served = Served(*orders, total=24)

    shown = preview(served.client.orders.page())
    header, *rows = shown.cells
    assert header == [
        *("id", "name", "status", "created_at", "weight", "is_gift", "card", "auth_token")
    ]
    assert rows[0] == ["0", "Ada", "open", "2026-11-24T10:00:00Z", "2.5", "True", "***", "***"]
    assert [row[0] for row in rows] == [str(number) for number in range(10)]
    assert shown.text.startswith("Page of 12 Order records of 24")
    assert shown.text.endswith(
        "2 more records on this page, 3 more fields in each record."
        "next_page() requests the page after it."
    )
    assert len(served.transport.requests) == 1


def test_a_page_of_records_that_differ():
    served = Served({"id": 1, "a": 1}, {"id": 2, "b": [1]}, {"id": 3, "c": None})

    shown = preview(served.client.orders.page())
    assert shown.cells == [
        ["id", "a", "b", "c"],
        ["1", "1", "", ""],
        ["2", "", "[1]", ""],
        ["3", "", "", ""],
    ]


def test_a_page_without_records():
    shown = preview(Served(total=0).client.orders.page())

    assert shown.text.startswith("Page without records of 0")


def test_the_last_page_says_so():
    page = Served(ORDER).client.orders.page()
    page.next_page_url = None

    assert preview(page).text.endswith("This is the last page.")


def test_a_stream_is_what_it_would_request_and_what_to_type():
    served = Served(ORDER)
    stream = served.client.orders.stream(limit=3, status="open", card="4111")

    shown = preview(stream)
    assert shown.cells[:4] == [
        ["request", "GET https://api.desk.example/v1/orders"],
        ["limit", "3"],
        ["status", "'open'"],
        ["card", "***"],
    ]
    assert ["the next record", "next(stream)"] in shown.cells
    assert "Nothing is requested before its records are asked for." in shown.text
    assert served.transport.requests == []
    next(stream)
    assert len(served.transport.requests) == 1
    assert "next(stream) goes on with the iteration that it began." in preview(stream).text
    assert len(served.transport.requests) == 1


def test_a_record_of_a_pickle():
    order = Served(ORDER).client.orders(7).fetch()

    assert preview(pickle.loads(pickle.dumps(order))).cells[0] == ["id", "7"]


def test_numbers_are_aligned():
    html = Served({"id": 1, "name": "Ada"}).client.orders(1).fetch()._repr_html_()

    assert '<td style="text-align: right">1</td>' in html
    assert '<td style="text-align: left">Ada</td>' in html


# -- what came from a server stays text ---------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'; alert(1); //",
    "</td></tr></table><iframe src='https://evil.example'>",
    "<!-- ",
    "]]>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    r"$\href{javascript:alert(1)}{click}$",
    r"\(x\)",
    "javascript:alert(1)",
    "\x00\x1b[2J\u202egnp.exe",
    "\ud83d",
    "\ufffe",
]


def only_text(shown: Read) -> bool:
    """Whether there is nothing but the elements that previews are made of."""
    classes = {("class", "restmap tex2jax_ignore mathjax_ignore")}
    return shown.tags <= TAGS and shown.attributes <= {("style", each) for each in STYLES} | classes


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(text: str):
    fields = {
        "id": 1,
        "name": text,
        text: text,
        "address": {"street": text},
        "list": [{text: text}],
    }
    served = Served(fields, {**fields, "id": 2})

    for thing in (served.client.orders(1).fetch(), served.client.orders.page()):
        shown = preview(thing)
        assert only_text(shown)
        assert escape_controls(text) in {cell for row in shown.cells for cell in row}
        thing._repr_html_().encode()


@given(st.text(alphabet=st.characters(), max_size=40), st.text(max_size=80))
@example("a", "</div><b>")
@example("<b>", "\ud800")
def test_any_text_is_text(key: str, value: str):
    shown = preview(Served({"id": 1, f"a_{key}": value}).client.orders(1).fetch())

    assert only_text(shown)
    (cell,) = (row[1] for row in shown.cells if row[0] != "id")
    # A browser reads both line breaks as one.
    assert cell == escape_controls(value) or "***" in cell


@given(st.text(max_size=80))
def test_arguments_and_keys_are_text(text: str):
    orders = Served().client.orders

    assert only_text(preview(orders.stream(status=text)))
    assert only_text(preview(orders(f"x{text}")))


def test_text_is_not_typeset():
    """MathJax, which notebooks run on HTML, would make links of TeX."""
    html = Served({"id": 1, "name": "$x$"}).client.orders(1).fetch()._repr_html_()

    assert html.startswith('<div class="restmap tex2jax_ignore mathjax_ignore">')


def test_long_text_is_cut():
    shown = preview(Served({"id": 1, "name": "x" * 1000}).client.orders(1).fetch())

    assert shown.cells[1] == ["name", f"{'x' * 79}…"]


# -- cost ---------------------------------------------------------------------------------------


def test_programs_that_show_nothing_do_not_import_it():
    program = """
import sys
from tests.display.desk import ORDER, Served
client = Served(ORDER).client
client.orders.list(limit=1)
client.orders(7).fetch().name
shown = [each for each in sys.modules if each.startswith("restmap.display")]
shown += [each for each in ("restmap.short_repr", "restmap.decode.previews") if each in sys.modules]
print(shown)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
