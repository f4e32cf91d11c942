// Draws the figure of a live page in place of its picture; Vega comes before these lines. All text stays text.
{
  const given = JSON.parse(document.getElementById("ma-specification").textContent);
  const stage = document.getElementById("ma-stage"), tip = document.getElementById("ma-tip");
  const system = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (location.hash === "#dark") || (location.hash !== "#light" && system.matches);

  // The same specification in the colours of dark paper.
  function darker(value) {
    if (Array.isArray(value)) return value.map(darker);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, darker(inner)]));
    return typeof value === "string" && Object.hasOwn(given.dark, value) ? given.dark[value] : value;
  }

  function tell(_, event, __, value) {
    tip.hidden = !value;
    if (!value) return;
    tip.textContent = typeof value === "object" ? Object.values(value).join(" ") : value;
    const left = Math.min(event.clientX + 12, innerWidth - tip.offsetWidth - 4);
    tip.style.left = `${Math.max(left, 4)}px`;
    tip.style.top = `${Math.max(event.clientY - tip.offsetHeight - 10, 4)}px`;
  }

  async function draw() {
    const dark = isDark(), variant = innerWidth < 700 ? given.narrow : given.wide;
    document.documentElement.dataset.scheme = dark ? "dark" : "light";
    const chart = document.createElement("div");
    await vegaEmbed(chart, dark ? darker(variant) : variant, { actions: false, renderer: "svg", defaultStyle: false, tooltip: tell });
    stage.replaceChildren(chart);
    document.body.classList.add("drawn");
  }

  addEventListener("hashchange", draw);
  system.addEventListener("change", draw);
  draw();
}
