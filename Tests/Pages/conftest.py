"""A service of our own with its people, and Debian's Chromium: what the tests of the pages stand on."""

import os
import pathlib
import re
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/kiyaku"
PICTURES = ROOT / ".build/pages"
PASSWORD = "correct horse battery staple"
# Each may try a password so often in a minute: who signs in time and again has a name of their own.
PEOPLE = {"uketsuke": ["staff"], "yakin": ["staff"], "kisoku": ["author"], "kansa": ["auditor"]}
WIDTHS = {"phone": 390, "desk": 1280}
DAY, TIME = "2026-11-24", "10:20"


class Service:
    """`kiyaku serve` on a free port, ended by its own process."""

    def __init__(self, data):
        self.data = data
        for name, roles in PEOPLE.items():
            subprocess.run(
                [PROGRAM, "user", "add", name, "--role", ",".join(roles), "--data", data], input=PASSWORD + "\n", text=True, check=True, capture_output=True)
        self.log = open(data / "serve.log", "w")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", data, "--port", "0"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://[\d.]+:\d+", line):
                self.address = found.group()
                return
        raise RuntimeError("the service did not start: " + (data / "serve.log").read_text())

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory):
    service = Service(tmp_path_factory.mktemp("data"))
    # Some answers to look at in the record.
    for case in sorted((ROOT / "Corpus/cases").glob("demo-*.json")):
        subprocess.run([PROGRAM, "decide", case, "--data", service.data], capture_output=True)
    yield service
    service.end()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(service, chromium):
    """The session of each person: signed in once, used by every test."""
    sessions = {}

    def session(name):
        if name not in sessions:
            context = chromium.new_context(base_url=service.address, locale="ja-JP")
            page = context.new_page()
            sign_in(page, name)
            sessions[name] = context.storage_state()
            context.close()
        return sessions[name]

    return session


@pytest.fixture
def open_page(service, chromium, signed_in):
    """A page of a person (None: nobody signed in) in a language and width. A word on the console, a fault of the CSP among them, fails the test."""
    contexts, said = [], []

    def opened(who="uketsuke", scripts=True, lang="ja", width="desk", **options):
        locale = {"ja": "ja-JP", "en": "en-US"}[lang]
        context = chromium.new_context(
            base_url=service.address, storage_state=signed_in(who) if who else None, java_script_enabled=scripts, locale=locale,
            timezone_id="Asia/Tokyo", viewport={"width": WIDTHS[width], "height": 844}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.said = said
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == [], said


def sign_in(page, name, password=PASSWORD):
    page.goto("/sign-in")
    page.locator("#name").fill(name)
    page.locator("#password").fill(password)
    page.locator("main button").click()
    page.wait_for_load_state()


def take(page):
    """Where several questions may be meant, the main one is taken."""
    page.locator("#outcome .outcome, .asked button[value='対象可否']").first.wait_for()
    if page.locator("#outcome .outcome").count() == 0:
        page.locator(".asked button[value='対象可否']").click()
    page.locator("#outcome .outcome").wait_for()
