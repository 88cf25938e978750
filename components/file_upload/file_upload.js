// Lists the files chosen, with size and a button to take each out again, and takes files that are dropped.
// They are sent by the plain input and by nothing else; what the limits refuse is told at once, by name.

const MEGABYTE = 1048576;
const OWN = ["change", "click", "dragenter", "dragover", "dragleave", "drop"];
const PAGE = ["submit", "reset", "pageshow"];

class DsFileUpload extends HTMLElement {
  #refused = [];
  #depth = 0;

  connectedCallback() {
    this.input = this.querySelector("[type=file]");
    this.list = this.querySelector(".ds-file-upload__files");
    this.status = this.querySelector(":scope > [role=status]") ?? this.#make("p", "ds-visually-hidden", { role: "status" });
    this.hint = this.querySelector(".ds-file-upload__drop") ?? this.#make("p", "ds-file-upload__drop");
    this.hint.textContent = this.dataset.drop;
    this.querySelector(".ds-file-upload__chooser").append(this.hint);
    this.append(this.status);
    // With a list to look through and take back from, several at once are no trap.
    this.input.multiple = Number(this.dataset.maxFiles) > 1;
    // Enter in a text before them would press the first submit button of the form.
    for (const button of this.querySelectorAll("[type=submit]")) button.type = "button";
    const add = this.querySelector(".ds-file-upload__add");
    if (add) add.hidden = true;
    for (const type of OWN) this.addEventListener(type, this);
    for (const type of PAGE) window.addEventListener(type, this);
    this.files = [...this.input.files];
    this.#show();
  }

  disconnectedCallback() {
    for (const type of OWN) this.removeEventListener(type, this);
    for (const type of PAGE) window.removeEventListener(type, this);
  }

  handleEvent(event) {
    if (event.type === "change" && event.target === this.input) this.#add(this.input.files);
    else if (event.type === "click") this.#click(event);
    else if (event.type.startsWith("drag") || event.type === "drop") this.#drag(event);
    else if (event.type === "submit" && event.target === this.input.form && this.files.length) {
      this.status.textContent = this.dataset.sending;
    } else if (event.type === "reset" && event.target === this.input.form) {
      setTimeout(() => this.#restore());
    } else if (event.type === "pageshow") this.#restore();
  }

  /** Back in the history, or after a reset, the input alone knows what it holds. */
  #restore() {
    this.#refused = [];
    this.status.textContent = "";
    this.files = [...this.input.files];
    this.#show();
  }

  /** What is chosen now comes to what was chosen before: a second choice in the dialog replaces the first. */
  #add(chosen) {
    this.#refused = [];
    const single = Number(this.dataset.maxFiles) === 1;
    const files = single ? [] : [...this.files];
    for (const file of chosen) {
      const same = files.some((other) => other.name === file.name && other.size === file.size
        && other.lastModified === file.lastModified);
      const error = same ? null : this.#error(file, files.length);
      if (error) this.#refused.push({ file, error });
      else if (!same) files.push(file);
    }
    this.#hold(files);
    const count = this.dataset.chosen.replace("{number}", this.files.length);
    this.status.textContent = [count, ...this.#refused.map(({ error }) => error)].join(" ");
  }

  #error(file, before) {
    const { maxFiles, maxMegabytes, kinds, tooMany, tooLarge, wrongKind, empty } = this.dataset;
    const name = file.name.toLowerCase();
    const allowed = kinds.toLowerCase().split(",").flatMap((kind) => (kind === ".jpg" ? [kind, ".jpeg"] : [kind]));
    const told = (words) => words.replace("{name}", () => file.name);
    if (kinds && !allowed.some((kind) => name.endsWith(kind))) return told(wrongKind);
    if (file.size === 0) return told(empty);
    if (maxMegabytes && file.size > Number(maxMegabytes) * MEGABYTE) return told(tooLarge);
    return before + this.list.querySelectorAll("[data-kept]").length >= Number(maxFiles) ? tooMany : null;
  }

  #hold(files) {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    this.input.files = transfer.files;
    this.files = files;
    this.#show();
  }

  #click(event) {
    const button = event.target.closest("button");
    const row = button?.closest(".ds-file-upload__file");
    if (!row) return;
    // A kept file goes with its hidden key: the server keeps what it is sent the key of.
    if (row.hasAttribute("data-kept")) row.remove();
    const index = [...this.list.querySelectorAll(":scope > :not([data-kept])")].indexOf(row);
    if (index >= 0 && index < this.files.length) this.#hold(this.files.filter((_, place) => place !== index));
    else if (index >= 0) this.#refused.splice(index - this.files.length, 1);
    this.#show();
    this.status.textContent = this.dataset.chosen.replace("{number}", this.files.length);
    // The button is gone: who tabs goes on from the place where files are chosen.
    this.input.focus();
  }

  #drag(event) {
    if (this.input.matches(":disabled") || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "dragenter") this.#depth += 1;
    else if (event.type === "dragleave") this.#depth -= 1;
    else if (event.type === "drop") {
      this.#depth = 0;
      this.#add(event.dataTransfer.files);
    }
    this.toggleAttribute("data-over", this.#depth > 0);
  }

  #show() {
    for (const row of this.list.querySelectorAll(":scope > :not([data-kept])")) row.remove();
    const rows = [...this.files.map((file) => ({ file })), ...this.#refused];
    this.list.append(...rows.map(({ file, error }, index) => this.#row(file, error, index)));
    this.list.hidden = !this.list.children.length;
  }

  #row(file, error, index) {
    const row = this.#make("li", "ds-file-upload__file");
    row.toggleAttribute("data-error", Boolean(error));
    const name = this.#make("span", "ds-file-upload__name", { id: `${this.input.id}-chosen-${index}` });
    name.textContent = file.name;
    const state = this.#make("span", "ds-file-upload__state");
    state.append(error ?? this.dataset.ready, " ");
    const size = this.#make("span", "ds-file-upload__size");
    size.textContent = file.size >= MEGABYTE ? `${(file.size / MEGABYTE).toFixed(1)} MB` : `${Math.ceil(file.size / 1024)} KB`;
    if (!error) state.append(size);
    const button = this.#make("button", "ds-button ds-file-upload__remove", {
      type: "button", "data-kind": "text", "aria-describedby": name.id,
    });
    button.textContent = this.dataset.remove;
    row.append(name, state, button);
    return row;
  }

  #make(tag, className, attributes = {}) {
    const element = document.createElement(tag);
    element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
}

if (!customElements.get("ds-file-upload")) customElements.define("ds-file-upload", DsFileUpload);
