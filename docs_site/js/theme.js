// The theme maker: the catalogue follows the colour while it is picked. Without this file the form is sent by its button.
const PAUSE = 150; // ms after the last change, before the server is asked

class DocsMaker extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("[data-maker]");
    this.frame = this.querySelector("[data-frame]");
    this.said = this.querySelector("[data-said]");
    // Of a form with errors there is no result to be changed: its button brings the next page.
    if (!this.frame) return;
    this.form.addEventListener("input", (event) => this.changed(event));
    this.addEventListener("click", (event) => {
      const link = event.target.closest("[data-scheme]");
      if (link) this.mark(link.dataset.scheme);
    });
    this.dataset.ready = "";
  }

  changed(event) {
    // Half-written kana are no name yet.
    if (event.isComposing) return;
    const { brand, pick, shown } = this.form.elements;
    if (event.target === pick) brand.value = pick.value;
    shown.value = pick.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /** Asks for the page that the button would bring, and takes its parts. */
  ask() {
    const fields = new FormData(this.form);
    for (const name of ["pick", "shown"]) fields.delete(name);
    const address = `${this.form.action}?${new URLSearchParams(fields)}`;
    // An XMLHttpRequest parses a document where Trusted Types close DOMParser to strings.
    this.request?.abort();
    this.request = new XMLHttpRequest();
    this.request.responseType = "document";
    this.request.addEventListener("load", () => this.take(this.request.response, address));
    this.request.open("GET", address);
    this.request.send();
  }

  take(page, address) {
    const frame = page?.querySelector("[data-frame]");
    if (!frame) {
      this.say(page?.querySelector(".ds-error-summary__link")?.textContent ?? "");
      return;
    }
    const { pick, shown } = this.form.elements;
    pick.value = shown.value = page.querySelector("#pick").value;
    for (const part of this.querySelectorAll("[data-part]")) {
      part.replaceWith(document.importNode(page.querySelector(`[data-part="${part.dataset.part}"]`), true));
    }
    this.mark(this.scheme ?? "auto");
    const style = page.querySelector("[data-theme-style]").getAttribute("href");
    swap(document, new URL(style, address).href);
    this.dress(frame, new URL(style, address).href);
    history.replaceState(null, "", address);
    this.say(page.querySelector("[data-said]").textContent);
  }

  /** Gives the frame's page the new style sheet, so that it stays where it was scrolled to. */
  dress(frame, style) {
    const page = this.frame.contentDocument;
    this.frame.title = frame.title;
    if (!page?.querySelector("[data-theme-style]")) {
      this.frame.src = frame.getAttribute("src");
      return;
    }
    page.body.dataset.dsTheme = frame.dataset.theme;
    swap(page, style);
  }

  mark(scheme) {
    this.scheme = scheme;
    for (const link of this.querySelectorAll("[data-scheme]")) {
      if (link.dataset.scheme === scheme) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  say(text) {
    if (this.said.textContent !== text) this.said.textContent = text;
  }
}

/** The old sheet stays until the new one is there: no moment without colours. */
function swap(page, href) {
  const olds = page.querySelectorAll("[data-theme-style]");
  const link = page.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  link.dataset.themeStyle = "";
  link.addEventListener("load", () => olds.forEach((old) => old.remove()));
  page.head.append(link);
}

customElements.define("docs-maker", DocsMaker);
