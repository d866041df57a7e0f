// <site-search>: shows results while somebody types. It loads Pagefind and its index on first use.
// A worker would need a wider security policy; without one Pagefind searches on the main thread.
const MARK = /<mark>(.*?)<\/mark>/;
// Fewer results than this, and pages with only some of the words count as well.
const FEW = 3;
const MOST = 8;

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
      const [engine, guide] = await Promise.all([
        import(`${index}pagefind.js`),
        fetch(`${index}guide.json`).then((response) => response.json()),
      ]);
      this.engine = engine;
      Object.assign(this, guide);
      // Every word that says something: one that was typed wrong is taken for the nearest.
      const phrases = [...this.bets.flatMap((bet) => bet.phrases), ...this.alike.flat(), ...this.small];
      this.known = [...this.words, ...phrases.flatMap(split)];
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

    // Pages that are meant; then those with all the words; when they are few, with some of them.
    async find(query) {
      const typed = split(query).map((word) => this.spelling(word)).filter(Boolean);
      const bets = this.bet(typed);
      const words = this.sought(typed);
      const pages = new Map();
      if (words.length) {
        const { results } = await this.engine.search(words.join(" "));
        for (const result of results) pages.set(result.id, result);
        const more = pages.size < FEW ? await this.findSome(words) : [];
        for (const result of more) if (!pages.has(result.id)) pages.set(result.id, result);
      }
      const first = [...pages.values()].slice(0, MOST);
      const found = await Promise.all(first.map((result) => result.data()));
      const meant = bets.map((bet) => found.find(({ url }) => url === bet.url) ?? shown(bet));
      return [...new Set([...meant, ...found])].slice(0, MOST);
    }

    // The pages that most of the words ask for. A word that many pages have says little.
    bet(typed) {
      const hits = this.bets.map((bet) => bet.phrases.map(split).filter((phrase) => asked(phrase, typed)));
      const pages = new Map();
      for (const word of new Set(hits.flat(2)))
        pages.set(word, hits.filter((phrases) => phrases.flat().includes(word)).length);
      const scored = this.bets.map((bet, index) => {
        const words = [...new Set(hits[index].flat())];
        return { bet, score: words.reduce((sum, word) => sum + 1 / pages.get(word), 0) };
      });
      const best = Math.max(...scored.map(({ score }) => score));
      const likely = scored.filter(({ score }) => score > 0.3 && score > best / 2);
      return likely.sort((one, other) => other.score - one.score).slice(0, 2).map(({ bet }) => bet);
    }

    // The words that say something, as the site says them.
    sought(typed) {
      const telling = typed.filter((word) => !this.small.includes(word));
      return (telling.length ? telling : typed).flatMap((word) => {
        if (this.has(word)) return word;
        const same = this.alike.find((group) => group.includes(word)) ?? [];
        return same.find((other) => split(other).every((part) => this.has(part))) ?? [];
      });
    }

    has(typed) {
      return this.words.some((word) => word.startsWith(typed) || isRoot(word, typed));
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

    // A word as it is known, exact before alike; "" for one that nothing is like.
    spelling(typed) {
      if (this.known.some((word) => word.startsWith(typed) || isRoot(word, typed))) return typed;
      const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
      const nearest = this.known
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

// The words of a text, of three letters or more.
function split(text) {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

// Whether each word of a phrase was typed, in this form or a longer or shorter one.
function asked(phrase, typed) {
  const same = (word) => typed.some((other) => word === other || isForm(word, other));
  return phrase.length > 0 && phrase.every(same);
}

function isForm(word, other) {
  const [short, long] = [word, other].sort((one, next) => one.length - next.length);
  return short.length > 3 && long.startsWith(short) && long.length - short.length <= 3;
}

// A page that is meant, in the form of one that was found.
function shown({ url, title, text }) {
  return { url, meta: { title }, content: text, excerpt: text, plain_excerpt: text };
}

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
