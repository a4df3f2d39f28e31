import type { Channel } from "../../model/channel.ts";
import type { Share } from "../../model/figures.ts";
import type { Evidence } from "../evidence.ts";
import { absencesOf, shareOf } from "../measures.ts";
import { addRow, countsAs, place, tallySize } from "../tally.ts";
import { daysOfWeeks } from "./week.ts";
import type { WeekSeries } from "./weekSeries.ts";

/** A month of weeks: one week alone would be a story of its own. */
const judgedWeeks = 4;

/** First replies within their norm in weeks that are old enough, of one channel: a mean of several norms would mean nothing. */
export interface MatureWeeks {
  channel: Channel;
  from: string;
  to: string;
  received: number;
  answeredInNorm: Share;
}

/**
 * Of the channel by which most appeals with a norm came: the newest four weeks in a row whose share in time will not move by
 * waiting. None of their appeals will be judged later: each was followed for its norm, or nobody follows it further (its row
 * has vanished, its source has ended). What its author took back waits for nothing, however soon that was.
 *
 * @returns null where no appeal has a norm, or no four weeks are old enough
 */
export function matureWeeks({ rows, columns, minimumShown }: Evidence, series: WeekSeries): MatureWeeks | null {
  const normed = new Uint32Array(columns.lists.channels.length);
  series.slot.forEach((week, row) => {
    if (week >= 0 && countsAs(rows, row, "firstNormed")) normed[columns.channel[row]!]! += 1;
  });
  const channel = normed.indexOf(Math.max(...normed));
  if (channel < 0 || normed[channel] === 0) return null;
  const young = new Uint8Array(series.length);
  series.slot.forEach((week, row) => {
    if (week < 0 || columns.channel[row] !== channel || !countsAs(rows, row, "firstNormed")) return;
    const isFollowedOn = columns.followedOn === undefined || columns.followedOn[row] === 1;
    if (isFollowedOn && columns.followedDays[row]! < columns.firstReplyNorm[row]!) young[week] = 1;
  });
  let last = series.length - 1;
  const isOld = () => !young.subarray(last - judgedWeeks + 1, last + 1).includes(1);
  while (last >= judgedWeeks - 1 && !isOld()) last--;
  if (last < judgedWeeks - 1) return null;
  const first = last - judgedWeeks + 1;
  const tally = new Uint32Array(tallySize);
  series.slot.forEach((week, row) => {
    if (week >= first && week <= last && columns.channel[row] === channel) addRow(tally, 0, rows, row);
  });
  return {
    channel: columns.lists.channels[channel]!,
    ...daysOfWeeks(series.first + first, series.first + last),
    received: tally[place.received]!,
    answeredInNorm: shareOf(
      tally[place.firstInNorm]!,
      tally[place.firstJudged]!,
      minimumShown,
      absencesOf(tally).firstReplyNorm,
    ),
  };
}
