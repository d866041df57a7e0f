// <body-map>: a region that is chosen takes the place of the one before in the history, so that one
// step back leaves the map.
customElements.define(
  "body-map",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", (event) => {
        const region = event.target.closest("svg a");
        if (!region || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        location.replace(region.href.baseVal);
      });
    }
  },
);
