import type { Channel } from "./appeal.ts";
import type { Bank, Line, Role } from "./bank.ts";
import { minutesInDay } from "./calendar.ts";
import { typed, written } from "./handwriting.ts";
import { casesFor, complaintOf, linesFor, type Matter } from "./matter.ts";
import { personalSentence } from "./people.ts";
import type { Random } from "./random.ts";
import { fill } from "./fill-template.ts";
import type { Scene } from "./scene.ts";
import {
  closings,
  eveningGreetings,
  feelings,
  history,
  letterGreetings,
  morningGreetings,
  requests,
  socialGreetings,
} from "./texts/common.ts";
import { thanks } from "./texts/thanks.ts";

function lines(matter: Matter, role: Role, scene: Scene): Line[] {
  const { own, common } = linesFor(matter, role, scene);
  return [...own, ...common];
}

/** Draws up to `count` different lines and fills them. */
function some(from: readonly Line[], count: number, scene: Scene, random: Random): string[] {
  const left = [...from];
  const taken: string[] = [];
  while (taken.length < count && left.length > 0) {
    const [line] = left.splice(Math.floor(random.next() * left.length), 1);
    if (line !== undefined) taken.push(fill(line.text, scene, random));
  }
  return taken;
}

/** Several different ready sentences. */
function distinct(from: readonly string[] | undefined, count: number, scene: Scene, random: Random): string[] {
  return some(
    (from ?? []).map((text) => ({ text, tags: [], keys: [] })),
    count,
    scene,
    random,
  );
}

function one(from: readonly string[] | undefined, scene: Scene, random: Random): string {
  return from === undefined || from.length === 0 ? "" : fill(random.pick(from), scene, random);
}

/** Where the place is not clear from the complaint, people name it: the street for a yard, the town for a hospital. */
function whereabouts(template: string, { scene, group, random }: Writing): string {
  const street = /\{(?:адрес|Ул|улицы|наУл|поУл|вДоме|уДома|воДворе|дома|доДома|угол)\}/u.test(template);
  const town = /\{(?:вГороде|города)\}/u.test(template);
  const indoors = group === "other" || scene.tags.has("дорога");
  let from: readonly string[] = [
    "{вГороде}, {адрес}.",
    "Это {вГороде}, {адрес}.",
    "Адрес: {адрес}, {вГороде}.",
    "Живу {вГороде}, {наУл}.",
  ];
  if (street && town) return "";
  if (street) {
    if (!random.chance(0.3)) return "";
    from = ["Это {вГороде}.", "Пишу из {города}.", "{вГороде}."];
  } else if (town) {
    if (indoors || !random.chance(0.3)) return "";
    from = ["Адрес: {адрес}.", "Живу {наУл}.", "{адрес}."];
  } else if (indoors) from = ["Это {вГороде}.", "Пишу из {города}.", "Живу {вГороде}.", "{вГороде}."];
  return fill(random.pick(from), scene, random);
}

interface Writing {
  matter: Matter;
  line: Line;
  scene: Scene;
  group: string;
  random: Random;
}

/** Good morning only in the morning, good evening only in the evening. */
function greeting(scene: Scene, random: Random): string {
  const hour = Math.floor((scene.received % minutesInDay) / 60);
  const timely = hour >= 5 && hour < 11 ? morningGreetings : hour >= 17 ? eveningGreetings : socialGreetings;
  return random.pick(random.chance(0.25) ? timely : socialGreetings);
}

function socialMessage(writing: Writing): string {
  const { matter, line, scene, group, random } = writing;
  const size = random.weighted([28, 44, 22, 6]);
  const problem = fill(line.text, scene, random);
  const parts: string[] = [];
  if (random.chance(0.42)) parts.push(greeting(scene, random));
  parts.push(problem);
  const place = whereabouts(line.text, writing);
  if (place !== "" && random.chance(0.7)) parts.push(place);
  if (size >= 1) parts.push(...some(lines(matter, "+", scene), size, scene, random));
  if (size >= 1 && random.chance(0.4)) parts.push(one(history[group], scene, random));
  if (size >= 2 && random.chance(0.5)) parts.push(one(feelings["social"], scene, random));
  if (random.chance(size === 0 ? 0.3 : 0.66))
    parts.push(
      random.chance(0.55)
        ? (some(lines(matter, "!", scene), 1, scene, random)[0] ?? one(requests["social"], scene, random))
        : one(requests["social"], scene, random),
    );
  if (random.chance(0.2)) parts.push(one(closings["social"], scene, random));
  const gap = size >= 2 && random.chance(0.3) ? "\n" : " ";
  return parts.filter((part) => part !== "").join(gap);
}

