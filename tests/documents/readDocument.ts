import { strFromU8, unzipSync } from "fflate";

export interface ReadDocument {
  /** Texts outside tables. */
  paragraphs: string[];
  tables: string[][][];
  /** Where words lead, in their order. */
  links: string[];
  core: string;
}

/** A Word document as a stranger reads it: unpacked, its XML by patterns. */
export function readDocument(bytes: Uint8Array): ReadDocument {
  const files = unzipSync(bytes);
  const read = (name: string): string => strFromU8(files[name]!);
  const body = read("word/document.xml");
  const targets = new Map(
    [...read("word/_rels/document.xml.rels").matchAll(/<Relationship ([^>]*)\/>/g)].map(([, attributes]) => [
      /Id="([^"]*)"/.exec(attributes!)![1]!,
      plain(/Target="([^"]*)"/.exec(attributes!)![1]!),
    ]),
  );
  const tables = [...body.matchAll(/<w:tbl>([\s\S]*?)<\/w:tbl>/g)].map(([, table]) =>
    [...table!.matchAll(/<w:tr>([\s\S]*?)<\/w:tr>/g)].map(([, row]) =>
      [...row!.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell]) => textOf(cell!)),
    ),
  );
  const outside = body.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, "");
  return {
    paragraphs: [...outside.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, paragraph]) => textOf(paragraph!)),
    tables,
    links: [...body.matchAll(/<w:hyperlink [^>]*r:id="([^"]*)"/g)].map(
      ([, id]) => targets.get(id!) ?? `no target: ${id!}`,
    ),
    core: read("docProps/core.xml"),
  };
}

const textOf = (xml: string): string =>
  plain([...xml.matchAll(/<w:t(?: [^>]*)?>([\s\S]*?)<\/w:t>/g)].map(([, text]) => text!).join(""));

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, "&");
