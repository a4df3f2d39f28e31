(function () {
  var { dataset } = document.documentElement;
  dataset.scripted = "";
  try {
    var kept = JSON.parse(localStorage.getItem("otklik-display") || "{}");
    ["size", "spacing", "colours", "pictures"].forEach(function (name) {
      if (/^[a-z-]{1,20}$/.test(kept[name])) dataset[name] = kept[name];
    });
  } catch {
    /* Closed. */
  }
})();
