// Finds a choice among very many by typing part of it: in kanji, in kana or in romaji.
// What is sent stays the select's (or the input's) own; text that is no choice goes along as it was typed.

// The syllables of U+3041 to U+3094 in Kunrei spelling; an x stands before the small ones.
const SYLLABLES = ("xa a xi i xu u xe e xo o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo "
  + "ta da ti zi xtu tu zu te de to do na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo "
  + "xya ya xyu yu xyo yo ra ri ru re ro wa wa i e o n vu").split(" ");
const HEPBURN = { si: "shi", ti: "chi", tu: "tsu", hu: "fu", zi: "ji" };
const EVENTS = ["focusin", "input", "keydown", "mousedown", "click", "focusout"];
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

class DsCombobox extends HTMLElement {
  #choices = null;
  #matches = [];
  #active = -1;
  #timer = 0;

  connectedCallback() {
    this.source = this.querySelector("select, datalist");
    this.input = this.querySelector(".ds-combobox__input");
    // A page restored from a cache (Turbo, htmx) comes with all of it already made.
    this.list = this.querySelector("[role=listbox]");
    if (!this.list) this.#make();
    this.none = this.querySelector(".ds-combobox__none");
    this.status = this.querySelector("[role=status]");
    for (const type of EVENTS) this.addEventListener(type, this);
    this.list.addEventListener("scroll", this);
    window.addEventListener("pageshow", this);
    window.addEventListener("reset", this);
  }

  disconnectedCallback() {
    for (const type of EVENTS) this.removeEventListener(type, this);
    this.list.removeEventListener("scroll", this);
    window.removeEventListener("pageshow", this);
    window.removeEventListener("reset", this);
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
    else if (event.type === "scroll") this.#scroll();
    else if (event.type === "focusout" && !this.contains(event.relatedTarget)) this.#leave();
    // Going back in the history, browsers put the choice back in after this element was made.
    else if (event.type === "pageshow" && this.source.value) this.#follow();
    else if (event.type === "reset" && event.target === this.input.form) setTimeout(() => this.#follow());
  }

  get #strict() {
    return this.source.localName === "select";
  }

