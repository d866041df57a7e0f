// <newsletter-form>: no double sending, for every provider. Where the provider lets a script read
// its answer (data-inline), the answer shows in place and a failure keeps what was typed.
customElements.define(
  "newsletter-form",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.button = this.querySelector("[type=submit]");
      this.words = this.button.textContent;
      this.form.addEventListener("submit", (event) => this.submit(event));
      // Back from the provider's page: the form can be sent again.
      addEventListener("pageshow", () => this.sending(false));
    }

    submit(event) {
      if (this.button.ariaDisabled === "true" || this.trapped()) return event.preventDefault();
      this.sending(true);
      if (!("inline" in this.dataset)) return;
      event.preventDefault();
      this.send();
    }

    async send() {
      this.answer("failed", false);
      try {
        const reply = await fetch(this.form.action, {
          method: "POST",
          body: new URLSearchParams(new FormData(this.form)),
          headers: { Accept: "application/json" },
        });
        if (!reply.ok) throw new Error(`${reply.status} ${reply.statusText}`);
        this.form.hidden = true;
        this.answer("done", true);
        this.querySelector("[role=status]").focus();
      } catch (error) {
        console.warn("newsletter:", error.message);
        this.answer("failed", true);
        this.form.querySelector("[type=email]").focus();
      } finally {
        this.sending(false);
      }
    }

    // A field that people do not see is filled in: a robot did it.
    trapped() {
      return this.querySelector(".trap input").value !== "";
    }

    answer(part, shown) {
      this.querySelector(`[data-answer=${part}]`).hidden = !shown;
    }

    sending(now) {
      this.button.ariaDisabled = String(now);
      this.button.textContent = now ? this.button.dataset.sending : this.words;
    }
  },
);
