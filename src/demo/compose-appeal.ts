import { type Channel } from "./appeal.ts";
import { type Bank, type Case, type Line, type Role } from "./bank.ts";
import { typed, written } from "./handwriting.ts";
import { personalSentence } from "./people.ts";
import { type Random } from "./random.ts";
import { fill, fits, type Scene } from "./scene.ts";
import { closings, feelings, history, letterGreetings, requests, socialGreetings } from "./texts/common.ts";
import { thanks } from "./texts/thanks.ts";

/** The cases of a bank that can happen here and now; all of them where none fits. */
export function casesFor(bank: Bank, scene: Scene): readonly Case[] {
  const fitting = bank.cases.filter((entry) => fits(entry.tags, scene));
  return fitting.length > 0 ? fitting : bank.cases;
}

function lines(entry: Case, bank: Bank, role: Role, scene: Scene): Line[] {
  return [...entry.own[role], ...bank.common[role]].filter((line) => fits(line.tags, scene));
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

function one(from: readonly string[] | undefined, scene: Scene, random: Random): string {
  return from === undefined || from.length === 0 ? "" : fill(random.pick(from), scene, random);
}

/** Where the place is not clear from the first sentence, people name it. */
function whereabouts(text: string, scene: Scene, random: Random): string {
  const named = text.includes(scene.street.short.slice(scene.street.short.indexOf(" ") + 1).slice(0, 5)) || text.includes(scene.settlement.name);
  if (named && !random.chance(0.25)) return "";
  return fill(random.pick(["{вГороде}, {адрес}.", "Это {вГороде}, {адрес}.", "Адрес: {адрес}.", "Живу {вГороде}, {наУл}."]), scene, random);
}

interface Writing {
  bank: Bank;
  entry: Case;
  scene: Scene;
  group: string;
  random: Random;
}

function socialMessage({ bank, entry, scene, group, random }: Writing): string {
  const size = random.weighted([28, 44, 22, 6]);
  const problem = some(lines(entry, bank, "?", scene), 1, scene, random)[0] ?? "";
  const parts: string[] = [];
  if (random.chance(0.42)) parts.push(random.pick(socialGreetings));
  parts.push(problem);
  const place = whereabouts(problem, scene, random);
  if (place !== "" && random.chance(0.7)) parts.push(place);
  if (size >= 1) parts.push(...some(lines(entry, bank, "+", scene), size, scene, random));
  if (size >= 1 && random.chance(0.4)) parts.push(one(history[group], scene, random));
  if (size >= 2 && random.chance(0.5)) parts.push(one(feelings["social"], scene, random));
  if (random.chance(size === 0 ? 0.3 : 0.66)) parts.push(random.chance(0.55) ? some(lines(entry, bank, "!", scene), 1, scene, random)[0] ?? "" : one(requests["social"], scene, random));
  if (random.chance(0.2)) parts.push(one(closings["social"], scene, random));
  const gap = size >= 2 && random.chance(0.3) ? "\n" : " ";
  return parts.filter((part) => part !== "").join(gap);
}

function portalMessage({ bank, entry, scene, group, random }: Writing): string {
  const size = random.weighted([30, 50, 20]);
  const problem = some(lines(entry, bank, "?", scene), 1, scene, random)[0] ?? "";
  const parts = [problem, whereabouts(problem, scene, random), ...some(lines(entry, bank, "+", scene), size, scene, random)];
  if (random.chance(0.22)) parts.push(one(history[group], scene, random));
  parts.push(random.chance(0.5) ? some(lines(entry, bank, "!", scene), 1, scene, random)[0] ?? "" : one(requests["portal"], scene, random));
  if (random.chance(0.12)) parts.push(one(closings["portal"], scene, random));
  return parts.filter((part) => part !== "").join(" ");
}

function letterMessage({ bank, entry, scene, group, random }: Writing): string {
  const long = random.chance(0.35);
  const problems = some(lines(entry, bank, "?", scene), 1, scene, random);
  const first = [one(letterGreetings, scene, random), ...problems, whereabouts(problems[0] ?? "", scene, random), ...some(lines(entry, bank, "+", scene), long ? 4 : 2, scene, random)];
  const second: string[] = [];
  const others = casesFor(bank, scene).filter((other) => other !== entry);
  if (long && others.length > 0 && random.chance(0.6)) {
    const other = random.pick(others);
    second.push(random.pick(["И ещё об одном.", "Есть и другая беда.", "Кроме этого, прошу обратить внимание и на другое."]));
    second.push(...some(other.own["?"].filter((line) => fits(line.tags, scene)), 1, scene, random), ...some(other.own["+"].filter((line) => fits(line.tags, scene)), 1, scene, random));
  }
  const third: string[] = [];
  if (random.chance(0.7)) third.push(one(history[group], scene, random));
  if (long) third.push(one(feelings["letter"], scene, random));
  const last = [...some(lines(entry, bank, "!", scene), long ? 2 : 1, scene, random), one(requests["letter"], scene, random)];
  if (random.chance(0.7)) last.push(one(closings["letter"], scene, random));
  const blocks = [first, second, third, last].map((block) => block.filter((part) => part !== "").join(" ")).filter((block) => block !== "");
  return blocks.join(random.chance(0.5) ? "\n" : " ");
}

export interface Composed {
  text: string;
  entry: Case;
  /** A message of thanks needs a reply of its own kind. */
  thanks: boolean;
}

/** Writes the text of an appeal: what happened, and how this kind of person would put it in this channel. */
export function composeAppeal(channel: Channel, bank: Bank, group: string, scene: Scene, grateful: boolean, random: Random): Composed {
  const entry = random.pick(casesFor(bank, scene));
  const writing: Writing = { bank, entry, scene, group, random };
  let text: string;
  if (grateful) text = one(thanks[group], scene, random);
  else if (channel === "social") text = socialMessage(writing);
  else if (channel === "portal") text = portalMessage(writing);
  else text = letterMessage(writing);
  const personal = random.chance(0.015) ? personalSentence(scene.woman, scene.street.short, scene.house, channel === "social", random) : "";
  const hand = channel === "social" ? typed(text, random) : written(text, random);
  return { text: personal === "" ? hand : `${hand}${/[.!?]$/u.test(hand) ? "" : "."} ${personal}`, entry, thanks: grateful };
}
