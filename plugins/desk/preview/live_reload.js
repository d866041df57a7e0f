/* Preview: reloads this page after a build; shows over it what keeps the site from being built.
   Needs  script-src, style-src and connect-src 'self'; no inline code; text never becomes HTML
   Tells  /_preview/events: {build, problems}; this page was sent under the build in data-build
   Only a page that somebody looks at listens: a browser opens six connections to a server, and
   the page in a seventh tab would wait for ever. */
{
  const sentUnder = document.currentScript.dataset.build;
  const PATIENCE = 1500; // milliseconds: a restart of the server is no news

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  class PreviewDesk extends HTMLElement {
    connectedCallback() {
      this.text = make("pre", { id: "text", tabindex: "0" });
      this.close = make("button", { type: "button", autofocus: "" }, "Close");
      this.close.addEventListener("click", () => this.dialog.close());
      this.dialog = make(
        "dialog",
        { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "text" },
        make("h2", { id: "title" }, "The site could not be built"),
        make("p", {}, "Correct this and save: the page then reloads by itself."),
        this.text,
        this.close,
      );
      this.note = make("p", { role: "status" });
      this.attachShadow({ mode: "open" }).append(
        make("link", { rel: "stylesheet", href: "/_preview/live_reload.css" }),
        this.dialog,
        this.note,
      );
      document.addEventListener("visibilitychange", () => this.listen());
      addEventListener("pageshow", ({ persisted }) => persisted && this.listen());
      addEventListener("pagehide", () => this.leave());
      this.listen();
    }

    listen() {
      this.leave();
      if (document.visibilityState !== "visible") return;
      this.events = new EventSource("/_preview/events");
      this.events.addEventListener("open", () => this.say(""));
      this.events.addEventListener("message", ({ data }) => this.receive(JSON.parse(data)));
      this.events.addEventListener("error", () => this.wait());
    }

    leave() {
      this.events?.close();
      this.calm();
    }

    receive({ build, problems }) {
      if (problems !== null) this.show(build, problems);
      else if (build !== sentUnder) location.reload();
    }

    /* A problem that was closed stays closed until the next build. */
    show(build, problems) {
      if (build === this.shown) return;
      this.shown = build;
      this.text.textContent = problems;
      if (!this.dialog.open) this.dialog.showModal();
    }

    /* The browser asks again by itself; some give up when nothing answers at all. */
    wait() {
      this.patience ??= setTimeout(() => {
        this.say("Preview stopped");
        if (this.events.readyState === EventSource.CLOSED) this.listen();
      }, PATIENCE);
    }

    say(text) {
      this.calm();
      this.note.textContent = text;
    }

    calm() {
      clearTimeout(this.patience);
      this.patience = undefined;
    }
  }

  customElements.define("preview-desk", PreviewDesk);
  if (window === window.top) document.documentElement.append(make("preview-desk", {}));
}
