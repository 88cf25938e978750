// Puts a town's colours on the living form of the front page. Without it the form has the first town's, and the towns are a list.
const towns = document.querySelector("[data-towns]");

if (towns) {
  const themed = document.querySelector("[data-themed]");
  const name = document.querySelector("[data-town-name]");
  document.querySelector("[data-towns-list]").hidden = true;
  towns.hidden = false;
  towns.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    themed.dataset.dsTheme = button.value;
    name.textContent = button.textContent;
    for (const other of towns.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
  });
}
