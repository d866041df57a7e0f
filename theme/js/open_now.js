// <open-now>: says whether the practice is open now, by the clock of the practice's own time zone,
// and stays right while the page is open. The data and their units come from
// plugins/practice/open_now.py. It says nothing about a day whose hours are not known. It also marks
// today in the tables of opening hours.
const DAY = 1440;
// Days are counted since 1970, which began with a Thursday.
const WEEK = ["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"];

customElements.define(
  "open-now",
  class extends HTMLElement {
    connectedCallback() {
      const { zone, week, special = "[]", times, closures = "[]" } = this.dataset;
      const values = [week, special, times, closures].map(JSON.parse);
      [this.week, this.special, this.times, this.closures] = values;
      const two = "2-digit";
      this.clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        ...{ timeZone: zone, hourCycle: "h23", year: "numeric" },
        ...{ month: two, day: two, hour: two, minute: two },
      });
      this.far = new Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
      this.update = () => this.render();
      addEventListener("pageshow", this.update);
      document.addEventListener("visibilitychange", this.update);
      this.render();
    }

    disconnectedCallback() {
      clearTimeout(this.timer);
      removeEventListener("pageshow", this.update);
      document.removeEventListener("visibilitychange", this.update);
    }

    // Again every minute, so that it follows when somebody sets the clock or the device has slept.
    render() {
      const now = Date.now();
      const text = this.text(now);
      if (text !== this.textContent) this.textContent = text;
      this.markToday();
      clearTimeout(this.timer);
      this.timer = setTimeout(this.update, 60000 - (now % 60000));
    }

    text(now) {
      const { year, month, day, hour, minute } = Object.fromEntries(
        this.clock.formatToParts(now).map(({ type, value }) => [type, value]),
      );
      this.today = Date.UTC(year, month - 1, day) / 60000 / DAY;
      const closure = this.closures.some(([since, to]) => since <= now && now < to);
      const sentence = closure
        ? this.dataset.closed
        : this.sentence(this.today, +hour * 60 + +minute);
      return sentence && this.far ? this.dataset.far.replace("{sentence}", sentence) : sentence;
    }

    // Opening and closing times of a day, in minutes: [[540, 720], [1320, 1560]]. The second closes
    // at 2 AM.
    spans(day) {
      const rule = this.rule(day);
      const hours = rule ? rule[2] : this.week;
      return hours && !Array.isArray(hours) ? hours[WEEK[day % 7]] : hours;
    }

    // What counts on a day instead of the week: special days, then seasons that name the weekday,
    // both ends included. A day without a year is of every year, and a span of such days may go over
    // the turn of the year.
    rule(day) {
      const iso = isoDate(day);
      return this.special.find(([first, last, hours]) => {
        const date = iso.slice(-first.length);
        const begun = date >= first;
        const named = !hours || Array.isArray(hours) || WEEK[day % 7] in hours;
        return named && (first > last ? begun || date <= last : begun && date <= last);
      });
    }

    sentence(today, minute) {
      const late = this.spans(today - 1)?.find(([, closes]) => minute < closes - DAY);
      if (late) return this.until(today - 1, minute + DAY, late[1]);
      const spans = this.spans(today);
      if (!spans) return "";
      const span = spans.find(([opens, closes]) => opens <= minute && minute < closes);
      return span ? this.until(today, minute, span[1]) : this.closed(today, minute);
    }

    // Hours that meet those of the next day go on. A time a day or more away is left out.
    until(today, minute, closes) {
      let left = closes - minute;
      while (closes >= DAY && left < DAY) {
        closes -= DAY;
        const next = this.spans(++today)?.find((span) => span[0] <= closes && closes < span[1]);
        if (!next) return this.phrase("until", closes || DAY);
        left += next[1] - closes;
        closes = next[1];
      }
      return left < DAY ? this.phrase("until", closes) : this.dataset.open;
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

    // Midnight counts as the evening before. A weekday is named only for the next six days.
    opens(today, days, minute) {
      if (days === 0 || (days === 1 && minute === 0)) return this.phrase("today", minute);
      if (days === 1) return this.phrase("tomorrow", minute);
      const form = days < 7 ? { weekday: "long" } : { month: "long", day: "numeric" };
      const names = new Intl.DateTimeFormat(document.documentElement.lang, {
        ...{ ...form, timeZone: "UTC" },
        ...{ calendar: "gregory", numberingSystem: "latn" },
      });
      return this.phrase("later", minute).replace("{day}", names.format(date(today + days)));
    }

    phrase(name, minute) {
      return this.dataset[name].replace("{time}", this.times[minute]);
    }

    markToday() {
      const [first, last] = this.rule(this.today) ?? [];
      const name = WEEK[this.today % 7];
      const rows = [...document.querySelectorAll(".opening_hours [data-day]")];
      const names = [`${first}/${last}`, `${first}/${last} ${name}`, name];
      const found = names.find((one) => rows.some(({ dataset }) => dataset.day === one));
      for (const row of rows) row.ariaCurrent = row.dataset.day === found ? "date" : null;
    }
  },
);

function date(day) {
  return new Date(day * DAY * 60000);
}

function isoDate(day) {
  return date(day).toISOString().slice(0, 10);
}
