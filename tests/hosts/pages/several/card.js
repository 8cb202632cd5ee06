customElements.define(
  "lecture-card",
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = `<descent-widget preset="book-6-3"></descent-widget>`;
    }
  },
);
