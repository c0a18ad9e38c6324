// The review page: decide by keyboard, add by selecting words, keep cards and marks in step with the server.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const review = $(".review"), sides = $(".sides"), list = $("#list");
  const typing = (event) => event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const current = () => $(".finding.chosen")?.closest(".item") || null;

  // --- cards that come from the server: what was open stays open, what is being written is not taken away
  const opened = new Set();
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const old = event.detail.target;
    if (!old?.matches?.(".item")) return;
    const writing = $(".slot form", old);
    if (writing && !writing.dataset.sent) { event.detail.shouldSwap = false; old.classList.add("behind"); return; }
    if ($(".finding", old).open) opened.add(old.id);
    if ($(".finding", old).classList.contains("chosen")) opened.add(`chosen ${old.id}`);
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => settle(event.detail.target?.id));
  document.addEventListener("htmx:oobErrorNoTarget", (event) => {
    const fresh = event.detail.content?.querySelector?.(".item") || event.detail.content;
    if (fresh?.matches?.(".item")) insert(fresh);
  });

  function settle(id) {
    const card = id && document.getElementById(id);
    if (!card?.matches(".item")) return;
    if (opened.delete(id)) $(".finding", card).open = true;
    if (opened.delete(`chosen ${id}`)) $(".finding", card).classList.add("chosen");
  }

  function insert(card) {
    card.removeAttribute("hx-swap-oob");
    const next = all(".item", list).find((other) => +other.dataset.start > +card.dataset.start);
    if (next) next.before(card);
    else (all(".found", list).filter((page) => page.dataset.open).pop() || $(".found", list)).append(card);
    $(".empty", list)?.remove();
    htmx.process(card);
  }

  // --- after a verb: the marks of the text are drawn again, the next card is at hand
  document.body.addEventListener("reviewed", (event) => {
    const { places, chosen } = event.detail;
    for (const leaf of all(".leaf[data-open]"))
      if (places.some((p) => p.start < +leaf.dataset.end && p.end > +leaf.dataset.start)) htmx.trigger(leaf, "again");
    count();
    if (chosen) setTimeout(() => $(`#f${chosen} summary`)?.focus(), 50);
  });

  document.addEventListener("submit", (event) => {
    if (event.target.closest(".slot")) event.target.dataset.sent = "1";
  });
  document.addEventListener("htmx:responseError", (event) => {
    const form = event.target.closest?.(".slot form");
    if (form) delete form.dataset.sent;
    const place = form ? refusalIn(form) : $("#refusal");
    place.innerHTML = event.detail.xhr.responseText;
    place.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:sendError", (event) => {
    const form = event.target.closest?.(".slot form");
    if (form) delete form.dataset.sent;
  });

  function refusalIn(form) {
    const place = $(".refusal", form) || form.appendChild(Object.assign(document.createElement("div"), { className: "refusal" }));
    place.setAttribute("role", "alert");
    return place;
  }

  // --- ticking several
  function count() {
    const ticked = all('#list [name="row"]:checked');
    $("#ticked").hidden = !ticked.length;
    $("[data-ticked]").textContent = String(ticked.length);
    $("[data-merge]").disabled = ticked.length < 2;
    if (!ticked.length) $("#fill").replaceChildren();
  }
  document.addEventListener("change", (event) => {
    if (event.target.name === "row") count();
    if (event.target.id === "show-only") list.dataset.only = event.target.value;
  });

  // --- adding: a stretch of the text on the left
  const button = $(".add-here"), requoteButton = $("[data-requote]", button);
  let selected = null;

  function offsetOf(node, offset) {
    const holder = (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-s]");
    if (!holder) return null;
    const range = document.createRange();
    range.setStart(holder, 0);
    range.setEnd(node, offset);
    return +holder.dataset.s + range.toString().length;
  }

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inText = selection.rangeCount && !selection.isCollapsed && selection.anchorNode?.parentElement?.closest(".paper");
    const range = inText && selection.getRangeAt(0);
    const start = range ? offsetOf(range.startContainer, range.startOffset) : null;
    const end = range ? offsetOf(range.endContainer, range.endOffset) : null;
    selected = start !== null && end !== null && end > start ? { start, end } : null;
    button.hidden = !selected;
    if (!selected) return;
    const card = current();
    requoteButton.hidden = !card;
    if (card) $("span", requoteButton).textContent = card.dataset.code;
    const box = range.getBoundingClientRect();
    button.style.top = `${Math.max(8, Math.min(innerHeight - 60, box.bottom + 8))}px`;
    button.style.left = `${Math.max(8, Math.min(innerWidth - 180, box.left))}px`;
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  $("[data-add-words]", button).addEventListener("click", () => send(review.dataset.add));
  requoteButton.addEventListener("click", requote);

  function requote() {
    const card = current();
    if (card) send(card.dataset.requote, { revision: card.dataset.revision });
  }

  function send(address, more = {}) {
    if (!selected) return;
    const values = { ...selected, ...more };
    getSelection().removeAllRanges();
    htmx.ajax("POST", address, { values, source: button, swap: "none" });
    if (matchMedia("(max-width: 60rem)").matches) $('[data-show="found"]').click();
  }

  // --- keys
  const fold = () => { const slot = current() && $(".slot", current()); if (slot) slot.replaceChildren(); };

  function step(by) {
    const cards = all(".item", list).filter((card) => card.offsetParent);
    const at = cards.indexOf(current());
    const next = cards[Math.min(Math.max(at + by, 0), cards.length - 1)];
    if (next) $("summary", next).focus();
    return next;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && event.target.getAttribute("aria-expanded") !== "true") {
      // the first Escape leaves the form, the second folds it: nothing typed is lost by one key
      if (event.target.closest(".slot")) $("summary", current() || list)?.focus();
      else if (!typing(event)) fold();
      return;
    }
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const card = current();
    if (event.key === "n" && selected) { event.preventDefault(); send(review.dataset.add); return; }
    if (event.key === "q" && selected) { event.preventDefault(); requote(); return; }
    if (event.key === "m") { $("[data-merge]:not(:disabled)")?.click(); return; }
    if (event.key === "?") { $("[data-keys]").click(); return; }
    if (event.key === "x" && card) { const tick = $('[name="row"]', card); tick.checked = !tick.checked; count(); return; }
    const verb = card && $(`[data-key="${event.key}"]`, card);
    if (verb) { event.preventDefault(); verb.click(); if ("ar".includes(event.key)) setTimeout(() => step(1)?.querySelector("summary") && choose(), 60); }
  });

  function choose() {
    const focused = document.activeElement?.closest(".item");
    if (!focused) return;
    all(".finding.chosen").forEach((f) => f.classList.remove("chosen"));
    $(".finding", focused).classList.add("chosen");
    focused.scrollIntoView({ block: "nearest" });
  }
  list.addEventListener("focusin", (event) => {
    if (event.target.closest(".item") !== current()) choose();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-fold]")) { event.preventDefault(); event.target.closest(".slot, #fill").replaceChildren(); return; }
    const keys = event.target.closest("[data-keys]");
    if (keys) {
      const help = $("#keys");
      help.hidden = !help.hidden;
      keys.setAttribute("aria-expanded", String(!help.hidden));
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    // whoever is typing in it already keeps the place
    if (event.target.matches?.(".slot, #fill") && !event.target.contains(document.activeElement)) $("input:not([type=hidden]), select, textarea", event.target)?.focus();
  });
})();
