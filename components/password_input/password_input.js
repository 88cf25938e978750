// Adds a button that shows what was typed as a password, and says so. Without it the box is the browser's own.

/** Around a password input and a live region; data-show, -hide, -shown and -hidden are the words. */
class DsPasswordInput extends HTMLElement {
  #form = null;

  connectedCallback() {
    this.input = this.querySelector("input");
    // A page restored from a cache (Turbo, htmx) comes with the button already in it.
    this.button = this.querySelector(":scope > .ds-password-input__toggle") ?? this.#makeButton();
    this.button.disabled = this.input.disabled;
    this.button.addEventListener("click", this);
    this.#form = this.input.form;
    this.#form?.addEventListener("submit", this);
    // Going back in the history, nobody expects to find the password in plain sight.
    window.addEventListener("pageshow", this);
    this.#show(false);
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this);
    this.#form?.removeEventListener("submit", this);
    window.removeEventListener("pageshow", this);
  }

  /** @param {Event} event - a click on the button; or a submit, after which browsers keep plain text as a suggestion. */
  handleEvent(event) {
    if (event.type !== "click") {
      this.#show(false);
      return;
    }
    const shown = this.input.type === "password";
    this.#show(shown);
    this.querySelector("[role=status]").textContent = shown ? this.dataset.shown : this.dataset.hidden;
  }

  #makeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-password-input__toggle";
    button.setAttribute("aria-controls", this.input.id);
    this.input.after(button);
    return button;
  }

  #show(shown) {
    this.input.type = shown ? "text" : "password";
    this.button.textContent = shown ? this.dataset.hide : this.dataset.show;
  }
}

if (!customElements.get("ds-password-input")) customElements.define("ds-password-input", DsPasswordInput);
