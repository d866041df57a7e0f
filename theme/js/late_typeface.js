// Late typeface: where this page did without the serif, fetches it after the first paint and notes that
// in localStorage, where typeface_rules.js looks. This page takes it at once, too, when nothing in
// sight would change its size by it: what somebody is about to touch must not move.
const link = document.querySelector("link[as=font]");
const FAMILY = "Fraunces";
const TRIAL = "Fraunces Trial";

async function fetchSerif() {
  const response = await fetch(link.href, { priority: "low" });
  const font = await response.arrayBuffer();
  if (document.fonts) await setHeadings(font);
  try {
    localStorage.serif = link.href;
  } catch {
    // Storage is blocked: the next page does without the serif, too.
  }
}

async function setHeadings(font) {
  const [trial, face] = await Promise.all([TRIAL, FAMILY].map((family) => load(family, font)));
  // No pause from here on: nobody scrolls between the trial and its outcome.
  document.fonts.add(trial);
  const parts = [...document.querySelectorAll("body *")].filter(inReach).filter(inSerif);
  const fits = [...new Set(parts.map(box))].every(stays);
  document.fonts.delete(trial);
  if (fits) document.fonts.add(face);
}

function load(family, font) {
  return new FontFace(family, font, { weight: "400 700" }).load();
}

// In the window, above it, or so little below it that somebody has scrolled there when the page is next
// drawn. What is above counts, since not every browser holds the window still when it grows.
function inReach(part) {
  const { top, width } = part.getBoundingClientRect();
  return width > 0 && top < 2 * innerHeight;
}

// Whether it has words of its own in the serif.
function inSerif(part) {
  const words = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return words && getComputedStyle(part).fontFamily.startsWith(FAMILY);
}

// What has a size of its own: a heading, for the link in it.
function box(part) {
  return getComputedStyle(part).display === "inline" ? box(part.parentElement) : part;
}

// Whether a box keeps its size: a copy out of the flow has room as the box has, and nobody sees it.
function stays(part) {
  const before = part.getBoundingClientRect();
  const copy = part.cloneNode(true);
  const fills = Math.abs(part.parentElement.clientWidth - before.width) < 1;
  const width = fills || getComputedStyle(part).display === "block" ? `${before.width}px` : "auto";
  copy.style.cssText = `position:absolute;visibility:hidden;box-sizing:border-box;width:${width}`;
  copy.style.fontFamily = `"${TRIAL}"`;
  part.after(copy);
  const after = copy.getBoundingClientRect();
  copy.remove();
  return Math.hypot(after.width - before.width, after.height - before.height) < 0.5;
}

if (link && !matchMedia(link.media).matches && !navigator.connection?.saveData) fetchSerif();
