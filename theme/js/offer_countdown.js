// <offer-countdown>: how long an offer still runs, in its last 48 hours, which begin at data-since and
// end at data-to. The offer clock shows and hides the element. The text changes only when it must.
const UNITS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

customElements.define(
  "offer-countdown",
  class extends HTMLElement {
    connectedCallback() {
      this.tick();
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
    }

    tick() {
      const { since, to } = this.dataset;
      const left = to - Date.now();
      const early = since - Date.now();
      const text = left > 0 && early <= 0 ? this.text(Math.ceil(left / 1000)) : "";
      if (text !== this.textContent) this.textContent = text;
      if (left <= 0) return;
      // A minute at most, so that it follows when somebody sets the clock or the device has slept.
      const wait = early > 0 ? Math.min(early, 60000) : left % 1000 || 1000;
      this.timer = setTimeout(() => this.tick(), wait);
    }

    // "Ends in 2 hours 14 minutes": the two largest units, in the language of the page.
    text(seconds) {
      const { lang } = document.documentElement;
      const first = UNITS.findIndex(([, size]) => seconds >= size);
      const parts = UNITS.slice(first, first + 2).flatMap(([unit, size]) => {
        const count = Math.floor(seconds / size);
        seconds %= size;
        const style = { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" };
        return count ? [new Intl.NumberFormat(lang, style).format(count)] : [];
      });
      const time = new Intl.ListFormat(lang, { type: "unit", style: "narrow" }).format(parts);
      return this.dataset.words.replace("{time}", time);
    }
  },
);
