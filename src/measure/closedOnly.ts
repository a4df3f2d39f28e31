import type { AppealColumns } from "../model/columns.ts";
import type { Channel } from "../model/channel.ts";

/** So many open appeals must be expected where there is not one, before their absence is taken for an omission. */
const expectedOpen = 5;

/**
 * Channels whose exports hold finished appeals only. Waits computed from such exports are false: the slow cases are not
 * in them yet.
 *
 * A channel is named where not one appeal is open although, judging by the waits of the very appeals it has, at least
 * five should be: the sum over its appeals of the share of waits that are longer than the appeal was followed.
 * (None at all is then an accident of less than 1 %: e^−5.) A channel whose appeals are all old may well have none open.
 */
export function closedOnlyChannels(columns: AppealColumns): Channel[] {
  return columns.lists.channels.filter((_, channel) => {
    const followed: number[] = [];
    const waits: number[] = [];
    for (let i = 0; i < columns.length; i++) {
      if (columns.channel[i] !== channel || columns.closingRecorded[i] === 0) continue;
      if (columns.closed[i] === 0) return false;
      const wait = columns.closingDays[i]!;
      if (Number.isNaN(wait)) continue;
      followed.push(Math.max(0, columns.followedDays[i]!));
      waits.push(wait);
    }
    return sumOfLonger(Float64Array.from(waits).sort(), Float64Array.from(followed).sort()) >= expectedOpen;
  });
}

/** The sum, over the followed times, of the share of waits that are longer. Both rising. */
function sumOfLonger(waits: Float64Array, followed: Float64Array): number {
  let longer = 0;
  let at = 0;
  for (const days of followed) {
    while (at < waits.length && waits[at]! <= days) at++;
    longer += waits.length - at;
  }
  return waits.length === 0 ? 0 : longer / waits.length;
}
