// Live reload: reloads this page after a build. When the site cannot be built, it shows the problems
// over the page; when it could be built with warnings, a badge opens them.
//   Needs  script-src, style-src and connect-src 'self'; no inline code; text never becomes HTML
//   Reads  /_preview/events: {build, problems, shown, waiting, token}; data-build, the build of this page
// Only a visible page listens: a browser opens six connections to a server, so the page in a seventh
// tab would wait for ever.
import { element } from "./element.js";
import { problemList } from "./problems.js";

const sentUnder = document.querySelector("script[data-build]").dataset.build;
const PATIENCE = 1500; // milliseconds: a restart of the server takes less

class PreviewDesk extends HTMLElement {
  connectedCallback() {
    this.heading = element("h2", { id: "title" });
    this.advice = element("p", { id: "advice" });
    this.refusal = element("p", { role: "alert" });
    this.text = element("div", { id: "text" });
    this.badge = element("button", { type: "button", class: "badge", hidden: "" });
    this.badge.addEventListener("click", () => this.open());
    this.close = element("button", { type: "button", autofocus: "" }, "Close");
    this.close.addEventListener("click", () => this.dialog.close());
    this.dialog = element(
      "dialog",
      { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "advice text" },
      this.heading,
      this.advice,
      this.refusal,
      this.text,
      this.close,
    );
    this.note = element("p", { role: "status" });
    this.attachShadow({ mode: "open" }).append(
      element("link", { rel: "stylesheet", href: "/_preview/live_reload.css" }),
      this.dialog,
      this.badge,
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

  receive(status) {
    if (status.problems === null && status.build !== sentUnder) location.reload();
    else this.show(status);
  }

  // A problem that was closed stays closed until the next build.
  show(status) {
    if (status.build === this.shown) return;
    this.shown = status.build;
    const failed = status.problems !== null;
    const warnings = failed ? 0 : status.shown.length;
    this.heading.textContent = failed ? "The site could not be built" : "Worth a look";
    this.advice.textContent = failed
      ? "Correct this and save: the page then reloads by itself."
      : "The site was built. These are not in the way.";
    this.refusal.textContent = "";
    const refused = (words) => {
      this.refusal.textContent = words;
    };
    this.text.replaceChildren(
      ...(status.shown.length
        ? problemList(status, refused)
        : [element("pre", { tabindex: "0" }, status.problems ?? "")]),
    );
    this.badge.textContent =
      warnings === 1 ? "1 thing to look at" : `${warnings} things to look at`;
    this.badge.hidden = !warnings;
    this.showStatus(status.waiting);
    if (failed) this.open();
    else if (!warnings) this.dialog.close();
  }

  open() {
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
