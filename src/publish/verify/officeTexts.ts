import { strFromU8, unzipSync } from "fflate";

/** Ends of what is read as one in the XML of office files: a paragraph, a text, a number. Numbers of cells that stand side by side are not one. */
const blockEnd = /<\/(?:w:p|si|v|dc:[a-z]+|cp:[a-zA-Z]+)>|\/>/u;
/** Texts and numbers between tags, whatever they are called there. */
const betweenTags = />([^<]+)</gu;
/** What is told by attributes alone: where links lead, what sheets and formats are called. */
const toldAttribute = /\b(?:Target|name|formatCode)="([^"]*)"/gu;

/** Everything in a workbook or a Word document that can be read: its parts unpacked, runs of a paragraph put together. */
export function officeTexts(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/u.test(name)) continue;
    const xml = strFromU8(content);
    for (const block of xml.split(blockEnd)) {
      const text = Array.from(`>${block}<`.matchAll(betweenTags), ([, part]) => part).join("");
      if (text !== "") found.add(unescaped(text));
    }
    for (const [, value] of xml.matchAll(toldAttribute)) found.add(unescaped(value!));
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d+)|(lt|gt|quot|apos|amp));/gu,
    (_, code: string | undefined, name: string | undefined) =>
      code === undefined ? entities[name!]! : String.fromCodePoint(Number(code)),
  );
}
