// Live reload: reloads this page after a build. When the site cannot be built, it shows the problems
// over the page.
//   Needs  script-src, style-src and connect-src 'self'; no inline code; text never becomes HTML
//   Reads  /_preview/events: {build, problems}; data-build, the build that sent this page
// Only a visible page listens: a browser opens six connections to a server, so the page in a seventh
// tab would wait for ever.
import { element } from "./element.js";

const sentUnder = document.querySelector("script[data-build]").dataset.build;
const PATIENCE = 1500; // milliseconds: a restart of the server takes less

class PreviewDesk extends HTMLElement {
  connectedCallback() {
    this.text = element("pre", { id: "text", tabindex: "0" });
    this.close = element("button", { type: "button", autofocus: "" }, "Close");
    this.close.addEventListener("click", () => this.dialog.close());
    this.dialog = element(
      "dialog",
      { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "text" },
      element("h2", { id: "title" }, "The site could not be built"),
      element("p", {}, "Correct this and save: the page then reloads by itself."),
      this.text,
      this.close,
    );
    this.note = element("p", { role: "status" });
    this.attachShadow({ mode: "open" }).append(
      element("link", { rel: "stylesheet", href: "/_preview/live_reload.css" }),
      this.dialog,
      this.note,
    );
    document.addEventListener("visibilitychange", () => this.listen());
    addEventListener("pageshow", ({ persisted }) => persisted && this.listen());
    addEventListener("pagehide", () => this.disconnect());
    this.listen();
  }

  listen() {
    this.disconnect();
    if (document.visibilityState !== "visible") return;
    this.events = new EventSource("/_preview/events");
    this.events.addEventListener("open", () => this.showStatus(""));
    this.events.addEventListener("message", ({ data }) => this.receive(JSON.parse(data)));
    this.events.addEventListener("error", () => this.wait());
  }

  disconnect() {
    this.events?.close();
    this.cancelWait();
  }

  receive({ build, problems }) {
    if (problems !== null) this.show(build, problems);
    else if (build !== sentUnder) location.reload();
  }

  // A problem that was closed stays closed until the next build.
  show(build, problems) {
    if (build === this.shown) return;
    this.shown = build;
    this.text.textContent = problems;
    if (!this.dialog.open) this.dialog.showModal();
  }

  // The browser connects again by itself; some give up when nothing answers at all.
  wait() {
    this.patience ??= setTimeout(() => {
      this.showStatus("Preview stopped");
      if (this.events.readyState === EventSource.CLOSED) this.listen();
    }, PATIENCE);
  }

  showStatus(text) {
    this.cancelWait();
    this.note.textContent = text;
  }

  cancelWait() {
    clearTimeout(this.patience);
    this.patience = undefined;
  }
}

customElements.define("preview-desk", PreviewDesk);
if (window === window.top) document.documentElement.append(element("preview-desk", {}));
