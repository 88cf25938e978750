// Says how many characters are left below a control that has a limit.
// It never stops anybody from typing: text is shortened most easily once all of it is there.

/** Around one control; its data-left and data-over are the words, with {number} in them. */
class DsCharacterCount extends HTMLElement {
  #events = ["input", "compositionend"];
  #segmenter = window.Intl?.Segmenter ? new Intl.Segmenter() : null;
  #shown = null;
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
    const left = Number(this.dataset.limit) - this.#count(this.querySelector("textarea, input").value);
    this.toggleAttribute("data-exceeded", left < 0);
    if (this.#isQuiet(left)) {
      this.#shown?.remove();
      return left;
    }
    if (!this.#shown) {
      // What is copied with its script's work done (a cached page) has the line already.
      this.#shown = this.querySelector(".ds-character-count__left") ?? document.createElement("p");
      this.#shown.className = "ds-character-count__left";
      // The live region says it: read here as well, it would be heard twice.
      this.#shown.setAttribute("aria-hidden", "true");
    }
    this.#shown.textContent = this.#words(left);
    if (!this.#shown.isConnected) this.querySelector("[role=status]").before(this.#shown);
    return left;
  }

  #say(left) {
    const step = this.#step(left);
    if (step === this.#heard) return;
    this.#heard = step;
    this.querySelector("[role=status]").textContent = this.#isQuiet(left) ? "" : this.#words(left);
  }

  /** Whether so little is written that nobody has to think of the limit. */
  #isQuiet(left) {
    const limit = Number(this.dataset.limit);
    return (limit - left) * 100 < limit * Number(this.dataset.threshold ?? 0);
  }

  #words(left) {
    const bytes = { shift_jis: 2, euc_jp: 2, utf_8: 3 }[this.dataset.encoding] ?? 1;
    const words = left < 0 ? this.dataset.over : this.dataset.left;
    return words.replace("{number}", left < 0 ? Math.ceil(-left / bytes) : Math.floor(left / bytes));
  }

  /** Tenths of the limit, then, from the last tenth on, each number: hearing all of them is noise. */
  #step(left) {
    if (this.#isQuiet(left)) return Infinity;
    const tenth = Math.ceil(Number(this.dataset.limit) / 10);
    return left < tenth ? left - tenth : Math.floor(left / tenth);
  }

  /** The rule of designsys.forms.counting, which says why. */
  #count(text) {
    const lines = text.split("\n").length - 1;
    switch (this.dataset.encoding) {
      case "utf_8":
        return new TextEncoder().encode(text).length + lines;
      case "shift_jis":
        return this.#doubled(text, /[\0-\x09\x0b-\x7f¥‾\uff61-\uff9f]/g);
      case "euc_jp":
        return this.#doubled(text, /[\0-\x09\x0b-\x7f¥‾]/g);
    }
    // Graphemes, what people see as one: 👨‍👩‍👧 is 8 to String.length, が written as か and ゛ is 2.
    // Firefox before 125 has no Segmenter; code points are the nearest to it.
    return this.#segmenter ? [...this.#segmenter.segment(text)].length : [...text].length;
  }

  #doubled(text, oneByte) {
    const letters = text.normalize("NFC").replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, "");
    return 2 * [...letters].length - (letters.match(oneByte) ?? []).length;
  }
}

if (!customElements.get("ds-character-count")) customElements.define("ds-character-count", DsCharacterCount);
