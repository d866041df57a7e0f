// <site-search>: shows results while somebody types. It loads Pagefind and its index on first use.
// A worker would need a wider security policy; without one Pagefind searches on the main thread.
const MARK = /<mark>(.*?)<\/mark>/;
// Fewer results than this, and pages with only some of the words count as well.
const FEW = 3;

customElements.define(
  "site-search",
  class extends HTMLElement {
    connectedCallback() {
      this.field = this.querySelector("input");
      this.list = this.querySelector("ol");
      // search() loads again and shows an error if that fails, too.
      this.field.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
      this.field.addEventListener("input", () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.search(), 200);
      });
      this.field.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.search();
      });
      this.field.value ||= new URLSearchParams(location.search).get("q") ?? "";
      if (this.field.value) this.search();
    }

    load() {
      this.loaded ??= this.start().catch((error) => {
        this.loaded = undefined;
        throw error;
      });
      return this.loaded;
    }

    async start() {
      const { index } = this.dataset;
      window.Worker = undefined;
      const [engine, words] = await Promise.all([
        import(`${index}pagefind.js`),
        fetch(`${index}words.txt`).then((response) => response.text()),
      ]);
      this.engine = engine;
      this.words = words.split("\n");
      await engine.options({ baseUrl: "/", excerptLength: 24, metaCacheTag: "0" });
      await engine.init();
    }

    async search() {
      clearTimeout(this.timer);
      const query = this.field.value.trim();
      // A later search makes this one out of date.
      const turn = {};
      this.turn = turn;
      const url = query ? `?q=${encodeURIComponent(query)}` : location.pathname;
      history.replaceState(history.state, "", url);
      if (!query) return this.show([], "");
      this.answer("busy");
      try {
        await this.load();
        const pages = await this.find(query);
        if (turn === this.turn) this.show(pages, pages.length ? "found" : "nothing");
      } catch (error) {
        console.warn("search:", error.message);
        if (turn === this.turn) this.show([], "failed");
      }
    }

    // Pages with all the words; when they are few, then pages with some of the words.
    async find(query) {
      const words = this.correct(query);
      if (!words.length) return [];
      const { results } = await this.engine.search(words.join(" "));
      const pages = new Map(results.map((result) => [result.id, result]));
      const more = pages.size < FEW ? await this.findSome(words) : [];
      for (const result of more) if (!pages.has(result.id)) pages.set(result.id, result);
      return Promise.all([...pages.values()].slice(0, 8).map((result) => result.data()));
    }

    // Square roots put a page with several of the words before a page with one rare word.
    async findSome(words) {
      const sums = new Map();
      for (const word of words)
        for (const result of (await this.engine.search(word)).results) {
          result.sum = Math.sqrt(result.score) + (sums.get(result.id)?.sum ?? 0);
          sums.set(result.id, result);
        }
      const sorted = [...sums.values()].sort((one, other) => other.sum - one.sum);
      return sorted.filter((result) => result.sum > sorted[0].sum / 2);
    }

    // The words of a query as the site spells them, without words that the site does not have.
    correct(query) {
      const typed = query.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
      return typed.map((word) => this.spelling(word)).filter(Boolean);
    }

    spelling(typed) {
      if (this.words.some((word) => word.startsWith(typed) || isRoot(word, typed))) return typed;
      const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
      const nearest = this.words
        .map((word) => ({ word, slips: distance(word, typed) }))
        .reduce((best, other) => (other.slips < best.slips ? other : best));
      return nearest.slips <= allowed ? nearest.word : "";
    }

    show(pages, answer) {
      this.list.replaceChildren(...pages.map(item));
      this.list.hidden = !pages.length;
      const count = this.querySelector("[data-answer=found]");
      count.textContent = count.textContent.replace(/\d+/, pages.length);
      this.answer(answer);
    }

    answer(name) {
      for (const element of this.querySelectorAll("[data-answer]"))
        element.hidden = element.dataset.answer !== name;
    }
  },
);

// "hip" is the root of "hips"; "car" is not the root of "carpel".
function isRoot(word, typed) {
  return typed.startsWith(word) && typed.length < 2 * word.length;
}

// How many letters are wrong, missing or too many (Levenshtein).
function distance(word, typed) {
  let row = [...Array(typed.length + 1).keys()];
  for (const letter of word) {
    const next = [row[0] + 1];
    for (const [index, other] of [...typed].entries())
      next.push(Math.min(row[index] + (letter !== other), row[index + 1] + 1, next[index] + 1));
    row = next;
  }
  return row.at(-1);
}

function item({ url, meta, content, excerpt, plain_excerpt: plain }) {
  const link = element("a", meta.title);
  link.href = url;
  const before = content.startsWith(plain) ? "" : "… ";
  const after = content.endsWith(plain) ? "" : " …";
  const text = element("p", before, ...excerpt.split(MARK).map(part), after);
  return element("li", element("h2", link), text);
}

// Every second piece is a word that matches the query.
function part(html, index) {
  const text = html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return index % 2 ? element("mark", text) : text;
}

function element(name, ...content) {
  const node = document.createElement(name);
  node.append(...content);
  return node;
}
