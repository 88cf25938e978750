/* Says that a table scrolls, and makes its region a stop for Tab, only where it does. Without script
   the region is always one: nobody is shut out, some press Tab once more. */
class DsTable extends HTMLElement {
  connectedCallback() {
    this.region = this.querySelector(".ds-table__scroll");
    this.table = this.querySelector(".ds-table__table");
    if (!this.region || !this.table) return;
    this.observer = new ResizeObserver(() => this.update());
    this.observer.observe(this.region);
    this.observer.observe(this.table);
  }

  disconnectedCallback() {
    this.observer?.disconnect();
  }

  update() {
    const { region, table } = this;
    const scrolls = region.scrollWidth > region.clientWidth;
    const hint = this.querySelector(".ds-table__hint");
    if (hint) hint.hidden = !scrolls;
    if (scrolls) {
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", table.caption.textContent.trim());
    } else if (region !== document.activeElement) {
      // Not under the reader's feet: losing tabindex would throw focus back to the top of the page.
      for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name);
    }
  }
}

if (!customElements.get("ds-table")) customElements.define("ds-table", DsTable);
