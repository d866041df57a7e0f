// <try-again>: the page that was asked for comes by itself once the network is back.
customElements.define(
  "try-again",
  class extends HTMLElement {
    connectedCallback() {
      addEventListener("online", () => location.reload());
    }
  },
);
