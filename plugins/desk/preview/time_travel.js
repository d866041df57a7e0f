/* At: shows this page as of another moment. It stands first in the head and blocks, so that every
   other script finds that moment's clock; without ?at= (and AT) the page does not have it.
   Takes  data-now   milliseconds since 1970, from where the clock runs on; none leaves it alone
          data-message  the text of the bar  data-note  a second sentence
          data-back  words of the link to the page without ?at=
   Needs  script-src and style-src 'self'; no inline code; text never becomes HTML
   Dates made without arguments, Date.now() and Intl follow; Temporal.Now does not. */
{
  const { now: from, message, note, back } = document.currentScript.dataset;
  const at = location.search.match(/[?&]at=([^&]*)/)?.[1];

  if (from) {
    const { DateTimeFormat } = Intl;
    const now = Date.now;
    const shift = from - now();
    Date.now = () => now() + shift;
    Date.prototype.constructor = globalThis.Date = new Proxy(Date, {
      apply: (date) => new Date(date.now()).toString(),
      construct: (date, given, made) =>
        Reflect.construct(date, given.length ? given : [date.now()], made),
    });
    const format = Object.getOwnPropertyDescriptor(DateTimeFormat.prototype, "format");
    Object.defineProperty(DateTimeFormat.prototype, "format", {
      ...format,
      get() {
        const formatted = format.get.call(this);
        return (date = Date.now()) => formatted(date);
      },
    });
    const { formatToParts } = DateTimeFormat.prototype;
    DateTimeFormat.prototype.formatToParts = function (date = Date.now()) {
      return formatToParts.call(this, date);
    };
  }

  const address = (moment) => {
    const url = new URL(location);
    url.searchParams.delete("at");
    if (moment) url.search += `${url.search ? "&" : "?"}at=${moment}`;
    return url.href;
  };

  /* The instants at which something on this page begins to show, or ceases to. */
  const changes = () => {
    const found = new Set();
    for (const { dataset } of document.querySelectorAll("[data-since], [data-to]"))
      for (const text of [dataset.since, dataset.to])
        if (text && Number.isFinite(Number(text))) found.add(Number(text));
    return [...found].sort((one, other) => one - other);
  };

  /* A minute before the first change stands for the time before it. */
  const neighbors = () => {
    const instants = changes();
    const next = instants.find((instant) => instant > Date.now());
    const past = instants.filter((instant) => instant <= Date.now());
    const previous = past.length ? (past.at(-2) ?? past[0] - 60000) : undefined;
    return { "Previous change": previous, "Next change": next };
  };

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  class PreviewAt extends HTMLElement {
    connectedCallback() {
      const links = back ? [make("a", { href: address() }, back)] : [];
      for (const [words, instant] of Object.entries(from ? neighbors() : {}))
        if (instant !== undefined)
          links.push(make("a", { href: address(new Date(instant).toISOString()) }, words));
      const texts = [message, note].filter(Boolean);
      this.attachShadow({ mode: "open" }).append(
        make("link", { rel: "stylesheet", href: "/_preview/time_travel.css" }),
        make(
          "section",
          { "aria-label": "Preview" },
          ...[...texts.map((text) => make("p", {}, text)), ...links].flatMap((part) => [part, " "]),
        ),
      );
    }
  }

  /* The links of this site keep the moment; only as they are followed, so the page stays as it is. */
  const keep = ({ target }) => {
    const link = target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    const url = new URL(link.href);
    if (url.searchParams.has("at")) return;
    url.search += `${url.search ? "&" : "?"}at=${at}`;
    link.href = url.href;
  };

  if (at && from) for (const kind of ["click", "auxclick"]) addEventListener(kind, keep, true);
  if (message && window === window.top) {
    customElements.define("preview-at", PreviewAt);
    addEventListener("DOMContentLoaded", () =>
      document.documentElement.append(document.createElement("preview-at")),
    );
  }
}
