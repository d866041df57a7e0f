// <offer-countdown>: how long an offer still runs, in its last 48 hours, which the offer clock finds
// and which begin with data-since. Words change no more often than they must, and stop at the end.
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
      const words = left > 0 && early <= 0 ? this.words(Math.ceil(left / 1000)) : "";
      if (words !== this.textContent) this.textContent = words;
      if (left <= 0) return;
      // A minute at most: a clock that is set, and a machine that slept, are followed.
      const wait = early > 0 ? Math.min(early, 60000) : left % 1000 || 1000;
      this.timer = setTimeout(() => this.tick(), wait);
    }

    // "Ends in 2 hours 14 minutes": the two largest units, as the language of the page has them.
    words(seconds) {
      const { lang } = document.documentElement;
      const first = UNITS.findIndex(([, size]) => seconds >= size);
      const parts = UNITS.slice(first, first + 2).flatMap(([unit, size]) => {
        const count = Math.floor(seconds / size);
        seconds %= size;
        const style = { style: "unit", unit, unitDisplay: "long" };
        return count ? [new Intl.NumberFormat(lang, style).format(count)] : [];
      });
      const time = new Intl.ListFormat(lang, { type: "unit", style: "narrow" }).format(parts);
      return this.dataset.words.replace("{time}", time);
    }
  },
);
