// View transitions: pages of the site fade into each other, for visitors who have not asked for less
// motion. The first paint waits until the content has begun, so that the offer clock, which stands
// before the content, has set the banner. It stands in the head, minified.
// This is a script because the HTML checker knows neither rel="expect" nor @view-transition.
try {
  const link = document.createElement("link");
  link.rel = "expect";
  link.href = "#content";
  link.setAttribute("blocking", "render");
  document.head.append(link);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}",
  );
  document.adoptedStyleSheets = [sheet];
} catch {
  // An older browser: pages change without a transition.
}
