"""作業台: a rule is edited, diagnosed, tried and compared; nothing gets into use."""

import pytest

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@BOTH
def test_a_slip_is_diagnosed_at_its_place(open_page, scripts):
    page = open_page("kisoku", scripts=scripts)
    page.goto("/workbench?file=contract.kiyaku")
    page.locator("#source").fill(page.locator("#source").input_value() + "\n規則 試し { もし 無い事実 ならば 対象可否 = 対象 }\n")
    page.locator("button[value=check]").click()
    page.locator("#report .error").first.wait_for()
    assert "無い事実" in page.locator("#report").inner_text()


def test_a_changed_rule_is_compared_with_the_edition(open_page):
    page = open_page("kisoku")
    page.set_default_timeout(60_000)
    page.goto("/workbench?file=chapter7-excluded-work.kiyaku")
    source = page.locator("#source").input_value()
    place = source.index("規則 ウイルス")
    page.locator("#source").fill(source[:place] + source[place:].replace("適用外", "対象外", 1))
    page.locator("button[value=test]").click()
    page.locator("#report h2").nth(1).wait_for()
    report = page.locator("#report").inner_text()
    assert "変わった規則" in report and "demo-2-virus" in report
