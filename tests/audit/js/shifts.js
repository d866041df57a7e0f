// Layout shifts from the first paint on, each with what moved. Those within half a second of a
// press are an answer to it, and no fault (Layout Instability: hadRecentInput).
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    const moved = sources.map(({ node }) => node?.className || node?.localName || node?.nodeName);
    window.shifts.push(`${value.toFixed(4)} ${moved.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
