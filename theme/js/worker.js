// The service worker of a published site. A page without the mark, in the preview or on a site that
// has none any more, sends away whichever is there.
const { serviceWorker: workers } = navigator;
// All that the site's security policy lets become a worker.
const ours = { createScriptURL: () => "/sw.js" };

if (workers) {
  const act = "worker" in document.body.dataset ? register : leave;
  if (document.readyState === "complete") act();
  else addEventListener("load", act);
}

function register() {
  const policy = self.trustedTypes?.createPolicy("worker", ours) ?? ours;
  return workers.register(policy.createScriptURL(""));
}

async function leave() {
  const worker = await workers.getRegistration();
  if (!worker) return;
  await worker.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
