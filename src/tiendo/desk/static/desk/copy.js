/* Shows the buttons that copy a box. Without this file the box is selected and copied by hand. */
"use strict";
for (const button of document.querySelectorAll("button[data-of]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.of);
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      document.execCommand("copy"); // an address without TLS has no clipboard
    }
    button.querySelector("span").textContent = button.dataset.done;
  });
}
