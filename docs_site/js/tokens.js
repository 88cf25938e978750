// Copies tokens: a format for the whole page, and a button a token in the place of its "code".
// Without this file, or where the clipboard is closed to pages, the code is there to be opened and selected.
const formats = document.querySelector("[data-formats]");
const said = formats?.querySelector("[data-said]");
const SHOWN = 4000; // ms that "copied" stays

function chosen() {
  return formats.querySelector("[aria-pressed=true]").value;
}

/** The code in the chosen format; where a token has none, the first that it has. */
function codeOf(take) {
  return take.querySelector(`[data-format="${chosen()}"]`) ?? take.querySelector("[data-format]");
}

function addButton(take) {
  const button = document.createElement("button");
  const name = document.createElement("span");
  button.type = "button";
  button.className = "docs-copy";
  name.className = "ds-visually-hidden";
  name.textContent = ` ${take.dataset.take}`;
  button.append(take.dataset.copy, name);
  button.addEventListener("click", () => copy(take, button));
  take.before(button);
  take.hidden = true;
}

async function copy(take, button) {
  const format = formats.querySelector(`[value="${codeOf(take).dataset.format}"]`).textContent;
  try {
    await navigator.clipboard.writeText(codeOf(take).textContent);
    said.textContent = `${take.dataset.copied} (${format})`;
    button.dataset.done = "";
  } catch {
    said.textContent = take.dataset.failed;
    take.hidden = false;
  }
  setTimeout(() => {
    said.textContent = "";
    delete button.dataset.done;
  }, SHOWN);
}

if (formats && navigator.clipboard) {
  formats.hidden = false;
  formats.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    for (const other of formats.querySelectorAll("button")) other.setAttribute("aria-pressed", other === pressed);
  });
  document.querySelectorAll("[data-take]").forEach(addButton);
}
