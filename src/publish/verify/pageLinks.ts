import { posix } from "node:path";

/** Attributes that make a browser, a reader or a messenger go somewhere. */
const reference = /\s(?:href|src|action|poster|content(?=="https?:))="([^"]*)"/g;
const sourceSet = /\ssrcset="([^"]*)"/g;
const anchorTarget = /\s(?:id|name)="([^"]*)"/g;

/** The addresses a page refers to, as written, entities resolved. */
export function referencesOf(html: string): string[] {
  const found = [...html.matchAll(reference)].map((match) => match[1]!);
  for (const [, set] of html.matchAll(sourceSet))
    found.push(...set!.split(",").map((part) => part.trim().split(/\s+/)[0]!));
  return found.map((address) => address.replaceAll("&amp;", "&").replaceAll("&#38;", "&"));
}

/** The anchors a page offers. */
export function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(anchorTarget)].map((match) => match[1]!));
}

/** The names of a page's elements, each as often as it is given. */
export function idsOf(html: string): string[] {
  return Array.from(html.matchAll(/\sid="([^"]*)"/g), (match) => match[1]!);
}

export type Target = { kind: "elsewhere" } | { kind: "outside-base" } | { kind: "file"; path: string; anchor: string };

/** A full address of the portal itself as it is written inside the portal; any other as it stands. */
export function withoutOrigin(address: string, portal: URL): string {
  return address.startsWith(portal.href) ? address.slice(portal.origin.length) : address;
}

/**
 * Resolves an address found on a page to a file of the site, the way a plain file server does: a folder stands for its
 * index.html.
 *
 * @param page path of the page inside the site; base: path under which the site stands, with slashes at both ends
 */
export function resolveReference(address: string, page: string, base: string): Target {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("//")) return { kind: "elsewhere" };
  const [beforeAnchor = "", anchor = ""] = address.split("#", 2);
  const path = decodeURIComponent(beforeAnchor.split("?", 1)[0]!);
  if (path === "") return { kind: "file", path: page, anchor };
  let inside: string;
  if (path.startsWith("/")) {
    if (!`${path}/`.startsWith(base)) return { kind: "outside-base" };
    inside = path.slice(base.length);
  } else {
    inside = posix.normalize(posix.join(posix.dirname(page), path));
    if (inside === ".") inside = "";
    if (inside.startsWith("..")) return { kind: "outside-base" };
  }
  const isFolder = inside === "" || inside.endsWith("/") || path.endsWith("/");
  return {
    kind: "file",
    path: isFolder ? posix.join(inside, "index.html") : inside,
    anchor: decodeURIComponent(anchor),
  };
}
