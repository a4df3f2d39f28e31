/**
 * Characters that are there and cannot be seen: soft hyphen, zero-width spaces and joiners, marks of writing direction,
 * the byte order mark. In a name they only make two of one.
 */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g;
const plain = /^[\x21-\x7e\u0400-\u04ff]+(?: [\x21-\x7e\u0400-\u04ff]+)*$/;

/** A name as people see it, "" where nothing of it can be seen: no invisible characters, every run of white space one space, none at the ends. */
export function visibleLabel(text: string): string {
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
