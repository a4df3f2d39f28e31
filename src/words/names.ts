import type { Channel } from "../model/channel.ts";
import type { Dimension, Facts } from "../model/facts.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Voice } from "./language.ts";
import { regionOf } from "../model/subjectsOfFacts.ts";
import type { StringKey } from "./translate.ts";

/** Names of what codes stand for. */
export interface Names {
  agency: (code: string) => string;
  /** The short name, for tables and charts. */
  agencyShort: (code: string) => string;
  topic: (code: string) => string;
  place: (code: string) => string;
  channel: (channel: Channel) => string;
  /** «в социальных сетях», «в письмах»: for sentences. Empty where the portal tells no channels apart. */
  inChannel: (channel: Channel) => string;
  outcome: (outcome: Outcome) => string;
  of: (dimension: Dimension, code: string) => string;
  /** The same where there is little room. */
  short: (dimension: Dimension, code: string) => string;
}

export function createNames(facts: Facts, voice: Voice): Names {
  const { t } = voice;
  const { agencies, topics, places } = facts.vocabulary;
  const byCode = <Entry extends { code: string }>(entries: Entry[]) =>
    new Map(entries.map((entry) => [entry.code, entry]));
  const agencyOf = byCode(agencies);
  const topicOf = byCode(topics);
  const placeOf = byCode(places);

  // An empty code stands for an empty cell of the export; a code outside the vocabulary is shown as it is.
  const agency = (code: string): string => (code === "" ? t("name.no-agency") : (agencyOf.get(code)?.name ?? code));
  const agencyShort = (code: string): string =>
    code === "" ? t("name.no-agency") : (agencyOf.get(code)?.short ?? code);
  const topic = (code: string): string => (code === "" ? t("name.no-topic") : (topicOf.get(code)?.name ?? code));
  const place = (code: string): string => (code === "" ? t("name.no-place") : (placeOf.get(code)?.name ?? code));
  const channel = (name: Channel): string => t(`channel.${name}` as StringKey);

  const of = (dimension: Dimension, code: string): string => {
    if (dimension === "region") return facts.portal.region.name;
    if (dimension === "channel") return channel(code as Channel);
    return { agency, topic, place }[dimension](code);
  };

  return {
    agency,
    agencyShort,
    topic,
    place,
    channel,
    inChannel: (name) => (name === "other" && namesNoChannel(facts) ? "" : t(`channel.in.${name}` as StringKey)),
    outcome: (outcome) => t(`outcome.${outcome}` as StringKey),
    of,
    short: (dimension, code) => (dimension === "agency" ? agencyShort(code) : of(dimension, code)),
  };
}

/** Whether all appeals came by one channel, named or not: then there are no channels to be told apart or taken together. */
export function hasOneChannel(facts: Facts): boolean {
  return regionOf(facts).periods.all.measures.channels.length < 2;
}

/** Whether no export says through which channel appeals came: then "other" is no channel beside others. */
export function namesNoChannel(facts: Facts): boolean {
  const { channels } = regionOf(facts).periods.all.measures;
  return channels.length === 1 && channels[0] === "other";
}
