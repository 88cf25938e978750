// Shows what belongs to a choice only while it is chosen, and the state between ticked and not.
// Without it that part is always there, and a box in between is one that is not ticked.

/** Around a choice with more to answer (a fieldset), or with a checkbox that is ticked in part. */
class DsChoice extends HTMLElement {
  #root = null;

  connectedCallback() {
    // No event tells a radio that another one took its place, so the whole page is listened to.
    this.#root = this.getRootNode();
    this.#root.addEventListener("change", this);
    this.#root.addEventListener("reset", this);
    // Going back in the history, browsers restore what was chosen without a change event.
    window.addEventListener("pageshow", this);
    const input = this.#input;
    // HTML has no attribute for it. Taken away, or an element that is moved would be in between again.
    if (input.hasAttribute("data-indeterminate")) input.indeterminate = true;
    input.removeAttribute("data-indeterminate");
    this.#show();
  }

  disconnectedCallback() {
    this.#root.removeEventListener("change", this);
    this.#root.removeEventListener("reset", this);
    window.removeEventListener("pageshow", this);
  }

  /** @param {Event} event - a change, a form's reset, or the page shown again. */
  handleEvent(event) {
    // The controls are put back only after this event.
    if (event.type === "reset") setTimeout(() => this.#show());
    else this.#show();
  }

  get #input() {
    return this.querySelector("input");
  }

  #show() {
    const content = this.querySelector(":scope > fieldset");
    if (!content) return;
    // What nobody sees is not sent either: an answer to a question that no longer counts (HTML § 4.10.15).
    content.hidden = !this.#input.checked;
    // Going back, Chrome gives a text its old value only while it is not disabled; pageshow comes after that.
    content.disabled = content.hidden && document.readyState === "complete";
  }
}

if (!customElements.get("ds-choice")) customElements.define("ds-choice", DsChoice);
