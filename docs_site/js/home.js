// Puts a town's colours on the living form of the front page.
const themes = document.querySelector("[data-docs-themes]");
const themed = document.querySelector("[data-docs-themed]");

if (themes && themed) {
  themes.hidden = false;
  themes.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    themed.dataset.dsTheme = button.value;
    for (const other of themes.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
  });
}
