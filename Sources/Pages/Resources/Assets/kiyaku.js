// Everything works without this file. It spares reloads, copies texts, and gives keys.
"use strict";

const told = document.getElementById("told");

function tell(text) {
  told.textContent = "";
  setTimeout(() => { told.textContent = text; }, 50);
}

// What is hidden while there are no scripts.
function reveal(root) {
  for (const button of root.querySelectorAll("button[data-copy], button[data-line]")) button.hidden = false;
}

// ── A part of the page replaced by the same part of a newer page ─────────────

/** What must not be lost when a part is replaced: where the focus is, what is being typed, which folds are open, how far regions are scrolled. */
function keep(part) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const typed = focused && focused.matches("input:not([type=radio], [type=checkbox], [type=hidden], [readonly]), textarea:not([readonly])");
  return {
    focus: focused && focused.id,
    name: focused && focused.name,
    value: typed ? focused.value : null,
    // Where a question is answered and leaves, the next one takes its place under the same id.
    field: focused && focused.closest(".field")?.id,
    folds: [...part.querySelectorAll("details[id]")].map((fold) => [fold.id, fold.open]),
  };
}

function restore(part, kept) {
  for (const [id, open] of kept.folds) {
    const fold = document.getElementById(id);
    if (fold) fold.open = open;
  }
  if (!kept.focus && !kept.field) return;
  const same = kept.focus && document.getElementById(kept.focus);
  const field = kept.field && document.getElementById(kept.field);
  const target = same || field?.querySelector("input:checked, input, select, textarea") || part.querySelector("[tabindex='-1']");
  if (!target) return;
  if (kept.value !== null && same && same.name === kept.name) same.value = kept.value;
  target.focus({ preventScroll: true });
}

function replace(id, page) {
  const part = document.getElementById(id);
  const newer = page.getElementById(id);
  if (!part || !newer) return false;
  const before = part.querySelector("[data-told]")?.textContent;
  const kept = keep(part);
  part.replaceWith(document.adoptNode(newer));
  reveal(newer);
  restore(newer, kept);
  const after = newer.querySelector("[data-told]")?.textContent;
  if (after && after !== before) tell(after);
  return true;
}

const parser = new DOMParser();

async function fetchPage(address, options) {
  const reply = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" }, ...options });
  const page = parser.parseFromString(await reply.text(), "text/html");
  return { reply, page };
}

// ── Forms that answer in place: <form data-live="ID"> ────────────────────────

const underway = new WeakMap();
const sent = new WeakMap();

/** What the form says, to know whether it says something else than before. */
function says(form) {
  return new URLSearchParams(new FormData(form)).toString();
}

/** A control was changed, or a button of a small correction pressed: nobody has asked for the answer yet, so it is shown and not recorded. */
function isPreview(form, submitter) {
  return form.method === "post" && (submitter === undefined || Boolean(submitter?.name));
}

/** Without a submitter a control was changed; null is a press of the keyboard. */
async function send(form, submitter) {
  underway.get(form)?.abort();
  const control = new AbortController();
  underway.set(form, control);
  const data = new FormData(form, submitter);
  if (isPreview(form, submitter)) data.append("preview", "yes");
  const query = form.method === "get";
  const address = new URL(form.getAttribute("action"), location.href);
  if (query) address.search = new URLSearchParams(data).toString();
  const part = document.getElementById(form.dataset.live);
  part.setAttribute("aria-busy", "true");
  try {
    const { reply, page } = await fetchPage(address, query ? { signal: control.signal } : { method: "POST", body: new URLSearchParams(data), signal: control.signal });
    if (reply.status === 429) {
      // Too many at a time: what is there stays, and goes again when it may.
      tell(page.querySelector(".fault")?.textContent ?? "");
      waiting = setTimeout(() => send(form, submitter), 1000 * (Number(reply.headers.get("Retry-After")) || 5));
      return;
    }
    if (!replace(form.dataset.live, page)) {
      // Signed out, or a problem: show what the server says.
      if (reply.redirected) location.assign(reply.url);
      else document.documentElement.replaceWith(document.adoptNode(page.documentElement));
      return;
    }
    if (query) history.replaceState(null, "", address);
    sent.set(form, says(form));
  } catch (error) {
    if (error.name === "AbortError") return;
    form.removeAttribute("data-live");
    // What was no press is none without the script either.
    if (isPreview(form, submitter)) form.insertAdjacentHTML("beforeend", '<input type="hidden" name="preview" value="yes">');
    submitter ? form.requestSubmit(submitter) : form.submit();
  } finally {
    if (underway.get(form) === control) underway.delete(form);
    document.getElementById(form.dataset.live)?.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.live) return;
  event.preventDefault();
  clearTimeout(waiting);
  send(form, event.submitter);
});

// Arrow keys pass by choices on their way, and of several boxes more than one may be meant: wait a little for those.
let waiting;
let arrow = 0;
document.addEventListener("keydown", (event) => {
  if (event.key.startsWith("Arrow")) arrow = event.timeStamp;
});
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form?.dataset.live || form.classList.contains("bench")) return;
  const several = event.target.type === "checkbox";
  const passing = event.timeStamp - arrow < 200;
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (says(form) !== sent.get(form)) send(form); }, several ? 1200 : passing ? 900 : 0);
});

// ── Work that goes on: data-poll="milliseconds" ──────────────────────────────

/** Where the page cannot be had, it waits longer each time, up to a minute. */
function poll(wait = 0) {
  const part = document.querySelector("[data-poll]");
  if (!part) return;
  const pause = Math.min(Math.max(wait, Number(part.dataset.poll)), 60_000);
  setTimeout(async () => {
    try {
      const { page } = await fetchPage(location.href);
      // Signed out, or a problem: show what the server says.
      if (!replace(part.id, page)) return location.reload();
      poll();
    } catch {
      poll(pause * 2);
    }
  }, pause);
}

// ── Copying, places in a text, keys ──────────────────────────────────────────

async function copy(button) {
  const from = document.querySelector(button.dataset.copy);
  const text = from.value ?? from.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https the clipboard has only the old way.
    from.closest("details")?.setAttribute("open", "");
    from.select();
    document.execCommand("copy");
    button.focus();
  }
  tell(told.dataset.copied);
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}

function place(button) {
  const area = document.getElementById(button.dataset.in);
  const lines = area.value.split("\n").slice(0, Number(button.dataset.line) - 1);
  const at = lines.reduce((sum, line) => sum + line.length + 1, 0) + Number(button.dataset.column) - 1;
  area.focus();
  area.setSelectionRange(at, at);
  area.scrollTop = Math.max(0, lines.length - 4) * parseFloat(getComputedStyle(area).lineHeight);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(button);
  if (button?.dataset.line) place(button);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.code.replace("Key", "").toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("a, button")) target.click();
  else if (target.matches("h2")) (target.parentElement.querySelector("input, select, textarea") ?? target).focus();
  else target.focus();
});

// A fold that a link leads into opens.
function open() {
  const fold = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
  if (fold) fold.open = true;
}
addEventListener("hashchange", open);

reveal(document);
open();
poll();
