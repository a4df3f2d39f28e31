/* See src/layouts/Page.astro */
(function () {
  var root = document.documentElement;
  root.setAttribute("data-scripted", "");
  try {
    var kept = JSON.parse(localStorage.getItem("otklik-display") || "{}");
    ["size", "spacing", "colours", "pictures"].forEach(function (name) {
      if (/^[a-z-]{1,20}$/.test(kept[name])) root.setAttribute("data-" + name, kept[name]);
    });
  } catch {
    /* Storage is closed. */
  }
})();
