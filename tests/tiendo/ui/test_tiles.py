"""Pictures under maps: off unless an address is set, and pages may then fetch pictures from that one host only."""

import pytest

from tiendo.ui import conf

ADDRESS = "https://tiles.example.vn/{z}/{x}/{y}.png"


def test_without_an_address_there_are_none_and_the_policy_is_as_strict_as_ever() -> None:
    assert conf.tiles("", "") is None
    assert conf.content_policy("")["DIRECTIVES"]["img-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        (ADDRESS, "https://tiles.example.vn"),
        ("http://10.1.2.3:8080/{z}/{x}/{y}@2x.jpg?k=1", "http://10.1.2.3:8080"),
        ("/ban-do/{z}/{x}/{y}.png", ""),
    ],
)
def test_the_policy_lets_in_exactly_the_host_of_the_address(address: str, origin: str) -> None:
    tiles = conf.tiles(address, "Cơ quan bản đồ")
    assert tiles
    assert (tiles.address, tiles.origin) == (address, origin)
    allowed = conf.content_policy(tiles.origin)["DIRECTIVES"]
    assert allowed["img-src"] == ["'self'", *filter(None, [origin])]
    assert allowed["script-src"] == allowed["connect-src"] == ["'self'"]


@pytest.mark.parametrize(
    "address",
    [
        *("tiles.example.vn/{z}/{x}/{y}.png", "ftp://tiles.example.vn/{z}/{x}/{y}.png"),
        *("https://{s}.example.vn/{z}/{x}/{y}.png", "https://tiles.example.vn/{z}/{x}.png"),
        *("//tiles.example.vn/{z}/{x}/{y}.png", "https://a;script-src/{z}/{x}/{y}.png"),
        *("https:///{z}/{x}/{y}.png", "https://*/{z}/{x}/{y}.png", "https://a b/{z}/{x}/{y}"),
    ],
)
def test_what_is_no_address_is_refused_with_what_one_looks_like(address: str) -> None:
    with pytest.raises(ValueError, match=r"^TIENDO_TILES: https://host/\{z\}/\{x\}/\{y\}\.png$"):
        conf.tiles(address, "")
