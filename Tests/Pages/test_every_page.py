"""Each page at both widths and in both languages: axe finds nothing, nothing sticks out, the CSP is kept; a picture to look at in .build/pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PICTURES, WIDTHS, take

PAGES = {
    "sign-in": (None, "/sign-in"),
    "environment": (None, "/environment"),
    "inquiry": ("uketsuke", "/inquiry"),
    "applications": ("uketsuke", "/applications"),
    "codes": ("uketsuke", "/environment/codes"),
    "contract": ("uketsuke", "/contract"),
    "article": ("uketsuke", "/contract/clauses/40"),
    "clause": ("uketsuke", "/contract/clauses/40.1.3"),
    "search": ("uketsuke", "/contract?q=ウイルス"),
    "support": ("uketsuke", "/contract/support?day=2026-11-24"),
    "records": ("uketsuke", "/records"),
    "record": ("kansa", "/records/2"),
    "workbench": ("kisoku", "/workbench?file=contract.kiyaku"),
}
TEXTS = {"covered": "端末のVPNクライアントを設定してほしい", "virus": "ランサムウェアに感染した。パソコンを復旧してほしい", "open": ""}
EACH = pytest.mark.parametrize("width", WIDTHS)
IN_BOTH = pytest.mark.parametrize("lang", ["ja", "en"])


def inspect(page, name, lang, width):
    PICTURES.mkdir(parents=True, exist_ok=True)
    # Folds hide what axe should see.
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "sticks out"
    assert page.evaluate("document.documentElement.lang") == lang
    # A picture proves nothing and is slow to draw where everything is unfolded: it has time of its own.
    page.screenshot(path=PICTURES / f"{name}-{lang}-{width}.png", full_page=True, timeout=60_000)


@EACH
@IN_BOTH
@pytest.mark.parametrize("name", PAGES)
def test_page(open_page, name, lang, width):
    who, path = PAGES[name]
    page = open_page(who, lang=lang, width=width)
    reply = page.goto(path)
    assert reply.status == 200
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert page.locator("[style], main script, [onclick], [onchange]").count() == 0
    inspect(page, name, lang, width)


@EACH
@IN_BOTH
@pytest.mark.parametrize("name", TEXTS)
def test_answer(open_page, name, lang, width):
    page = open_page(lang=lang, width=width)
    page.goto("/inquiry")
    page.locator("#text").fill(TEXTS[name])
    page.locator("button.main").click()
    page.locator("#outcome .outcome, .asked").first.wait_for()
    if page.locator(".asked button").count() > 0:
        inspect(page, f"inquiry-{name}-asked", lang, width)
    take(page)
    inspect(page, f"inquiry-{name}", lang, width)


@pytest.mark.parametrize("name", PAGES)
def test_dark(open_page, name):
    who, path = PAGES[name]
    page = open_page(who, width="phone", color_scheme="dark")
    page.goto(path)
    inspect(page, f"{name}-dark", "ja", "phone")


def test_the_language_is_kept(open_page):
    page = open_page()
    page.goto("/contract")
    page.locator("button[name=lang][value=en]").click()
    page.wait_for_load_state()
    assert page.url.endswith("/contract")
    page.goto("/records")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_what_is_not_there_is_a_page_too(open_page):
    page = open_page()
    page.goto("/nowhere")
    assert page.locator(".fault").inner_text()
    page.said[:] = [line for line in page.said if "404" not in line]
