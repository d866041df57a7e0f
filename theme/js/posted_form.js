// <posted-form>: prevents sending twice. Where the provider lets a script read its answer
// (data-inline), shows the answer in the page and keeps what was typed when sending fails.
customElements.define(
  "posted-form",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.button = this.querySelector("[type=submit]");
      this.label = this.button.textContent;
      this.form.addEventListener("submit", (event) => this.submit(event));
      // When the visitor goes back from the provider's page, the form can be sent again.
      addEventListener("pageshow", () => this.sending(false));
    }

    submit(event) {
      if (this.button.ariaDisabled === "true" || this.isRobot()) return event.preventDefault();
      this.sending(true);
      if (!("inline" in this.dataset)) return;
      event.preventDefault();
      this.send();
    }

    async send() {
      this.answer("failed", false);
      try {
        const response = await fetch(this.form.action, {
          method: "POST",
          body: new URLSearchParams(new FormData(this.form)),
          headers: { Accept: "application/json" },
        });
        if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
        this.form.hidden = true;
        this.answer("done", true);
        this.querySelector("[role=status]").focus();
      } catch (error) {
        console.warn(`${this.className}:`, error.message);
        this.answer("failed", true);
        this.form.querySelector("[required]").focus();
      } finally {
        this.sending(false);
      }
    }

    // Only robots fill in a field that people do not see.
    isRobot() {
      return this.querySelector(".honeypot input").value !== "";
    }

    answer(name, shown) {
      this.querySelector(`[data-answer=${name}]`).hidden = !shown;
    }

    sending(now) {
      this.button.ariaDisabled = String(now);
      this.button.textContent = now ? this.button.dataset.sending : this.label;
    }
  },
);
