// The register: rows by keyboard, a stretch of rows by shift, the list of keys; without it everything still works.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = all("tr[data-row]"), keys = $("#keys"), filters = $(".filters");
  const boxes = all('input[name="row"]'), whole = $('input[name="all"]'), page = $("[data-pick-page]");
  let here = -1, last = null;

  // on a phone the conditions are folded away until somebody wants them
  if (filters && matchMedia("(max-width: 36rem)").matches) filters.open = false;

  function go(to) {
    if (!rows.length) return;
    here = Math.max(0, Math.min(to, rows.length - 1));
    rows.forEach((row, at) => row.classList.toggle("here", at === here));
    $("td.code a", rows[here]).focus({ preventScroll: true });
    rows[here].scrollIntoView({ block: "nearest" });
  }

  function count() {
    const n = boxes.filter((box) => box.checked).length, shown = $("[data-selected]");
    if (shown) shown.textContent = whole?.checked ? "" : n ? String(n) : "";
    if (page) page.checked = n > 0 && n === boxes.length;
  }

  function help() {
    if (!keys) return;
    keys.hidden = !keys.hidden;
    $("[data-keys]").setAttribute("aria-expanded", String(!keys.hidden));
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) { help(); return; }
    const box = event.target.closest('input[name="row"]');
    if (!box) return;
    if (event.shiftKey && last && last !== box) {
      const [a, b] = [boxes.indexOf(last), boxes.indexOf(box)].sort((x, y) => x - y);
      boxes.slice(a, b + 1).forEach((one) => { one.checked = box.checked; });
    }
    last = box;
    count();
  });
  if (page) {
    page.hidden = false;
    page.addEventListener("change", () => { boxes.forEach((box) => { box.checked = page.checked; }); count(); });
  }
  whole?.addEventListener("change", count);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); go(here + (event.key === "j" ? 1 : -1)); }
    else if (event.key === "?") help();
    else if (event.key === "x" && here >= 0) { $('input[name="row"]', rows[here])?.click(); }
    else if (event.key === "Enter" && here >= 0 && !event.target.closest("a, button, summary, input")) $("td.code a", rows[here]).click();
  });
  rows.forEach((row, at) => row.addEventListener("focusin", () => { here = at; rows.forEach((one, i) => one.classList.toggle("here", i === at)); }));
  count();
})();
