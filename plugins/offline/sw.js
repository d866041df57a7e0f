// The service worker: keeps PAGES, one a language, and their SCRIPT in CACHE, and shows the one of its
// language when another page cannot be loaded. It keeps no other page, so an offer that has ended never shows again.
addEventListener("install", (event) => {
  // Open pages do not depend on an older worker.
  skipWaiting();
  // In browsers that can, pages do not wait for this worker, and other requests bypass it.
  event.addRoutes?.([
    { condition: { requestMode: "navigate" }, source: "race-network-and-fetch-handler" },
    { condition: { urlPattern: SCRIPT }, source: "cache" },
    { condition: { urlPattern: {} }, source: "network" },
  ]);
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) =>
        cache.addAll([...PAGES.map((page) => new Request(page, { cache: "no-cache" })), SCRIPT]),
      ),
  );
});

addEventListener("activate", (event) => event.waitUntil(cleanUp()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  // The folder of a language, without offline/; that of the first language has every address.
  const page = PAGES.find((known) => url.startsWith(origin + known.slice(0, -8)));
  if (mode === "navigate" && method === "GET") event.respondWith(load(event, page, 503));
  if (url.endsWith(SCRIPT)) event.respondWith(load(event, SCRIPT));
});

async function cleanUp() {
  // In the other browsers, requests for pages start while the worker does.
  await registration.navigationPreload?.enable();
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

// 503 is an error to browsers: they neither prefetch the page nor go back to it.
async function load({ preloadResponse, request }, cached, status) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    const { body, headers } = await caches.match(cached);
    return new Response(body, { headers, status });
  }
}
