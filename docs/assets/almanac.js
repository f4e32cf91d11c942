// What the static pages gain with JavaScript: values of figures by pointer and arrow keys, copying, exploring, what-if.
// Without it nothing is lost: every figure has its table, every action is a link.
(() => {
  "use strict";
  const root = new URL("..", document.currentScript.src).pathname;
  const slate = () => document.body.dataset.mdColorScheme === "slate";
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });

  // Pages that are not Material's follow the colours that a reader has chosen on those that are.
  function colours() {
    if (window.__md_get) return;
    document.documentElement.classList.remove("no-js");
    let chosen = {};
    try { chosen = JSON.parse(localStorage.getItem(`${root}.__palette`))?.color ?? {}; } catch { /* storage may be closed */ }
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = /: (light|dark)/.test(chosen.media ?? "") ? chosen.scheme === "slate" : system.matches;
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  }

  // ---- the values of a figure: each mark of the picture says what it is in its label
  const tip = make("div", "ma-tip");
  tip.setAttribute("role", "status");
  let current = null;

  function show(mark) {
    if (mark === current) return;
    hide();
    current = mark;
    mark.classList.add("ma-lit");
    tip.textContent = mark.getAttribute("aria-label");
    if (!tip.isConnected) document.body.append(tip);
    tip.classList.add("ma-tip--on");
    const box = mark.getBoundingClientRect(), own = tip.getBoundingClientRect();
    const middle = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const left = Math.min(Math.max(middle - own.width / 2, 8), innerWidth - own.width - 8);
    const above = box.top - own.height - 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(above < 0 ? box.bottom + 8 : above) + scrollY}px`;
  }

  function hide() {
    current?.classList.remove("ma-lit");
    tip.classList.remove("ma-tip--on");
    tip.textContent = "";
    current = null;
  }

  const markAt = (event) => event.target.closest?.(".ma-drawing [aria-label]");
  const inPicture = (event) => event.target.closest?.(".ma-figure__picture");

  // The marks of the drawing that is shown, from left to right and down.
  function marksOf(picture) {
    const drawing = [...picture.querySelectorAll(".ma-drawing")].find((one) => one.getBoundingClientRect().width);
    const placed = [...(drawing?.querySelectorAll("[aria-label]") ?? [])].map((mark) => [mark, mark.getBoundingClientRect()]);
    placed.sort(([, a], [, b]) => Math.round(a.left - b.left) || a.top - b.top);
    return placed.map(([mark]) => mark);
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function walk(event) {
    if (event.key === "Escape") return hide();
    const marks = marksOf(event.target), here = marks.indexOf(current), last = marks.length - 1;
    const goal = { Home: 0, End: last }[event.key] ?? here + STEPS[event.key];
    if (Number.isNaN(goal) || !marks.length) return;
    event.preventDefault();
    show(marks[Math.min(Math.max(goal, 0), last)]);
  }

  document.addEventListener("pointerover", (event) => { const mark = markAt(event); if (mark) show(mark); else if (!inPicture(event)) hide(); });
  document.addEventListener("pointerdown", (event) => { const mark = markAt(event); if (mark) show(mark); else hide(); });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.target.matches?.(".ma-figure__picture")) walk(event); else if (event.key === "Escape") hide();
  });

  // ---- actions: copy an address or a text, open the live chart in place of the picture
  async function copy(button, text) {
    const before = button.textContent;
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 2000);
  }

  function explore(link) {
    const figure = link.closest("figure, main"), picture = figure.querySelector(".ma-figure__picture");
    const open = figure.querySelector(".ma-live");
    if (open) open.remove();
    else {
      const frame = make("iframe", "ma-live");
      frame.sandbox = "allow-scripts allow-popups";
      frame.title = figure.querySelector(".ma-figure__title, h1").textContent;
      frame.src = `${link.href}${slate() ? "#dark" : "#light"}`;
      picture.after(frame);
    }
    picture.hidden = !open;
    link.textContent = open ? "Explore" : "Back to the picture";
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.ma-link, a.ma-explore, button.ma-copy");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".ma-copy")) return void copy(link, document.querySelector(link.dataset.copy).value);
    if (link.matches(".ma-explore") || navigator.clipboard) event.preventDefault();
    if (link.matches(".ma-explore")) return explore(link);
    if (navigator.clipboard) copy(link, link.href).catch(() => { location.href = link.href; });
  });

  // ---- what if: base and growth by slider; path, end and increase follow. It writes numbers as scripts/notation does.
  function written(value, decimals) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return value.toLocaleString("en", digits).replace(/^-(?=[0.]+$)/, "").replace("-", "\u2212");
  }

  const signed = (value, decimals) => {
    const text = written(value, decimals);
    return /[1-9]/.test(text) ? (value > 0 ? `+${text}` : text) : `\u00b1${text}`;
  };

  const LOW = 196, HIGH = 16, LEFT = 7, RIGHT = 713;

  function whatIf(form) {
    const part = (name) => form.querySelector(`[data-part="${name}"]`);
    const number = (name) => Number(form.dataset[name]);
    const years = number("years"), decimals = number("decimals"), stated = number("end"), rise = number("increase");
    const base = part("base"), growth = part("growth");
    const money = (value, digits = decimals) => form.dataset.pattern.replace("#", written(value, digits));
    const say = (name, text) => { part(name).textContent = text; };

    function path(start, rate, top) {
      const values = Array.from({ length: years + 1 }, (_, year) => start * (1 + rate / 100) ** year);
      top ||= Math.max(stated * 1.05, ...values);
      const places = values.map((value, year) => [LEFT + (RIGHT - LEFT) * year / years, LOW - (LOW - HIGH) * value / top]);
      return { values, top, places, d: `M${places.map((place) => place.map((one) => one.toFixed(1)).join()).join("L")}` };
    }

    function draw() {
      const start = Number(base.value), rate = Number(growth.value);
      const { values, top, places, d } = path(start, rate), end = values[years];
      part("path").setAttribute("d", d);
      part("published").setAttribute("d", path(number("base"), number("growth"), top).d);
      ["cx", "cy"].forEach((name, axis) => part("dot").setAttribute(name, places[years][axis].toFixed(1)));
      say("base-value", base.ariaValueText = money(start, number("baseDecimals")));
      say("growth-value", growth.ariaValueText = `${written(rate, number("growthDecimals"))}\u00a0% a year`);
      say("end", money(end));
      say("end-change", signed(end - stated, decimals));
      say("increase", money(end - start));
      say("increase-change", signed(end - start - rise, decimals));
      form.querySelectorAll("[data-year]").forEach((cell, year) => { cell.textContent = written(values[year], decimals); });
    }
    form.hidden = false;
    form.addEventListener("input", draw);
    form.addEventListener("reset", () => setTimeout(draw)); // the inputs follow only after the event
    draw();
  }

  function start() {
    hide();
    for (const picture of document.querySelectorAll(".ma-figure__picture")) {
      picture.tabIndex = 0;
      picture.setAttribute("role", "group");
      picture.setAttribute("aria-label", "Values of this figure: arrow keys go from one to the next");
    }
    for (const button of document.querySelectorAll("button.ma-copy")) button.hidden = !navigator.clipboard;
    for (const link of document.querySelectorAll("a.ma-explore")) link.hidden = location.protocol === "file:";
    for (const form of document.querySelectorAll("form.ma-what-if[hidden]")) whatIf(form);
  }

  colours();
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
