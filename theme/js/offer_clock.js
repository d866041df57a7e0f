// Offer clock: shows what an offer is now, before the first paint and at the exact instant of every
// start and end. An element with data-since and data-to (milliseconds since 1970, the end exclusive)
// shows while now lies between the two, and is hidden otherwise.
// It stands in the page right after the offer banner, minified, in at most 600 bytes. Its syntax is
// that of 2018, older than that of site.js: where other scripts run, it runs.
{
  let timer;
  const banner = document.currentScript.previousElementSibling;
  const dataset = banner.dataset;
  // Keys of the offers that the visitor has closed. It also works where storage is blocked.
  const closed = {};

  const update = () => {
    const now = Date.now();
    // Look again at the next change, or in a minute: somebody may set the clock, or the device sleep.
    let wait = 60_000;
    let current;
    for (const element of document.querySelectorAll("[data-to]")) {
      const { since, to, offer } = element.dataset;
      const change = since > now ? since : to;
      if (change > now) wait = Math.min(wait, change - now);
      element.hidden = since > now || to <= now;
      // Only elements of the banner name an offer, and one of them shows at a time.
      if (!element.hidden) current = current || offer;
    }
    try {
      closed[current] = closed[current] || localStorage[current];
    } catch {
      // Storage is blocked.
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
      try {
        localStorage[value] = true;
      } catch {
        // Storage is blocked or full.
      }
      update();
    }
  };

  window.onpageshow = document.onvisibilitychange = update;
  dataset.far = Intl.DateTimeFormat().resolvedOptions().timeZone !== dataset.zone;
  update();
}
