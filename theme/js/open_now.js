// <open-now>: whether the practice is open now, by the clock of its own zone, wherever and however
// long somebody looks. Data and units are those of plugins/practice/opening.py. What is not known
// is not said. It marks the day in the tables of opening hours.
const DAY = 1440;
// Days are counted since 1970, which began with a Thursday.
const WEEK = ["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"];

customElements.define(
  "open-now",
  class extends HTMLElement {
    connectedCallback() {
      const { zone, week, special, times } = this.dataset;
      [this.week, this.special, this.times] = [week, special, times].map(JSON.parse);
      const two = "2-digit";
      this.clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        ...{ timeZone: zone, hourCycle: "h23", year: "numeric" },
        ...{ month: two, day: two, hour: two, minute: two },
      });
      this.far = new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
      this.tick = () => this.look();
      addEventListener("pageshow", this.tick);
      document.addEventListener("visibilitychange", this.tick);
      this.look();
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
      removeEventListener("pageshow", this.tick);
      document.removeEventListener("visibilitychange", this.tick);
    }

    // Again with every minute: a clock that is set, and a machine that slept, are followed.
    look() {
      const now = Date.now();
      const words = this.words(now);
      if (words !== this.textContent) this.textContent = words;
      this.mark();
      clearTimeout(this.timer);
      this.timer = setTimeout(this.tick, 60000 - (now % 60000));
    }

    words(now) {
      const { year, month, day, hour, minute } = Object.fromEntries(
        this.clock.formatToParts(now).map(({ type, value }) => [type, value]),
      );
      this.today = Date.UTC(year, month - 1, day) / 60000 / DAY;
      const sentence = this.sentence(this.today, +hour * 60 + +minute);
      const { far } = this.dataset;
      return sentence && this.far ? far.replace("{sentence}", sentence) : sentence;
    }

    spans(day) {
      return this.special[iso(day)] ?? this.week[WEEK[day % 7]];
    }

    sentence(today, minute) {
      const spans = this.spans(today);
      if (!spans) return "";
      const span = spans.find(([opens, closes]) => opens <= minute && minute < closes);
      return span ? this.until(today, minute, span[1]) : this.closed(today, minute);
    }

    // Past midnight when the next day begins with hours; a time that is a day away is not named.
    until(today, minute, closes) {
      const [next] = (closes === DAY && this.spans(today + 1)) || [];
      let left = closes - minute;
      if (next?.[0] === 0) [closes, left] = [next[1], left + next[1]];
      return left < DAY ? this.say("until", closes) : this.dataset.open;
    }

    closed(today, minute) {
      for (let days = 0; days < 366; days++) {
        const spans = this.spans(today + days);
        if (!spans) break;
        const next = spans.find(([opens]) => days || opens > minute);
        if (next) return this.opens(today, days, next[0]);
      }
      return this.dataset.closed;
    }

    // Midnight belongs to the evening before. A weekday names one of the next six days.
    opens(today, days, minute) {
      if (days === 0 || (days === 1 && minute === 0)) return this.say("today", minute);
      if (days === 1) return this.say("tomorrow", minute);
      const form = days < 7 ? { weekday: "long" } : { month: "long", day: "numeric" };
      const { lang } = document.documentElement;
      const names = new Intl.DateTimeFormat(lang, { ...form, timeZone: "UTC" });
      return this.say("later", minute).replace("{day}", names.format(date(today + days)));
    }

    say(word, minute) {
      return this.dataset[word].replace("{time}", this.times[minute]);
    }

    mark() {
      const day = iso(this.today);
      const name = day in this.special ? day : WEEK[this.today % 7];
      for (const row of document.querySelectorAll(".opening_hours [data-day]"))
        row.ariaCurrent = row.dataset.day === name ? "date" : null;
    }
  },
);

function date(day) {
  return new Date(day * DAY * 60000);
}

function iso(day) {
  return date(day).toISOString().slice(0, 10);
}