function portalMessage(writing: Writing): string {
  const { matter, line, scene, group, random } = writing;
  const size = random.weighted([30, 50, 20]);
  const problem = fill(line.text, scene, random);
  const parts = [problem, whereabouts(line.text, writing), ...some(lines(matter, "+", scene), size, scene, random)];
  if (random.chance(0.22)) parts.push(one(history[group], scene, random));
  parts.push(
    random.chance(0.5)
      ? (some(lines(matter, "!", scene), 1, scene, random)[0] ?? one(requests["portal"], scene, random))
      : one(requests["portal"], scene, random),
  );
  if (random.chance(0.12)) parts.push(one(closings["portal"], scene, random));
  return parts.filter((part) => part !== "").join(" ");
}

function letterMessage(writing: Writing): string {
  const { matter, line, scene, group, random } = writing;
  const { bank, entry } = matter;
  const long = random.chance(0.35);
  const endless = long && random.chance(0.2);
  const first = [
    one(letterGreetings, scene, random),
    fill(line.text, scene, random),
    whereabouts(line.text, writing),
    ...some(lines(matter, "+", scene), endless ? 7 : long ? 4 : 2, scene, random),
  ];
  const second: string[] = [];
  const others = casesFor(bank, scene).filter((other) => other !== entry);
  const added = endless ? others : long && others.length > 0 && random.chance(0.6) ? [random.pick(others)] : [];
  const joints = [
    "И ещё об одном.",
    "Есть и другая беда.",
    "Кроме этого, прошу обратить внимание и на другое.",
    "Раз уж пишу, скажу и остальное.",
  ];
  for (const [order, other] of added.entries()) {
    second.push(joints[(order + scene.house.length + scene.received) % joints.length] ?? "");
    const more = complaintOf(bank, other, scene, random);
    second.push(
      fill(more.line.text, scene, random),
      ...some(linesFor(more.matter, "+", scene).own, endless ? 4 : 1, scene, random),
    );
  }
  const third: string[] = [];
  if (random.chance(0.7)) third.push(...distinct(history[group], endless ? 3 : 1, scene, random));
  if (long) third.push(...distinct(feelings["letter"], endless ? 2 : 1, scene, random));
  const last = [
    ...some(lines(matter, "!", scene), long ? 2 : 1, scene, random),
    one(requests[group === "other" ? "office" : "letter"], scene, random),
  ];
  if (random.chance(0.7)) last.push(one(closings["letter"], scene, random));
  const blocks = [first, second, third, last]
    .map((block) => block.filter((part) => part !== "").join(" "))
    .filter((block) => block !== "");
  return blocks.join(random.chance(0.5) ? "\n" : " ");
}

export interface Composed {
  text: string;
  matter: Matter;
  /** A message of thanks needs a reply of its own kind. */
  thanks: boolean;
}

/** Writes the text of an appeal: what happened, and how this kind of person would put it in this channel. */
export function composeAppeal(
  channel: Channel,
  bank: Bank,
  { topic, group }: { topic: string; group: string },
  scene: Scene,
  grateful: boolean,
  random: Random,
): Composed {
  const entry = random.pick(casesFor(bank, scene));
  const { matter, line } = complaintOf(bank, entry, scene, random);
  const writing: Writing = { matter, line, scene, group, random };
  let text: string;
  if (grateful) text = one(thanks[topic], scene, random);
  else if (channel === "social") text = socialMessage(writing);
  else if (channel === "portal") text = portalMessage(writing);
  else text = letterMessage(writing);
  const personal = random.chance(0.015)
    ? personalSentence(scene.woman, scene.street.short, scene.house, channel === "social", random)
    : "";
  const hand = channel === "social" ? typed(text, random) : written(text, random);
  return {
    text: personal === "" ? hand : `${hand}${/[.!?]$/u.test(hand) ? "" : "."} ${personal}`,
    matter,
    thanks: grateful,
  };
}
