// The living examples: one at a time, in any width, scheme and theme, with or without script.
// Without this file the examples stand under each other, each in its frame.
const MIN = 320;
const MAX = 1280;
const STEP = 16; // px for one press of an arrow key

class DocsSpecimens extends HTMLElement {
  connectedCallback() {
    if (this.stages) return;
    this.stages = [...this.querySelectorAll(".docs-specimen")];
    this.frames = new Map(this.stages.map((one) => [one, one.querySelector("iframe")]));
    this.look = { scheme: "", theme: "default" };
    this.querySelector("[data-bar]").hidden = false;
    this.querySelector("[data-help]").hidden = false;
    this.dataset.ready = "";
    for (const stage of this.stages) this.prepare(stage);
    this.listen();
    this.show(this.asked() ?? this.stages[0]);
    new ResizeObserver(() => this.fit()).observe(this);
  }

  /** The example that the address names: #example-error. */
  asked() {
    return this.stages.find((stage) => `#${stage.getAttribute("aria-labelledby")}` === decodeURIComponent(location.hash));
  }

  prepare(stage) {
    const frame = this.frames.get(stage);
    frame.addEventListener("load", () => this.loaded(stage));
    if (frame.contentDocument?.readyState === "complete") this.loaded(stage);
    this.handle(stage);
    this.tabs(stage);
  }

  loaded(stage) {
    const page = this.frames.get(stage).contentDocument;
    // From disk each file is an origin of its own: schemes and heights are out of reach.
    this.toggleAttribute("data-closed", !page);
    for (const name of ["scheme", "theme"]) this.querySelector(`[data-switch="${name}"]`).hidden = !page;
    if (!page?.body) return;
    this.dress(page);
    new ResizeObserver(() => stage === this.stage && this.fit()).observe(page.body);
    if (stage === this.stage) this.fit();
  }

  listen() {
    this.querySelector("[data-choice]").addEventListener("change", (event) => {
      this.show(this.stages.find((stage) => stage.dataset.example === event.target.value));
    });
    this.querySelector("[data-noscript]").addEventListener("change", (event) => this.sandbox(event.target.checked));
    for (const group of this.querySelectorAll("[data-switch]")) {
      group.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) this.choose(group.dataset.switch, button);
      });
    }
  }

  show(stage) {
    this.stage = stage;
    for (const other of this.stages) other.hidden = other !== stage;
    this.querySelector("[data-choice]").value = stage.dataset.example;
    this.fit();
  }

  choose(name, button) {
    if (name === "width") {
      this.width = Number(button.value);
      this.fit();
      return;
    }
    // Pressed once more, a scheme lets go: the frame follows the reader's own settings again.
    const again = name === "scheme" && this.look.scheme === button.value;
    this.look[name] = again ? "" : button.value;
    this.press(name, this.look[name]);
    for (const frame of this.frames.values()) if (frame.contentDocument?.body) this.dress(frame.contentDocument);
  }

  press(name, value) {
    for (const button of this.querySelectorAll(`[data-switch="${name}"] button`)) {
      button.setAttribute("aria-pressed", button.value === String(value));
    }
  }

  dress(page) {
    const { scheme, theme } = this.look;
    if (scheme) page.body.dataset.dsScheme = scheme;
    else delete page.body.dataset.dsScheme;
    page.body.dataset.dsTheme = theme;
  }

  sandbox(off) {
    for (const frame of this.frames.values()) {
      // Same origin still, or this page could neither measure nor dress it.
      if (off) frame.setAttribute("sandbox", "allow-same-origin allow-forms");
      else frame.removeAttribute("sandbox");
      frame.contentWindow?.location.reload();
    }
  }

  /** Gives the frame its width, shrunk where the page has less, and the height of what it shows. */
  fit() {
    const view = this.stage?.querySelector("[data-view]");
    const room = view?.parentElement.clientWidth - (this.stage?.querySelector("[data-handle]").offsetWidth ?? 0);
    if (!(room > 0)) return;
    const frame = this.frames.get(this.stage);
    const width = this.width ?? Math.min(MAX, Math.floor(room));
    const scale = Math.min(1, room / width);
    frame.style.width = `${width}px`;
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
    view.style.width = `${Math.round(width * scale)}px`;
    const page = frame.contentDocument;
    if (page?.body) {
      // A page fills at least its window; the frame must first be small to learn what its content needs.
      frame.style.height = "0";
      const height = Math.max(120, page.documentElement.scrollHeight);
      frame.style.height = `${height}px`;
      view.style.height = `${Math.ceil(height * scale)}px`;
    }
    this.say(width, scale);
  }

  say(width, scale) {
    const words = this.dataset;
    const handle = this.stage.querySelector("[data-handle]");
    const text = this.stage.querySelector("[data-width-text]");
    const shown = scale < 1
      ? words.widthScaled.replace("%1", width).replace("%2", Math.round(scale * 100))
      : words.widthNow.replace("%s", width);
    if (text.textContent !== shown) text.textContent = shown;
    handle.setAttribute("aria-valuenow", width);
    handle.setAttribute("aria-valuetext", shown);
    this.press("width", width);
  }

  resize(width) {
    this.width = Math.round(Math.min(MAX, Math.max(MIN, width)));
    this.fit();
  }

  handle(stage) {
    const handle = stage.querySelector("[data-handle]");
    handle.hidden = false;
    stage.querySelector("[data-width-text]").hidden = false;
    handle.addEventListener("keydown", (event) => {
      const now = Number(handle.getAttribute("aria-valuenow"));
      const to = { ArrowRight: now + STEP, ArrowLeft: now - STEP, PageUp: now + 10 * STEP, PageDown: now - 10 * STEP, Home: MIN, End: MAX }[event.key];
      if (to === undefined || event.isComposing) return;
      event.preventDefault();
      this.resize(to);
    });
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      // Over a frame the pointer's moves would go to the frame's page.
      this.dataset.dragging = "";
      const start = this.frames.get(stage).getBoundingClientRect();
      const move = (moved) => this.resize(moved.clientX - start.left);
      const end = () => {
        handle.removeEventListener("pointermove", move);
        delete this.dataset.dragging;
      };
      handle.addEventListener("pointermove", move);
      handle.addEventListener("pointerup", end, { once: true });
      handle.addEventListener("pointercancel", end, { once: true });
    });
  }

  tabs(stage) {
    const holder = stage.querySelector("[data-tabs]");
    const panels = [...holder.querySelectorAll("[data-tab]")];
    const list = document.createElement("div");
    list.className = "docs-tabs__list";
    list.setAttribute("role", "tablist");
    const tabs = panels.map((panel) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.className = "docs-tabs__tab";
      tab.id = `${panel.id}-tab`;
      tab.textContent = panel.dataset.tab;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.querySelector("h4").hidden = true;
      return tab;
    });
    const select = (index) => {
      tabs.forEach((tab, n) => {
        tab.setAttribute("aria-selected", n === index);
        tab.tabIndex = n === index ? 0 : -1;
        panels[n].hidden = n !== index;
      });
    };
    list.append(...tabs);
    list.addEventListener("click", (event) => select(Math.max(0, tabs.indexOf(event.target.closest("button")))));
    list.addEventListener("keydown", (event) => {
      const now = tabs.indexOf(document.activeElement);
      const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined || now < 0 || event.isComposing) return;
      event.preventDefault();
      const index = (to + tabs.length) % tabs.length;
      select(index);
      tabs[index].focus();
    });
    holder.prepend(list);
    select(0);
  }
}

customElements.define("docs-specimens", DocsSpecimens);
