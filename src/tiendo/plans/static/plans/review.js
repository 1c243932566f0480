/* Keeps the document and the draft together: what is clicked on one side is shown on the other.
   Everything is a link without this file; here it only happens without leaving the place. */
"use strict";
(() => {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const leaves = document.querySelector(".leaves");
  const beside = () => leaves && getComputedStyle(leaves).overflowY === "auto";

  function show(card) {
    for (const old of document.querySelectorAll(".draft-on, .q-on[data-name]")) old.classList.remove("draft-on", "q-on");
    card.classList.add("draft-on");
    const marks = document.querySelectorAll(`.sheet [data-name="${card.id}"]`);
    for (const mark of marks) mark.classList.add("q-on");
    return marks[0] || document.getElementById(`dong-${card.dataset.line}`);
  }

  function scrollTo(place, smoothly) {
    const top = place.getBoundingClientRect().top - leaves.getBoundingClientRect().top;
    leaves.scrollBy({ top: top - leaves.clientHeight / 4, behavior: smoothly && !calm ? "smooth" : "auto" });
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".sheet a[data-name]");
    const card = mark ? document.getElementById(mark.dataset.name) : event.target.closest(".draft[data-line]");
    if (!card) return;
    const place = show(card);
    if (mark) {
      event.preventDefault();
      card.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      return;
    }
    if (!beside() || !place) return;
    const link = event.target.closest("a");
    if (link && !link.hash.startsWith("#dong-")) return;
    if (link) event.preventDefault();
    scrollTo(place, true);
  });

  // Words that are marked in the document are taken along to the form of a new item.
  document.getElementById("add-marked")?.addEventListener("click", (event) => {
    const marked = window.getSelection();
    const words = marked.toString().replace(/\s+/g, " ").trim();
    if (!words || !leaves || !leaves.contains(marked.anchorNode)) return;
    event.preventDefault();
    const url = new URL(event.currentTarget.href);
    url.searchParams.set("loi", words);
    location.assign(url);
  });

  const wanted = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const first = wanted && wanted.matches(".draft[data-line]") ? wanted : document.querySelector(".draft[data-line]");
  if (first) {
    const place = show(first);
    // The letters of the document come late and move its lines.
    if (place && beside()) document.fonts.ready.then(() => scrollTo(place, false));
  }
})();
