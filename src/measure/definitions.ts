import { type Definition } from "../model/facts.ts";
import { type Tallied } from "./tally.ts";

/** Why a whole group of figures may be absent; see absencesOf in measures.ts. */
export type AbsenceId = "answered" | "closed" | "open" | "firstReply" | "closing" | "firstReplyNorm" | "closingNorm" | "outcomes" | "resolution" | "actedNorm" | "reopened" | "agencyClock" | "handedOver" | "rated" | "replyText";

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
} as const satisfies Record<string, CountDefinition>;

export const shareDefinitions = {
  answeredInNorm: { part: "firstInNorm", whole: "firstJudged", absent: "firstReplyNorm" },
  silent: { part: "firstSilent", whole: "firstMature", absent: "firstReplyNorm" },
  closedInNorm: { part: "closeInNorm", whole: "closeJudged", absent: "closingNorm" },
  actedInNorm: { part: "closeActedInNorm", whole: "resolutionJudged", absent: "actedNorm" },
  resolvedStrict: { part: "closedActed", whole: "resolutionRecorded", absent: "resolution" },
  resolvedGenerous: { part: "closedActedPlannedExplained", whole: "resolutionClosed", absent: "resolution" },
  reopenedWithin30Days: { part: "reopenedSoon", whole: "reopeningJudged", absent: "reopened" },
  reopened: { part: "reopened", whole: "reopenedEligible", absent: "reopened" },
  handedOver: { part: "handedOver", whole: "handedOverEligible", absent: "handedOver" },
  rated: { part: "ratedClosed", whole: "ratingEligible", absent: "rated" },
} as const satisfies Record<string, ShareDefinition>;

export const qualityDefinitions = {
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

/** The tables as facts, for the pages and for whoever reads the figures. */
export function definitions(): Definition[] {
  const shares = (prefix: string, table: Record<string, ShareDefinition>): Definition[] =>
    Object.entries(table).map(([id, { part, whole }]) => ({ id: prefix + id, kind: "share", part, whole, formula: "x / n", interval: wilson, source: "Wilson 1927, doi 10.2307/2276774" }));
  return [
    ...Object.entries(countDefinitions).map(([id, { of }]): Definition => ({ id, kind: "count", of })),
    ...shares("", shareDefinitions),
    ...(["firstReply", "closing"] as const).flatMap((event) =>
      Object.entries(quantiles).map(([id, probability]): Definition => ({
        id: `${event}.${id}`,
        kind: "wait",
        event,
        probability,
        formula: kaplanMeier,
        interval: logLog,
        source: "Kaplan & Meier 1958, doi 10.2307/2281868; Brookmeyer & Crowley 1982, doi 10.2307/2530286",
      })),
    ),
    { id: "outcomesByDay", kind: "outcomes", formula: "Fₖ(t) = Σ S(tᵢ −) dₖᵢ / nᵢ, tᵢ ≤ t", source: "Aalen & Johansen 1978" },
    { id: "comparison", kind: "comparison", formula: "sin² (asin √θ ∓ z √(1 / (4n) + τ²)), z = 3.090232", source: "Spiegelhalter 2005, doi 10.1002/sim.1970" },
    ...shares("quality.", qualityDefinitions),
    ...(["firstReply", "closing"] as const).flatMap((event) =>
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
