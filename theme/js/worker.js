// Registers the service worker of a published site. Pages without data-worker (in the preview, or on
// a site that no longer has one) remove the worker and its caches.
const { serviceWorker: container } = navigator;
// The site's security policy allows this one script as a worker.
const policy = { createScriptURL: () => "/sw.js" };

if (container) {
  const action = "worker" in document.body.dataset ? register : unregister;
  if (document.readyState === "complete") action();
  else addEventListener("load", action);
}

function register() {
  const trusted = self.trustedTypes?.createPolicy("worker", policy) ?? policy;
  return container.register(trusted.createScriptURL(""));
}

async function unregister() {
  const registration = await container.getRegistration();
  if (!registration) return;
  await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
