import { factsName, type WaitInFacts, waitsInFacts } from "../model/events/event.ts";
import type { Definition } from "../model/facts.ts";
import type { Tallied } from "./tally.ts";

/**
 * Days at which mean waits are cut. Long enough for the appeals that are never answered to weigh: within thirty days, an
 * agency that answers an easy 40 % at once and none of the rest would still lead one that answers everything in a month.
 */
export const meanHorizon = 60;

/** Why a whole group of figures may be absent; see absencesOf in measures.ts. */
export type AbsenceId =
  | "answered"
  | "closed"
  | "open"
  | "openLate"
  | "firstReply"
  | "closing"
  | "replyEvent"
  | "closingEvent"
  | "replyNorm"
  | "firstReplyNorm"
  | "closingNorm"
  | "outcomes"
  | "resolution"
  | "actedNorm"
  | "reopened"
  | "confirmed"
  | "agencyClock"
  | "handedOver"
  | "rated"
  | "inSubstance"
  | "replyText"
  | "unanswered";

interface CountDefinition {
  readonly of: Tallied;
  readonly absent: AbsenceId | null;
}

interface ShareDefinition {
  readonly part: Tallied;
  readonly whole: Tallied;
  readonly absent: AbsenceId;
}

/**
 * What each published count and share counts. The measures are computed from these tables and the method page is printed
 * from them, so the two cannot drift apart; rowTallies.ts decides what an appeal counts as.
 */
export const countDefinitions = {
  received: { of: "received", absent: null },
  answered: { of: "answered", absent: "answered" },
  closed: { of: "closed", absent: "closed" },
  open: { of: "open", absent: "open" },
  leftByLaw: { of: "leftByLaw", absent: "unanswered" },
  withdrawnUnanswered: { of: "withdrawnUnanswered", absent: "unanswered" },
  openLate: { of: "openLate", absent: "openLate" },
} as const satisfies Record<string, CountDefinition>;

export const shareDefinitions = {
  answeredInNorm: { part: "firstInNorm", whole: "firstJudged", absent: "firstReplyNorm" },
  silent: { part: "firstSilent", whole: "firstAnswerable", absent: "replyNorm" },
  closedInNorm: { part: "closeInNorm", whole: "closeJudged", absent: "closingNorm" },
  actedInNorm: { part: "closeActedInNorm", whole: "resolutionJudged", absent: "actedNorm" },
  resolvedStrict: { part: "closedActed", whole: "resolutionRecorded", absent: "resolution" },
  resolvedGenerous: { part: "closedActedPlannedExplained", whole: "resolutionClosed", absent: "resolution" },
  reopenedWithin30Days: { part: "reopenedSoon", whole: "reopeningJudged", absent: "reopened" },
  reopened: { part: "reopened", whole: "reopenedEligible", absent: "reopened" },
  confirmed: { part: "confirmed", whole: "confirmationEligible", absent: "confirmed" },
  handedOver: { part: "handedOver", whole: "handedOverEligible", absent: "handedOver" },
  rated: { part: "ratedClosed", whole: "ratingEligible", absent: "rated" },
} as const satisfies Record<string, ShareDefinition>;

export const qualityDefinitions = {
  undatedReplies: { part: "firstUndated", whole: "firstHappened", absent: "replyEvent" },
  undatedClosings: { part: "undatedClosing", whole: "closed", absent: "closed" },
  closedAtOnce: { part: "closedAtOnce", whole: "timedClosing", absent: "closed" },
  repliedOnLastDay: { part: "repliedOnLastDay", whole: "longNormReply", absent: "firstReply" },
  closedOnLastDay: { part: "closedOnLastDay", whole: "longNormClosing", absent: "closed" },
  massClosings: { part: "massClosing", whole: "datedClosing", absent: "closed" },
  closedAtExport: { part: "closedAtExport", whole: "datedClosing", absent: "closed" },
  closedWithoutReply: { part: "closedWithoutReply", whole: "replyTextExpected", absent: "replyText" },
} as const satisfies Record<string, ShareDefinition>;

/** Quantiles of the waits by the names of their fields. */
export const quantiles = { median: 0.5, upperQuartile: 0.75, ninetieth: 0.9 } as const;

const kaplanMeier = "S(t) = ∏ (1 − dᵢ / nᵢ), tᵢ ≤ t";
const logLog = "S^exp(∓ z √V / ln S), V = Σ dᵢ / (nᵢ (nᵢ − dᵢ)), z = 1.959964";
const wilson = "(2x + z² ∓ z √(z² + 4x (1 − x / n))) / (2 (n + z²)), z = 1.959964";
const kaplanMeierSource = "Kaplan & Meier 1958, doi 10.2307/2281868";
const largestRemainder = "⌊1000 x / n⌋ + 0 | 1";
const largestRemainderSource = "Hamilton 1792; Balinski & Young 1982";

