/*
 * Puts the reader's display settings on the page before it is painted, so that nothing flashes; and that there are scripts, so that
 * what needs one is offered without moving anything.
 */
(function () {
  document.documentElement.setAttribute("data-scripted", "");
  try {
    var kept = JSON.parse(localStorage.getItem("otklik-display") || "{}");
    ["size", "spacing", "colours", "pictures"].forEach(function (name) {
      if (/^[a-z-]{1,20}$/.test(kept[name])) document.documentElement.setAttribute("data-" + name, kept[name]);
    });
  } catch {
    /* Storage may be closed to the page: it is then shown as it is. */
  }
})();
