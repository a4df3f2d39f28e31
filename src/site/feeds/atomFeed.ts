/** One entry of a feed. Texts are plain: markup in them is shown, not followed. */
export interface FeedEntry {
  title: string;
  /** Full address by which it is cited, for good: the entry's id is made of it. Left out: that of its page. */
  cited?: string;
  /** Full address of its page, and the language of that. */
  page: string;
  pageLanguage: string;
  /** ISO date, or local time with its offset, as published. */
  published: string;
  updated: string;
  summary: string;
  /** Language of the summary, where it is not the feed's. */
  summaryLanguage?: string | undefined;
  /** What the entry is filed under, by code and name. */
  categories: { code: string; name: string }[];
}

/** A feed of one language. */
export interface Feed {
  /** Full address of the feed itself and of the page that it follows. */
  self: string;
  page: string;
  language: string;
  title: string;
  /** Who publishes it: never the author of an appeal. */
  author: string;
  /** Day of the data, never of the build. */
  updated: string;
  entries: FeedEntry[];
}

/** What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), control characters, and marks that turn the direction of what follows. */
const unwanted =
  /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text for an element or an attribute in double quotes, whatever it holds. */
function escapeXml(text: string): string {
  return text.replace(unwanted, "").replace(/[&<>"]/g, (sign) => entities[sign]!);
}

/**
 * A name made of a full address that stays the same when the portal moves from http to https: host, path and anchor, under the
 * year in which this form was agreed (RFC 4151). A contract: readers' programs know entries by it.
 */
export function tagOf(address: string): string {
  const { hostname, pathname, hash } = new URL(address);
  return `tag:${hostname},2026:${pathname}${hash}`;
}

/** "2026-10-31" or "2026-10-31T14:05+03:00" as RFC 3339 wants it; of a bare date the beginning of the day. */
export function timeOf(moment: string): string {
  return moment.length === 10 ? `${moment}T00:00:00Z` : moment.replace(/(T\d{2}:\d{2})(?=[+\-Z])/u, "$1:00");
}

/** Later of two published moments. */
export function laterOf(one: string, other: string): string {
  return Date.parse(timeOf(other)) > Date.parse(timeOf(one)) ? other : one;
}

/** Writes a feed as Atom 1.0 (RFC 4287). */
export function atomFeed({ self, page, language, title, author, updated, entries }: Feed): string {
  const x = escapeXml;
  const newest = entries.reduce((latest, entry) => laterOf(latest, entry.updated), updated);
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${x(language)}">`,
    `<id>${x(tagOf(self))}</id>`,
    `<title>${x(title)}</title>`,
    `<updated>${timeOf(newest)}</updated>`,
    `<author><name>${x(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${x(self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${x(language)}" href="${x(page)}"/>`,
    ...entries.map((entry) =>
      [
        "<entry>",
        `<id>${x(tagOf(entry.cited ?? entry.page))}</id>`,
        `<title>${x(entry.title)}</title>`,
        `<link rel="alternate" type="text/html" hreflang="${x(entry.pageLanguage)}" href="${x(entry.page)}"/>`,
        `<published>${timeOf(entry.published)}</published>`,
        `<updated>${timeOf(entry.updated)}</updated>`,
        ...entry.categories.map(({ code, name }) => `<category term="${x(code)}" label="${x(name)}"/>`),
        `<summary type="text"${entry.summaryLanguage === undefined ? "" : ` xml:lang="${x(entry.summaryLanguage)}"`}>${x(entry.summary)}</summary>`,
        "</entry>",
      ].join("\n"),
    ),
    "</feed>\n",
  ].join("\n");
}
