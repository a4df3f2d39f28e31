import { EMPTY_ALLOW_LIST } from "./allowList.ts";
import { cleanKinds, CleanPieces } from "./cleanPieces.ts";
import type { PersonalDataClass } from "./classes.ts";
import { detect, type DetectionContext, type Span } from "./detect.ts";
import { fingerprint } from "./fingerprint.ts";
import { FingerprintSet } from "./fingerprintSet.ts";
import { plainText } from "./plainText.ts";
import type { ReadTexts } from "./readTexts.ts";

/** Reads a text of the finished site; gives the classes of personal data that are left in it. Each clean text is read once. */
type LastLook = (text: string, isMarkup: boolean) => readonly PersonalDataClass[];

/**
 * Classes that are found by what stands beside them are left out: on a page a date or a number of a house stands beside
 * everything, and the gate has judged them where they were written.
 */
const byNeighbour: ReadonlySet<PersonalDataClass> = new Set(["birthDate", "house", "flat", "health"]);
const nothing: readonly PersonalDataClass[] = [];

/** Attributes whose values people see, hear or follow. */
const attribute =
  /\s(?:content|alt|title|aria-label|aria-description|placeholder|value|label|summary|href|src|srcset|cite|data-[\w-]+)=(?:"([^"]*)"|'([^']*)')/gu;
const script = /<script[^>]*>([^]*)/iu;
const quoted = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/gu;

