"""What the phone page does where scripts run: it hides what was not asked for, and nothing on it needs that.

The page's fragment is `#agency!task,task`: the agency chosen, and the tasks ticked beside those that were reported done
when the page was made. Nothing else is kept anywhere,
because a page opened from a phone's storage may be refused any other memory.
"""

from __future__ import annotations

# A word is looked for at the beginnings of words, without its accents, case and the stroke of đ.
SCRIPT = """\
"use strict";
(() => {
  const $ = id => document.getElementById(id), any = "*";
  const own = $("f:agency"), day = $("f:day"), asked = $("f:find"), list = $("s:days"), empty = new Set();
  const box = row => {
    const label = row.appendChild(document.createElement("label"));
    const found = label.appendChild(document.createElement("input"));
    label.className = "tick";
    found.type = "checkbox";
    found.setAttribute("aria-label", list.dataset.done + ": " + row.querySelector(".name").textContent);
    return found;
  };
  const parted = text => text ? new Set(text.split(" ")) : empty;
  const folded = text => text.replace(/[đðĐÐ]/g, "d").toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")
    .split(/\\s+/).filter(word => word);
  const days = [...list.children].map(box => ({ box, count: box.querySelector(".count"), key: box.dataset.day }));
  const home = new Map(days.map(one => [one.box, one]));
  const tasks = [...list.querySelectorAll(".tasks > li")].map(row => ({
    row, home: home.get(row.parentNode.parentNode), days: parted(row.dataset.days),
    words: " " + folded(row.querySelector(".name").textContent).join(" "),
    lead: parted(row.dataset.lead), support: parted(row.dataset.support), each: parted(row.dataset.each),
    tick: box(row), id: row.firstElementChild.id.slice(2), reported: "done" in row.dataset,
  }));
  const groups = new Map([...own.options].map(one => [one.value, parted(one.dataset.groups)]));

  function tagged(task) {
    if (task.tag) return;
    const time = task.row.querySelector(".time");
    time.append(" ");
    task.tag = time.appendChild(document.createElement("span"));
    task.tag.className = "tag";
    task.tag.textContent = list.dataset.tag;
  }

  function show() {
    const mine = [...groups.get(own.value)], words = folded(asked.value);
    const on = words.length || day.value === any ? "" : day.value;
    const has = ids => mine.some(id => ids.has(id));
    let shown = 0, all = 0;
    for (const one of days) one.left = 0;
    for (const task of tasks) {
      const leads = has(task.lead), supports = !leads && has(task.support);
      const ours = own.value === any || leads || supports || has(task.each);
      const seen = ours && (!on || task.days.has(on)) && words.every(word => task.words.includes(" " + word));
      task.row.hidden = !seen;
      if (supports) tagged(task);
      if (task.tag) task.tag.hidden = !supports;
      if (seen) task.home.left += 1;
      shown += seen;
      all += ours;
    }
    for (const one of days) {
      one.box.hidden = !one.left;
      one.box.open = Boolean(on || own.value !== any || words.length);
      one.count.textContent = one.left;
      one.box.querySelector(".on").hidden = !(on && Number(one.key) < Number(on));
    }
    list.append(...days.filter(one => one.key === on).map(one => one.box));
    list.append(...days.filter(one => one.key !== on).map(one => one.box));
    $("f:shown").textContent = shown;
    $("f:own").textContent = own.value === any ? "" : own.selectedOptions[0].textContent;
    $("f:all").textContent = all;
    $("f:whole").hidden = !on && !words.length;
  }

  function remember() {
    const done = tasks.filter(task => task.tick.checked && !task.reported).map(task => task.id).join(",");
    const who = own.value === any ? "" : own.value;
    try { history.replaceState(null, "", "#" + who + (done && "!" + done)); } catch (refused) { /* not kept */ }
  }

  function fragment() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (malformed) { return ""; }
  }

  function tick(task, done) {
    task.tick.checked = done;
    task.row.classList.toggle("done", done);
  }

  function go(id) {
    const target = $(id);
    if (!target) return;
    if (target.closest("[hidden]")) target.closest("li").hidden = target.closest(".day").hidden = false;
    for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    const head = target.querySelector("summary, h2") || target;
    if (head.tagName !== "SUMMARY") head.tabIndex = -1;
    head.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  function today() {
    const now = new Date(), two = number => String(number).padStart(2, "0");
    const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
    const dates = [...day.options].filter(one => one.value !== any);
    const within = dates.length && dates[0].dataset.date <= date && date <= dates[dates.length - 1].dataset.date;
    const found = dates.find(one => within ? one.dataset.date >= date : one.dataset.date === day.dataset.main);
    return found ? found.value : any;
  }

  const [who, done] = fragment().split("!");
  if (groups.has(who)) own.value = who;
  const ticked = new Set(done ? done.split(",") : []);
  for (const task of tasks) if (task.reported || ticked.has(task.id)) tick(task, true);
  day.value = today();
  $("s:parts").hidden = true;
  $("s:choose").hidden = false;
  show();
  if (who.includes(":")) go(who);

  for (const field of [own, day]) field.addEventListener("change", () => { asked.value = ""; show(); remember(); });
  asked.addEventListener("input", show);
  $("f:whole").addEventListener("click", () => { asked.value = ""; day.value = any; show(); });
  list.addEventListener("change", event => {
    tick(tasks.find(task => task.tick === event.target), event.target.checked);
    remember();
  });
  addEventListener("hashchange", () => {
    const now = fragment().split("!")[0];
    if (now === own.value || !groups.has(now)) return;
    own.value = now;
    show();
    remember();
    go("s:choose");
  });
  document.addEventListener("click", event => {
    const link = event.target.closest('a[href^="#"]'), to = link && link.getAttribute("href").slice(1);
    if (!link || groups.has(to)) return;
    event.preventDefault();
    try { history.pushState(null, "", location.hash || "#"); } catch (refused) { /* no way back */ }
    go(to);
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => { for (const box of closed) box.open = false; });
})();
"""
