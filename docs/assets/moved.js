// Leads from an address that moved to the new one, with query and fragment, which a refresh by the page would drop.
addEventListener("DOMContentLoaded", () => {
  const to = new URL(document.getElementById("moved-to").href);
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
});
