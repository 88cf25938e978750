// Says how many characters are left below a textarea that has a limit.
// It never stops anybody from typing: text is shortened most easily once all of it is there.

/** Around a textarea; its data-left and data-over are the words, with {number} in them. */
class DsCharacterCount extends HTMLElement {
  #events = ["input", "compositionend"];
  #segmenter = window.Intl?.Segmenter ? new Intl.Segmenter() : null;
  #timer = 0;
  #heard = 0;

  connectedCallback() {
    for (const type of this.#events) this.addEventListener(type, this);
    // Going back in the history, browsers put the old text in without an input event.
    window.addEventListener("pageshow", this);
    this.#heard = this.#step(this.#show());
  }

  disconnectedCallback() {
    for (const type of this.#events) this.removeEventListener(type, this);
    window.removeEventListener("pageshow", this);
    clearTimeout(this.#timer);
  }

  /** @param {InputEvent | CompositionEvent | PageTransitionEvent} event - whatever may have changed the text. */
  handleEvent(event) {
    // Unconverted kana are not yet the text: みどり becomes 緑, three characters one.
    if (event.isComposing) return;
    const left = this.#show();
    clearTimeout(this.#timer);
    // Said in a pause, or it would be mixed into the echo of the keys.
    this.#timer = setTimeout(() => this.#say(left), 1000);
  }

  #show() {
    const left = Number(this.dataset.limit) - this.#count(this.querySelector("textarea").value);
    this.querySelector(".ds-textarea__left").textContent = this.#words(left);
    this.toggleAttribute("data-exceeded", left < 0);
    return left;
  }

  #say(left) {
    const step = this.#step(left);
    if (step === this.#heard) return;
    this.#heard = step;
    this.querySelector("[role=status]").textContent = this.#words(left);
  }

  #words(left) {
    const words = left < 0 ? this.dataset.over : this.dataset.left;
    return words.replace("{number}", Math.abs(left));
  }

  /** Tenths of the limit, then, from the last tenth on, each number: hearing all of them is noise. */
  #step(left) {
    const tenth = Math.ceil(Number(this.dataset.limit) / 10);
    return left < tenth ? left - tenth : Math.floor(left / tenth);
  }

  #count(text) {
    // Graphemes, what people see as one: 👨‍👩‍👧 is 8 to String.length, が written as か and ゛ is 2.
    // Firefox before 125 has no Segmenter; code points are the nearest to it.
    return this.#segmenter ? [...this.#segmenter.segment(text)].length : [...text].length;
  }
}

if (!customElements.get("ds-character-count")) customElements.define("ds-character-count", DsCharacterCount);
