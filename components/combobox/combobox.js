// Finds a choice among very many by typing part of it: in kanji, in kana or in romaji.
// What is sent stays the select's (or the input's) own; text that is no choice goes along as it was typed.

// The syllables of U+3041 to U+3094 in Kunrei spelling; an x stands before the small ones.
const SYLLABLES = ("xa a xi i xu u xe e xo o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo "
  + "ta da ti zi xtu tu zu te de to do na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo "
  + "xya ya xyu yu xyo yo ra ri ru re ro wa wa i e o n vu").split(" ");
const HEPBURN = { si: "shi", ti: "chi", tu: "tsu", hu: "fu", zi: "ji" };
const OWN = ["focusin", "input", "keydown", "mousedown", "click", "focusout", "scroll"];
const PAGE = ["pageshow", "reset"];
const ROWS_AT_ONCE = 50;
const PAUSE = 700;

/** One spelling for full and half width, hiragana and katakana, capitals, blanks and hyphens. */
const plain = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/[\u30a1-\u30f4]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  .replace(/[\s'’\-\u2010-\u2015\u30fb]/g, "");

/** Long vowels and double consonants are written in many ways (Tōkyō, Tokyo, Toukyou): here in one. */
const short = (romaji) => romaji.normalize("NFD").replace(/[\u0300-\u036f\u30fc]/g, "")
  .replace(/tch/g, "ch").replace(/ou/g, "o").replace(/(.)\1+/g, "$1");

/** The spellings that people type for kana: Kunrei, Hepburn, and Hepburn with m before b, m and p. */
const romaji = (kana) => {
  const syllables = [...kana].map((letter) => SYLLABLES[letter.charCodeAt(0) - 0x3041] ?? letter);
  const join = (parts) => parts.join("").replaceAll("xtu", "")
    .replace(/(sh|ch|j)ixy/g, "$1").replaceAll("ixy", "y").replace(/[aiueo]x([aiueo])/g, "$1");
  const kunrei = short(join(syllables));
  const hepburn = short(join(syllables.map((part) => HEPBURN[part] ?? part)));
  return [kunrei, hepburn, hepburn.replace(/n(?=[bmp])/g, "m")];
};

const nearEnd = ({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight * 2 > scrollHeight;

class DsCombobox extends HTMLElement {
  #choices = null;
  #matches = [];
  #active = -1;
  #timer = 0;

  connectedCallback() {
    this.source = this.querySelector("select, datalist");
    this.strict = this.source.localName === "select";
    this.list = this.querySelector("[role=listbox]");
    this.none = this.querySelector(".ds-combobox__none");
    this.status = this.querySelector("[role=status]");
    // A page restored from a cache (Turbo, htmx) comes with the input already made.
    this.input = this.querySelector(".ds-combobox__input") ?? this.#make();
    this.input.removeAttribute("list");
    if (!this.input.autocomplete) this.input.autocomplete = "off";
    Object.assign(this.input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    this.input.setAttribute("aria-controls", this.list.id);
    for (const type of OWN) this.addEventListener(type, this, true); // "scroll" does not bubble
    for (const type of PAGE) window.addEventListener(type, this);
  }

  disconnectedCallback() {
    for (const type of OWN) this.removeEventListener(type, this, true);
    for (const type of PAGE) window.removeEventListener(type, this);
    this.#close();
  }

  handleEvent(event) {
    if (event.type === "keydown") this.#press(event);
    else if (event.type === "input" && event.target === this.input) this.#type();
    // Spelling out thousands of choices takes as long as a key may: it is done before the first one.
    else if (event.type === "focusin") this.#all();
    else if (event.type === "click") this.#click(event);
    // Pressing in the list must not take the focus from the text.
    else if (event.type === "mousedown" && this.list.contains(event.target)) event.preventDefault();
    else if (event.type === "scroll" && nearEnd(this.list)) this.#grow(this.list.children.length + ROWS_AT_ONCE);
    else if (event.type === "focusout" && !this.contains(event.relatedTarget)) this.#leave();
    // Going back in the history, browsers put the choice back in after this element was made.
    else if (event.type === "pageshow" && this.source.value) this.#follow();
    else if (event.type === "reset" && this.strict && event.target === this.input.form) setTimeout(() => this.#follow());
  }

  #make() {
    this.input = document.createElement("input");
    this.input.className = "ds-field__control ds-combobox__input";
    // Label, hint, error and the links of an error summary lead to the control that people now use.
    for (const name of ["id", "required", "aria-invalid", "aria-describedby", "autocomplete", "data-width"]) {
      if (this.source.hasAttribute(name)) this.input.setAttribute(name, this.source.getAttribute(name));
      this.source.removeAttribute(name);
    }
    this.input.disabled = this.source.disabled;
    this.source.hidden = true;
    this.prepend(this.input);
    this.#follow();
    return this.input;
  }

  /** Shows what the select holds, or what came back from the server as it had been typed. */
  #follow() {
    const chosen = this.source.value === "" ? null : this.source.selectedOptions[0];
    this.input.value = chosen?.text ?? this.dataset.typed ?? "";
    this.#name();
  }

  /** Text that is no choice is sent under a name of its own; else nothing but the select's value is. */
  #name() {
    if (this.input.value.trim() && this.source.value === "") this.input.name = this.dataset.typedName;
    else this.input.removeAttribute("name");
  }

  #all() {
    this.#choices ??= [...this.source.options].filter((option) => option.value !== "").map((option) => {
      const words = [plain(option.text || option.value), plain(option.dataset.reading ?? "")];
      return { option, text: option.text || option.value, words, romaji: romaji(words[1] || words[0]) };
    });
    return this.#choices;
  }

  /** The choices that begin with the text, then those that hold it. */
  #find(text) {
    // The k of とうk is half of a syllable that is still being typed.
    const word = plain(text).replace(/([\u3041-\u3094])[a-z]{1,2}$/, "$1");
    const spelt = short(word);
    const holds = (test) => ({ words, romaji }) =>
      words.some((key) => test(key, word)) || (spelt !== "" && romaji.some((key) => test(key, spelt)));
    const first = this.#all().filter(holds((key, part) => key.startsWith(part)));
    const known = new Set(first);
    return first.concat(this.#all().filter((choice) => !known.has(choice) && holds((key, part) => key.includes(part))(choice)));
  }

  #press(event) {
    if (isComposing(event) || event.target !== this.input) return;
    const open = !this.list.hidden;
    const chosen = open ? this.#matches[this.#active] : null;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const down = event.key === "ArrowDown";
      if (event.altKey) down ? this.#open() : this.#close();
      else if (open) this.#mark(this.#active + (down ? 1 : this.#active < 0 ? 0 : -1));
      else if (this.#open() && this.#active < 0) this.#mark(down ? 0 : -1);
    } else if (event.key === "Enter" && open) {
      // The first Enter answers this question; only the next one sends the form.
      event.preventDefault();
      if (chosen) this.#choose(chosen);
      this.#close();
    } else if (event.key === "Escape" && (open || !this.none.hidden)) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Tab" && chosen) this.#choose(chosen);
    else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.#unmark();
  }

  #type() {
    const word = plain(this.input.value);
    if (this.strict) {
      const same = this.#all().filter((choice) => choice.words[0] === word);
      this.#select(same.find((choice) => choice.option.selected) ?? (same.length === 1 ? same[0] : null));
    }
    if (word) this.#show(this.#find(this.input.value));
    else this.#close();
  }

  #click(event) {
    const row = event.target.closest("[role=option]");
    if (row) this.#choose(this.#matches[[...this.list.children].indexOf(row)]);
    if (event.target === this.input && this.list.hidden) this.#open();
    else this.#close();
  }

  /** Takes whoever wrote とうきょうと or tokyoto to 東京都, where that is no other choice's name too. */
  #leave() {
    this.#close();
    if (!this.strict || !this.input.value.trim() || this.source.value !== "") return;
    const word = plain(this.input.value);
    const same = this.#find(word).filter(({ words, romaji }) => words[1] === word || romaji.includes(short(word)));
    if (same.length === 1) this.#choose(same[0]);
  }

  #choose(choice) {
    this.input.value = choice.text;
    if (this.strict) this.#select(choice);
    else this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #select(choice) {
    const before = this.source.value;
    this.source.value = choice?.option.value ?? "";
    this.#name();
    if (this.source.value !== before) this.source.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Opened without typing it shows every choice, and the one made as the one to go on from. */
  #open() {
    const { value } = this.input;
    const made = this.#all().findIndex(({ text, option }) => text === value && (!this.strict || option.selected));
    this.#show(made < 0 && value ? this.#find(value) : this.#all());
    if (made >= 0) this.#mark(made);
    return !this.list.hidden;
  }

  #show(matches) {
    this.#unmark();
    this.#matches = matches;
    this.list.replaceChildren();
    this.#grow(ROWS_AT_ONCE);
    this.list.hidden = !matches.length;
    this.none.hidden = matches.length > 0;
    this.list.scrollTop = 0;
    const words = matches.length ? this.dataset.count.replace("{number}", matches.length) : this.none.textContent;
    this.list.ariaLabel = words;
    this.input.ariaExpanded = String(matches.length > 0);
    clearTimeout(this.#timer);
    // Said in a pause, or it would be mixed into the echo of the keys.
    this.#timer = setTimeout(() => { this.status.textContent = words; }, PAUSE);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#unmark();
    this.list.hidden = this.none.hidden = true;
    this.input.ariaExpanded = "false";
    this.status.textContent = "";
  }

  /** Thousands of rows are made as people come to them: all at once is felt after each key. */
  #grow(length) {
    const from = this.list.children.length;
    this.list.append(...this.#matches.slice(from, length).map(({ text }, index) => Object.assign(document.createElement("li"), {
      id: `${this.input.id}-choice-${from + index}`,
      className: "ds-combobox__choice", textContent: text,
      role: "option", ariaSelected: "false",
      ariaSetSize: String(this.#matches.length),
      ariaPosInSet: String(from + index + 1),
    })));
  }

  #unmark() {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Makes a row the current one; past either end it begins again at the other. */
  #mark(index) {
    this.#unmark();
    this.#active = (index + this.#matches.length) % this.#matches.length;
    if (this.#active >= this.list.children.length) this.#grow(this.#active + ROWS_AT_ONCE);
    const row = this.list.children[this.#active];
    row.ariaSelected = "true";
    this.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }
}

if (!customElements.get("ds-combobox")) customElements.define("ds-combobox", DsCombobox);
