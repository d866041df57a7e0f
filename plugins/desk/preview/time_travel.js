// Time travel: shows this page as of another moment, and says so in a bar. It is the first script of
// the page and blocks, so every other script gets that moment's clock. Pages without ?at= (and AT) do
// not load it.
//   Takes  data-now      milliseconds since 1970, from where the clock runs on; without it, the
//                        clock stays as it is
//          data-message  what the bar says
//          data-note     a second sentence
//          data-back     the text of the link to the page without ?at=
//   Needs  script-src and style-src 'self'; no inline code; text never becomes HTML
//   Lacks  Temporal.Now; new Date(), Date.now() and Intl follow
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
      construct: (date, values, target) =>
        Reflect.construct(date, values.length ? values : [date.now()], target),
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

  // The instants at which something on this page appears or disappears.
  const changes = () => {
    const instants = new Set();
    for (const { dataset } of document.querySelectorAll("[data-since], [data-to]"))
      for (const instant of [dataset.since, dataset.to])
        if (instant && Number.isFinite(Number(instant))) instants.add(Number(instant));
    return [...instants].sort((one, other) => one - other);
  };

  // The link to the time before the first change leads to a minute before it.
  const neighbors = () => {
    const instants = changes();
    const next = instants.find((instant) => instant > Date.now());
    const past = instants.filter((instant) => instant <= Date.now());
    const previous = past.length ? (past.at(-2) ?? past[0] - 60000) : undefined;
    return { "Previous change": previous, "Next change": next };
  };

  const links = (element) => {
    const moments = Object.entries(from ? neighbors() : {})
      .filter(([, instant]) => instant !== undefined)
      .map(([words, instant]) => [words, address(new Date(instant).toISOString())]);
    if (back) moments.unshift([back, address()]);
    return moments.map(([words, href]) => element("a", { href }, words));
  };

  const showBar = async () => {
    const { element } = await import("./element.js");
    const texts = [message, note].filter(Boolean).map((words) => element("p", {}, words));
    const parts = [...texts, ...links(element)].flatMap((part) => [part, " "]);
    const bar = document.createElement("preview-at");
    const shadow = bar.attachShadow({ mode: "open" });
    shadow.append(
      element("link", { rel: "stylesheet", href: "/_preview/time_travel.css" }),
      element("section", { "aria-label": "Preview" }, ...parts),
    );
    document.documentElement.append(bar);
  };

  // Links of this site keep the moment. Only the one that is followed changes, so the page stays as
  // it is.
  const keep = ({ target }) => {
    const link = target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    const url = new URL(link.href);
    if (url.searchParams.has("at")) return;
    url.search += `${url.search ? "&" : "?"}at=${at}`;
    link.href = url.href;
  };

  if (at && from) for (const kind of ["click", "auxclick"]) addEventListener(kind, keep, true);
  if (message && window === window.top) addEventListener("DOMContentLoaded", showBar);
}
