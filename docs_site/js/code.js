// Copies code: a button for each block, and for the examples' tabs. Where the clipboard is closed to pages there is none.
function addCopy(holder, words) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "docs-copy";
  button.textContent = words.copy;
  said.className = "docs-copy__said";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const code = [...holder.querySelectorAll("code")].find((one) => !one.closest("[hidden]"));
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = words.copied;
    } catch {
      said.textContent = words.failed;
    }
    setTimeout(() => (said.textContent = ""), 4000);
  });
  holder.prepend(said, button);
}

if (navigator.clipboard) {
  for (const block of document.querySelectorAll(".docs-block")) addCopy(block, block.dataset);
  for (const tabs of document.querySelectorAll("[data-tabs]")) addCopy(tabs, tabs.closest("docs-specimens").dataset);
}
