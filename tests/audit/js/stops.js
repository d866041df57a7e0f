// Places that a keyboard stops at and a finger presses: how large, whether their focus shows,
// whether something that stays in place covers them.
window.stops = {
  SELECTOR: "a[href], button, input, select, textarea, summary, [tabindex]",
  ACTIONS: ".button, button, summary, nav a, [href^='tel:'], [href^='sms:'], share-links a",

  all() {
    return [...document.querySelectorAll(this.SELECTOR)].filter(
      (one) =>
        one.tabIndex >= 0 &&
        one.getClientRects().length &&
        one.checkVisibility({ visibilityProperty: true }),
    );
  },

  // Words that name the place for whoever reads the finding.
  name(one) {
    // biome-ignore lint/performance/useDomNodeTextContent: only text that shows helps the reader
    const words = one.getAttribute("aria-label") ?? one.innerText ?? one.textContent;
    const short = (words || one.id || one.name || "").trim().replace(/\s+/g, " ").slice(0, 50);
    return `${one.localName} "${short}"`;
  },

  // A link among the words of a sentence cannot be larger than its line (WCAG 2.5.8, inline).
  inSentence(one) {
    if (!one.matches("a") || getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.textContent.trim() !== one.textContent.trim();
  },

  // Width and height of all that belongs to it, its label included.
  size(one) {
    const parts = [one, ...one.querySelectorAll("*"), ...(one.labels ?? [])];
    const boxes = parts
      .filter((part) => !part.matches(".unseen"))
      .flatMap((part) => [...part.getClientRects()]);
    const span = (low, high) =>
      Math.max(...boxes.map((box) => box[high])) - Math.min(...boxes.map((box) => box[low]));
    return [span("left", "right"), span("top", "bottom")];
  },

  targets() {
    return this.all()
      .filter((one) => !this.inSentence(one))
      .map((one) => ({
        name: this.name(one),
        action: one.matches(this.ACTIONS),
        size: Math.min(...this.size(one)),
      }));
  },

  // What changes when the focus comes: the line around it, or around its shape in a drawing.
  line(one) {
    return [one, ...one.querySelectorAll("path")].map((part) => {
      const style = getComputedStyle(part);
      const drawn = part instanceof SVGGeometryElement;
      const width = parseFloat(drawn ? style.strokeWidth : style.outlineWidth);
      const color = drawn ? style.stroke : style.outlineColor;
      const kind = drawn ? color : style.outlineStyle;
      const shown = kind !== "none" && (this.forced() || colors.parts(color)[3] > 0.9);
      return { width: shown ? width : 0, color, drawn };
    });
  },

  // A line of two pixels that was not there before, 3:1 against what lies around it, unless
  // the colors are the visitor's own.
  // A keyboard must have been used before, or the browser shows no focus.
  unmarked() {
    const found = [];
    const visited = new Set();
    // Some come only while another has the focus.
    const next = () => this.all().find((one) => !visited.has(one));
    for (let one = next(); one; one = next()) {
      visited.add(one);
      document.activeElement.blur();
      const before = JSON.stringify(this.line(one));
      one.focus({ preventScroll: true });
      const after = this.line(one);
      if (JSON.stringify(after) === before || !after.some((line) => this.seen(one, line)))
        found.push(this.name(one));
    }
    return found;
  },

  forced() {
    return matchMedia("(forced-colors: active)").matches;
  },

  seen(one, { width, color }) {
    return (
      width >= 2 && (this.forced() || colors.contrast(color, colors.behind(one.parentElement)) >= 3)
    );
  },

  // What stays in place while the page scrolls, and lies over a part of what has the focus.
  coveredBy() {
    const one = document.activeElement;
    const box = one.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "out of sight";
    const inset = 1.5;
    const points = [
      [x, y],
      ...[box.left + inset, box.right - inset].flatMap((left) =>
        [box.top + inset, box.bottom - inset].map((top) => [left, top]),
      ),
    ];
    for (const point of points) {
      for (
        let over = document.elementFromPoint(...point);
        over && !over.contains(one);
        over = over.parentElement
      ) {
        if (["fixed", "sticky"].includes(getComputedStyle(over).position))
          return `${over.localName}.${over.className}`;
      }
    }
    return "";
  },

  // The browser may scroll to the focus a moment after it moved.
  async settled() {
    for (let frame = 0; frame < 3 && this.coveredBy(); frame++) {
      await new Promise(requestAnimationFrame);
    }
  },

  walked: new Set(),

  // Where the focus is now, null after the last stop: its name, its box on the page, and whether it stays in place.
  async here() {
    const one = document.activeElement;
    if (one === document.body || this.walked.has(one)) return null;
    this.walked.add(one);
    await this.settled();
    const box = one.getBoundingClientRect();
    // A text that shows while its place on the body has the focus stands with it.
    let stays = one.closest(".body_map li p") !== null;
    for (let part = one; part; part = part.parentElement) {
      stays ||= ["fixed", "sticky", "absolute"].includes(getComputedStyle(part).position);
    }
    return {
      name: this.name(one),
      left: box.left,
      right: box.right,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      stays,
      covered: this.coveredBy(),
      main: Boolean(one.closest("main")),
      drawing: one instanceof SVGElement,
    };
  },
};
