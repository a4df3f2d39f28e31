import { strFromU8, unzipSync } from "fflate";

export interface ReadSheet {
  name: string;
  /** Texts, numbers and null for empty cells, none at the end of a row. */
  rows: (string | number | null)[][];
  /** The pattern of each cell, null where it has none. */
  formats: (string | null)[][];
  xml: string;
}

/** A workbook as a stranger reads it: unpacked, its XML by patterns. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
  const strings = [...files["xl/sharedStrings.xml"]!.matchAll(/<si>.*?<t[^>]*>([\s\S]*?)<\/t>.*?<\/si>/g)].map(
    ([, text]) => plain(text!),
  );
  const styles = files["xl/styles.xml"]!;
  const patterns = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, plain(code!)]),
  );
  const styleFormats = [...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf([^>]*)>/g)].map(
    ([, attributes]) => patterns.get(/numFmtId="(\d+)"/.exec(attributes!)?.[1]) ?? null,
  );
  return [...files["xl/workbook.xml"]!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name], index) => {
    const xml = files[`xl/worksheets/sheet${index + 1}.xml`]!;
    const rows: (string | number | null)[][] = [];
    const formats: (string | null)[][] = [];
    for (const [, number, content] of xml.matchAll(/<row [^>]*?r="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
      const row: (string | number | null)[] = (rows[Number(number) - 1] = []);
      const rowFormats: (string | null)[] = (formats[Number(number) - 1] = []);
      for (const [, column, attributes, value] of (content ?? "").matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/g,
      )) {
        if (value === undefined) continue;
        const at = [...column!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        while (row.length < at) row.push(null);
        row[at] = attributes!.includes('t="s"') ? strings[Number(value)]! : Number(value);
        while (rowFormats.length < at) rowFormats.push(null);
        rowFormats[at] = styleFormats[Number(/s="(\d+)"/.exec(attributes!)?.[1] ?? 0)] ?? null;
      }
    }
    return {
      name: plain(name!),
      rows: Array.from(rows, (row) => row ?? []),
      formats: Array.from(formats, (row) => row ?? []),
      xml,
    };
  });
}

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, "&");
