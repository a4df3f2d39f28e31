import { appealAddress } from "../../model/appealBundle.ts";

/** An address at which an appeal stood, or is cited: its own page's, or one in a bundle; below a language too, in which it has no page. */
const ownPage = /^(?:[a-z]{2}\/)?appeals\/([a-z0-9-]{4,})\/?$/u;
const inBundle = /^(?:[a-z]{2}\/)?appeals\/in\/[^/]+$/u;

/**
 * Leads from an address that no file answers to the appeal that was asked for: a portal's appeals may have had pages of
 * their own, or lain in other bundles. Where there is no such appeal the reader stays.
 *
 * @param site address of the portal on its host: "/otklik/"
 * @param bundles into how many bundles appeals are put; undefined: each has a page of its own
 */
export async function findAppeal(site: string, bundles: number | undefined): Promise<void> {
  const { pathname, hash } = location;
  if (!pathname.startsWith(site)) return;
  const path = pathname.slice(site.length);
  const id = ownPage.exec(path)?.[1] ?? (inBundle.test(path) ? hash.slice(1) : "");
  if (!/^[a-z0-9-]{4,}$/u.test(id)) return;
  const address = site + appealAddress(id, bundles).slice(1);
  // The very page that does not hold it.
  if (address.split("#")[0] === pathname) return;
  const response = await fetch(address);
  if (!response.ok) return;
  if (bundles === undefined || (await response.text()).includes(` id="${id}"`)) location.replace(address);
}

/** What an element of the page says of the portal. */
export function layoutOf({ dataset }: HTMLElement): { site: string; bundles: number | undefined } {
  const { site = "/", bundles } = dataset;
  return { site, bundles: bundles === undefined ? undefined : Number(bundles) };
}
