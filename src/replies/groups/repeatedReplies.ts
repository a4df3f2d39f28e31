import { exactMean, missing, tooFew } from "../../measure/figure.ts";
import type { replyKinds } from "../../model/columns.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Received, ReplyGroup } from "../../model/replyGroups.ts";
import { agencyGroups, type AgencyGroup } from "./agencyGroups.ts";
import { concentrationOf } from "./eventNotice.ts";
import { groupIds, type EarlierGroup } from "./groupIds.ts";
import { groupReplies } from "./groupReplies.ts";
import { oneTextOf } from "./oneText.ts";
import type { GroupedAppeal, RepliedAppeal } from "./repliedAppeal.ts";
import { sampleWithGaps } from "./sampleWithGaps.ts";

export interface RepeatedRepliesRules {
  /** Figures of fewer appeals are hidden; the portal's own rule. */
  readonly minimumShown: number;
  /** Groups of the edition before, whose ids stay. */
  readonly earlier: readonly EarlierGroup[];
}

/** How often each code occurs, the most frequent first, equal ones by code. */
function countsOf<Code extends string | null>(codes: readonly Code[]): { code: Code; n: number }[] {
  const counted = [...Map.groupBy(codes, (code) => code)].map(([code, { length }]) => ({ code, n: length }));
  return counted.sort((a, b) => b.n - a.n || ((a.code ?? "") < (b.code ?? "") ? -1 : 1));
}

/** What became of some appeals, in numbers that can be taken from each other. */
interface Tally {
  readonly n: number;
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly rated: number;
  readonly sum: number;
}

function tallyOf(appeals: readonly GroupedAppeal[]): Tally {
  const ratings = appeals.flatMap(({ rating }) => rating ?? []);
  return {
    n: appeals.length,
    outcomes: new Map(countsOf(appeals.map(({ outcome }) => outcome)).map(({ code, n }) => [code, n])),
    rated: ratings.length,
    sum: ratings.reduce((total, rating) => total + rating, 0),
  };
}

function without(whole: Tally, part: Tally): Tally {
  return {
    n: whole.n - part.n,
    outcomes: new Map([...whole.outcomes].map(([outcome, n]) => [outcome, n - (part.outcomes.get(outcome) ?? 0)])),
    rated: whole.rated - part.rated,
    sum: whole.sum - part.sum,
  };
}

function receivedOf({ n, outcomes, rated, sum }: Tally, minimumShown: number): Received {
  const few = rated === 0 ? missing("none-eligible") : tooFew;
  return {
    n,
    outcomes: Object.fromEntries([...outcomes].filter(([, count]) => count > 0)),
    rating: rated === 0 || rated < minimumShown ? few : exactMean(sum, rated),
  };
}

function describedGroup(
  group: AgencyGroup,
  id: string,
  typicalReply: string,
  repliedByAgency: Tally,
  minimumShown: number,
): ReplyGroup {
  const { agency, members, shareOfShingle, elsewhere, elsewhereAgencies } = group;
  const received = tallyOf(members);
  const months = countsOf(members.map((appeal) => appeal.received.slice(0, 7)));
  return {
    id,
    agency,
    appeals: members.map((appeal) => appeal.id),
    sample: sampleWithGaps(typicalReply, shareOfShingle),
    elsewhere,
    elsewhereAgencies,
    topics: countsOf(members.map(({ topic }) => topic)),
    places: countsOf(members.map(({ place }) => place)),
    months: months.map(({ code, n }) => ({ month: code, n })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    ...concentrationOf(members),
    receivers: receivedOf(received, minimumShown),
    others: receivedOf(without(repliedByAgency, received), minimumShown),
  };
}

/** Nothing keeps the texts: those few that are needed are read again. */
type RereadAppeals = (ids: ReadonlySet<string>) => Iterable<Pick<RepliedAppeal, "id" | "reply">>;

/** The published replies to some appeals. @throws Error where one is asked for that is not there */
function repliesTo(ids: ReadonlySet<string>, again: RereadAppeals): (id: string) => string {
  const replies = new Map<string, string>();
  if (ids.size > 0) for (const { id, reply } of again(ids)) if (reply !== null && ids.has(id)) replies.set(id, reply);
  return (id) => {
    const reply = replies.get(id);
    if (reply === undefined) throw new Error("Replies are not the same when they are read again");
    return reply;
  };
}

/** Which replies repeat. */
export interface RepeatedReplies {
  /** Groups of five and more, the largest first. */
  readonly groups: readonly ReplyGroup[];
  /** By agency (null: none is named): the id of the group whose one text it sends whatever it is asked. */
  readonly oneTexts: ReadonlyMap<string | null, string>;
  /** Of each appeal with a published reply, as they came, how its reply stands beside the others of its agency. */
  readonly kinds: readonly (typeof replyKinds)[number][];
  /** Of the same appeals, the group of their reply by its place in `groups`, counted from 1; 0: it is in none. */
  readonly groupOf: readonly number[];
}

/**
 * Which replies repeat: the groups of each agency. Says the same whatever order the appeals come in.
 *
 * @param appeals public ones with distinct ids; those without a published reply count nowhere
 * @param again gives those of them again that have these ids, and may give others; left out: all are gone through twice
 */
export function repeatedReplies(
  appeals: Iterable<RepliedAppeal>,
  { minimumShown, earlier }: RepeatedRepliesRules,
  again: RereadAppeals = () => appeals,
): RepeatedReplies {
  const grouped = groupReplies(appeals);
  const { replied, isShort, long } = grouped;
  const repliedBy = new Map(
    [...Map.groupBy(replied, ({ agency }) => agency)].map(([agency, all]) => [agency, tallyOf(all)]),
  );
  const published = new Set(long.map(({ id }) => id));
  const found = agencyGroups(grouped);
  const needed = new Set(found.flatMap(({ members, typical }) => [members[0]!.id, typical.id]));
  const replyTo = repliesTo(needed, again);
  const ids = groupIds(found, earlier, (id) => published.has(id), replyTo);
  const groups = found.map((group, index) =>
    describedGroup(group, ids[index]!, replyTo(group.typical.id), repliedBy.get(group.agency)!, minimumShown),
  );
  const placeOf = new Map(groups.flatMap(({ appeals: members }, at) => members.map((id) => [id, at + 1] as const)));
  const groupOf = replied.map(({ id }) => placeOf.get(id) ?? 0);
  const longBy = Map.groupBy(long, ({ agency }) => agency);
  const oneTexts = [...Map.groupBy(groups, ({ agency }) => agency)].flatMap(([agency, own]) => {
    const one = oneTextOf(own, longBy.get(agency)!.length);
    return one === undefined ? [] : [[agency, one.id] as const];
  });
  return {
    groups,
    oneTexts: new Map(oneTexts),
    kinds: groupOf.map((group, at) => {
      if (isShort[at]) return "short";
      if (group === 0) return "own";
      return groups[group - 1]!.isEventNotice ? "event" : "repeated";
    }),
    groupOf,
  };
}
