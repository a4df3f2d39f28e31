import type { PublicAppeal } from "./appeal.ts";
import { daysFollowed } from "./followed.ts";
import { parseMoment } from "./moment.ts";
import { toldDays } from "./toldDays.ts";

/** What an open appeal waits for. closing: it was answered, and not only by a receipt as far as anybody can tell. untold: no export tells whether it was answered. */
type AwaitedStep = "first-reply" | "substance" | "closing" | "untold";

/** An open appeal that can be told of by itself. */
export interface LongCase {
  id: string;
  channel: PublicAppeal["channel"];
  agency: string | null;
  topic: string | null;
  place: string | null;
  received: string;
  /** Whole days from receipt to the end of observation. */
  days: number;
  awaits: AwaitedStep;
  /** When it was opened again, as far as an export tells. */
  reopened: string | null;
}

/** So many are told of a subject. */
const most = 5;

/**
 * Collects the open appeals that have waited longest, of all and of each agency: by their wait, then by their id, never by
 * hand. Left out are those whose norm has not run out, which wait no longer than they may, and those that are told to their week alone, as all on sensitive topics are.
 */
export function longCases(): {
  add: (
    appeal: Pick<
      PublicAppeal,
      | "id"
      | "channel"
      | "agency"
      | "topic"
      | "place"
      | "received"
      | "closingState"
      | "closingNorm"
      | "followedUntil"
      | "datesToWeek"
      | "withheld"
      | "firstReplyState"
      | "inSubstanceState"
      | "reopened"
    >,
  ) => void;
  /** @param agency null: of all */
  of: (agency: string | null) => LongCase[];
} {
  const longest = new Map<string | null, LongCase[]>();
  const keep = (key: string | null, found: LongCase): void => {
    const kept = longest.get(key) ?? [];
    if (kept.length === most && !isBefore(found, kept.at(-1)!)) return;
    kept.push(found);
    kept.sort((one, other) => (isBefore(one, other) ? -1 : 1));
    longest.set(key, kept.slice(0, most));
  };
  return {
    add: (appeal) => {
      const { id, channel, agency, topic, place, received, closingState, closingNorm } = appeal;
      const { followedUntil, datesToWeek, withheld } = appeal;
      if (closingState !== "waiting" || followedUntil === undefined || datesToWeek || withheld !== null) return;
      const exact = daysFollowed(parseMoment(received), parseMoment(followedUntil));
      if (closingNorm !== null && exact <= closingNorm) return;
      const days = Math.floor(toldDays(exact, received, followedUntil));
      const found = {
        id,
        channel,
        agency,
        topic,
        place,
        received,
        days,
        awaits: awaitedStep(appeal),
        reopened: appeal.reopened,
      };
      keep(null, found);
      if (agency !== null) keep(agency, found);
    },
    of: (agency) => longest.get(agency) ?? [],
  };
}

function awaitedStep({
  firstReplyState,
  inSubstanceState,
}: Pick<PublicAppeal, "firstReplyState" | "inSubstanceState">): AwaitedStep {
  if (firstReplyState === undefined) return "untold";
  if (firstReplyState === "waiting") return "first-reply";
  return inSubstanceState === "waiting" ? "substance" : "closing";
}

const isBefore = (one: LongCase, other: LongCase): boolean =>
  one.days !== other.days ? one.days > other.days : one.id < other.id;
