import { askedAppeal } from "./askedAppeal.ts";
import { findAppeal, layoutOf } from "./findAppeal.ts";

/** A bundle bears the name of the appeal that is shown of it; one that lies elsewhere is looked for. Styles alone show it. */
const bundle = document.querySelector<HTMLElement>("[data-bundle]");
const own = document.title;

function show(): void {
  const asked = askedAppeal();
  const name = asked?.querySelector("h2")?.textContent;
  document.title = name ? own.replace(/^.*(?= — )/su, () => name) : own;
  if (asked || !bundle || location.hash.length < 2 || document.getElementById(location.hash.slice(1))) return;
  const { site, bundles } = layoutOf(bundle);
  void findAppeal(site, bundles).catch(() => {});
}
show();
addEventListener("hashchange", show);
