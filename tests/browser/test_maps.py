"""Maps in a browser: drawn by hand on the form of a row, with and without pictures of the land, without JavaScript."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests import homes
from tests.browser.driver import listening
from tests.browser.product import Product, log_in
from tests.running import served, surroundings

PARCEL = "/so/thua-dat/1/"
MAP = "/so/doanh-nghiep/ban-do/"


@dataclass
class Land:
    """A server of pictures of the land: where it is, and what it was asked for."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def land_served() -> Iterator[Land]:
    """A server of pictures on the loopback."""
    land, picture = Land(), BytesIO()
    Image.new("RGB", (256, 256), (225, 232, 222)).save(picture, "PNG")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            land.asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            with suppress(ConnectionError):  # a page that was left waits for no picture
                self.wfile.write(picture.getvalue())

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        land.address = f"http://127.0.0.1:{server.server_port}"
        yield land
        server.shutdown()


@pytest.fixture(scope="module")
def land() -> Iterator[Land]:
    with land_served() as serving:
        yield serving


@pytest.fixture(scope="module")
def product(
    tmp_path_factory: pytest.TempPathFactory, chromium: Path, land: Land
) -> Iterator[Product]:
    """The worked example with pictures of the land under its maps."""
    home = homes.copied(homes.with_example(), tmp_path_factory.mktemp("ban-do") / "nha")
    tiles = {"TIENDO_TILES": land.address + "/{z}/{x}/{y}.png", "TIENDO_TILES_CREDIT": "Ảnh <mẫu>"}
    environment = surroundings(home) | {"TIENDO_TODAY": homes.TODAY} | tiles
    with served(environment) as (address, process):
        yield Product(address, process, environment)


def corners(page: Page) -> list[list[float]]:
    """The outline in the form, without the corner that closes it."""
    said = page.locator("#id_shape").input_value()
    return json.loads(said)["coordinates"][0][:-1] if said else []


def click(page: Page, across: float, down: float) -> None:
    """Click on the map at these parts of its width and height."""
    box = page.locator(".draw-stage").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)


def test_a_person_draws_a_parcel_and_sets_its_place(product: Product, page: Page) -> None:
    log_in(page, product.address)
    page.goto(f"{product.address}{PARCEL}sua/")
    page.locator(".draw-stage").scroll_into_view_if_needed()
    expect(page.get_by_text("Ranh giới vẽ rộng 5,20 ha.")).to_be_visible()
    page.get_by_role("button", name="Xóa ranh giới").click()
    assert corners(page) == []
    page.get_by_role("button", name="Vẽ các đỉnh").click()
    for across, down in ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6)):
        click(page, across, down)
    assert len(corners(page)) == 4
    click(page, 0.6, 0.6)  # on a corner: takes it out
    assert len(corners(page)) == 3
    page.get_by_role("button", name="Bỏ đỉnh vừa vẽ").click()
    assert corners(page) == []
    page.get_by_role("button", name="Đặt vị trí").click()
    click(page, 0.5, 0.5)
    assert re.fullmatch(r"10,9\d+", page.locator("#id_latitude").input_value())
    assert re.fullmatch(r"105,1\d+", page.locator("#id_longitude").input_value())


def test_a_corner_that_was_moved_is_stored_and_the_area_is_held_against_the_typed_one(
    product: Product, page: Page
) -> None:
    log_in(page, product.address)
    page.goto(f"{product.address}{PARCEL}sua/")
    page.locator("#id_area").fill("9")
    expect(page.locator("output.error")).to_contain_text("Lệch hơn một phần mười")
    page.locator("#id_area").fill("5,2")
    corner = page.locator(".draw-corner").first
    corner.scroll_into_view_if_needed()
    before = corners(page)
    box = corner.bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 16, box["y"] + 14, steps=4)
    page.mouse.up()
    moved = corners(page)
    assert moved != before
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".map-card")).to_contain_text("Ranh giới rộng")
    page.goto(f"{product.address}{PARCEL}sua/")
    assert corners(page) == moved


def test_pictures_lie_under_the_map_and_its_circles_lead_nearer(
    product: Product, land: Land, page: Page
) -> None:
    log_in(page, product.address)
    page.goto(product.address + MAP)
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    assert land.asked
    expect(page.locator(".leaflet-control-attribution")).to_have_text("Ảnh <mẫu>")
    expect(page.locator("svg.map")).to_be_hidden()
    page.get_by_role("button", name="Phóng to").click()
    page.wait_for_timeout(500)
    page.locator(".map-mark a").first.click()
    expect(page.locator(".meta")).to_contain_text("ở phần bản đồ này")


def test_without_javascript_the_sketch_stays_and_asks_nobody_else(
    product: Product, browser: Browser
) -> None:
    complaints: list[str] = []
    elsewhere: list[str] = []
    with listening(browser, complaints, java_script_enabled=False, locale="vi-VN") as page:
        page.on(
            "request",
            lambda one: None if one.url.startswith(product.address) else elsewhere.append(one.url),
        )
        log_in(page, product.address)
        page.goto(product.address + MAP)
        expect(page.locator("svg.map").first).to_be_visible()
        page.locator("svg.map a").first.click()
        expect(page.locator(".meta")).to_contain_text("ở phần bản đồ này")
    assert complaints == []
    assert elsewhere == []


def test_without_an_address_of_pictures_the_sketch_is_the_map(full: Product, page: Page) -> None:
    log_in(page, full.address)
    page.goto(full.address + MAP)
    expect(page.locator("svg.map").first).to_be_visible()
    assert page.locator("script[src*=leaflet]").count() == 0
