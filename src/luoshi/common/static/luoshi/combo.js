/* Suggestions under a field while somebody types: <input data-combo="/address/">.
   The address is asked with ?q= and answers a JSON list of {name, id, note, group, address}: a chosen name fills
   the field; an option with an address is gone to instead. data-combo-value="#hidden" takes the id of what is
   chosen; data-combo-many lets several names stand in the field, parted by 、 (the ids then by a comma).
   Without a script the field is an ordinary field of an ordinary form. */
(() => {
  "use strict";
  const WAIT = 150, BETWEEN = "、", PARTS = /[、，,;；]/;
  let number = 0;
  const live = (words) => { const place = document.getElementById("live"); if (place) place.textContent = words; };

  class Combo {
    constructor(input) {
      this.input = input;
      this.many = "comboMany" in input.dataset;
      this.hidden = input.dataset.comboValue ? document.querySelector(input.dataset.comboValue) : null;
      this.ids = new Map();
      this.options = [];
      this.at = -1;
      this.build();
      this.remember();
      this.listen();
    }

    build() {
      const { input } = this, id = `combo-${++number}`, focused = document.activeElement === input;
      const holder = document.createElement("span");
      holder.className = "combo";
      input.replaceWith(holder);
      this.list = document.createElement("div");
      Object.assign(this.list, { id, className: "combo-list", hidden: true });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", this.label());
      holder.append(input, this.list);
      const roles = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
      for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
      if (focused) input.focus();
    }

    label() {
      const { input } = this;
      return input.getAttribute("aria-label") || (input.labels && input.labels[0] && input.labels[0].textContent.trim()) || input.placeholder || input.name;
    }

    // what the form already held counts as chosen
    remember() {
      if (!this.hidden || !this.hidden.value) return;
      const names = this.names(), ids = this.many ? this.hidden.value.split(",") : [this.hidden.value];
      names.forEach((name, i) => { if (ids[i]) this.ids.set(name, ids[i]); });
    }

    listen() {
      const { input, list } = this;
      input.addEventListener("input", (event) => { if (!event.isComposing && !this.composing) this.changed(); });
      input.addEventListener("compositionstart", () => { this.composing = true; });
      input.addEventListener("compositionend", () => { this.composing = false; this.changed(); });
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(+option.dataset.at);
      });
    }

    changed() {
      this.keepIds();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    }

    // --- the part of the field that is being typed
    part() {
      const { value, selectionStart } = this.input;
      if (!this.many) return [0, value.length];
      const caret = selectionStart ?? value.length;
      let start = caret, end = caret;
      while (start > 0 && !PARTS.test(value[start - 1])) start--;
      while (end < value.length && !PARTS.test(value[end])) end++;
      return [start, end];
    }

    names() {
      const { value } = this.input;
      return (this.many ? value.split(PARTS) : [value]).map((name) => name.trim()).filter(Boolean);
    }

    keepIds() {
      if (!this.hidden) return;
      const ids = this.names().map((name) => this.ids.get(name)).filter((id) => id !== undefined);
      const value = ids.join(",");
      if (this.hidden.value === value) return;
      this.hidden.value = value;
      this.hidden.dispatchEvent(new Event("change", { bubbles: true }));
    }

    // --- asking
    async ask() {
      if (this.asking) this.asking.abort();
      const words = this.input.value.slice(...this.part()).trim();
      if (!words) { this.close(); return; }
      this.asking = new AbortController();
      const address = new URL(this.input.dataset.combo, location.href);
      address.searchParams.set("q", words);
      try {
        const answer = await fetch(address, { signal: this.asking.signal, headers: { Accept: "application/json" } });
        if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) { this.close(); return; }
        const options = await answer.json();
        if (document.activeElement === this.input) this.show(options);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // no network: the form still works
      }
    }

    show(options) {
      this.options = options;
      this.at = -1;
      this.list.replaceChildren();
      let group = null, name = null;
      options.forEach((option, at) => {
        if (option.group && option.group !== name) {
          name = option.group;
          group = document.createElement("div");
          group.setAttribute("role", "group");
          group.setAttribute("aria-label", name);
          const head = document.createElement("div");
          head.className = "combo-group";
          head.setAttribute("aria-hidden", "true");
          head.textContent = name;
          group.append(head);
          this.list.append(group);
        }
        (option.group ? group : this.list).append(this.row(option, at));
      });
      this.point(-1);
      this.open(options.length > 0);
      const says = document.getElementById("live")?.dataset.comboFound;
      if (options.length && says) live(says.replace("{n}", options.length));
    }

    row(option, at) {
      const row = document.createElement("div");
      row.id = `${this.list.id}-${at}`;
      row.className = "combo-option";
      row.dataset.at = at;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(option.name);
      if (option.note) {
        const note = document.createElement("small");
        note.textContent = option.note;
        row.append(" ", note);
      }
      return row;
    }

    open(yes) {
      this.list.hidden = !yes;
      this.input.setAttribute("aria-expanded", String(yes));
    }

    close() {
      clearTimeout(this.timer);
      if (this.asking) this.asking.abort();
      this.options = [];
      this.point(-1);
      this.open(false);
    }

    // --- choosing
    key(event) {
      if (event.isComposing || event.keyCode === 229) return; // Enter ends a word of the input method
      const last = this.options.length - 1, closed = this.list.hidden;
      if (event.key === "ArrowDown" && closed) { event.preventDefault(); this.ask(); return; }
      if (closed) return;
      if (event.key === "ArrowDown") this.point(this.at === last ? -1 : this.at + 1);
      else if (event.key === "ArrowUp") this.point(this.at === -1 ? last : this.at - 1);
      else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
      else if (event.key === "Escape") this.close();
      else return;
      event.preventDefault();
    }

    point(at) {
      this.at = at;
      for (const row of this.list.querySelectorAll("[role=option]")) row.setAttribute("aria-selected", String(+row.dataset.at === at));
      const row = at < 0 ? null : document.getElementById(`${this.list.id}-${at}`);
      if (row) { this.input.setAttribute("aria-activedescendant", row.id); row.scrollIntoView({ block: "nearest" }); }
      else this.input.removeAttribute("aria-activedescendant");
    }

    choose(at) {
      const option = this.options[at], { input } = this;
      this.close();
      if (option.address) { location.assign(option.address); return; }
      const [start, end] = this.part(), rest = input.value.slice(end);
      const after = this.many && !PARTS.test(rest.trim()[0] || "") ? BETWEEN : "";
      input.value = input.value.slice(0, start) + option.name + after + rest;
      const caret = start + option.name.length + after.length;
      input.setSelectionRange(caret, caret);
      if (option.id !== undefined) this.ids.set(option.name, String(option.id));
      this.keepIds();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function setUp(root) {
    for (const input of root.querySelectorAll("input[data-combo]:not([role=combobox])")) new Combo(input);
  }
  setUp(document);
  document.addEventListener("htmx:load", (event) => setUp(event.detail.elt));
})();
