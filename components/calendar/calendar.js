// Opens a calendar for date inputs, which take what is chosen as if it had been typed.
// Without it the three fields are there to write in; the server checks either way.

/** Around date inputs; its <template> holds the button and the dialog, with every word. */
class DsCalendar extends HTMLElement {
  #opener = null;
  #focused = "";
  #holidays = new Map();
  #closed = new Set();

  connectedCallback() {
    const { content } = this.querySelector(":scope > template");
    // A page restored from a cache (Turbo, htmx) comes with buttons and dialog already in it.
    if (!this.#dialog) this.append(document.importNode(content.querySelector("dialog"), true));
    for (const date of this.querySelectorAll(".ds-date-input")) {
      if (!this.#openerOf(date)) date.append(document.importNode(content.querySelector("button"), true));
      this.#nameOpener(date);
    }
    this.#holidays = new Map([...content.querySelectorAll("li")].map((item) => [item.dataset.date, item.textContent]));
    this.#closed = new Set((this.dataset.closed ?? "").split(" "));
    for (const type of ["click", "keydown", "input"]) this.addEventListener(type, this);
    this.#dialog.addEventListener("close", this);
  }

  disconnectedCallback() {
    for (const type of ["click", "keydown", "input"]) this.removeEventListener(type, this);
    this.#dialog.removeEventListener("close", this);
    this.#dialog.close();
  }

  /** @param {Event} event - a click or key anywhere inside, a typed date, or the dialog closing. */
  handleEvent(event) {
    const date = event.target.closest(".ds-date-input");
    // Safari gives no focus to a button that is clicked, so the dialog has none to give back.
    if (event.type === "close") this.#opener?.focus();
    else if (event.type === "input") date && this.#nameOpener(date);
    else if (event.type === "keydown") this.#press(event);
    else this.#click(event.target.closest("button"), date);
  }

  get #dialog() {
    return this.querySelector(":scope > dialog");
  }

  #openerOf(date) {
    return date.querySelector(".ds-calendar__open");
  }

