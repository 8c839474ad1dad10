"""環境チェック: what a customer sees, and what support gets by the code."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

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


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_customer_is_led_to_what_can_be_said(open_page, scripts, lang):
    page = open_page(who=None, user_agent=WINDOWS, scripts=scripts, lang=lang, width="phone")
    page.goto("/environment")
    assert page.locator(".panel.undetermined .possible li").count() > 1
    answers = {"依頼.サービス": "クライアント設定", "端末.OS": "Windows 10", "端末.リリース": "22H2", "端末.エディション": "一般", "端末.ESU契約": "はい"}
    others = {"端末.ESUの種類": "個人", "端末.空き容量": "20GB"}
    for _ in range(12):
        if not page.locator(".questions .field").count():
            break
        field = page.locator(".questions .field").first
        control = field.locator("[name^='fact:']").first
        name = control.get_attribute("name").removeprefix("fact:")
        wanted = (answers | others).get(name, "いいえ")
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(wanted)
        elif control.get_attribute("type") == "radio":
            choice = field.locator(f"[value='{wanted}']")
            (choice if choice.count() else field.locator("[name^='fact:']").first).check()
        else:
            control.fill(wanted)
        if not scripts or control.get_attribute("type") == "text":
            page.locator(".questions p.send button").click()
        page.locator(f".questions [name='fact:{name}']").first.wait_for(state="detached")
    # What only we find out is not asked.
    assert page.locator("[name='fact:端末.CPU不足'], [name='fact:端末.メモリ不足'], [name='fact:端末.ESU提供中']").count() == 0
    assert page.locator(".panel .outcome").inner_text()
    if page.locator(".panel.undetermined").count():
        assert page.locator("#answer > section ul.list li").count() > 0
    if scripts:
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.locator("a[href='/environment']").click()
    page.locator(".questions [name='fact:依頼.サービス']").wait_for()


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
