import { hash } from "node:crypto";

/** Small Cyrillic letters in Latin ones, close to the table of Russian passports (ICAO Doc 9303); then the letters of neighbours. */
const latin: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "yi",
  є: "ye",
  ґ: "g",
  ў: "u",
  ә: "ae",
  ғ: "gh",
  қ: "q",
  ң: "ng",
  ө: "oe",
  ұ: "u",
  ү: "ue",
  һ: "h",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
};

const longest = 64;

/**
 * A code made from a label: small Latin letters, figures, single hyphens. Spellings that differ only in case, accents,
 * spaces and punctuation give the same code. A label without any Latin, Cyrillic or figure, and one that is too long,
 * gets a short digest of itself, so that different labels stay apart.
 */
export function slugOf(label: string): string {
  const lower = label.normalize("NFC").toLowerCase();
  let foreign = false;
  let spelled = "";
  for (const letter of lower) {
    const known = latin[letter];
    if (known !== undefined) {
      spelled += known;
      continue;
    }
    const base = letter.normalize("NFKD").replace(/\p{M}/gu, "");
    if (/^[\x20-\x7e]*$/.test(base)) spelled += base === "" ? "" : base;
    else if (/\p{L}/u.test(letter)) foreign = true;
    else spelled += " ";
  }
  const slug = spelled
    .replace(/['"`]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug !== "" && slug.length <= longest && !foreign) return slug;
  const digest = hash("sha256", slug === "" || foreign ? lower.replace(/\s+/gu, " ").trim() : slug, "hex").slice(0, 8);
  const start = slug.slice(0, longest - 9).replace(/-$/, "");
  return start === "" ? `x${digest}` : `${start}-${digest}`;
}
