"""環境チェック: what a customer sees, and what support gets by the code."""

import re

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"


def test_windows_10_and_11_are_asked_apart_where_the_browser_does_not_tell(open_page):
    page = open_page(who=None, user_agent=WINDOWS, scripts=False)
    page.goto("/environment")
    assert "Windows" in page.locator("main").inner_text()
    assert page.locator(".questions .field").count() > 0


def test_the_code_gives_support_the_facts(open_page):
    customer = open_page(who=None, user_agent=IPHONE, width="phone")
    customer.goto("/environment")
    code = customer.locator(".code .digits").inner_text()
    assert re.fullmatch(r"[0-9A-Z-]{6,12}", code)
    support = open_page()
    support.goto("/environment/codes")
    support.locator("[name=code]").fill(code.lower())
    support.locator("main form[method=post] button.main").first.click()
    support.locator(".panel").wait_for()
    assert "iOS" in support.locator(".panel").inner_text()
    support.locator(".panel form button").click()
    support.wait_for_url("**/inquiry")
    assert "iOS" in support.locator(".known").inner_text()


def test_a_code_that_does_not_exist_is_said_so(open_page):
    page = open_page()
    page.goto("/environment/codes")
    page.locator("[name=code]").fill("ZZZ-ZZZ")
    page.locator("main form[method=post] button.main").first.click()
    assert page.locator("[role=alert]").inner_text()
    page.said[:] = [line for line in page.said if "404" not in line]


def test_a_customer_sees_no_way_in(open_page):
    page = open_page(who=None, user_agent=IPHONE)
    page.goto("/environment")
    assert page.locator("header nav").count() == 0
