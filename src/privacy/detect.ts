import type { PersonalDataClass } from "./classes.ts";
import type { DetectionContext } from "./detectionContext.ts";
import { orDetectorFailed } from "./detectorFailed.ts";
import { findAddresses } from "./identifiers/address.ts";
import { findBankNumbers } from "./identifiers/bank.ts";
import { findBirthDates } from "./identifiers/birthDate.ts";
import { findEmails } from "./identifiers/email.ts";
import { findFiles } from "./identifiers/file.ts";
import { findHealth } from "./identifiers/health.ts";
import { findPersonalDocuments } from "./identifiers/personalDocuments.ts";
import { findOtherDocuments } from "./identifiers/otherDocuments.ts";
import { findPhones, findPhonesBeside } from "./identifiers/phone.ts";
import { findProfiles } from "./identifiers/profile.ts";
import { findSpokenNumbers } from "./identifiers/spokenNumbers.ts";
import { findSpokenPhones } from "./identifiers/spokenPhone.ts";
import { findPersonInn, findSnils } from "./identifiers/taxAndPension.ts";
import { findTableColumns } from "./identifiers/tableColumns.ts";
import { findVehiclesAndLand } from "./identifiers/vehicleAndLand.ts";
import { joinLabelledLines } from "./labelledLines.ts";
import { findNames } from "./names/findNames.ts";
import { normalise } from "./normalise.ts";
import { resolveOverlaps, type Span } from "./span.ts";

export { createDetectionContext, type DetectionContext } from "./detectionContext.ts";
export type { Span } from "./span.ts";

/** One detector: which classes it looks for, and the pure function that finds them in a shadow. */
interface Detector {
  readonly classes: readonly PersonalDataClass[];
  /** `found`: what the detectors before this one have found; some data are personal only beside a name. */
  readonly find: (text: string, context: DetectionContext, found: readonly Span[]) => Span[];
  /** Nothing of the class can be in a text without a digit: most texts are spared the search. */
  readonly needsDigits?: boolean;
}

const DETECTORS: readonly Detector[] = [
  { classes: ["email"], find: findEmails },
  { classes: ["profile", "post", "name"], find: findProfiles },
  { classes: ["file"], find: findFiles },
  { classes: ["snils"], find: findSnils, needsDigits: true },
  { classes: ["inn"], find: findPersonInn, needsDigits: true },
  { classes: ["passport", "oms", "licence"], find: findPersonalDocuments, needsDigits: true },
  { classes: ["card", "account"], find: findBankNumbers, needsDigits: true },
  { classes: ["document", "account", "card"], find: findOtherDocuments, needsDigits: true },
  { classes: ["passport", "snils", "card", "inn", "oms", "flat", "phone"], find: findSpokenNumbers },
  { classes: ["plate", "vin", "cadastral"], find: findVehiclesAndLand, needsDigits: true },
  { classes: ["phone"], find: findPhones, needsDigits: true },
  { classes: ["phone"], find: findSpokenPhones },
  { classes: ["flat", "house"], find: findAddresses, needsDigits: true },
  { classes: ["name", "birthDate", "health", "phone"], find: findNames },
  {
    classes: ["phone"],
    find: (text, _context, found) =>
      findPhonesBeside(text, [...found.filter((span) => span.class === "name"), ...maskedNames(text)]),
    needsDigits: true,
  },
  {
    classes: ["birthDate", "health"],
    find: (text, _context, found) =>
      findBirthDates(text, sorted([...found.filter((span) => span.class === "name"), ...maskedNames(text)])),
    needsDigits: true,
  },
  { classes: ["health"], find: (text, _context, found) => findHealth(text, sorted([...found, ...maskedNames(text)])) },
];

/** A number that is a telephone where it stands right beside a name: see findPhonesBeside. */
const tellsBesideName = /\d{1,3}([ -])\d\d\1\d\d|\d{6}/u;
const toldByNames = ["name", "birthDate", "health"] as const;

/** Whether anything that is looked for depends on who is named in the text: reading names is most of the work. */
function asksForNames(text: string, { classes, withoutNames }: DetectionContext): boolean {
  if (withoutNames) return false;
  if (classes === undefined || toldByNames.some((id) => classes.has(id))) return true;
  return classes.has("phone") && tellsBesideName.test(text);
}

/** A name that was masked before, by us or by the office, is a person as well: what stands beside it is about somebody. */
function maskedNames(text: string): Span[] {
  if (!text.includes("[")) return [];
  return [...text.matchAll(/\[(?:ФИО|name)\]/gu)].map(({ index, 0: value }) => ({
    start: index,
    end: index + value.length,
    class: "name",
    tier: "confirmed",
  }));
}

function sorted(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/**
 * Finds personal data in a plain text (markup is resolved before, by `plainText`).
 * @returns spans in text order that do not overlap, with UTF-16 offsets into `text` as given
 * @throws BuildStop DETECTOR_FAILED where a detector throws: its error may repeat the text and is not passed on
 */
export function detect(text: string, context: DetectionContext): Span[] {
  return orDetectorFailed(() => findAll(text, context));
}

/** Characters on either side of a name that are looked at to know whether an official is meant. */
const around = 120;

function findAll(text: string, context: DetectionContext): Span[] {
  const shadow = normalise(text);
  const read = joinLabelledLines(shadow.text).replaceAll("\t", " ");
  const wanted = context.classes;
  const found: Span[] = findTableColumns(shadow.text);
  const hasDigits = /\d/u.test(read);
  for (const detector of DETECTORS) {
    if (detector.needsDigits && !hasDigits) continue;
    if (detector.find === findNames && !asksForNames(read, context)) continue;
    if (wanted && !detector.classes.some((id) => wanted.has(id))) continue;
    for (const span of detector.find(read, context, found)) found.push(span);
  }
  const { field } = context;
  const placeOf = ({ start, end }: Span) =>
    field === undefined
      ? undefined
      : { field, before: read.slice(Math.max(0, start - around), start), after: read.slice(end, end + around) };
  return resolveOverlaps(found, read)
    .filter(
      (span) =>
        (!wanted || wanted.has(span.class)) &&
        !context.allowList.allows(read.slice(span.start, span.end), span.class, placeOf(span)),
    )
    .map((span) => ({ ...span, start: shadow.originalStart(span.start), end: shadow.originalEnd(span.end) }));
}
