// Shows PAGE, which it keeps with its SCRIPT in CACHE, in place of a page that cannot be loaded. No
// other page is ever kept, so what has ended cannot come back.
oninstall = (event) => {
  // Nothing that is open needs an older one.
  skipWaiting();
  // Where browsers can, pages do not wait for this worker, and nothing else goes through it.
  event.addRoutes?.([
    { condition: { requestMode: "navigate" }, source: "race-network-and-fetch-handler" },
    { condition: { urlPattern: SCRIPT }, source: "cache" },
    { condition: { urlPattern: {} }, source: "network" },
  ]);
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([new Request(PAGE, { cache: "no-cache" }), SCRIPT])),
  );
};

onactivate = (event) => event.waitUntil(tidy());

onfetch = (event) => {
  const { method, mode, url } = event.request;
  if (mode === "navigate" && method === "GET") event.respondWith(load(event, PAGE, 503));
  if (url.endsWith(SCRIPT)) event.respondWith(load(event, SCRIPT));
};

async function tidy() {
  // In the other browsers, pages are asked for while it starts.
  await registration.navigationPreload?.enable();
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

// 503 is an error to browsers: they neither prefetch the page nor go back to it.
async function load({ preloadResponse, request }, kept, status) {
  try {
    return (await preloadResponse) ?? await fetch(request);
  } catch {
    const { body, headers } = await caches.match(kept);
    return new Response(body, { headers, status });
  }
}