/** Cells and names of fields: lower-case Latin letters, figures and marks, with no sign of an encoding. */
const bareWords = /^[\d\s.,:;/+#?=_<>a-z¤-]*$/u;
/** As many figures as somebody's number could have, whatever stands between them. */
const manyFigures = /(?:\d[\s.,:;/+%#?&=_<>()-]*){9}/u;
/** A share as tables have it. */
const share = /^-?[01]\.\d+$/u;

/** Addresses inside the site and codes, once what the portal says of itself is gone. */
const codes = /^[\d\s.,:;/+%#?&=_<>a-z¤-]*$/u;
/** «24.09.2026», with which every line of a list begins: nobody's number, and who was born on a day is told by the gate. */
const dates = /(?<![\d.])\d\d\.\d\d\.(?:19|20)\d\d(?!\.?\d)/gu;
/** «24 сентября 2026», "24 Sept 2026": the word stays. */
const writtenDates = /(?<![\p{L}\d.,-])\d{1,2}([ \u00a0]\p{L}{3,9}[ \u00a0])(?:19|20)\d\d(?!\d)/gu;
const times = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[+-]\d\d:\d\d|Z)|(?<![\d:])\d{1,2}:\d\d(?![\d:])/gu;

/**
 * Public ids in addresses of appeals, as a browser or a letter writes them. Six figures in a row could be read as a
 * telephone and keep an address apart.
 */
const addressedIds = /(?<=\/appeals(?:\/|%2F)|%2Fappeals%2F)(?=\d*[a-z])(?![a-z\d]*\d{6})[a-z\d]{10,14}(?=\/|%2F)/giu;

/** Files named for their contents («details-a83875914940»): ten figures in a row of a hash are chance and nobody's telephone. */
const namedForContents = /(?<![\p{L}\p{Nd}-])[a-z]{2,24}-(?=[\da-f]*[a-f])[\da-f]{12}(?![\p{L}\p{Nd}])/gu;

/** «6 дней», «18 часов», «13 апреля»: a number of a few figures that counts what the word after it names. */
const smallNumbers = /(?<![\p{L}\d.,-])\d{1,3}(?=[ \u00a0]\p{Ll})/gu;

/** «"days":2.91458»: what a script is given to draw with; a telephone has more figures before its point. */
const jsonNumbers = /(?<=":)\d{1,4}(?:\.\d{1,6})?(?=[,}\]])/gu;

/** With more figures than this a number could be somebody's: such texts are never taken for one another. */
const figuresAlike = 9;

/** Of a million appeals the texts that are met once would fill the memory; those that are met often come back. */
const remembered = 1_000_000;

/**
 * The detectors' last look at what is about to be published, with the same lists as the gate's. Only confirmed finds
 * count: what is doubtful was judged at the gate.
 *
 * @param own texts of the portal itself (its address, its publisher, its vocabulary): who is named there is named on purpose
 * @param read texts that have passed the gate; they are not read again
 * @param clean what is known to be clean; what is found so is added to it
 */
export function lastLook(
  context: DetectionContext,
  own: Iterable<string>,
  read: ReadTexts,
  clean = new CleanPieces(),
): LastLook {
  const ownTexts = [...new Set(own)]
    .filter((text) => text.length > 5)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const ownPattern = new RegExp(
    ownTexts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") || "(?!)",
    "gu",
  );
  const confirmed = (text: string, by: DetectionContext): Span[] =>
    detect(text, by).filter((span) => span.tier === "confirmed" && !byNeighbour.has(span.class));
  const ownValues = new Set(
    ownTexts.flatMap((text) => confirmed(text, context).map((span) => text.slice(span.start, span.end).toLowerCase())),
  );
  const allowingNothing = { ...context, allowList: EMPTY_ALLOW_LIST };

  let cleanTexts = new FingerprintSet();
  const detected = (text: string): readonly PersonalDataClass[] => {
    if (text.length < 5) return nothing;
    // Pages say the same of thousands of appeals: but for the portal's own names and short numbers it is one text.
    const withoutOwn = withoutIds(text).replace(ownPattern, "¤");
    let alike = withoutOwn
      .replace(times, "")
      .replace(dates, "¤")
      .replace(writtenDates, "¤$1¤")
      .replace(smallNumbers, "0")
      .replace(jsonNumbers, "0");
    if (codes.test(alike) && !manyFigures.test(alike)) return nothing;
    if (alike.replace(/\D+/gu, "").length <= figuresAlike)
      alike = alike.replace(/\d+/gu, (figures) => "0".repeat(figures.length));
    const key = fingerprint(alike);
    if (clean.has(key, cleanKinds.alike)) return nothing;
    const valueOf = ({ start, end }: Span): string => text.slice(start, end);
    // What the portal says of itself is gone from the text that is alike; what is only allowed might be another number.
    const isOwn = (span: Span): boolean =>
      ownValues.has(valueOf(span).toLowerCase()) && !withoutOwn.includes(valueOf(span));
    if (confirmed(text, allowingNothing).every(isOwn)) {
      clean.add(key, cleanKinds.alike);
      return nothing;
    }
    const spans = confirmed(text, context).filter((span) => !ownValues.has(valueOf(span).toLowerCase()));
    return spans.length === 0 ? nothing : [...new Set(spans.map((span) => span.class))];
  };
  const readText = (text: string): readonly PersonalDataClass[] => {
    if (text.length < 5 || saysNothing(text)) return nothing;
    const key = fingerprint(text);
    if (cleanTexts.has(key)) return nothing;
    const classes = detected(read.unread(text).replace(namedForContents, ""));
    if (classes.length === 0) cleanTexts = withAnother(cleanTexts, key);
    return classes;
  };
  const readMarkup = (piece: string): readonly PersonalDataClass[] => {
    const key = fingerprint(piece);
    if (clean.has(key, cleanKinds.markup)) return nothing;
    const found = [...readText(plainText(piece).trim())];
    for (const [, double, single] of piece.matchAll(attribute))
      found.push(...readText(plainText(double ?? single ?? "")));
    const code = script.exec(piece)?.[1] ?? "";
    for (const [, double, single, template] of code.matchAll(quoted))
      found.push(...readText(double ?? single ?? template ?? ""));
    if (found.length === 0) clean.add(key, cleanKinds.markup);
    return found.length === 0 ? nothing : [...new Set(found)];
  };
  return (text, isMarkup) => (isMarkup ? readMarkup(text) : readText(text));
}

/** Whether a text needs no look at all: most of what tables hold. */
function saysNothing(text: string): boolean {
  return bareWords.test(text) && (!manyFigures.test(text) || share.test(text));
}

/** An id that the text gives in the address of its appeal says nothing of anybody where the text repeats it. */
function withoutIds(text: string): string {
  let rest = text;
  for (const id of new Set(text.match(addressedIds))) rest = rest.replaceAll(id, "¤");
  return rest;
}

function withAnother(known: FingerprintSet, fingerprint: number): FingerprintSet {
  const kept = known.size < remembered ? known : new FingerprintSet();
  kept.add(fingerprint);
  return kept;
}
