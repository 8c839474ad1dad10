"""記録: found again, replayed, taken away as a file; personal facts by role."""

import collections
import csv
import io
import json


def test_the_answers_are_listed_newest_first(open_page):
    page = open_page()
    page.goto("/records")
    numbers = [int(number) for number in page.locator(".records tbody td.number").all_inner_texts()]
    assert len(numbers) >= 6 and numbers == sorted(numbers, reverse=True)


def test_a_filter_leaves_what_fits(open_page):
    page = open_page()
    page.goto("/records?status=undetermined")
    rows = page.locator(".records tbody tr")
    assert rows.count() >= 1
    assert all("undetermined" in name for name in rows.evaluate_all("all => all.map(row => row.className)"))


def test_a_replay_gives_the_same_answer(open_page):
    page = open_page("kansa")
    page.goto("/records/1")
    page.locator("form[action$='/replay'] button").click()
    page.locator(".fine").wait_for()


def test_the_records_are_taken_away_as_files(open_page):
    page = open_page("kansa")
    page.goto("/records")
    links = page.eval_on_selector_all("a[download]", "all => all.map(a => a.getAttribute('href'))")
    table = next(link for link in links if ".csv" in link)
    lines = next(link for link in links if ".ndjson" in link)
    assert "第40条第1項第3号" in page.request.get(table).text()
    assert all(json.loads(line) for line in page.request.get(lines).text().splitlines())


def test_the_weeks_and_clauses_are_drawn(open_page):
    page = open_page("kansa")
    page.goto("/records")
    assert page.locator("svg.weeks rect").count() > 0
    # Which clauses are among the most frequent depends on what was asked so far: the file of the same record says.
    answers = page.request.get("/records.csv").text().lstrip("\ufeff")
    counted = collections.Counter(row["条項"] for row in csv.DictReader(io.StringIO(answers)) if row["条項"])
    rows = page.locator("table.counts tbody tr").all()
    listed = [(row.locator("a.cite").inner_text(), int(row.locator("td.number").inner_text())) for row in rows]
    assert [count for _, count in listed] == sorted(counted.values(), reverse=True)[:10]
    assert all(counted[clause] == count for clause, count in listed)
