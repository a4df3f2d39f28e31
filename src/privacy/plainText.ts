import { decodeTransfers } from "./transferEncodings.ts";

/** Tags that end a line when the page is shown. */
const BLOCK_TAGS = new Set(
  "address article aside blockquote br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead title tr ul".split(
    " ",
  ),
);
/** Tags that set words apart without ending the line; cells of a table by a tab, which keeps its columns. */
const CELL_TAGS = new Set(["td", "th"]);
const SPACE_TAGS = new Set(["img", "input", "button", "textarea", "select", "video", "audio", "iframe", "svg"]);
/** Tags whose content is never shown. */
const HIDDEN_TAGS = new Set(["script", "style", "template", "noscript", "head"]);
/** «ivanov<at>mail<dot>ru» is an address in disguise and no markup. */
const NOT_TAGS = new Set(["at", "dot", "dog"]);
/** A tag longer than this is a stray «<»; the limit keeps the reading linear. */
const LONGEST_TAG = 8192;
/** Exports are found encoded two and three times over; each round undoes one. */
const ROUNDS = 4;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  shy: "\u00ad",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "\u200c",
  zwj: "\u200d",
  numero: "№",
  sect: "§",
  deg: "°",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  times: "×",
  minus: "−",
  plusmn: "±",
  frac12: "½",
  bull: "•",
  middot: "·",
  commat: "@",
  lpar: "(",
  rpar: ")",
  plus: "+",
  colon: ":",
  period: ".",
  sol: "/",
  comma: ",",
  num: "#",
  lsqb: "[",
  lbrack: "[",
  rsqb: "]",
  rbrack: "]",
  vert: "|",
  verbar: "|",
  lowbar: "_",
  hyphen: "‐",
  dash: "‐",
  tab: "\t",
  newline: "\n",
  rub: "₽",
};

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));?/gu,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined)
        return (
          NAMED_ENTITIES[name] ??
          NAMED_ENTITIES[name.toLowerCase()] ??
          (whole.endsWith(";") ? (cyrillicEntity(name) ?? whole) : whole)
        );
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : whole;
    },
  );
}

/** HTML 5 names every Cyrillic letter («&Icy;» is И); some editors write whole texts so. */
const CYRILLIC_ENTITIES: Readonly<Record<string, string>> = {
  acy: "а",
  bcy: "б",
  vcy: "в",
  gcy: "г",
  dcy: "д",
  iecy: "е",
  iocy: "ё",
  zhcy: "ж",
  zcy: "з",
  icy: "и",
  jcy: "й",
  kcy: "к",
  lcy: "л",
  mcy: "м",
  ncy: "н",
  ocy: "о",
  pcy: "п",
  rcy: "р",
  scy: "с",
  tcy: "т",
  ucy: "у",
  fcy: "ф",
  khcy: "х",
  tscy: "ц",
  chcy: "ч",
  shcy: "ш",
  shchcy: "щ",
  hardcy: "ъ",
  ycy: "ы",
  softcy: "ь",
  ecy: "э",
  yucy: "ю",
  yacy: "я",
};

function cyrillicEntity(name: string): string | undefined {
  const letter = CYRILLIC_ENTITIES[name.toLowerCase()];
  return letter !== undefined && /^[A-Z]/.test(name) ? letter.toUpperCase() : letter;
}

/** End of the tag that starts at `start` (offset past «>»), or -1 when it is no tag. Quotes may hold «>». */
function tagEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_TAG);
  let quote = "";
  let firstClose = -1;
  for (let index = start + 1; index < limit; index += 1) {
    const character = text[index];
    if (character === ">") {
      if (quote === "") return index + 1;
      if (firstClose < 0) firstClose = index + 1;
    } else if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && text[index - 1] === "=") quote = character;
    else if (character === "<") return -1;
  }
  return firstClose;
}

function stripTags(text: string): string {
  if (!text.includes("<")) return text;
  const parts: string[] = [];
  const lower = new Lowercase(text);
  let position = 0;
  let index = text.indexOf("<");
  while (index >= 0) {
    if (text.startsWith("<!--", index)) {
      const close = lower.indexAfter("-->", index + 4);
      parts.push(text.slice(position, index));
      position = close < 0 ? index + 4 : close;
      index = text.indexOf("<", position);
      continue;
    }
    const match = /^<[/!?]?([A-Za-z][A-Za-z\d]*)(?=[\s/>:-])/u.exec(text.slice(index, index + 24));
    const end = match && !NOT_TAGS.has((match[1] ?? "").toLowerCase()) ? tagEnd(text, index) : -1;
    if (!match || end < 0) {
      index = text.indexOf("<", index + 1);
      continue;
    }
    const name = (match[1] ?? "").toLowerCase();
    parts.push(
      text.slice(position, index),
      BLOCK_TAGS.has(name)
        ? "\n"
        : CELL_TAGS.has(name) && text[index + 1] !== "/"
          ? "\t"
          : CELL_TAGS.has(name) || SPACE_TAGS.has(name)
            ? " "
            : "",
    );
    position = end;
    if (HIDDEN_TAGS.has(name) && text[index + 1] !== "/" && text[end - 2] !== "/") {
      const close = lower.indexAfter(`</${name}`, end);
      if (close >= 0) {
        const closed = text.indexOf(">", close);
        position = closed < 0 ? text.length : closed + 1;
        parts.push(" ");
      }
    }
    index = text.indexOf("<", position);
  }
  parts.push(text.slice(position));
  return parts.join("");
}

/** Finds closing marks without case, lower-casing once; a mark that is absent is asked for once. */
class Lowercase {
  readonly #source: string;
  #lowered: string | undefined;
  readonly #absent = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  indexAfter(mark: string, from: number): number {
    if (this.#absent.has(mark)) return -1;
    // Lower-casing ASCII alone keeps every offset.
    this.#lowered ??= this.#source.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
    const found = this.#lowered.indexOf(mark, from);
    if (found < 0) this.#absent.add(mark);
    return found < 0 ? -1 : found + mark.length;
  }
}

/**
 * Reduces a text with markup to what a reader would see: tags out (block tags become line breaks, so that names do
 * not grow together), entities and encodings of mail resolved even when they were laid over one another. A text without markup comes back as it is.
 * Linear in the length of the text.
 */
export function plainText(html: string): string {
  let text = html;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = decodeTransfers(decodeEntities(stripTags(text)));
    if (next === text) break;
    text = next;
  }
  return text;
}
