import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { decodeVocabulary } from "../../search/format/vocabulary.ts";
import { imageTexts, printable } from "./imageTexts.ts";
import { officeTexts } from "./officeTexts.ts";
import { parquetTexts } from "./parquetTexts.ts";
import { programTexts } from "./programTexts.ts";

/** What of a file can be read: texts as they are, and sections of markup. */
export interface FileSections {
  plain: Iterable<string>;
  markup: Iterable<MarkupSection>;
}

/** A landmark of a page: many pages share whole ones. */
interface MarkupSection {
  text: string;
  /** The stretches of it that are read as one each: names and numbers do not reach over their ends. */
  parts: () => string[];
}

/** Ends of landmarks. */
const sectionEnd = /<\/(?:head|header|main|footer)>/gu;

/** Ends of what is read as one: names and numbers do not reach over them, inline tags do not end them. */
export const blockEnd =
  /<\/(?:p|li|div|d[dt]|h[1-6]|t[dhr]|section|[uo]l|nav|header|footer|title|text|desc|head|svg|figure|script|style|option|item|entry|summary|updated|published|id|name|url)>/u;

/** In XML that is data, an element is a field: every end ends what is read as one. */
const fieldEnd = /<\/[\w:-]+>/u;

/** A checksum that stands by itself in an element: see isHash. */
const hashElement = />[0-9a-f]{64}</gu;

/** Made by tools from nothing of the portal's: typefaces, the search engine, numbers in columns. */
const holdsNoText = /\.(?:woff2?|wasm|columns)$|\/engine-[\d.]+\/|\.pagefind$/u;

const kinds: readonly [RegExp, (bytes: Buffer) => FileSections][] = [
  [/\.html$/u, (bytes) => pageTexts(bytes.toString("utf8"))],
  [/\.(?:svg|atom|rss)$/u, (bytes) => ({ plain: [], markup: [sectionOf(bytes.toString("utf8"))] })],
  [/\.xml$/u, (bytes) => ({ plain: [], markup: [sectionOf(bytes.toString("utf8"), fieldEnd)] })],
  [/\.(?:json|jsonld|webmanifest|geojson)$/u, (bytes) => plain(strings(JSON.parse(bytes.toString("utf8"))))],
  [
    /\.ndjson$/u,
    (bytes) => plain(lines(bytes).reduce((found, line) => strings(JSON.parse(line), found), new Set<string>())),
  ],
  [/\.(?:csv|tsv)$/u, (bytes) => plain(cells(bytes.toString("utf8").replace(/^\uFEFF/u, "")))],
  [/\.(?:txt|md|ics|yaml|yml)$/u, (bytes) => plain(lines(bytes))],
  [/\.(?:js|mjs)$/u, (bytes) => plain(programTexts(bytes.toString("utf8")))],
  [/\.css$/u, (bytes) => plain(bytes.toString("utf8").match(quoted) ?? [])],
  [/\.(?:png|jpe?g|webp)$/u, (bytes) => plain(imageTexts(bytes))],
  [/\.parquet$/u, (bytes) => plain(parquetTexts(bytes))],
  // The words of the search stand beside how many appeals have them: "тел" and a count are no telephone.
  [
    /^search\/words-[^/]+\/[^/]+\.gz$/u,
    (bytes) =>
      plain(
        decodeVocabulary(gunzipSync(bytes).toString("utf8")).flatMap(({ stem, forms }) => [
          stem,
          ...forms.map(({ form }) => form),
        ]),
      ),
  ],
  [/\.(?:docx|xlsx)$/u, (bytes) => plain(officeTexts(bytes))],
  [/\.(?:gz|pf_[a-z]+)$/u, (bytes) => plain(printable(gunzipSync(bytes)))],
];

/**
 * Everything in a file of the site that can be read, as an outsider would: markup in stretches, cells of tables, texts
 * of JSON, packed files unpacked, the notes inside pictures.
 *
 * @param file path inside the site
 * @param bytes all of it, or whole records of a table (see filePieces.ts)
 * @returns null for a kind of file that is not known: it cannot be vouched for
 */
export function fileSections(file: string, bytes: Buffer): FileSections | null {
  if (holdsNoText.test(file)) return { plain: [], markup: [] };
  if (file.endsWith(".zip")) return archiveSections(file, bytes);
  const kind = kinds.find(([name]) => name.test(file));
  return kind ? kind[1](bytes) : null;
}

/** What can be read of every file of an archive; null where one of them is of a kind that is not known. */
function archiveSections(archive: string, bytes: Buffer): FileSections | null {
  const found: FileSections[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const sections = fileSections(`${archive}/${name}`, Buffer.from(content));
    if (sections === null) return null;
    found.push(sections);
  }
  return { plain: found.flatMap(({ plain: texts }) => [...texts]), markup: found.flatMap(({ markup }) => [...markup]) };
}

function sectionOf(text: string, end: RegExp = blockEnd): MarkupSection {
  return { text, parts: () => text.replace(hashElement, "><").split(end) };
}

/** Texts of a style sheet. */
const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu;

/** A description of the page for search engines, in JSON of its own kind. */
const structuredData = /<script type="application\/ld\+json">(.*?)<\/script>/gsu;
/** Words of that kind, which begin like somebody's name in a social network. */
const structureWords: ReadonlySet<string> = new Set(["@context", "@type", "@id", "@value", "@language"]);

function pageTexts(page: string): FileSections {
  const described = new Set<string>();
  const rest = page.replace(structuredData, (_block, json: string) => {
    strings(JSON.parse(json), described);
    return "<script></script>";
  });
  return { plain: [...described].filter((text) => !structureWords.has(text)), markup: inSections(rest) };
}

function inSections(page: string): MarkupSection[] {
  const ends = Array.from(page.matchAll(sectionEnd), ({ index, 0: tag }) => index + tag.length);
  return [...ends, page.length].map((end, at) => sectionOf(page.slice(ends[at - 1] ?? 0, end)));
}

function plain(texts: Iterable<string>): FileSections {
  return { plain: texts, markup: [] };
}

/** The figures in a hash are nobody's telephone, with or without the name of its kind, which a data package puts before it. */
const isHash = /^(?:sha256:)?[0-9a-f]{64}$/u;

/** Every text in a value of JSON, names of fields among them, into a set: facts say the same words many times. */
function strings(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") {
    if (!isHash.test(value)) found.add(value);
  } else if (Array.isArray(value)) for (const part of value) strings(part, found);
  else if (typeof value === "object" && value !== null) {
    for (const key in value) {
      if (!structureWords.has(key)) found.add(key);
      strings((value as Record<string, unknown>)[key], found);
    }
  }
  return found;
}

function cells(table: string): Set<string> {
  return new Set(Papa.parse<string[]>(table).data.flat());
}

function lines(bytes: Buffer): string[] {
  return bytes.toString("utf8").split("\n").filter(Boolean);
}
