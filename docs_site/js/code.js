// Gives each block of code a button that copies it. Where the clipboard is closed to pages there is no button.
function addCopy(block, words) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "docs-copy";
  button.textContent = words.copy;
  said.className = "docs-copy__said";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      said.textContent = words.copied;
    } catch {
      said.textContent = words.failed;
    }
    setTimeout(() => (said.textContent = ""), 4000);
  });
  block.append(said, button);
}

if (navigator.clipboard) {
  for (const block of document.querySelectorAll(".docs-block")) addCopy(block, block.dataset);
  for (const list of document.querySelectorAll("docs-specimens")) {
    for (const panel of list.querySelectorAll(".docs-tabs__panel")) addCopy(panel, list.dataset);
  }
}
