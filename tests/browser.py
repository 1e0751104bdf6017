"""A real browser for the tests of pages: what it says and asks for is watched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def started(program: str) -> Iterator[Browser]:
    """Start a browser, and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_QUIET)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, hash: str = "", expected: str = "\0", **options: Any
) -> Iterator[Page]:
    """Open a file; at the end nothing was asked of anybody, and nothing but ``expected`` was told.

    A script that labels of the tests try to run would set ``window.ran``, in any frame.
    """
    told: list[str] = []
    options.setdefault("viewport", {"width": 1400, "height": 1100})
    context = browser.new_context(offline=True, **options)
    try:
        page = context.new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: told.append(f"request: {request.url[:1000]}"))
        page.goto(file.as_uri() + hash)
        yield page
        if options.get("java_script_enabled", True):
            ran = [frame.evaluate("window.ran === undefined") for frame in page.frames]
            assert all(ran), "a script ran that is not ours"
    finally:
        context.close()
    usual = (f"request: {file.as_uri()}", "request: about:")
    said = [line for line in told if not line.startswith(usual) and expected not in line]
    assert not said, said


def violations(page: Page, axe: Path) -> list[str]:
    """Return what axe-core finds wrong in the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((axe / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
