// What became of the last save: when the site was published, from which commit, what is worth a
// look; and whether a newer commit did not get there, with the problems that the check found.
export const GITHUB = "https://api.github.com";
const HEADERS = { Accept: "application/vnd.github+json" };

export async function showState(element, repository) {
  const answer = await fetch("state.json", { cache: "no-cache" });
  if (!answer.ok) return;
  const { published, commit, problems } = await answer.json();
  const when = new Date(published).toLocaleString("en-US", {
    dateStyle: "long",
    timeStyle: "short",
  });
  show(element, `Published on ${when}.`, problems, "");
  const newer = await newest(repository).catch(() => null);
  if (!newer || !commit || newer === commit) return;
  const found = await checks(repository, newer).catch(() => null);
  const actions = `https://github.com/${repository}/actions`;
  if (found?.failed) {
    const head =
      "Your last save is not on the site, which is as it was. Something has to be changed.";
    show(element, head, found.problems, actions);
  } else {
    const wait = "A newer save is not on the site yet. That takes some minutes.";
    show(element, `${wait} Published on ${when}.`, [], actions);
  }
}

function show(element, text, problems, link) {
  const summary = document.createElement("summary");
  const several = problems.length === 1 ? "1 thing" : `${problems.length} things`;
  summary.textContent = problems.length ? `${text} ${several} to look at.` : text;
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.textContent = problem;
    list.append(item);
  }
  element.replaceChildren(summary, list);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = "See on GitHub what happened";
    element.append(anchor);
  }
  element.hidden = false;
}

// The newest commit of the branch that the site is published from.
async function newest(repository) {
  const [{ sha }] = await ask(`/repos/${repository}/commits?per_page=1`);
  return sha;
}

// Whether a check of a commit failed, and what it said at which line.
async function checks(repository, commit) {
  const { check_runs: runs } = await ask(`/repos/${repository}/commits/${commit}/check-runs`);
  const failed = runs.filter((run) => run.conclusion === "failure");
  const said = failed.map(({ id }) => ask(`/repos/${repository}/check-runs/${id}/annotations`));
  const annotations = (await Promise.all(said)).flat();
  const errors = annotations.filter((one) => one.annotation_level === "failure");
  const problems = errors.map((one) => `${one.path}:${one.start_line} ${one.message}`);
  return { failed: failed.length > 0, problems };
}

async function ask(path) {
  const answer = await fetch(GITHUB + path, { headers: { ...HEADERS, ...signedIn() } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

// The token that staff have signed in with, where the repository is not public.
function signedIn() {
  const { token } = JSON.parse(localStorage.getItem("sveltia-cms.user") ?? "{}");
  return token ? { Authorization: `Bearer ${token}` } : {};
}
