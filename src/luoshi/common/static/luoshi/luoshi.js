// Dropping files, and tying the text on the left to what was found on the right.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (words) => { const live = $("#live"); if (live) live.textContent = words; };

  // --- dropping files: one request a file, each with its own progress
  function send(form, file, queue) {
    const row = document.createElement("li");
    row.className = "file";
    row.innerHTML = '<span class="file-name"></span><span class="state reading"></span><progress max="100" value="0"></progress>';
    $(".file-name", row).textContent = file.name;
    $("progress", row).setAttribute("aria-label", file.name);
    queue.prepend(row);
    const body = new FormData(form);
    body.delete("file");
    body.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) $("progress", row).value = (100 * event.loaded) / event.total;
    };
    const show = (html) => {
      const holder = document.createElement("template");
      holder.innerHTML = html.trim();
      const fresh = holder.content.firstElementChild;
      row.replaceWith(fresh);
      htmx.process(fresh);
    };
    return new Promise((done) => {
      request.onload = () => { show(request.responseText); done(); };
      request.onerror = () => { $(".state", row).className = "state failed"; $("progress", row).remove(); done(); };
      request.send(body);
    });
  }

  function setUpDrop(form) {
    const input = $('input[type="file"]', form), queue = $("#queue");
    const take = async (files) => {
      form.dataset.count = String(files.length);
      for (const file of files) await send(form, file, queue);
      openIfAlone();
    };
    input.addEventListener("change", () => { take([...input.files]); input.value = ""; });
    ["dragover", "dragenter"].forEach((name) => form.addEventListener(name, () => form.classList.add("over")));
    ["dragleave", "drop"].forEach((name) => form.addEventListener(name, () => form.classList.remove("over")));
  }

  // one file dropped: its page opens by itself when it is read
  function openIfAlone() {
    const form = $("[data-drop]"), alone = form && form.dataset.count === "1";
    const waiting = $("[data-open-when-done]");
    const row = alone ? $("#queue > li") : waiting && $("li", waiting);
    if (row && row.dataset.href && (row.dataset.state === "read" || waiting)) location.assign(row.dataset.href);
  }

  // --- the review page
  const sides = $(".sides");
  const narrow = () => matchMedia("(max-width: 60rem)").matches;

  function once(element) {
    return new Promise((done) => element.addEventListener("htmx:afterSettle", () => done(), { once: true }));
  }

  async function opened(holder) {
    if (!holder || holder.dataset.open) return;
    const settled = once(holder);
    // asked for already (it scrolled into sight): a second answer would replace what is chosen in the first
    if (!holder.dataset.asked) htmx.trigger(holder, "open");
    await settled;
  }

  function leafAt(offset) {
    return all(".leaf").find((leaf) => +leaf.dataset.start <= offset && offset < +leaf.dataset.end) || $(".leaf:last-child");
  }

  // a place in the source text -> a DOM range in the shown text
  function pointAt(leaf, offset) {
    const holders = all("[data-s]", leaf).filter((h) => +h.dataset.s <= offset);
    for (const holder of holders.reverse()) {
      let at = +holder.dataset.s;
      const walk = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (offset <= at + node.length) return [node, offset - at];
        at += node.length;
      }
    }
    return null;
  }

  async function showOrigin(spans) {
    if (!sides || !spans.length) return;
    show("text");
    const ranges = [];
    for (const [start, end] of spans) {
      const leaf = leafAt(start);
      await opened(leaf);
      const from = pointAt(leaf, start), to = pointAt(leaf, end);
      if (!from || !to) continue;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      ranges.push(range);
    }
    if (!ranges.length) return;
    if (window.CSS && CSS.highlights) CSS.highlights.set("origin", new Highlight(...ranges));
    const target = ranges[0].startContainer.parentElement;
    target.scrollIntoView({ block: "center" });
    say(ranges.map(String).join(" "));
  }

  function show(which) {
    if (!sides || !narrow()) return;
    sides.dataset.shown = which;
    all("[data-show]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.show === which)));
  }

  function choose(id) {
    all(".chosen").forEach((e) => e.classList.remove("chosen"));
    all(`.mark[data-finding="${id}"]`).forEach((mark) => mark.classList.add("chosen"));
    const finding = $(`#f${id}`);
    if (finding) finding.classList.add("chosen");
    return finding;
  }

  async function toFinding(id, position) {
    show("found");
    const page = Math.floor(position / +sides.dataset.pageSize);
    await opened($(`#found-${page}`));
    const finding = choose(id);
    if (!finding) return;
    finding.open = true;
    finding.scrollIntoView({ block: "nearest" });
    $("summary", finding).focus({ preventScroll: true });
  }

  async function toText(finding) {
    const id = finding.id.slice(1);
    await showOrigin(JSON.parse(finding.dataset.spans));
    choose(id);
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-finding]");
    if (mark && sides) { event.preventDefault(); toFinding(mark.dataset.finding, +mark.dataset.position); return; }
    const where = event.target.closest(".where");
    if (where) { showOrigin(JSON.parse(where.dataset.spans)); return; }
    const tab = event.target.closest("[data-show]");
    if (tab) { show(tab.dataset.show); return; }
    const summary = event.target.closest(".finding > summary");
    if (summary && !narrow() && !summary.parentElement.open) toText(summary.parentElement);
  });

  document.addEventListener("submit", (event) => {
    const words = event.target.dataset.confirm;
    if (words && !confirm(words)) event.preventDefault();
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches(".leaf, .found")) event.target.dataset.asked = "1";
  });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, (event) => { delete event.target.dataset.asked; });
  }

  document.addEventListener("htmx:afterSettle", (event) => {
    const holder = event.target;
    if (holder.matches(".leaf, .found")) { holder.dataset.open = "1"; holder.removeAttribute("aria-busy"); }
    openIfAlone();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select")) { event.preventDefault(); $("#q").focus(); }
    if (!sides || event.target.closest("input, textarea, select") || !["j", "k"].includes(event.key)) return;
    const list = all(".finding"), at = list.findIndex((f) => f.classList.contains("chosen"));
    const next = list[event.key === "j" ? Math.min(at + 1, list.length - 1) : Math.max(at - 1, 0)];
    if (next) { next.scrollIntoView({ block: "nearest" }); $("summary", next).focus({ preventScroll: true }); toText(next); }
  });

  // --- one more row of a target
  const offerRows = (root) => all("[data-add-row]", root).forEach((button) => { button.hidden = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-row]");
    if (!button) return;
    const row = all(".target-row", button.parentElement).pop(), fresh = row.cloneNode(true);
    all("input", fresh).forEach((input) => { input.value = ""; });
    row.after(fresh);
    $("input", fresh).focus();
  });
  document.addEventListener("htmx:afterSettle", (event) => offerRows(event.target));
  offerRows(document);

  all("[data-drop]").forEach(setUpDrop);
  if (sides && /^#f\d+$/.test(location.hash)) {
    // a link from the search: open pages of findings until the one is there
    addEventListener("load", async () => {
      for (const page of all(".found[id]")) {
        await opened(page);
        const finding = $(location.hash);
        if (finding) { finding.open = true; finding.scrollIntoView({ block: "center" }); await toText(finding); return; }
      }
    });
  }
})();
