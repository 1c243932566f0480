"""Playwright, driving the Chromium of this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

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


@contextmanager
def listening(browser: Browser, complaints: list[str], **facts: Any) -> Iterator[Page]:
    """A page in a context of its own (`facts` as of `new_context`); what its console blames is noted."""

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    context = browser.new_context(**facts)
    page = context.new_page()
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    yield page
    context.close()