  #make() {
    const make = (tag, className, attributes = {}) => {
      const element = document.createElement(tag);
      if (className) element.className = className;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    if (!this.input) {
      this.input = make("input", "ds-field__control ds-combobox__input", { type: "text" });
      // Label, hint, error and the links of an error summary lead to the control that people now use.
      for (const name of ["id", "required", "aria-invalid", "aria-describedby", "autocomplete", "data-width"]) {
        if (this.source.hasAttribute(name)) this.input.setAttribute(name, this.source.getAttribute(name));
        this.source.removeAttribute(name);
      }
      this.input.disabled = this.source.disabled;
      this.source.hidden = true;
      this.prepend(this.input);
    }
    this.input.removeAttribute("list");
    if (!this.input.autocomplete) this.input.autocomplete = "off";
    const id = `${this.input.id}-list`;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.list = make("ul", "ds-combobox__list", { role: "listbox", id, hidden: "" });
    const none = make("p", "ds-combobox__none", { "aria-hidden": "true", hidden: "" });
    none.textContent = this.dataset.none;
    this.append(this.list, none, make("p", "ds-visually-hidden", { role: "status" }));
    if (this.#strict) this.#follow();
  }

  /** Shows what the select holds, or what came back from the server as it had been typed. */
  #follow() {
    if (!this.#strict) return;
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
      const text = option.text || option.value;
      const words = [plain(text), plain(option.dataset.reading ?? "")];
      return { option, text, words, romaji: romaji(words[1] || words[0]) };
    });
    return this.#choices;
  }

  #find(text) {
    // The k of とうk is half of a syllable that is still being typed.
    const word = plain(text).replace(/([\u3041-\u3094])[a-z]{1,2}$/, "$1");
    const spelt = short(word);
    const holds = (test) => ({ words, romaji }) =>
      words.some((key) => test(key, word)) || (spelt !== "" && romaji.some((key) => test(key, spelt)));
    const begins = holds((key, part) => key.startsWith(part));
    const within = holds((key, part) => key.includes(part));
    const first = [], later = [];
    for (const choice of this.#all()) {
      if (begins(choice)) first.push(choice);
      else if (within(choice)) later.push(choice);
    }
    return first.concat(later);
  }

  #press(event) {
    if (isComposing(event) || event.target !== this.input) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const down = event.key === "ArrowDown";
      if (event.altKey) down ? this.#open() : this.#close();
      else if (open) this.#move(this.#active + (down ? 1 : this.#active < 0 ? 0 : -1));
      else if (this.#open() && this.#active < 0) this.#move(down ? 0 : -1);
    } else if (event.key === "Enter" && open) {
      // The first Enter answers this question; only the next one sends the form.
      event.preventDefault();
      if (this.#active >= 0) this.#choose(this.#matches[this.#active]);
      this.#close();
    } else if (event.key === "Escape" && (open || !this.none.hidden)) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Tab" && open && this.#active >= 0) {
      this.#choose(this.#matches[this.#active]);
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      this.#mark(-1);
    }
  }

  #type() {
    const word = plain(this.input.value);
    if (this.#strict) {
      const same = this.#all().filter((choice) => choice.words[0] === word);
      const kept = same.find((choice) => choice.option.selected);
      this.#select(kept ?? (same.length === 1 ? same[0] : null));
    }
    if (word) this.#show(this.#find(this.input.value));
    else this.#close();
  }

  #click(event) {
    const row = event.target.closest("[role=option]");
    if (row) {
      this.#choose(this.#matches[[...this.list.children].indexOf(row)]);
      this.#close();
    } else if (event.target === this.input) {
      if (this.list.hidden) this.#open();
      else this.#close();
    }
  }

  /** Takes whoever wrote とうきょうと or tokyoto to 東京都, where that is no other choice's name too. */
  #leave() {
    this.#close();
    if (!this.#strict || !this.input.value.trim() || this.source.value !== "") return;
    const word = plain(this.input.value);
    const same = this.#find(word).filter(({ words, romaji }) => words[1] === word || romaji.includes(short(word)));
    if (same.length === 1) this.#choose(same[0]);
  }

  #choose(choice) {
    this.input.value = choice.text;
    if (this.#strict) this.#select(choice);
    else this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #select(choice) {
    const before = this.source.value;
    if (choice) choice.option.selected = true;
    else this.source.value = "";
    this.#name();
    if (this.source.value !== before) this.source.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Opened without typing it shows every choice, and the one made as the one to go on from. */
  #open() {
    const text = this.input.value;
    const made = this.#all().findIndex((choice) => choice.text === text && (!this.#strict || choice.option.selected));
    this.#show(made < 0 && text ? this.#find(text) : [...this.#all()]);
    if (made >= 0) this.#mark(made);
    return !this.list.hidden;
  }

  #show(matches) {
    this.#matches = matches;
    this.list.replaceChildren();
    this.#grow(ROWS_AT_ONCE);
    this.#toggle(matches.length > 0);
    this.none.hidden = matches.length > 0;
    this.#mark(-1);
    this.list.scrollTop = 0;
    const words = matches.length ? this.dataset.count.replace("{number}", matches.length) : this.dataset.none;
    this.list.ariaLabel = words;
    clearTimeout(this.#timer);
    // Said in a pause, or it would be mixed into the echo of the keys.
    this.#timer = setTimeout(() => { this.status.textContent = words; }, PAUSE);
  }

  #toggle(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", open);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#mark(-1);
    this.#toggle(false);
    this.none.hidden = true;
    this.status.textContent = "";
  }

  /** Thousands of rows are made as people come to them: all at once is felt after each key. */
  #grow(length) {
    const rows = document.createDocumentFragment();
    const end = Math.min(length, this.#matches.length);
    for (let index = this.list.children.length; index < end; index += 1) {
      const row = document.createElement("li");
      row.className = "ds-combobox__choice";
      row.id = `${this.input.id}-choice-${index}`;
      row.role = "option";
      row.ariaSelected = "false";
      row.ariaSetSize = String(this.#matches.length);
      row.ariaPosInSet = String(index + 1);
      row.textContent = this.#matches[index].text;
      rows.append(row);
    }
    this.list.append(rows);
  }

  #scroll() {
    const { scrollTop, clientHeight, scrollHeight, children } = this.list;
    if (scrollTop + clientHeight * 2 > scrollHeight) this.#grow(children.length + ROWS_AT_ONCE);
  }

  /** Past either end it begins again at the other. */
  #move(index) {
    const count = this.#matches.length;
    this.#mark(count ? (index + count) % count : -1);
  }

  #mark(index) {
    if (index >= this.list.children.length) this.#grow(index + ROWS_AT_ONCE);
    const before = this.list.children[this.#active];
    if (before) before.ariaSelected = "false";
    this.#active = index;
    const row = this.list.children[index];
    if (!row) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    row.ariaSelected = "true";
    this.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }
}

if (!customElements.get("ds-combobox")) customElements.define("ds-combobox", DsCombobox);
