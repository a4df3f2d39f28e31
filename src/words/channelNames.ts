import { channelsOf, periodOf, regionOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "./telling.ts";
import { uncapitalised } from "./uncapitalised.ts";

/** The channels that appeals come through, the largest first, inside a sentence: what is said of one of them would else be taken for all. */
export function channelNames({ facts, names, voice }: Telling): string[] {
  const region = regionOf(facts);
  return channelsOf(region.periods[periodOf(facts, region)]).map(({ channel }) =>
    uncapitalised(voice.language, names.channel(channel)),
  );
}
