"""Who may see what."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PASSWORD, sign_in, take

OPEN = ["/sign-in", "/healthz", "/readyz", "/environment"]
CLOSED = ["/", "/inquiry", "/contract", "/contract/clauses/40.1.3", "/contract/support", "/records", "/records/1", "/environment/codes", "/v1/records", "/metrics", "/openapi.json"]


@pytest.mark.parametrize("path", OPEN)
def test_open_without_sign_in(open_page, path):
    reply = open_page(who=None).request.get(path, max_redirects=0)
    assert reply.status == 200


@pytest.mark.parametrize("path", CLOSED)
def test_closed_without_sign_in(open_page, path):
    reply = open_page(who=None).request.get(path, max_redirects=0, headers={"Accept": "text/html"})
    if reply.status in (302, 303, 307):
        assert reply.headers["location"].startswith(("/sign-in", "/inquiry"))
    else:
        assert reply.status in (401, 403, 404)
    assert "kiyaku.decision" not in reply.text()


def test_the_assets_are_open_and_kept_long(open_page):
    page = open_page(who=None)
    page.goto("/sign-in")
    for address in page.evaluate("[...document.querySelectorAll('link[href], script[src]')].map(e => e.href || e.src)"):
        reply = page.request.get(address)
        assert reply.status == 200 and "max-age" in reply.headers["cache-control"], address


def test_a_wrong_password_is_refused_in_words(open_page):
    page = open_page(who=None)
    sign_in(page, "uketsuke", "wrong")
    assert page.locator("[role=alert]").inner_text()
    assert page.locator("#name").input_value() == "uketsuke"
    assert "wrong" not in page.content()
    # The refusal's own status is an error to the browser's console.
    page.said[:] = [line for line in page.said if not any(status in line for status in ("401", "403", "422"))]


def test_one_comes_back_to_where_one_was_going(open_page):
    page = open_page(who=None)
    page.goto("/contract/clauses/40.1.3")
    page.locator("#name").fill("uketsuke")
    page.locator("#password").fill(PASSWORD)
    page.locator("main button").click()
    page.wait_for_url("**/contract/clauses/40.1.3")


def test_signing_out_ends_the_session(open_page):
    page = open_page(who=None)
    sign_in(page, "uketsuke")
    kept = page.context.cookies()
    page.locator("form[action='/sign-out'] button").click()
    page.wait_for_url("**/sign-in*")
    page.context.add_cookies(kept)
    page.goto("/inquiry")
    assert "/sign-in" in page.url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_sent_after_the_session_is_there_again(open_page, scripts):
    page = open_page(who=None, scripts=scripts)
    sign_in(page, "yakin")
    page.goto("/inquiry")
    page.locator("#text").fill("ランサムウェアに感染した")
    page.locator("[name=day]").fill("2026-01-05")
    page.context.clear_cookies(name="kiyaku_session")
    page.locator("button.main").click()
    page.wait_for_url("**/sign-in?to=/inquiry")
    assert "ランサムウェア" not in page.content()
    page.locator("#name").fill("yakin")
    page.locator("#password").fill(PASSWORD)
    page.locator("main button").click()
    page.wait_for_url("**/inquiry")
    assert page.locator("#text").input_value() == "ランサムウェアに感染した"
    assert page.locator("[name=day]").input_value() == "2026-01-05"
    assert page.locator(".said .chip").count() > 0
    if scripts:
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.locator("button.main").click()
    take(page)
    assert page.locator(".facts > .fine").count() == 0


@pytest.mark.parametrize("who, seen, unseen", [
    ("uketsuke", ["/inquiry", "/contract", "/records"], ["/workbench"]),
    ("kansa", ["/contract", "/records"], ["/inquiry", "/workbench"]),
    ("kisoku", ["/contract", "/workbench"], ["/inquiry", "/records"]),
])
def test_each_role_sees_its_own_pages(open_page, who, seen, unseen):
    page = open_page(who)
    page.goto("/contract")
    links = page.eval_on_selector_all("header nav a", "all => all.map(a => a.getAttribute('href'))")
    for path in seen:
        assert path in links
        assert page.request.get(path).status == 200
    for path in unseen:
        assert path not in links
        assert page.request.get(path).status in (403, 404)


def test_a_form_without_its_token_is_refused(open_page):
    page = open_page()
    page.goto("/inquiry")
    reply = page.request.post("/inquiry", form={"text": "ランサムウェアに感染した"}, headers={"Origin": page.url.removesuffix("/inquiry")})
    assert reply.status == 403


def test_a_form_from_elsewhere_is_refused(open_page):
    page = open_page()
    page.goto("/inquiry")
    token = page.locator("form.desk input[name=csrf]").get_attribute("value")
    reply = page.request.post("/inquiry", form={"csrf": token, "text": ""}, headers={"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"})
    assert reply.status == 403


def test_the_session_is_not_for_scripts(open_page):
    page = open_page()
    page.goto("/inquiry")
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert cookies["kiyaku_session"]["httpOnly"] and cookies["kiyaku_session"]["sameSite"] in ("Lax", "Strict")