  #click(button, date) {
    if (!button) return;
    if (button.matches(".ds-calendar__open")) this.#open(button, date);
    else if (button.matches(".ds-calendar__close")) this.#dialog.close();
    else if (button.getAttribute("aria-disabled") === "true") return;
    else if (button.matches(".ds-calendar__step")) this.#show(this.#months(this.#focused, Number(button.value)));
    else if (button.matches(".ds-calendar__day")) this.#choose(button.value);
  }

  #open(button, date) {
    this.#opener = button;
    const { earliest, latest } = this.dataset;
    const wanted = this.#typed(date) || this.#today();
    this.#show(wanted < earliest ? earliest : wanted > latest ? latest : wanted);
    this.#dialog.showModal();
    this.#focusDay();
  }

  #press(event) {
    if (isComposing(event)) return;
    if (!event.target.matches(".ds-calendar__day") || event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = getComputedStyle(this.#dialog).direction === "rtl" ? -1 : 1;
    const weekday = this.#utc(this.#focused).getUTCDay();
    const months = event.shiftKey ? 12 : 1;
    const moves = {
      ArrowLeft: () => this.#days(this.#focused, -forward),
      ArrowRight: () => this.#days(this.#focused, forward),
      ArrowUp: () => this.#days(this.#focused, -7),
      ArrowDown: () => this.#days(this.#focused, 7),
      Home: () => this.#days(this.#focused, -weekday),
      End: () => this.#days(this.#focused, 6 - weekday),
      PageUp: () => this.#months(this.#focused, -months),
      PageDown: () => this.#months(this.#focused, months),
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.#show(moves[event.key]());
    this.#focusDay();
  }

  #choose(day) {
    const date = this.#opener.closest(".ds-date-input");
    const [year, month, number] = day.split("-").map(Number);
    for (const [part, value] of Object.entries({ year, month, day: number })) {
      const input = date.querySelector(`[data-part=${part}] input`);
      input.value = value;
      // As if it had been typed, for scripts of the service's own.
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    }
    date.nextElementSibling?.querySelector("[name*=unknown_day]:checked")?.click(); // A day that was chosen is known.
    this.#dialog.close();
  }

  /** Show the month of a day; the whole of the first and last month can be read, not what lies beyond. */
  #show(day) {
    const { earliest, latest } = this.dataset;
    const first = `${earliest.slice(0, 7)}-01`;
    const last = this.#days(this.#months(`${latest.slice(0, 7)}-01`, 1), -1);
    this.#focused = day < first ? first : day > last ? last : day;
    const month = this.#focused.slice(0, 7);
    const heading = this.#format(this.#focused, { year: "numeric", month: "long" });
    const shown = this.#dialog.querySelector(".ds-calendar__month");
    // Heard when it changes, and not at each day.
    if (shown.textContent !== heading) shown.textContent = heading;
    const grid = this.#dialog.querySelector("table");
    grid.setAttribute("aria-label", heading);
    grid.replaceChildren(this.#head(), this.#weeks(month));
    for (const step of this.#dialog.querySelectorAll(".ds-calendar__step")) {
      const there = this.#months(`${month}-01`, Number(step.value)).slice(0, 7);
      const beyond = there < first.slice(0, 7) || there > latest.slice(0, 7);
      step.setAttribute("aria-disabled", beyond);
    }
    const names = [...this.#holidays].filter(([date]) => date.startsWith(month));
    this.#dialog.querySelector("ul").replaceChildren(...names.map(([date, name]) => this.#element("li", {
      textContent: `${this.#format(date, { month: "long", day: "numeric" })} ${name}`,
    })));
  }

  #head() {
    // 4 January 1970 was a Sunday, with which calendars in Japan begin.
    const weekdays = [4, 5, 6, 7, 8, 9, 10].map((day) => {
      const date = `1970-01-${String(day).padStart(2, "0")}`;
      return this.#element("th", {
        scope: "col",
        abbr: this.#format(date, { weekday: "long" }),
        textContent: this.#format(date, { weekday: "short" }),
      });
    });
    return this.#element("thead", {}, this.#element("tr", {}, ...weekdays));
  }

  #weeks(month) {
    const chosen = this.#typed(this.#opener.closest(".ds-date-input"));
    const first = this.#utc(`${month}-01`).getUTCDay();
    const weeks = this.#element("tbody", {});
    for (let day = this.#days(`${month}-01`, -first); day.slice(0, 7) <= month; day = this.#days(day, 7)) {
      const week = this.#element("tr", {});
      for (const number of [0, 1, 2, 3, 4, 5, 6]) {
        const date = this.#days(day, number);
        const cell = this.#element("td", {});
        if (date.startsWith(month)) {
          cell.append(this.#day(date));
          // Only where it is true: else each day would be heard as not selected.
          if (date === chosen) cell.setAttribute("aria-selected", "true");
        }
        week.append(cell);
      }
      weeks.append(week);
    }
    return weeks;
  }

  #day(date) {
    const holiday = this.#holidays.get(date);
    const open = date >= this.dataset.earliest && date <= this.dataset.latest && !this.#closed.has(date);
    const day = this.#element("button", {
      type: "button",
      className: "ds-calendar__day",
      value: date,
      tabIndex: date === this.#focused ? 0 : -1,
      textContent: Number(date.slice(8)),
    });
    const named = [this.#full(date, {}), holiday, open ? "" : this.dataset.unavailable];
    day.setAttribute("aria-label", named.filter(Boolean).join(" "));
    day.toggleAttribute("data-holiday", Boolean(holiday));
    if (!open) day.setAttribute("aria-disabled", "true");
    if (date === this.#today()) day.setAttribute("aria-current", "date");
    return day;
  }

  #focusDay() {
    this.#dialog.querySelector(".ds-calendar__day[tabindex='0']").focus();
  }

  /** The button says which day is chosen, after its own words. */
  #nameOpener(date) {
    const opener = this.#openerOf(date);
    const day = this.#typed(date);
    if (day) opener.setAttribute("aria-label", `${opener.textContent}: ${this.#full(day, { year: "numeric" })}`);
    else opener.removeAttribute("aria-label");
  }

  /** The day in the three fields, full-width digits and units included; empty where they hold none. */
  #typed(date) {
    const [year, month, day] = ["year", "month", "day"].map((part) => {
      const typed = date.querySelector(`[data-part=${part}] input`).value.normalize("NFKC");
      return /^\s*\d{1,4}\s*\D?\s*$/.test(typed) ? parseInt(typed, 10) : NaN;
    });
    const found = new Date(Date.UTC(year, month - 1, day));
    const exists = year > 999 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
    return exists ? this.#iso(found) : "";
  }

  #today() {
    const now = new Date();
    return this.#iso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  }

  // Days are text like 2026-07-14, which compares as days do; they are counted in UTC, where each has 24 hours.
  #utc(day) {
    return new Date(`${day}T00:00Z`);
  }

  #iso(date) {
    return date.toISOString().slice(0, 10);
  }

  #days(day, number) {
    return this.#iso(new Date(this.#utc(day).getTime() + number * 86_400_000));
  }

  #months(day, number) {
    const [year, month, date] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + number, 0)).getUTCDate();
    return this.#iso(new Date(Date.UTC(year, month - 1 + number, Math.min(date, last))));
  }

  #format(day, options) {
    return this.#formatter(options).format(this.#utc(day));
  }

  /** 7月14日 火曜日: the weekday set apart where it comes last, as Japanese does not by itself. */
  #full(day, options) {
    const parts = this.#formatter({ ...options, month: "long", day: "numeric", weekday: "long" });
    const text = parts.formatToParts(this.#utc(day)).map(({ type, value }) => (type === "weekday" ? ` ${value}` : value));
    return text.join("").replace(/\s+/g, " ").trim();
  }

  #formatter(options) {
    // Thai would count years from Buddha; the fields take Western years.
    const western = { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC" };
    return new Intl.DateTimeFormat(this.dataset.locale, { ...options, ...western });
  }

  #element(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }
}

if (!customElements.get("ds-calendar")) customElements.define("ds-calendar", DsCalendar);
