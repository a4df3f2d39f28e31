/**
 * Characters that are there and cannot be seen: soft hyphen, zero-width spaces and joiners, marks of writing direction,
 * the byte order mark. In a name they only make two of one.
 */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g;
const plain = /^[\x21-\x7e\u0400-\u04ff]+(?: [\x21-\x7e\u0400-\u04ff]+)*$/;

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp|laquo|raquo|ndash|mdash));/giu;
const named: Record<string, string> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
};

/** What a web page writes for a sign, as the sign: «&quot;» in a name is a quotation mark. Twice written, it is undone twice. */
function withoutEntities(text: string): string {
  return text.replace(
    entity,
    (written, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      if (name !== undefined) return named[name.toLowerCase()] ?? written;
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
    },
  );
}

/** A name as people see it, "" where nothing of it can be seen: no signs as web pages write them, no invisible characters, every run of white space one space, none at the ends. */
export function visibleLabel(text: string): string {
  if (text.includes("&")) {
    const signs = withoutEntities(text);
    if (signs !== text) return visibleLabel(signs);
  }
  if (plain.test(text)) return text;
  return text.normalize("NFC").replace(invisible, "").replace(/\s+/gu, " ").trim();
}

/** What two spellings of one header or word have in common: case, ё and е, kinds of quotes and dashes do not matter. */
export function spellingKey(text: string): string {
  return visibleLabel(text)
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[«»„“”"'’`]/g, '"')
    .replace(/[‐-―−]/g, "-");
}
