// Heals links that were damaged in e-mails, on the 404 page alone: works out what the address may have meant, looks
// whether that is there, and goes there with query and fragment. It never leaves the site's own folder.
(() => {
  "use strict";
  const base = new URL("..", document.currentScript.src).pathname;
  const ROOMS = ["c", "f", "markets", "compare", "methodology", "glossary", "audit", "sources", "notebooks", "feeds", "api"];
  const MOST_LOOKS = 8;

  // Mail systems encode an address once more, some twice.
  function decoded(text) {
    for (let times = 0; times < 3; times += 1) {
      let plain;
      try { plain = decodeURIComponent(text); } catch { return text; }
      if (plain === text) return text;
      text = plain;
    }
    return text;
  }

  // The parts that an address was made of before it was damaged.
  function parts(pathname, search, hash) {
    let path = decoded(pathname.slice(base.length)).replace(/=\r?\n/g, "").replace(/[\s\u200b\u00ad]/g, "").replaceAll("\\", "/");
    let query = search.replaceAll("&amp;", "&"), fragment = hash;
    const cut = (sign) => {
      const at = path.indexOf(sign);
      const rest = at < 0 ? "" : path.slice(at + sign.length);
      if (at >= 0) path = path.slice(0, at);
      return rest;
    };
    const marked = cut("#");
    if (marked) fragment = `#${marked}`;
    for (const asked of [cut("?"), cut("&")]) {
      const clean = asked.replaceAll("&amp;", "&").replace(/^amp;/, "");
      if (clean) query += (query ? "&" : "?") + clean;
    }
    fragment = fragment.replace(/[.,;:!)\]}>"'”’]+$/, "");
    return { path, query, fragment };
  }

  // Places below the home page that a damaged path may have meant, the likeliest first.
  function candidates(damaged) {
    const path = damaged.toLowerCase().replace(/[.,;:!()[\]{}<>"'“”’*]+$/, "").replace(/\/?index\.html?$/, "/");
    const steps = path.split("/").filter((step) => step && step !== "." && step !== "..");
    const isFile = /\.[a-z]{2,4}$/.test(steps.at(-1) ?? "");
    const tries = [];
    const add = (some, file = false) => tries.push(some.join("/") + (file || !some.length ? "" : "/"));
    const clean = steps.map((step) => step.replace(/^[("'<[*]+|[)"'>\]*.,;:!]+$/g, ""));
    for (const known of [steps, clean]) {
      add(known, isFile);
      if (isFile) add([...known.slice(0, -1), known.at(-1).replace(/\.[a-z]+$/, "")]);
      if (!ROOMS.includes(known[0]) && known.length === 2) for (const room of ["c", "f", "markets"]) add([room, ...known]);
      for (let length = known.length - 1; length >= 2; length -= 1) if (ROOMS.includes(known[0])) add(known.slice(0, length));
    }
    return [...new Set(tries)].filter((one) => /^[a-z0-9][a-z0-9._/-]*$/.test(one));
  }

  function offer(said, target) {
    const link = Object.assign(document.createElement("a"), { href: target.pathname, textContent: target.pathname });
    said.textContent = "";
    said.append("Perhaps you meant ", link, ".");
  }

  async function heal() {
    const { path, query, fragment } = parts(location.pathname, location.search, location.hash);
    const said = document.getElementById("heal");
    for (const place of candidates(path).slice(0, MOST_LOOKS)) {
      const target = new URL(base + place, location.origin);
      if (target.origin !== location.origin || !target.pathname.startsWith(base) || target.pathname === location.pathname) continue;
      said.textContent = "Looking for what this link meant …";
      const answer = await fetch(target, { method: "HEAD" }).catch(() => null);
      if (answer?.ok) {
        // A room's own page is no answer to a question about one number: offer it, do not go there unasked.
        if (place.split("/").length < path.split("/").filter(Boolean).length - 1 && /^(markets|c|f)\//.test(place) && place.split("/").length < 4) {
          offer(said, target);
          return;
        }
        location.replace(target.pathname + query + fragment);
        return;
      }
    }
    // A number or a figure that is not known, of a market that may be.
    const market = candidates(path).map((one) => /^[cf]\/([^/]+)\//.exec(one)?.[1]).find((one) => one);
    const home = market && new URL(`${base}markets/${market}/`, location.origin);
    const answer = home && await fetch(home, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) {
      offer(said, home);
      return;
    }
    said.textContent = "";
    said.hidden = true;
  }

  if (location.pathname.startsWith(base) && !location.pathname.endsWith("/404.html")) addEventListener("DOMContentLoaded", heal);
})();
