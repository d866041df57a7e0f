// Problems: the list in the panel, with a button for each that the preview can fix.
//   Needs  connect-src 'self'; text never becomes HTML
//   Reads  shown: [{text, change}]; change: the lines that a repair changes, or nothing
import { element } from "./element.js";

// build and token come with the problems; onRefused gets the reason why a fix was not made.
export function problemList({ build, token, shown }, onRefused) {
  const list = element("ol", {});
  const buttons = [];

  function fixButton(label, number) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", async () => {
      for (const one of buttons) one.disabled = true;
      const refusal = await requestFix(build, token, number);
      if (refusal) onRefused(refusal);
    });
    buttons.push(button);
    return button;
  }

  for (const [number, { text, change }] of shown.entries()) {
    const item = element("li", {}, element("pre", { tabindex: "0" }, text));
    if (change) {
      const summary = element("summary", {}, "Show the change");
      const details = element("details", {}, summary, element("pre", {}, change));
      item.append(element("div", { class: "actions" }, fixButton("Fix it", number), details));
    }
    list.append(item);
  }
  if (buttons.length > 1) {
    const label = `Fix all ${buttons.length}`;
    return [fixButton(label, null), list];
  }
  return [list];
}

// The reason why nothing was fixed; nothing when it was.
async function requestFix(build, token, number) {
  try {
    const answer = await fetch("/_preview/fix", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Preview-Token": token },
      body: JSON.stringify({ build, number }),
    });
    return answer.ok ? "" : await answer.text();
  } catch {
    return "The preview has stopped, so nothing was fixed.";
  }
}
