import { exactMean, missing, tooFew } from "../../measure/figure.ts";
import { shareOf } from "../../measure/measures.ts";
import { type Outcome } from "../../model/outcome.ts";
import { type Received, type RepeatedReplies, type ReplyFigures, type ReplyGroup } from "../../model/replyGroups.ts";
import { agencyGroups, type AgencyGroup } from "./agencyGroups.ts";
import { concentrationOf } from "./eventNotice.ts";
import { groupIds, type EarlierGroup } from "./groupIds.ts";
import { groupReplies } from "./groupReplies.ts";
import { oneTextOf } from "./oneText.ts";
import { type RepliedAppeal } from "./repliedAppeal.ts";
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

function tallyOf(appeals: readonly RepliedAppeal[]): Tally {
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

function describedGroup(group: AgencyGroup, id: string, repliedByAgency: Tally, minimumShown: number): ReplyGroup {
  const { agency, members, typical, shareOfShingle, elsewhere } = group;
  const received = tallyOf(members);
  const months = countsOf(members.map((appeal) => appeal.received.slice(0, 7)));
  return {
    id,
    agency,
    appeals: members.map((appeal) => appeal.id),
    sample: sampleWithGaps(typical.reply!, shareOfShingle),
    elsewhere,
    topics: countsOf(members.map(({ topic }) => topic)),
    places: countsOf(members.map(({ place }) => place)),
    months: months.map(({ code, n }) => ({ month: code, n })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    ...concentrationOf(members),
    receivers: receivedOf(received, minimumShown),
    others: receivedOf(without(repliedByAgency, received), minimumShown),
  };
}

interface Replied {
  readonly replies: number;
  readonly short: number;
  readonly groups: readonly ReplyGroup[];
}

function copiesIn(groups: readonly ReplyGroup[], isEventNotice: boolean): number {
  return groups
    .filter((group) => group.isEventNotice === isEventNotice)
    .reduce((sum, { appeals }) => sum + appeals.length, 0);
}

function figuresOf({ replies, short, groups }: Replied, minimumShown: number): ReplyFigures {
  const eventNotices = copiesIn(groups, true);
  return {
    replies,
    eventNotices,
    short: shareOf(short, replies, minimumShown),
    repeated: shareOf(copiesIn(groups, false), replies - short - eventNotices, minimumShown),
  };
}

/**
 * Which replies repeat: the groups of each agency, and figures of each agency and of the region. Says the same whatever order the
 * appeals come in.
 *
 * @param appeals public ones with distinct ids; those without a published reply count nowhere
 */
export function repeatedReplies(
  appeals: readonly RepliedAppeal[],
  { minimumShown, earlier }: RepeatedRepliesRules,
): RepeatedReplies {
  const grouped = groupReplies(appeals);
  const replied = [...grouped.short, ...grouped.long];
  const repliedBy = new Map(
    [...Map.groupBy(replied, ({ agency }) => agency)].map(([agency, all]) => [agency, tallyOf(all)]),
  );
  const shortOf = Map.groupBy(grouped.short, ({ agency }) => agency);
  const published = new Set(grouped.long.map(({ id }) => id));
  const found = agencyGroups(grouped);
  const ids = groupIds(found, earlier, (id) => published.has(id));
  const groups = found.map((group, index) =>
    describedGroup(group, ids[index]!, repliedBy.get(group.agency)!, minimumShown),
  );
  const groupsOf = Map.groupBy(groups, ({ agency }) => agency);
  const counted = countsOf(replied.map(({ agency }) => agency)).map(({ code, n }) => ({
    agency: code,
    replies: n,
    short: shortOf.get(code)?.length ?? 0,
    groups: groupsOf.get(code) ?? [],
  }));
  const region = { replies: replied.length, short: grouped.short.length, groups };
  return {
    region: figuresOf(region, minimumShown),
    agencies: counted.map((agency) => ({
      agency: agency.agency,
      ...figuresOf(agency, minimumShown),
      oneText: oneTextOf(agency.groups, agency.replies - agency.short)?.id ?? null,
    })),
    groups,
  };
}
