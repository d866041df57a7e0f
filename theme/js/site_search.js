// <site-search>: what is found shows while somebody types. Pagefind and its index come with the
// first use. A worker would need a wider security policy; without one Pagefind searches right here.
const MARK = /<mark>(.*?)<\/mark>/;
const FEW = 3;

customElements.define(
  "site-search",
  class extends HTMLElement {
    connectedCallback() {
      this.field = this.querySelector("input");
      this.list = this.querySelector("ol");
      // What fails here is told when somebody searches.
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
        fetch(`${index}words.txt`).then((reply) => reply.text()),
      ]);
      this.engine = engine;
      this.words = words.split("\n");
      await engine.options({ baseUrl: "/", excerptLength: 24, metaCacheTag: "0" });
      await engine.init();
    }

    async search() {
      clearTimeout(this.timer);
      const query = this.field.value.trim();
      const turn = (this.turn = {});
      const { pathname } = location;
      history.replaceState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : pathname);
      if (!query) return this.show([], "");
      this.say("busy");
      try {
        await this.load();
        const pages = await this.find(query);
        if (turn === this.turn) this.show(pages, pages.length ? "found" : "nothing");
      } catch (error) {
        console.warn("search:", error.message);
        if (turn === this.turn) this.show([], "failed");
      }
    }

    // Pages that have all the words; when they are few, those that have some of them.
    async find(query) {
      const words = this.meant(query);
      if (!words.length) return [];
      const { results } = await this.engine.search(words.join(" "));
      const found = new Map(results.map((one) => [one.id, one]));
      const some = found.size < FEW ? await this.some(words) : [];
      for (const one of some) if (!found.has(one.id)) found.set(one.id, one);
      return Promise.all([...found.values()].slice(0, 8).map((one) => one.data()));
    }

    // The root: a page with several of the words comes before one with a rare word alone.
    async some(words) {
      const sums = new Map();
      for (const word of words)
        for (const one of (await this.engine.search(word)).results) {
          one.sum = Math.sqrt(one.score) + (sums.get(one.id)?.sum ?? 0);
          sums.set(one.id, one);
        }
      const sorted = [...sums.values()].sort((one, other) => other.sum - one.sum);
      return sorted.filter((one) => one.sum > sorted[0].sum / 2);
    }

    // The words as the site writes them; what it has in no spelling is left out.
    meant(query) {
      const typed = query.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
      return typed.map((word) => this.known(word)).filter(Boolean);
    }

    known(typed) {
      if (this.words.some((word) => word.startsWith(typed) || root(word, typed))) return typed;
      const slips = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
      const near = this.words.map((word) => [distance(word, typed), word]);
      const [least, word] = near.reduce((one, other) => (other[0] < one[0] ? other : one));
      return least <= slips ? word : "";
    }

    show(pages, answer) {
      this.list.replaceChildren(...pages.map(item));
      this.list.hidden = !pages.length;
      const found = this.querySelector("[data-answer=found]");
      found.textContent = found.textContent.replace(/\d+/, pages.length);
      this.say(answer);
    }

    say(answer) {
      for (const one of this.querySelectorAll("[data-answer]"))
        one.hidden = one.dataset.answer !== answer;
    }
  },
);

// "hips" has the root "hip"; "carpel" does not have the root "car".
function root(word, typed) {
  return typed.startsWith(word) && typed.length < 2 * word.length;
}

// How many letters are wrong, missing or too many (Levenshtein).
function distance(word, typed) {
  let row = [...Array(typed.length + 1).keys()];
  for (const letter of word) {
    const next = [row[0] + 1];
    for (const [place, other] of [...typed].entries())
      next.push(Math.min(row[place] + (letter !== other), row[place + 1] + 1, next[place] + 1));
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

// Every second piece is a word that was found.
function part(html, place) {
  const text = html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return place % 2 ? element("mark", text) : text;
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
