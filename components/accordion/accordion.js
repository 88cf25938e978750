/* Adds one button that opens or closes all items, and opens them for printing. Opening a single
   item, finding words in closed ones and keyboard use are the browser's own (<details>). */
class DsAccordion extends HTMLElement {
  connectedCallback() {
    this.addEventListener("toggle", this, true); // "toggle" does not bubble
    window.addEventListener("beforeprint", this);
    window.addEventListener("afterprint", this);
    if (this.items().length < 2) return;
    // A page restored from a cache (Turbo, htmx) comes with the button already in it.
    this.button = this.querySelector(":scope > .ds-accordion__all") ?? this.makeButton();
    this.button.addEventListener("click", this);
    this.update();
  }

  disconnectedCallback() {
    this.removeEventListener("toggle", this, true);
    window.removeEventListener("beforeprint", this);
    window.removeEventListener("afterprint", this);
    this.button?.removeEventListener("click", this);
  }

  handleEvent(event) {
    if (event.type === "click") this.setAll(!this.allOpen());
    else if (event.type === "beforeprint") {
      this.opened = this.items().filter((item) => !item.open);
      this.setAll(true);
    } else if (event.type === "afterprint") {
      for (const item of this.opened ?? []) item.open = false;
    }
    this.update();
  }

  items() {
    return [...this.querySelectorAll(":scope > .ds-accordion__item")];
  }

  allOpen() {
    return this.items().every((item) => item.open);
  }

  setAll(open) {
    for (const item of this.items()) item.open = open;
  }

  makeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-accordion__all";
    this.prepend(button);
    return button;
  }

  update() {
    if (this.button) this.button.textContent = this.allOpen() ? this.dataset.close : this.dataset.open;
  }
}

if (!customElements.get("ds-accordion")) customElements.define("ds-accordion", DsAccordion);
