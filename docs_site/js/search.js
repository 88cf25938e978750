// Search with Pagefind's index and our own list. Without it the plain list of pages below serves.
const MOST = 20;
const PAUSE = 250; // ms after a key, before it searches

// Pagefind starts its worker from a plain string; under Trusted Types that one file has to be let through.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => (new URL(url, location.href).href.endsWith("/pagefind/pagefind-worker.js") ? url : undefined),
});

class DocsResults extends HTMLElement {
  async connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("[data-form]");
    this.field = this.form.querySelector("input");
    this.list = this.querySelector("[data-list]");
    this.status = this.querySelector("[data-status]");
    try {
      this.pagefind = await import(new URL(this.dataset.index, document.baseURI).href);
      await this.pagefind.options({ excerptLength: 24 });
      await this.pagefind.init();
    } catch {
      this.status.textContent = this.dataset.offline;
      return;
    }
    this.form.hidden = false;
    this.listen();
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    this.field.value = asked;
    if (asked.trim()) await this.search(asked);
    this.dataset.ready = "";
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.search(this.field.value);
    });
    this.field.addEventListener("input", (event) => {
      // Half-written kana are no word yet.
      if (event.isComposing) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(this.field.value), PAUSE);
    });
    this.field.addEventListener("compositionend", () => this.search(this.field.value));
  }

  async search(text) {
    const query = text.normalize("NFKC").trim();
    clearTimeout(this.timer);
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (!query) {
      this.print([], "");
      return;
    }
    this.status.textContent = this.dataset.waiting;
    const pages = await this.find(query);
    // A slower, older search must not overwrite a newer one.
    if (turn !== this.turn) return;
    this.print(pages, pages.length
      ? this.dataset.count.replace("%s", pages.length)
      : this.dataset.none.replace("%s", query));
    history.replaceState(null, "", `?q=${encodeURIComponent(query)}`);
  }

  /** First the pages that are called so, then those whose text has it. */
  async find(query) {
    const called = await this.pagefind.search(token(query));
    const written = await this.pagefind.search(query);
    const load = (results) => Promise.all(results.slice(0, MOST).map((result) => result.data()));
    const wanted = query.toLowerCase().split(/\s+/);
    const has = (page) => wanted.every((word) => page.content.normalize("NFKC").toLowerCase().includes(word));
    // Parted otherwise than the index, a Japanese query meets pages that hold a piece of it only.
    const plain = (await load(written.results)).filter((page) => /^[ -~]*$/.test(query) || has(page));
    // A word that it does not know, Pagefind cuts down to one that it does: "dahk…" to the "D" of 「D型」.
    const named = (await load(called.results)).filter((page) => page.content.includes(token(query)));
    const pages = new Map([...named, ...plain].map((page) => [page.raw_url, page]));
    return [...pages.values()].slice(0, MOST);
  }

  print(pages, said) {
    this.status.textContent = said;
    this.list.hidden = pages.length === 0;
    this.list.replaceChildren(...pages.map((page) => this.item(page)));
    this.dataset.shown = pages.length;
  }

  item(page) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    item.className = "docs-results__item";
    link.className = "ds-link docs-results__link";
    link.href = new URL(page.raw_url, new URL("..", new URL(this.dataset.index, document.baseURI))).href;
    link.textContent = page.meta.title;
    text.className = "docs-results__text";
    text.textContent = page.meta.summary ?? page.plain_excerpt;
    item.append(link, text);
    return item;
  }
}

/** A word as designsys.docs.search.token writes it: four Latin letters a character, katakana as hiragana. */
function token(word) {
  const folded = word.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const plain = folded.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const digits = [...plain].map((letter) => (letter.codePointAt(0) & 0xffff).toString(16).padStart(4, "0")).join("");
  return digits.replace(/./g, (digit) => "abcdefghijklmnop"[parseInt(digit, 16)]);
}

customElements.define("docs-results", DocsResults);
