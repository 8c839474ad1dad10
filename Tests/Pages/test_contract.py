"""規約ブラウザ: the outline, clauses in any spelling, the dates of support."""

import pytest


@pytest.mark.parametrize("spelling", ["第40条第1項第3号", "40条1項3号", "40.1.3", "第四十条一項三号"])
def test_a_clause_is_found_in_any_spelling(open_page, spelling):
    page = open_page()
    page.goto("/contract")
    page.locator("#q").fill(spelling)
    page.keyboard.press("Enter")
    page.locator("main .panel").first.wait_for()
    assert "第40条第1項第3号" in page.locator("main .panel").first.inner_text()


def test_words_are_found_in_gists(open_page):
    page = open_page()
    page.goto("/contract?q=ウイルス")
    assert "第40条第1項第3号" in page.locator("main").inner_text()


def test_what_is_not_there_is_said_so(open_page):
    page = open_page()
    page.goto("/contract?q=ヌヌヌ")
    assert page.locator("[role=status]").first.inner_text()


def test_a_clause_shows_gist_rules_and_interpretations(open_page):
    page = open_page()
    page.goto("/contract/clauses/40.1.3")
    text = page.locator("main").inner_text()
    assert "ウイルスや不正アクセス" in text and "復旧作業の範囲" in text


def test_the_outline_leads_down_to_a_clause_and_on_to_the_next(open_page):
    page = open_page()
    page.goto("/contract")
    assert page.locator(".chapter").count() > 7
    page.locator(".chapter").first.evaluate("fold => { fold.open = true }")
    page.locator(".chapter a").first.click()
    page.wait_for_url("**/contract/clauses/*")
    first = page.url
    page.locator("a[rel=next]").click()
    page.wait_for_load_state()
    assert page.url != first


def test_the_as_of_day_moves_the_picture(open_page):
    page = open_page()
    page.goto("/contract/support?day=2026-11-24")
    assert page.locator("svg.timeline").count() > 0
    line = page.locator("line.today").first.get_attribute("x1")
    page.locator("[name=day]").fill("2024-01-10")
    page.locator("[name=day]").blur()
    page.wait_for_function("x => document.querySelector('line.today').getAttribute('x1') !== x", arg=line)
    assert "day=2024-01-10" in page.url
