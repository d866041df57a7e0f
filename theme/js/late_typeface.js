// Late typeface: where this page did without the serif, fetches it for the next page and notes that
// in localStorage, where typeface_rules.js looks.
const link = document.querySelector("link[as=font]");

async function fetchSerif() {
  const response = await fetch(link.href, { priority: "low" });
  await response.blob();
  try {
    localStorage.serif = link.href;
  } catch {
    // Storage is blocked: the next page does without the serif, too.
  }
}

if (link && !matchMedia(link.media).matches && !navigator.connection?.saveData) fetchSerif();
