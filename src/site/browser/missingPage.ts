import { findAppeal, layoutOf } from "./findAppeal.ts";

/** The page for what is not there leads to appeals that stand at another address by now. */
const place = document.querySelector<HTMLElement>("[data-find-appeal]");
if (place) {
  const { site, bundles } = layoutOf(place);
  // Without a connection the page says what it says.
  void findAppeal(site, bundles).catch(() => {});
}
