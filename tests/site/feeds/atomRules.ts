import { childrenOf, readXml, type Element } from "./readXml.ts";

/**
 * What a validator of feeds objects to, by the rules of RFC 4287 as far as our feeds use them, and by those of the W3C's validator
 * that readers' programs depend on.
 *
 * @param address where the file is served
 * @returns objections in words; none of a sound feed
 */
export function objectionsToFeed(xml: string, address: string): string[] {
  const objections: string[] = [];
  const object = (rule: string, broken: boolean): void => {
    if (broken) objections.push(rule);
  };
  let feed: Element;
  try {
    feed = readXml(xml);
  } catch (error) {
    return [`not well-formed: ${(error as Error).message}`];
  }
  object("1.1 the encoding is not UTF-8", !xml.startsWith('<?xml version="1.0" encoding="utf-8"?>'));
  object("2 no feed of Atom", feed.name !== "feed" || feed.attributes["xmlns"] !== "http://www.w3.org/2005/Atom");
  object("2 no language", !isLanguage(feed.attributes["xml:lang"]));
  const inFeed = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights"];
  const entries = childrenOf(feed, "entry");
  objections.push(...elementsOf(feed, [...inFeed, "subtitle", "title", "updated", "entry"], "feed"));
  object(
    "4.1.1 no author",
    childrenOf(feed, "author").length === 0 && entries.some((entry) => childrenOf(entry, "author").length === 0),
  );
  object(
    "4.1.1 no link to itself",
    !childrenOf(feed, "link").some(({ attributes: { rel, href } }) => rel === "self" && href === address),
  );

  const ids = entries.map((entry) => textOf(entry, "id"));
  object("4.2.6 two entries with one id", new Set([...ids, textOf(feed, "id")]).size !== ids.length + 1);
  const published = entries.map((entry) => Date.parse(textOf(entry, "published")));
  // By days: what has no hour stands at the beginning of its day, in whatever zone others tell theirs.
  object(
    "entries are not in order, the newest first",
    published.some((time, at) => at > 0 && time - published[at - 1]! > 86_400_000),
  );
  const newest = Math.max(...entries.map((entry) => Date.parse(textOf(entry, "updated"))));
  object("4.2.15 older than one of its entries", newest > Date.parse(textOf(feed, "updated")));
  for (const [at, entry] of entries.entries()) {
    const where = `entry ${at + 1}`;
    objections.push(
      ...elementsOf(entry, [...inFeed, "content", "published", "source", "summary", "title", "updated"], where),
    );
    object(
      `${where}: 4.1.2 neither content nor a link to a page`,
      childrenOf(entry, "content").length === 0 &&
        !childrenOf(entry, "link").some(({ attributes: { rel } }) => rel === undefined || rel === "alternate"),
    );
    for (const one of ["published", "summary", "content"])
      object(`${where}: 4.1.2 more than one ${one}`, childrenOf(entry, one).length > 1);
    object(`${where}: updated before it was published`, published[at]! > Date.parse(textOf(entry, "updated")));
  }
  return objections;
}

const textOf = (element: Element, name: string): string => childrenOf(element, name)[0]?.text ?? "";
const isLanguage = (tag: string | undefined): boolean =>
  tag !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
/** RFC 3339, 5.6, with the capitals that RFC 4287, 3.3 asks for. */
const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
const isWebAddress = (text: string | undefined): boolean =>
  text !== undefined && /^https?:\/\/[^/\s]+\/\S*$/.test(text) && !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text);

/** What holds of a feed and of an entry alike. */
function elementsOf(element: Element, known: readonly string[], where: string): string[] {
  const objections: string[] = [];
  const object = (rule: string, broken: boolean): void => {
    if (broken) objections.push(`${where}: ${rule}`);
  };
  for (const { name } of element.inside) object(`there is no element ${name}`, !known.includes(name));
  for (const name of ["id", "title", "updated"])
    object(`4.1 exactly one ${name}`, childrenOf(element, name).length !== 1);
  object("4.2.6 the id is no IRI", !isIri(textOf(element, "id")));
  object("4.2.14 the title is empty", textOf(element, "title").trim() === "");
  for (const name of ["updated", "published"])
    for (const { text } of childrenOf(element, name)) object(`3.3 ${name} is no time`, !isTime(text));
  for (const person of childrenOf(element, "author"))
    object(
      "3.2 the author has no name",
      childrenOf(person, "name").length !== 1 || textOf(person, "name").trim() === "",
    );
  const alternates = childrenOf(element, "link").filter(({ attributes: { rel = "alternate" } }) => rel === "alternate");
  object(
    "4.1 two links to a page of one type and language",
    new Set(alternates.map(({ attributes: { type = "", hreflang = "" } }) => `${type} ${hreflang}`)).size !==
      alternates.length,
  );
  for (const { attributes, text, inside } of childrenOf(element, "link")) {
    object("4.2.7 a link is no full address", !isWebAddress(attributes["href"]));
    object(
      "4.2.7.4 the language of a link",
      attributes["hreflang"] !== undefined && !isLanguage(attributes["hreflang"]),
    );
    object(
      "4.2.7.3 the type of a link",
      attributes["type"] !== undefined && !/^[\w.+-]+\/[\w.+-]+$/.test(attributes["type"]),
    );
    object("4.2.7 a link holds something", text.trim() !== "" || inside.length > 0);
  }
  for (const { attributes } of childrenOf(element, "category"))
    object("4.2.2 a category without a term", (attributes["term"] ?? "") === "");
  for (const { attributes, inside } of [...childrenOf(element, "title"), ...childrenOf(element, "summary")]) {
    object("3.1.1 the type of a text", !["text", "html", undefined].includes(attributes["type"]));
    object("3.1.1.1 elements in a text", inside.length > 0);
    object("2 the language of a text", attributes["xml:lang"] !== undefined && !isLanguage(attributes["xml:lang"]));
  }
  return objections;
}
