"""台帳: a file of many devices is sent, watched and taken away."""

import pytest

from conftest import ROOT
from test_every_page import EACH, IN_BOTH, inspect

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
DEVICES = ROOT / "Corpus/fleet/devices.csv"


def send(page, file=DEVICES):
    page.goto("/applications")
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".fleet select[name=decision]").select_option("環境対応")
    page.locator(".fleet input[type=date]").fill("2025-06-02")
    page.locator(".fleet button.main").click()
    page.wait_for_url("**/applications/fleet/*")


def finish(page, scripts=True):
    """With scripts the page sees by itself that it has ended."""
    for _ in range(600):
        if scripts:
            page.locator("#job .downloads").wait_for(timeout=60_000)
        if page.locator("#job .downloads").count():
            return
        page.wait_for_timeout(200)
        page.locator("#job a.button").click()
    raise AssertionError("it does not end")


@BOTH
def test_a_fleet_is_judged(open_page, scripts):
    page = open_page(scripts=scripts)
    send(page)
    finish(page, scripts)
    # The figures of Corpus/fleet/count.awk.
    counts = {row.locator("th").inner_text().split()[0]: row.locator("td").first.inner_text() for row in page.locator("section").first.locator("tbody tr").all()}
    assert sorted(counts.values()) == ["352", "493", "62", "87"]
    assert "994" in page.locator("label[for=progress]").inner_text()
    assert {row.locator("td").first.inner_text() for row in page.locator("section").last.locator("tbody tr").all()} == {
        "138", "289", "403", "556", "732", "867"}
    with page.expect_download() as download:
        page.locator(".downloads a").first.click()
    assert download.value.suggested_filename == "devices.results.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert len([line for line in text.splitlines() if line]) == 995


def test_work_under_way_shows_how_far_it_is_and_can_be_stopped(open_page, tmp_path):
    many = tmp_path / "many.csv"
    lines = DEVICES.read_text(encoding="utf-8").splitlines()
    many.write_text("\n".join([lines[0]] + lines[1:] * 20), encoding="utf-8")
    page = open_page()
    send(page, many)
    page.wait_for_function("() => { const bar = document.querySelector('progress'); return bar && bar.value > 0 && bar.value < 1000; }")
    page.locator("#job form button").click()
    page.locator("#job .fault").wait_for()
    assert "途中で止めました" in page.locator("#job .fault").inner_text()


@EACH
@IN_BOTH
def test_pages(open_page, lang, width):
    page = open_page(lang=lang, width=width)
    send(page)
    finish(page)
    inspect(page, "fleet", lang, width)
