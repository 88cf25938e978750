// Brings a person from "something is wrong" to the control to mend.
// Without it the links still jump, since every one is a plain link within the page.

/** The summary on top of a form that was sent back; it takes focus once, when it arrives. */
class DsErrorSummary extends HTMLElement {
  #arrived = false;

  connectedCallback() {
    this.addEventListener("click", this);
    // An element that is moved within the page connects again; taking focus twice would interrupt typing.
    if (this.#arrived) return;
    this.#arrived = true;
    // Focus has it read out in full. It is not an alert besides: NVDA and JAWS would read it twice.
    this.focus();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {MouseEvent} event - a click, also by Enter on a link. */
  handleEvent(event) {
    const link = event.target.closest("a");
    // With a modifier key the person wants a new tab, not this control.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const control = this.#controlOf(link.getAttribute("href") ?? "");
    if (!control) return;
    event.preventDefault();
    // The question first: on a phone, a control scrolled to the top hides what it asks.
    this.#questionOf(control).scrollIntoView();
    control.focus({ preventScroll: true });
  }

  #controlOf(href) {
    // The attribute, not link.hash: that one is percent-encoded, and ids may be Japanese.
    const target = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
    // What a choice reveals, once it no longer counts, is disabled and cannot take focus.
    const controls = ":is(input:not([type=hidden]), select, textarea, button):not(:disabled)";
    return !target || target.matches(controls) ? target : target.querySelector(controls) ?? target;
  }

  #questionOf(control) {
    const legend = control.closest("fieldset:has(> legend)")?.querySelector("legend");
    const question = legend ?? control.labels?.[0] ?? control;
    const distance = control.getBoundingClientRect().bottom - question.getBoundingClientRect().top;
    // In a long group the legend would push the control itself out of the lower edge.
    return distance < window.innerHeight / 2 ? question : control.labels?.[0] ?? control;
  }
}

if (!customElements.get("ds-error-summary")) customElements.define("ds-error-summary", DsErrorSummary);
