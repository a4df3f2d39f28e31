import { randomOf } from "./random.ts";

/** How an agency treats its appeals; the portal should find all of it out from the dates alone. */
export interface Manner {
  /** Median time to the first reply in a social network, hours. */
  firstReplyHours: number;
  /** Median time to closing in a social network, days. */
  closingDays: number;
  /** Share of appeals that never get a reply. */
  silence: number;
  /** Share of closed appeals that their authors rate. */
  rated: number;
  /** Added to the average rating, in points. */
  kindness: number;
  /** Factor on the share of «разъяснено» among the endings. */
  explains: number;
  /** Share of replies that are a bare formula of a few words. */
  formulas: number;
  /** Letters are answered on the last day of the norm. */
  deadlineDay: boolean;
  /** One reply text for everything, or three templates, or a reply to the matter. */
  replies: "own" | "one" | "three";
}

/** The executive body that answers within hours what it answers, and is silent on the rest. */
export const silentAgency = "gzhi";
/** The executive body that is overwhelmed from April 2026 on. */
export const overwhelmedAgency = "othody";
/** The administration that sends one and the same text to everybody. */
export const oneTextAgency = "adm-svetloyarsk";
/** The ministry that has three templates. */
const threeTemplatesAgency = "minzdrav";
/** The two ministries whose letters leave on the last day. */
export const deadlineAgencies: readonly string[] = ["minsoc", "minstroy"];
/** Agencies with fewer than ten appeals in all, and how many each has. */
export const rareAgencies: Readonly<Record<string, number>> = { nasledie: 8, zags: 7, arhiv: 5, "adm-studenets": 9 };

function usualManner(code: string): Manner {
  const random = randomOf(`manner/${code}`);
  return {
    firstReplyHours: 3.2 + 5 * random.next(),
    closingDays: 0.5 + 0.45 * random.next(),
    silence: 0.015 + 0.06 * random.next(),
    rated: random.pick([0.06, 0.12, 0.18, 0.22, 0.28, 0.34]),
    kindness: random.next() - 0.5,
    explains: 0.7 + 0.8 * random.next(),
    formulas: 0.08 + 0.2 * random.next(),
    deadlineDay: deadlineAgencies.includes(code),
    replies: "own",
  };
}

const exceptions: Readonly<Record<string, Partial<Manner>>> = {
  [silentAgency]: { firstReplyHours: 1.1, closingDays: 0.12, silence: 0.65, kindness: -0.4, rated: 0.12 },
  [overwhelmedAgency]: { firstReplyHours: 5, closingDays: 0.75, silence: 0.03, kindness: -0.5 },
  [oneTextAgency]: {
    replies: "one",
    firstReplyHours: 4,
    closingDays: 0.55,
    formulas: 0.05,
    kindness: -0.9,
    rated: 0.3,
  },
  [threeTemplatesAgency]: { replies: "three", firstReplyHours: 6, closingDays: 0.9, formulas: 0.04 },
  "adm-kitezh": { firstReplyHours: 3.6, closingDays: 0.6, silence: 0.03, formulas: 0.14, rated: 0.2 },
  "adm-zvongrad": {
    firstReplyHours: 2.8,
    closingDays: 0.5,
    silence: 0.012,
    formulas: 0.05,
    kindness: 0.7,
    explains: 0.7,
  },
  "adm-rudogorsk": {
    firstReplyHours: 11,
    closingDays: 1.9,
    silence: 0.13,
    formulas: 0.34,
    kindness: -0.6,
    explains: 1.9,
  },
  "adm-vetrogonye": { firstReplyHours: 15, closingDays: 2.6, silence: 0.2, kindness: -0.4 },
  mintrans: { firstReplyHours: 6, closingDays: 1.1, explains: 1.4 },
};

const made = new Map<string, Manner>();

/** The manner of an agency. */
export function mannerOf(code: string): Manner {
  const known = made.get(code);
  if (known !== undefined) return known;
  const manner = { ...usualManner(code), ...exceptions[code] };
  made.set(code, manner);
  return manner;
}

/**
 * How many times longer the overwhelmed agency takes for an appeal of a month, and the share it never reaches.
 * `month` is 1 to 12; one and the agency's own silence before April 2026.
 */
export function overload(code: string, year: number, month: number): { factor: number; silence: number } {
  const manner = mannerOf(code);
  if (code !== overwhelmedAgency || year < 2026 || month < 4) return { factor: 1, silence: manner.silence };
  const grown = month - 3;
  return { factor: [1.6, 2.6, 4, 6, 9, 13, 18][grown - 1] ?? 18, silence: Math.min(0.04 + 0.05 * grown, 0.4) };
}
