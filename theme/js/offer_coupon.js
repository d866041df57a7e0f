// <offer-coupon>: a button that prints the coupon.
customElements.define(
  "offer-coupon",
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  },
);
