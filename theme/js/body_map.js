// <body-map>: a region that is chosen takes the place of the one before in the history, so that one
// step back leaves the map. It keeps the focus, which browsers move with the address: so it stays
// chosen although the page, as it scrolls, brings another region below the pointer.
customElements.define(
  "body-map",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", (event) => {
        const region = event.target.closest("svg a");
        if (!region || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onhashchange = () => region.focus({ preventScroll: true });
        location.replace(region.href.baseVal);
      });
    }
  },
);
