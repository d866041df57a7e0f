// <share-links>: shows a button for the device's own share menu and one that copies the link, where
// the device has them.
customElements.define(
  "share-links",
  class extends HTMLElement {
    connectedCallback() {
      const { url, title, text } = this.dataset;
      if (navigator.share) {
        this.offer("device", () => navigator.share({ url, title, text }).catch(unlessAborted));
      }
      if (navigator.clipboard) this.offer("copy", () => this.copy(url));
    }

    offer(part, action) {
      const button = this.querySelector(`[data-part=${part}]`);
      button.hidden = false;
      button.addEventListener("click", action);
    }

    async copy(url) {
      const status = this.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(url);
        status.textContent = status.dataset.done;
      } catch {
        status.textContent = status.dataset.failed;
      }
    }
  },
);

// Closing the share menu is not an error.
function unlessAborted(error) {
  if (error.name !== "AbortError") throw error;
}
