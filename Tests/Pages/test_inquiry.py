"""照会: from a customer's words to an outcome with its clause."""

import re

import pytest

from conftest import DAY, TIME, take

VIRUS = "ランサムウェアに感染した。パソコンを復旧してほしい"
REFUSED = "本サービスの適用外です"
BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def ask(page, text):
    page.goto("/inquiry")
    page.locator("[name=day]").fill(DAY)
    page.locator("[name=time]").fill(TIME)
    page.locator("#text").fill(text)
    with page.expect_response(lambda reply: reply.request.method == "POST" and reply.url.endswith("/inquiry")):
        page.locator("button.main").click()
    take(page)


def press(page):
    """The button that asks for the answer."""
    with page.expect_response(lambda reply: reply.request.method == "POST" and reply.url.endswith("/inquiry")):
        page.locator("button.main").click()
    page.locator("#outcome a.record").wait_for()


def records(page):
    """How many answers are on record."""
    found = page.request.get("/records").text()
    return int(re.search(r"<b data-told>(\d+) 件", found).group(1))


def confirm(page, fact="障害.起因"):
    page.locator(f"button[name=confirm][value='{fact}']").click()
    page.locator(f"input[name=confirmed][value='{fact}']").wait_for(state="attached")


@BOTH
def test_the_words_give_the_outcome_and_its_clause(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    confirm(page)
    assert page.locator("#outcome .outcome").inner_text() == REFUSED
    assert page.locator("#outcome .ground .cite").inner_text() == "第40条第1項第3号"
    press(page)
    assert page.locator("#outcome .outcome").inner_text() == REFUSED
    assert page.locator("#outcome a.record").count() == 1


def test_a_changed_control_is_a_preview_and_a_press_one_record(open_page):
    page = open_page()
    ask(page, "")
    before = records(page)
    field = page.locator(".questions .field").first
    name = field.locator("input").first.get_attribute("name")
    field.locator("input[value='いいえ']").check()
    page.locator(f".known [name='{name}'][value='いいえ']").wait_for(state="attached")
    assert page.locator("#outcome .record").inner_text() == "記録していません"
    assert page.locator("#outcome [data-copy]").count() == 0
    page.locator(f"button[name=remove][value='{name.removeprefix('fact:')}']").click()
    page.locator(f".known [name='{name}']").first.wait_for(state="detached")
    assert page.locator("#outcome a.record").count() == 0
    assert records(page) == before
    press(page)
    assert records(page) == before + 1


def test_without_scripts_each_press_is_recorded(open_page):
    page = open_page(scripts=False)
    before = records(page)
    ask(page, VIRUS)
    confirm(page)
    assert page.locator("#outcome a.record").count() == 1
    assert records(page) == before + 2


@BOTH
def test_a_refusal_does_not_rest_on_what_was_only_read(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    assert page.locator("#outcome .outcome").inner_text() != REFUSED
    # Neither deciding again nor sending the controls as they stand is a yes.
    page.locator("button.main").click()
    page.wait_for_load_state()
    page.locator("li:has(button[name=confirm][value='障害.起因']) summary").click()
    page.locator("li:has(button[name=confirm][value='障害.起因']) p.send button").click()
    page.wait_for_load_state()
    assert page.locator("#outcome .outcome").inner_text() != REFUSED
    confirm(page)
    assert page.locator("#outcome .outcome").inner_text() == REFUSED
    # Another text is another reading.
    page.locator("#text").fill("台風で壊れた。パソコンを復旧してほしい")
    page.locator("button.main").click()
    page.locator("button[name=confirm][value='障害.起因']").wait_for()
    assert page.locator("input[name=confirmed][value='障害.起因']").count() == 0


@BOTH
def test_a_chip_stands_over_the_very_words(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    said = page.locator(".said")
    assert any(chip.startswith("ランサムウェア") for chip in said.locator(".chip").all_inner_texts())
    # The words stand in their order, none lost.
    whole = page.evaluate("""() => { const p = document.querySelector('.said p').cloneNode(true);
        p.querySelectorAll('.reads').forEach(reads => reads.remove()); return p.textContent }""")
    assert whole == VIRUS


@BOTH
def test_a_fact_that_was_removed_stays_out(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    confirm(page)
    page.locator("button[name=remove][value='障害.起因']").click()
    page.locator("input[name=removed][value='障害.起因']").wait_for(state="attached")
    assert page.locator("#outcome .ground .cite").all_inner_texts() != ["第40条第1項第3号"]
    page.locator("button.main").click()
    page.wait_for_load_state()
    assert page.locator("input[name='found:障害.起因']").count() == 0


@BOTH
def test_a_corrected_fact_wins_over_the_words(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    confirm(page)
    row = page.locator("li:has(button[name=remove][value='依頼.作業'])")
    row.locator("summary").click()
    choice = row.locator("[name='fact:依頼.作業']")
    if choice.first.evaluate("e => e.tagName") == "SELECT":
        choice.select_option("使い方の問合せ")
    else:
        row.locator("[name='fact:依頼.作業'][value='使い方の問合せ']").check()
    if not scripts:
        row.locator("p.send button").click()
    page.locator("#outcome .ground .cite:text-is('第40条第1項第3号')").wait_for(state="detached")
    assert page.locator("#text").input_value() == VIRUS


@BOTH
def test_answers_lead_from_questions_to_fewer_outcomes(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, "")
    before = page.locator("#outcome .possible li").count()
    assert before > 1
    first = page.locator(".questions .field").first
    question = first.locator("legend, label").first.inner_text()
    first.locator("input[value='いいえ']").check()
    if not scripts:
        page.locator(".questions p.send button").click()
    if scripts:
        page.wait_for_function("question => !document.querySelector('.questions')?.textContent.includes(question)", arg=question)
    assert question not in (page.locator(".questions").inner_text() if page.locator(".questions").count() else "")
    assert page.locator("#outcome .possible li").count() < before


@BOTH
def test_what_is_not_known_is_asked_once(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, "")
    first = page.locator(".questions .field").first
    name = first.locator("input").first.get_attribute("name")
    fact = name.removeprefix("fact:")
    first.locator("input[value='?']").check()
    if not scripts:
        page.locator(".questions p.send button").click()
    page.locator(f"button[name=reopen][value='{fact}']").wait_for()
    assert page.locator(f".questions [name='{name}']").count() == 0
    page.locator(f"button[name=reopen][value='{fact}']").click()
    page.locator(f".questions [name='{name}']").first.wait_for()


def test_the_link_leads_to_the_same_answer(open_page):
    page = open_page()
    ask(page, VIRUS)
    confirm(page)
    press(page)
    outcome = page.locator("#outcome .outcome").inner_text()
    page.locator("#outcome .record").click()
    page.wait_for_url("**/records/*")
    assert page.locator(".panel .outcome").first.inner_text() == outcome


def test_the_reply_to_the_customer_is_copied(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(page, VIRUS)
    confirm(page)
    press(page)
    page.locator("button[data-copy^='#reply']").click()
    page.wait_for_function("() => document.getElementById('told').textContent !== ''")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "本サービスの適用外です" in copied and "第40条第1項第3号" in copied


def test_the_keyboard_is_enough(open_page):
    page = open_page()
    page.goto("/inquiry")
    page.keyboard.press("Alt+KeyT")
    page.keyboard.type(VIRUS)
    page.keyboard.press("Control+Enter")
    page.locator(".asked").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "text"
    take(page)
    # Every control is reached by Tab, and shows that it is.
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.className || document.activeElement.tagName"))
    assert {"decision", "day", "remove"} <= reached


def test_the_outcome_is_told_to_a_screen_reader(open_page):
    page = open_page()
    ask(page, VIRUS)
    confirm(page)
    page.wait_for_function("() => document.getElementById('told').textContent === '本サービスの適用外です'")


def test_what_a_customer_writes_is_text_only(open_page):
    page = open_page()
    hostile = "<script>alert(1)</script>{{t.product}}\"'&<img src=x onerror=alert(1)> ランサムウェアに感染した"
    ask(page, hostile)
    assert page.locator("#text").input_value() == hostile
    assert page.locator("main script, main img").count() == 0


def test_a_value_that_cannot_be_read_is_said_at_its_field(open_page):
    page = open_page(scripts=False)
    ask(page, "")
    token = page.locator("form.desk input[name=csrf]").get_attribute("value")
    reply = page.request.post(
        "/inquiry", form={"csrf": token, "text": "", "day": DAY, "time": "", "decision": "対象可否", "fact:端末.空き容量": "20ギカ"},
        headers={"Origin": page.url.removesuffix("/inquiry")})
    assert reply.status in (200, 422)
    assert "20ギカ" in reply.text() and 'role="alert"' in reply.text()


FIRST = "パソコンの設定をしてほしい"
NEXT = "メールの使い方を教えてほしい"


@BOTH
def test_the_next_callers_words_leave_nothing_of_the_last_ones_answers(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, FIRST)
    first = page.locator(".questions .field:has(input[value='いいえ'])").first
    name = first.locator("input").first.get_attribute("name")
    first.locator("input[value='いいえ']").check()
    if not scripts:
        page.locator(".questions p.send button").first.click()
    page.locator(f".known [name='{name}'][value='いいえ']").wait_for(state="attached")
    # More words of the same caller.
    page.locator("#text").fill(FIRST + "。急いでいる")
    page.locator("button.main").click()
    page.locator("input[name=said][value$='急いでいる']").wait_for(state="attached")
    assert page.locator(f".known [name='{name}'][value='いいえ']").count() == 1
    # Another caller's.
    page.locator("#text").fill(NEXT)
    page.locator("button.main").click()
    page.locator(f"input[name=said][value='{NEXT}']").wait_for(state="attached")
    assert page.locator(f".known [name='{name}']").count() == 0
    assert "1 件を外しました" in page.locator(".facts .fine").inner_text()
    # It was the same one after all.
    page.locator("button[name=restore]").click()
    page.locator(f".known [name='{name}'][value='いいえ']").wait_for(state="attached")
    assert page.locator("#text").input_value() == NEXT


@BOTH
def test_a_new_inquiry_starts_empty(open_page, scripts):
    page = open_page(scripts=scripts)
    ask(page, VIRUS)
    page.locator(".bar a.button").click()
    page.locator("#outcome.empty").wait_for()
    assert page.locator("#text").input_value() == ""
    assert page.locator(".known, .questions").count() == 0
    # Nor does the browser fill it in where the page is loaded again.
    page.locator("#text").fill(VIRUS)
    page.reload()
    assert page.locator("#text").input_value() == ""


def test_a_key_begins_a_new_inquiry(open_page):
    page = open_page()
    ask(page, VIRUS)
    page.keyboard.press("Alt+KeyI")
    page.locator("#outcome.empty").wait_for()
    assert page.locator("#text").input_value() == ""
