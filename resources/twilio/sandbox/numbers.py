"""The phone numbers that the sandbox knows, none of which anybody has.

They are from the ranges that regulators keep for films and examples, such as 555-0100 to 555-0199
in North America and, in the United Kingdom,
https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

CARRIER = "Sandbox Telecom"


@attrs.frozen
class Country:
    """A country whose numbers the sandbox knows.

    code: ISO 3166-1 alpha-2. calling_code: with which its numbers begin. lengths: of the digits
    after it. ranges: the beginnings of the invented numbers by the kind of number, to each of which
    two digits are added. place: the locality, the region and the postal code of local ones.
    """

    code: str
    name: str
    calling_code: str
    lengths: range
    ranges: dict[str, str]
    place: tuple[str, str, str] = ("", "", "")

    def numbers(self, kind: str) -> list[str]:
        """The invented numbers of a kind, in E.164."""
        begin = self.ranges.get(kind)
        return [f"{begin}{number:02}" for number in range(20)] if begin is not None else []


_TEN_DIGITS = range(10, 11)

COUNTRIES = {
    each.code: each
    for each in (
        Country(
            "US", "United States", "1", _TEN_DIGITS,
            {"local": "+141555501", "toll_free": "+180055501"},
            ("San Francisco", "CA", "94105"),
        ),
        Country(
            "CA", "Canada", "1", _TEN_DIGITS, {"local": "+161355501"}, ("Ottawa", "ON", "K1A 0A6")
        ),
        Country(
            "GB", "United Kingdom", "44", range(9, 11),
            {"local": "+4420794600", "mobile": "+4477009000", "toll_free": "+4480815700"},
            ("London", "", "SW1A 1AA"),
        ),
        Country(
            "DE", "Germany", "49", range(7, 12),
            {"local": "+4930231250", "mobile": "+4917139200"},
            ("Berlin", "", "10115"),
        ),
        Country(
            "FR", "France", "33", range(9, 10),
            {"local": "+331990000", "mobile": "+336399800"},
            ("Paris", "", "75001"),
        ),
        Country(
            "AU", "Australia", "61", range(9, 10),
            {"local": "+612555001", "mobile": "+614915701"},
            ("Sydney", "NSW", "2000"),
        ),
    )
}  # fmt: skip

# Area codes of Canada, whose calling code is that of the United States:
# https://nationalnanpa.com/area_codes/
_CANADA = re.compile(
    "(204|226|236|249|250|263|289|306|343|354|365|367|368|382|403|416|418|428|431|437|438|450|468|"
    "474|506|514|519|548|579|581|584|587|604|613|639|647|672|683|705|709|742|753|778|780|782|807|"
    "819|825|867|873|879|902|905)"
)


def find_country(phone_number: str) -> Country | None:
    """The country of a number in E.164; None if it cannot be a number of any."""
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", phone_number, re.ASCII):
        return None
    for country in COUNTRIES.values():
        digits = phone_number.removeprefix(f"+{country.calling_code}")
        if digits == phone_number or len(digits) not in country.lengths:
            continue
        if country.calling_code == "1":
            return COUNTRIES["CA" if _CANADA.match(digits) else "US"]
        return country
    return None


def national_format(phone_number: str) -> str:
    """A number in E.164 as people of its country write it, or unchanged if that is not known.

    >>> national_format("+14155550100"), national_format("+442079460000")
    ('(415) 555-0100', '02079460000')
    """
    country = find_country(phone_number)
    if country is None:
        return phone_number
    digits = phone_number.removeprefix(f"+{country.calling_code}")
    if country.calling_code == "1":
        return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    return f"0{digits}"


def kind_of(phone_number: str) -> str | None:
    """The kind of an invented number: local, mobile or toll_free; None for any other number."""
    for kind, begin in invented_ranges():
        if phone_number.startswith(begin) and len(phone_number) == len(begin) + 2:
            return kind
    return None


def invented_ranges() -> Iterator[tuple[str, str]]:
    """The kinds and the beginnings of all invented numbers."""
    for country in COUNTRIES.values():
        yield from country.ranges.items()
