"""Playwright, driving the Chromium of this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_node, launch_environment


@contextmanager
def open_browser(chromium: Path) -> Iterator[Browser]:
    """Yield a running browser and close it afterwards."""
    node = find_node()
    if node:
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=list(ARGUMENTS), env=launch_environment(chromium)
        )
        yield browser
        browser.close()
