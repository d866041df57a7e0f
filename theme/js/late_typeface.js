// The serif for the next page, where this page did without it.
const link = document.querySelector("link[as=font]");

async function remember() {
  const answer = await fetch(link.href, { priority: "low" });
  await answer.blob();
  try {
    localStorage.serif = link.href;
  } catch {
    // Storage is blocked: the next page does without it as well.
  }
}

if (link && !matchMedia(link.media).matches && !navigator.connection?.saveData) remember();
