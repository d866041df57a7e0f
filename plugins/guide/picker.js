// The picker: lays the styles of the chosen look over the page in the frame, and says the lines for
// practice.yaml that make it so.
const form = document.querySelector("form");
const frame = document.querySelector("iframe");
const lines = document.querySelector("#lines");
const { styles, looks } = await (await fetch("looks.json")).json();
const SECTIONS = {
  map: ".body_map",
  steps: "#steps",
  modalities: "#modalities",
  people: "#people",
  prices: "#sessions",
  voices: "#voices",
  gift: "#gift",
  news: "#news",
  questions: "#questions",
};
const OWN = { typeface: "fraunces", paper: "cream", corners: "square", color: "" };

function chosen() {
  return Object.fromEntries(new FormData(form));
}

function names(text) {
  return text.split(/[\s,]+/).filter((name) => name in SECTIONS);
}

function show() {
  const look = chosen();
  frame.style.inlineSize = look.width;
  const inside = frame.contentWindow;
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(
    styles.typeface[look.typeface] + styles.inks[`${look.paper} ${look.color}`] + styles.corners[look.corners],
  );
  inside.document.adoptedStyleSheets = [sheet];
  if (look.page === "/") arrange(inside.document, names(look.sections));
  lines.textContent = said(look);
}

// In the order that was asked for; what the page does not have cannot be shown here.
function arrange(page, wanted) {
  const main = page.querySelector("main");
  const end = main.querySelector(":scope > .call_to_action, :scope > .share_links");
  for (const [name, selector] of Object.entries(SECTIONS)) {
    const section = main.querySelector(selector)?.closest("main > *");
    if (section && !section.matches(".hero")) section.hidden = wanted.length && !wanted.includes(name);
  }
  for (const name of wanted) {
    const section = main.querySelector(SECTIONS[name])?.closest("main > *");
    if (section && !section.matches(".hero")) main.insertBefore(section, end);
  }
}

function said(look) {
  const brand = Object.keys(OWN).filter((key) => look[key] !== OWN[key]);
  const rows = brand.map((key) => `  ${key}: ${key === "color" ? `"${look[key]}"` : look[key]}`);
  const sections = names(look.sections);
  return [
    ...(rows.length ? ["brand:", ...rows] : []),
    ...(sections.length ? ["home:", `  sections: [${sections.join(", ")}]`] : []),
  ].join("\n") || "# The theme's own look needs no lines.";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (event.target.name === "preset") {
    const look = { ...OWN, sections: "", ...looks[event.target.value] };
    for (const [key, value] of Object.entries(look)) form.elements[key].value = value;
  }
  if (event.target.name === "page") frame.src = event.target.value;
  else show();
});
frame.addEventListener("load", show);
if (frame.contentDocument?.readyState === "complete") show();