/**
 * The tables as facts, for the pages and for whoever reads the figures. The id of a figure is the name of its field in the
 * facts, so that each can be asked for what it means.
 */
export function definitions(): Definition[] {
  const shares = (prefix: string, table: Record<string, ShareDefinition>): Definition[] =>
    Object.entries(table).map(([id, { part, whole }]) => ({
      id: prefix + id,
      kind: "share",
      part,
      whole,
      formula: "x / n",
      interval: wilson,
      source: "Wilson 1927, doi 10.2307/2276774",
    }));
  return [
    ...Object.entries(countDefinitions).map(([id, { of }]): Definition => ({ id, kind: "count", of })),
    ...waitsInFacts.flatMap(waitDefinitions),
    ...shares("", shareDefinitions),
    { id: "outcomes", kind: "list", formula: largestRemainder, source: largestRemainderSource },
    {
      id: "outcomesByDay",
      kind: "outcomes",
      formula: "Fₖ(t) = Σ S(tᵢ −) dₖᵢ / nᵢ, tᵢ ≤ t",
      source: "Aalen & Johansen 1978",
    },
    { id: "openByAge", kind: "list", formula: "x", source: "" },
    { id: "rating", kind: "mean", formula: "Σ m xₘ / Σ xₘ", source: "" },
    { id: "topics", kind: "list", formula: largestRemainder, source: largestRemainderSource },
    {
      id: "yearBefore",
      kind: "change",
      formula: "d = p₁ − p₂",
      interval: "d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²)",
      source: "Newcombe 1998, Stat Med 17:873, method 10",
    },
    {
      id: "months.usual",
      kind: "usual",
      formula: "p̄ ∓ 3 σ_z √(p̄ (1 − p̄) / n), σ_z = max(1, mR(z) / 1.128)",
      source: "Laney 2002, doi 10.1081/QEN-120006555; Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825",
    },
    { id: "months.usualReceived", kind: "usual", formula: "x̄ ∓ 2.66 mR", source: "Shewhart 1931; Wheeler 1993" },
    {
      id: "comparison",
      kind: "comparison",
      formula: "sin² (asin √θ ∓ z √(1 / (4n) + τ²)), z = 3.090232",
      source: "Spiegelhalter 2005, doi 10.1002/sim.1970",
    },
    {
      id: "comparison.adjusted",
      kind: "comparison",
      formula: "θ O / E, E = Σ nₖ pₖ",
      interval: "O / E: χ²(α / 2; 2O) / 2E … χ²(1 − α / 2; 2O + 2) / 2E",
      source: "Breslow & Day 1987",
    },
    {
      id: "comparison.places",
      kind: "comparison",
      formula: "max |xⱼ − xₖ| / √(sⱼ² + sₖ²), x = asin √p, s = 1 / (2 √n)",
      source: "Mogstad, Romano, Shaikh & Wilhelm 2024, doi 10.1093/restud/rdad006",
    },
    ...shares("quality.", qualityDefinitions),
    ...Object.values(factsName).flatMap((event) =>
      Object.entries(quantiles).map(([id, probability]): Definition => ({
        id: `agencyClock.${event}.${id}`,
        kind: "agency-wait",
        event,
        probability,
        formula: kaplanMeier,
        interval: logLog,
        source: "Kaplan & Meier 1958, doi 10.2307/2281868; Brookmeyer & Crowley 1982, doi 10.2307/2530286",
      })),
    ),
  ];
}

function waitDefinitions(event: WaitInFacts): Definition[] {
  return [
    ...Object.entries(quantiles).map(([id, probability]): Definition => ({
      id: `${event}.${id}`,
      kind: "wait",
      event,
      probability,
      formula: kaplanMeier,
      interval: logLog,
      source: `${kaplanMeierSource}; Brookmeyer & Crowley 1982, doi 10.2307/2530286`,
    })),
    {
      id: `${event}.meanToHorizon`,
      kind: "mean",
      formula: `∫ S(t) dt, 0 ≤ t ≤ ${meanHorizon}`,
      interval: "m ∓ z √(Σ Aᵢ² dᵢ / (nᵢ (nᵢ − dᵢ))), z = 1.959964",
      source: "Irwin 1949; Klein & Moeschberger 2003, 4.5",
    },
    {
      id: `${event}.curve`,
      kind: "curve",
      formula: `1 − S(t), ${kaplanMeier}`,
      interval: logLog,
      source: kaplanMeierSource,
    },
  ];
}
