import { agencyOf, type Agency } from "./agencies.ts";
import type { Appeal, Slot } from "./appeal.ts";
import { civilDate, dayOf, minutesInDay } from "./calendar.ts";
import { burstReply, isAboutBurst } from "./burst.ts";
import { composeAppeal } from "./compose-appeal.ts";
import { composeLaterReply, composeNote, composeReply, tellableOutcomes, type ReplyTo } from "./compose-reply.ts";
import { mannerOf, rareAgencies } from "./manner.ts";
import { person, withInitials } from "./people.ts";
import { type Place, places } from "./places.ts";
import { type Random, randomOf } from "./random.ts";
import { sceneOf } from "./scene.ts";
import { bankOf } from "./surge.ts";
import { banks } from "./texts/index.ts";
import { thanks } from "./texts/thanks.ts";
import { timelineOf } from "./timeline.ts";
import { neighbours, type PlacedTopic, topicOf } from "./topics.ts";

const placeByCode = new Map(places.map((place) => [place.code, place]));

function placeOf(code: string): Place {
  const place = placeByCode.get(code);
  if (place === undefined) throw new Error(`no place with the code ${code}`);
  return place;
}

/** Registry numbers grow with the date, each system in its own manner. */
function registryNumber(slot: Slot): string {
  if (slot.channel === "social") return String(4_100_000 + slot.index * 7 + ((slot.index * 31) % 7));
  if (slot.channel === "portal") return String(27_000_000 + slot.index * 13 + ((slot.index * 17) % 13));
  const { year } = civilDate(dayOf(slot.received));
  return `${String(((slot.index * 5) % 19) + 1).padStart(2, "0")}-${String(slot.index + 1).padStart(5, "0")}-ОГ/${String(year).slice(2)}`;
}

function elsewhere(topic: PlacedTopic, slot: Slot, random: Random): Agency {
  return agencyOf(random.pick(neighbours(topic, slot.place, slot.agency)));
}

/** A promise for another season is not kept within two months. */
const farPromise = /весной|летом|осенью|квартале|году/u;

/** Topics that are settled with documents and people, not with works on the ground. */
const paperTopics = new Set(["charges", "health", "education", "benefits", "labour", "digital"]);

function plannedBy(slot: Slot): number {
  const days = slot.channel === "letter" ? 30 : 10;
  return slot.received + days * minutesInDay;
}

/** Writes a planned appeal out in full. The same seed and slot give the same appeal, alone or among a million. */
export function writeAppeal(seed: string, slot: Slot): Appeal {
  const random = randomOf(`${seed}/${slot.channel}/${slot.index}`);
  const topic = topicOf(slot.topic);
  const bank = banks[slot.topic];
  if (bank === undefined) throw new Error(`no sentences for the topic ${slot.topic}`);
  const scene = sceneOf(placeOf(slot.place), slot.received, slot.topic === "rural", random);
  if (slot.agency in rareAgencies) scene.specialist = slot.agency;
  const grateful = slot.channel === "social" && thanks[slot.topic] !== undefined && random.chance(0.04);
  const composed = composeAppeal(
    slot.channel,
    bankOf(bank, slot),
    { topic: slot.topic, group: topic.group.code },
    scene,
    grateful,
    random,
  );
  const timeline = timelineOf(slot, topic, tellableOutcomes(composed.matter, scene), grateful, random);
  const works = !paperTopics.has(slot.topic);
  const agency = agencyOf(slot.agency);
  const to: ReplyTo = {
    channel: slot.channel,
    matter: composed.matter,
    works,
    scene,
    agency,
    manner: mannerOf(slot.agency),
    outcome: timeline.outcome,
    thanks: grateful,
    elsewhere: elsewhere(topic, slot, random),
  };
  const composedReply = timeline.closed === undefined ? "" : composeReply(to, timeline.closed, random);
  const finalText = composedReply !== "" && isAboutBurst(slot) ? burstReply : composedReply;
  if (farPromise.test(composedReply)) delete timeline.amended;
  const later = timeline.closedAgain ?? timeline.amended?.at;
  return {
    ...slot,
    id: registryNumber(slot),
    timeline,
    thanks: grateful,
    dateOnly: slot.channel === "letter" || (slot.channel === "portal" && random.chance(0.4)),
    planned: plannedBy(slot),
    settlement: scene.settlement.name,
    clerk: withInitials(person(random.chance(0.8), random)),
    author: withInitials(person(scene.woman, random)),
    text: composed.text,
    firstText:
      timeline.firstReply !== undefined && timeline.firstReply !== timeline.closed
        ? composeNote(works, scene, timeline.firstReply, random)
        : "",
    finalText,
    laterText:
      later === undefined
        ? ""
        : composeLaterReply(timeline.outcome, timeline.amended !== undefined, works, scene, later, random),
  };
}
