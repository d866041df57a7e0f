// Offer clock: shows what an offer is now, before the first paint and at the exact instant of every
// start and end. An element with data-since and data-to (milliseconds since 1970, the end exclusive)
// shows while now lies between the two, and is hidden otherwise.
// It stands in the page right after the offer banner, minified, in at most 600 bytes. Its syntax is
// that of 2018, older than that of site.js: where other scripts run, it runs.
{
  let timer;
  const page = document;
  const banner = page.currentScript.previousElementSibling;
  const dataset = banner.dataset;
  // Keys of the offers that the visitor has closed. It also works where storage is blocked.
  const closed = {};

  const update = () => {
    const now = Date.now();
    // Look again at the next change, or in a minute: somebody may set the clock, or the device sleep.
    let wait = 60_000;
    let current;
    for (const element of page.querySelectorAll("[data-to]")) {
      const { since, to, offer } = element.dataset;
      const change = since > now ? since : to;
      if (change > now && change - now < wait) wait = change - now;
      element.hidden = since > now || to <= now;
      // The page keeps room for what may show while it is open: what begins within about a day.
      if (!timer) element.dataset.near = since - now < 1e8;
      // Only elements of the banner name an offer, and one of them shows at a time.
      if (!element.hidden) current = current || offer;
    }
    try {
      if (closed[current]) localStorage[current] = true;
      else closed[current] = localStorage[current];
    } catch {
      // Storage is blocked or full.
    }
    // A banner that appears after the page must not move the page.
    if (banner.hidden && !closed[current]) dataset.late = true;
    banner.hidden = closed[current];
    clearTimeout(timer);
    timer = setTimeout(update, wait);
  };

  // The close button of an offer has the offer's key as its value; other elements have none.
  banner.onclick = ({ target: { value } }) => {
    if (value) {
      closed[value] = true;
      update();
    }
  };

  window.onpageshow = page.onvisibilitychange = update;
  dataset.far = Intl.DateTimeFormat().resolvedOptions().timeZone !== dataset.zone;
  update();
}
