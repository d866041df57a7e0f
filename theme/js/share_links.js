// <share-links>: shows the device's own share menu and "copy the link" where the device has them.
customElements.define(
  "share-links",
  class extends HTMLElement {
    connectedCallback() {
      const { url, title, text } = this.dataset;
      if (navigator.share) {
        this.offer("device", () => navigator.share({ url, title, text }).catch(unlessAborted));
      }
      if (navigator.clipboard) {
        const say = (word) => (this.querySelector("[role=status]").textContent = word);
        const { done, failed } = this.querySelector("[role=status]").dataset;
        this.offer("copy", () =>
          navigator.clipboard.writeText(url).then(
            () => say(done),
            () => say(failed),
          ),
        );
      }
    }

    offer(part, action) {
      const button = this.querySelector(`[data-part=${part}]`);
      button.hidden = false;
      button.addEventListener("click", action);
    }
  },
);

// Closing the share menu is no fault.
function unlessAborted(error) {
  if (error.name !== "AbortError") throw error;
}
