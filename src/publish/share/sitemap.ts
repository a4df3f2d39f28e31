/** Addresses that one file may hold: https://www.sitemaps.org/protocol.html */
const mostAddresses = 50_000;

/**
 * The map of the site for search engines: files of at most 50,000 addresses and an index over them. They stand at the
 * root of the portal, because a map speaks only for what lies beside and below it.
 *
 * @param addresses full addresses of pages
 * @param changed day of the edition
 * @param root full address of the portal, with a slash at the end
 * @returns files by name; "sitemap.xml" is the one to begin with
 */
export function sitemap(
  addresses: readonly string[],
  changed: string,
  root: string,
  most = mostAddresses,
): Record<string, string> {
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, at) =>
    addresses.slice(at * most, (at + 1) * most),
  );
  const files = Object.fromEntries(
    parts.map((part, at) => [`sitemap-${at + 1}.xml`, written("urlset", "url", part, changed)]),
  );
  return {
    "sitemap.xml": written(
      "sitemapindex",
      "sitemap",
      Object.keys(files).map((file) => root + file),
      changed,
    ),
    ...files,
  };
}

function written(list: string, entry: string, addresses: readonly string[], changed: string): string {
  const entries = addresses.map(
    (address) => `<${entry}><loc>${escapeXml(address)}</loc><lastmod>${changed}</lastmod></${entry}>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</${list}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
