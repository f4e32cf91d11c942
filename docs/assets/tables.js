// Sorting and filtering for `table[data-sortable]`: the table is whole without it. A column sorts if its head has a
// `data-kind` (text or number); cells give `data-sort`, empty where nothing is published, which always comes last.
(() => {
  const made = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  function compared(one, other, kind, direction) {
    const [a, b] = [one.dataset.sort ?? "", other.dataset.sort ?? ""];
    if (!a || !b) return !a - !b;
    if (kind === "text") return direction * a.localeCompare(b, "en");
    const [unit, another] = [one.dataset.unit ?? "", other.dataset.unit ?? ""];
    return unit === another ? direction * (a - b) : unit.localeCompare(another); // currencies are never mixed
  }

  function sortable(body, rows, head, heads, column) {
    const button = made("button", { type: "button", className: "ma-sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.dataset.kind === "number" ? "descending" : "ascending";
      const now = head.ariaSort ?? "none";
      const next = now === "none" ? first : now === "ascending" ? "descending" : "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", next);
      const direction = next === "ascending" ? 1 : -1;
      rows.sort((a, b) => compared(a.cells[column], b.cells[column], head.dataset.kind, direction));
      body.append(...rows);
    });
  }

  function filter(table, rows) {
    const field = made("input", { type: "search", autocomplete: "off" });
    const count = made("span", { role: "status", className: "ma-filter__count" });
    const tell = (shown) => (count.textContent = `${shown} of ${rows.length} shown`);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      for (const row of rows) {
        const text = row.cells[0].textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      }
      tell(rows.filter((row) => !row.hidden).length);
    });
    tell(rows.length);
    table.before(made("p", { className: "ma-filter" }, made("label", {}, table.dataset.sortable, field), count));
  }

  for (const table of document.querySelectorAll("table[data-sortable]:not(.ma-sorting)")) {
    const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
    if (rows.length < 2) continue;
    table.classList.add("ma-sorting");
    heads.forEach((head, column) => head.dataset.kind && sortable(body, rows, head, heads, column));
    filter(table, rows);
  }
})();
