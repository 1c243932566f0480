/* Keeps the document and the draft together: what is clicked on one side is shown on the other, and the
   keyboard steps from one doubtful item to the next.
   Everything is a link without this file; here it only happens without leaving the place. */
"use strict";
(() => {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const doc = document.getElementById("doc");
  const leaves = () => doc.querySelector(".leaves");
  const picture = () => doc.querySelector(".page-picture");
  const beside = () => leaves() && getComputedStyle(leaves()).overflowY === "auto";
  let current = null;

  function show(card) {
    for (const old of document.querySelectorAll(".draft-on, .q-on[data-name]")) old.classList.remove("draft-on", "q-on");
    card.classList.add("draft-on");
    current = card;
    const marks = doc.querySelectorAll(`[data-name~="${card.id}"]`);
    for (const mark of marks) mark.classList.add("q-on");
    return marks[0] || document.getElementById(`dong-${card.dataset.line}`);
  }

  function scrollTo(place, smoothly) {
    if (!place || !beside()) return;
    const top = place.getBoundingClientRect().top - leaves().getBoundingClientRect().top;
    leaves().scrollBy({ top: top - leaves().clientHeight / 4, behavior: smoothly && !calm ? "smooth" : "auto" });
  }

  // The page on which the item stands is fetched when another one lies open.
  function open(card, smoothly) {
    const place = show(card);
    const page = card.dataset.page;
    if (!picture() || !page || picture().dataset.page === page) return scrollTo(place, smoothly);
    const url = new URL(card.querySelector("[data-open]").href);
    url.hash = "";
    for (const name of ["co", "xoay"]) {
      const kept = new URLSearchParams(location.search).get(name);
      if (kept) url.searchParams.set(name, kept);
    }
    window.htmx.ajax("GET", url.pathname + url.search, { target: "#doc", swap: "innerHTML" });
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== doc || !current) return;
    const place = show(current);
    const image = picture()?.querySelector("img");
    if (!image || image.complete) scrollTo(place, false);
    else image.addEventListener("load", () => scrollTo(place, false), { once: true });
  });

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("#doc a[data-name]");
    const named = mark ? mark.dataset.name.split(" ").map((name) => document.getElementById(name)) : [];
    const card = mark ? named.find(Boolean) : event.target.closest(".draft[data-line]");
    if (!card) return;
    if (mark) {
      event.preventDefault();
      show(card);
      card.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      return;
    }
    const link = event.target.closest("a");
    if (link && !link.hasAttribute("data-open") && !link.hash.startsWith("#dong-")) return;
    if (!beside()) return;
    if (link) event.preventDefault();
    open(card, true);
  });

  // Alt with an arrow steps to the next doubtful item, or to the one before.
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    if (event.target.closest("select")) return;
    const asking = [...document.querySelectorAll(".draft[data-asks]")];
    const down = event.key === "ArrowDown";
    const from = document.activeElement?.closest(".draft") || current;
    const follows = (card) => from.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING;
    const left = from ? asking.filter((card) => card !== from && Boolean(follows(card)) === down) : asking;
    const next = down ? left[0] : left[left.length - 1];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    open(next, true);
  });
  document.getElementById("keys")?.removeAttribute("hidden");

  // Words that are marked in the document are taken along to the form of a new item.
  doc?.addEventListener("click", (event) => {
    const link = event.target.closest("#add-marked");
    if (!link) return;
    const marked = window.getSelection();
    const words = marked.toString().replace(/\s+/g, " ").trim();
    if (!words || !doc.contains(marked.anchorNode)) return;
    event.preventDefault();
    const url = new URL(link.href);
    url.searchParams.set("loi", words);
    location.assign(url);
  });

  const wanted = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const first = wanted && wanted.matches(".draft[data-line]") ? wanted : document.querySelector(".draft[data-line]");
  if (first && doc) {
    const place = show(first);
    // The letters of the document come late and move its lines.
    document.fonts.ready.then(() => scrollTo(place, false));
  }
})();
