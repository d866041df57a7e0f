// Sets off whatever in a page waits for a visitor; gives what would be code, wherever it stands.
() => {
  const events = [
    "pointerover",
    "mouseover",
    "mouseenter",
    "mousemove",
    "pointerdown",
    "mousedown",
    "mouseup",
    "focus",
    "focusin",
    "keydown",
    "input",
    "change",
    "toggle",
    "dragstart",
    "copy",
    "contextmenu",
    "wheel",
    "scroll",
    "animationstart",
    "transitionend",
    "blur",
  ];
  const links = /^((xlink:)?href|src|action|formaction|data|background|poster|to|from|values)$/i;
  const stay = (event) => {
    const link = event.target.closest?.("a[href], area[href]");
    if (link && link.protocol !== "javascript:") event.preventDefault();
  };
  addEventListener("click", stay, true);
  addEventListener("submit", (event) => event.preventDefault(), true);
  const code = [];
  for (const element of [...document.querySelectorAll("*")].slice(0, 20000)) {
    for (const { name, value } of [...element.attributes]) {
      const address = value.replace(/[\0-\x20]/g, "").toLowerCase();
      if (/^on/i.test(name)) {
        code.push(`${element.localName} ${name}`);
        events.includes(name.slice(2)) || element.dispatchEvent(new Event(name.slice(2)));
      } else if (/^(javascript|vbscript|data:text)/.test(address) && links.test(name)) {
        code.push(`${element.localName} ${name}`);
      }
    }
    if (/^(iframe|object|embed|applet|base|frame|portal)$/.test(element.localName))
      code.push(element.localName);
    for (const name of events)
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    try {
      element.focus?.();
      element.click?.();
    } catch (error) {
      void error;
    }
  }
  removeEventListener("click", stay, true);
  return code;
};
