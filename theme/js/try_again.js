// <try-again>: loads the page that the visitor wanted as soon as the network is back.
customElements.define(
  "try-again",
  class extends HTMLElement {
    connectedCallback() {
      addEventListener("online", () => location.reload());
    }
  },
);
