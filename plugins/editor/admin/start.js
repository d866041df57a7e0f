// Starts the editor with the forms of this site, or says in words why it cannot start.
import { formatOf } from "./format.js";
import { GITHUB, showState } from "./state.js";

const UNREACHABLE =
  "GitHub cannot be reached. Check the connection, then try again: what you typed is still here.";
const root = document.getElementById("nc-root");

// Only the preview knows: on the live site, GitHub refuses a save over another.
async function unchanged(...texts) {
  const answers = texts.filter(Boolean).map(async (text) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    const digest = [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, "0"));
    return fetch(`unchanged/${digest.join("")}`);
  });
  return (await Promise.all(answers)).some(({ status }) => status !== 409);
}

// A browser says no more than "Failed to fetch", and the editor repeats it.
function nameTheConnection() {
  const request = window.fetch;
  window.fetch = (...asked) =>
    request(...asked).catch((cause) => {
      if (cause.name !== "TypeError" || !String(asked[0]?.url ?? asked[0]).startsWith(GITHUB))
        throw cause;
      throw new TypeError(UNREACHABLE, { cause });
    });
}

function say(text) {
  const message = document.createElement("p");
  message.className = "message";
  message.role = "alert";
  message.textContent = text;
  root.replaceChildren(message);
}

async function start() {
  const answer = await fetch("config.json");
  if (!answer.ok) return say(await answer.text());
  const { config, shapes, missing, repository, ...known } = await answer.json();
  if (missing) return say(missing);
  const state = document.getElementById("state");
  if (repository) showState(state, repository).catch((error) => console.warn(error));
  nameTheConnection();
  const { default: cms } = await import("./sveltia/index.js");
  for (const [name, { keys, body }] of Object.entries(shapes)) {
    cms.registerCustomFormat(
      name,
      body ? "md" : "yaml",
      formatOf(keys, { body, ...known, unchanged: repository ? undefined : unchanged }),
    );
  }
  await cms.init({ config });
}

start().catch((error) => say(`The editor could not start: ${error.message}`));
