"""申込チェック: the form of a decision, with the parties that it asks about."""

import pytest

from conftest import DAY, TIME
from test_every_page import EACH, IN_BOTH, inspect

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def start(page):
    page.goto("/applications?decision=申込可否")
    page.locator(".ask [name=day]").fill(DAY)
    page.locator(".ask [name=time]").fill(TIME)
    press(page, ".ask button.main")


def press(page, button):
    with page.expect_response(lambda reply: reply.request.method == "POST" and reply.url.endswith("/applications")):
        page.locator(button).first.click()
    page.locator("#outcome .outcome").wait_for()


@BOTH
def test_the_form_asks_what_the_decision_needs(open_page, scripts):
    page = open_page(scripts=scripts)
    start(page)
    assert page.locator(".ask select[name=decision]").input_value() == "申込可否"
    assert page.locator("#outcome .possible li").count() > 1
    assert page.locator(".questions .field").count() > 0
    assert page.locator("#outcome .record").count() == 1


@BOTH
def test_parties_are_added_and_taken_away(open_page, scripts):
    page = open_page(scripts=scripts)
    start(page)
    press(page, "button[name=add][value='関係者']")
    page.locator("button[name=drop][value='関係者[1]']").wait_for()
    press(page, "button[name=add][value='関係者']")
    page.locator("button[name=drop][value='関係者[2]']").wait_for()
    assert page.locator("[name='fact:関係者[2].側']").count() > 0
    press(page, "button[name=drop][value='関係者[2]']")
    page.locator("button[name=drop][value='関係者[2]']").wait_for(state="detached")
    assert page.locator("button[name=drop][value='関係者[1]']").count() == 1


@EACH
@IN_BOTH
def test_pages(open_page, lang, width):
    page = open_page(lang=lang, width=width)
    start(page)
    inspect(page, "application-questions", lang, width)
    press(page, "button[name=add][value='関係者']")
    page.locator("button[name=drop]").wait_for()
    inspect(page, "application-party", lang, width)
