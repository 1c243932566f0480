/* "/" leads into the search box at the top. Without this file one gets there by the tab key or a tap. */
"use strict";
const typed = "input, textarea, select, [contenteditable]";
document.addEventListener("keydown", (event) => {
  const box = document.querySelector(".topbar input[type=search]");
  const held = event.ctrlKey || event.altKey || event.metaKey;
  if (event.key === "/" && !held && box?.offsetParent && !event.target.closest(typed)) {
    event.preventDefault();
    box.focus();
  }
});
