// What was typed in a form stays on this machine until the server has it, network or not.
// A form takes part by `data-keep`; nothing here is needed for it to work.
"use strict";

(() => {
  const script = document.currentScript;
  const user = script.dataset.user;
  const PREFIX = "tiendo-kept:";
  const LONGEST = 30 * 24 * 3600 * 1000;
  const BOOKS = ["version", "key", "shown"]; // what the form showed: lets the server tell who changed what
  const SKIPPED = new Set(["csrfmiddlewaretoken", "person", "typed_at", "source", "do", ...BOOKS]);
  if (!user) return;

  const placeOf = (path) => `${PREFIX}${user}:${path}`;
  const here = location.pathname + location.search;

  function read(place) {
    try {
      return JSON.parse(localStorage.getItem(place));
    } catch {
      return null;
    }
  }

  function write(place, kept) {
    try {
      localStorage.setItem(place, JSON.stringify(kept));
      return true;
    } catch {
      return false; // full, or forbidden by the browser
    }
  }

  function forget(place) {
    try {
      localStorage.removeItem(place);
    } catch {
      // nothing was kept then
    }
  }

  function each(work) {
    try {
      Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).forEach(work);
    } catch {
      // a browser that keeps nothing
    }
  }

  each((place) => {
    const kept = read(place);
    if (!kept || Date.now() - Date.parse(kept.at) > LONGEST) forget(place);
  });

  const hour = (at) => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  const form = document.querySelector("form[data-keep]");

  if (!form) {
    // The page one comes to after a form was sent.
    const from = document.referrer && new URL(document.referrer);
    if (!from || from.origin !== location.origin || document.querySelector(".error-summary")) return;
    const place = placeOf(from.pathname + from.search);
    if (read(place)?.sending) forget(place);
    return;
  }

  const place = placeOf(here);
  const words = form.dataset;
  const note = document.createElement("div");
  note.className = "note note-warn kept-note";
  note.setAttribute("role", "status");
  note.hidden = true;
  form.prepend(note);

  function say(text, button) {
    note.replaceChildren(document.createTextNode(text));
    if (button) note.append(" ", button);
    note.hidden = false;
  }

  const typed = () => [...form.elements].filter((box) => box.name && !SKIPPED.has(box.name) && !["file", "submit", "button"].includes(box.type));

  function fields() {
    const found = {};
    for (const box of typed()) {
      if (box.type === "radio" || box.type === "checkbox") {
        found[box.name] ??= [];
        if (box.checked) found[box.name].push(box.value);
      } else {
        found[box.name] = [box.value];
      }
    }
    return found;
  }

  function fill(found) {
    for (const box of typed()) {
      const values = found[box.name];
      if (!values) continue;
      if (box.type === "radio" || box.type === "checkbox") box.checked = values.includes(box.value);
      else box.value = values[0] ?? "";
    }
  }

  const hidden = (name) => form.querySelector(`input[type="hidden"][name="${name}"]`);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const lines = (found) => Object.fromEntries(Object.entries(found).map(([name, values]) => [name, values.map((value) => value.replaceAll("\r\n", "\n").trim())]));

  function keep(more = {}) {
    const books = Object.fromEntries(BOOKS.map((name) => [name, hidden(name)?.value]));
    const before = read(place);
    const { pending, offline } = before ?? {};
    const kept = { at: new Date().toISOString(), fields: fields(), books, pending, offline, ...more };
    return write(place, kept) ? kept : null;
  }

  function stamp(at) {
    for (const [name, value] of [["typed_at", at], ["source", "offline"]]) {
      let box = hidden(name);
      if (!box) {
        box = document.createElement("input");
        box.type = "hidden";
        box.name = name;
        form.append(box);
      }
      box.value = value;
    }
  }

  function restore() {
    const kept = read(place);
    if (!kept) return;
    const taken = document.querySelector(".toasts .note-ok") || same(lines(kept.fields), lines(fields()));
    if (kept.sending && taken && !document.querySelector(".error-summary")) {
      forget(place);
      return;
    }
    if (!same(lines(kept.fields), lines(fields()))) {
      fill(kept.fields);
      for (const [name, value] of Object.entries(kept.books)) if (value && hidden(name)) hidden(name).value = value;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "btn btn-sm";
      drop.textContent = words.discard;
      drop.addEventListener("click", () => {
        forget(place);
        location.reload();
      });
      say(words.restored.replace("{hour}", hour(kept.at)), drop);
    }
    write(place, { ...kept, sending: false });
  }

  async function reached() {
    if (!navigator.onLine) return false;
    try {
      const answer = await fetch(script.src, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(8000) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  let letGo = false;

  function send(submitter) {
    letGo = true;
    form.requestSubmit(submitter ?? undefined);
  }

  form.addEventListener("submit", async (event) => {
    if (letGo) {
      keep({ sending: true, pending: undefined });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    if (await reached()) {
      const kept = read(place);
      if (kept?.offline) stamp(kept.at);
      send(submitter);
      return;
    }
    const kept = keep({ pending: submitter?.value || "send", offline: true });
    const files = [...form.elements].some((box) => box.type === "file" && box.files.length);
    say(kept ? words.waiting.replace("{hour}", hour(kept.at)) + (files ? ` ${words.files}` : "") : words.full);
    note.scrollIntoView({ block: "nearest" });
  }, true);

  async function again() {
    const kept = read(place);
    if (!kept?.pending || letGo || !(await reached())) return;
    stamp(kept.at);
    const button = [...form.querySelectorAll("button")].find((each) => each.value === kept.pending);
    send(button ?? form.querySelector("button.btn-primary"));
  }

  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => letGo || keep(navigator.onLine ? {} : { offline: true }), 300);
  });
  addEventListener("pagehide", () => {
    if (timer && !letGo && !same(lines(fields()), lines(read(place)?.fields ?? {})) && read(place)) keep();
  });
  form.addEventListener("htmx:sendError", () => {
    if (letGo) return; // cut off because the page is being left
    const kept = keep({ offline: true });
    say(kept ? words.stays.replace("{hour}", hour(kept.at)) : words.full);
  });
  form.addEventListener("htmx:configRequest", (event) => {
    const kept = read(place);
    if (kept?.offline) Object.assign(event.detail.parameters, { typed_at: kept.at, source: "offline" });
  });
  document.addEventListener("htmx:afterSwap", () => {
    if (document.querySelector("#saved[data-whole]") && !read(place)?.pending) {
      forget(place);
      if (navigator.onLine) note.hidden = true;
    }
  });
  addEventListener("online", () => {
    if (read(place)?.pending) again();
    else if (read(place)) form.dispatchEvent(new Event("change", { bubbles: true }));
  });
  setInterval(again, 15000);
  restore();
  again();
})();
