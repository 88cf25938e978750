// Keeps "none of these" and the other answers apart.
// Without it both can be ticked and sent; the server has to ask again.

/** Around checkboxes; its data-exclusive has the ids of those that stand alone. */
class DsCheckboxes extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
  }

  /** @param {Event} event - a box of this group, or a control in what a choice reveals. */
  handleEvent(event) {
    const ticked = event.target;
    if (!ticked.matches(".ds-choice__input") || !ticked.checked) return;
    for (const box of this.querySelectorAll(".ds-choice__input:checked")) {
      // What a choice reveals may have boxes of its own: they have another name.
      if (box === ticked || box.name !== ticked.name) continue;
      if (!this.#isExclusive(ticked) && !this.#isExclusive(box)) continue;
      box.checked = false;
      // A tick taken away by script fires nothing, and what the box revealed would stay.
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  #isExclusive(box) {
    return this.dataset.exclusive.split(" ").includes(box.id);
  }
}

if (!customElements.get("ds-checkboxes")) customElements.define("ds-checkboxes", DsCheckboxes);
