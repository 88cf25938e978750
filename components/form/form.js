// Sends a form once where a hand that trembles clicks twice.
// It is the one-time key on the server that keeps two applications apart; this only saves a round trip.

/** Beside the key of the form that it guards. */
class DsOneTimeKey extends HTMLElement {
  #form = null;
  #button = null;
  #timer = 0;

  connectedCallback() {
    this.#form = this.closest("form");
    this.#form?.addEventListener("submit", this);
    // After Back the page is as it was left, with a click that still counts as the last one.
    window.addEventListener("pageshow", this);
  }

  disconnectedCallback() {
    this.#form?.removeEventListener("submit", this);
    window.removeEventListener("pageshow", this);
    this.#forget();
  }

  /** @param {SubmitEvent | PageTransitionEvent} event - a form about to be sent, or the page shown again. */
  handleEvent(event) {
    if (event.type === "pageshow") {
      this.#forget();
      return;
    }
    // A script of the service's own sends it, and knows when it may be sent again.
    if (event.defaultPrevented) return;
    if (this.#timer && event.submitter === this.#button) {
      event.preventDefault();
      return;
    }
    // The button stays as it is: a disabled one loses focus, and after a lost connection nobody could try again.
    clearTimeout(this.#timer);
    this.#button = event.submitter;
    this.#timer = setTimeout(() => this.#forget(), 2000);
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}

if (!customElements.get("ds-one-time-key")) customElements.define("ds-one-time-key", DsOneTimeKey);
