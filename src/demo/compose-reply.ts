import { type Agency } from "./agencies.ts";
import { type Channel, type Outcome } from "./appeal.ts";
import { type Bank, type Case, type Role } from "./bank.ts";
import { type Manner } from "./manner.ts";
import { type Random } from "./random.ts";
import { fill, fits, type Scene } from "./scene.ts";
import { doneLater, endings, formulas, greetings, letterEndings, letterOpenings, noted, oneText, redirected, secondLook, threeTemplates } from "./texts/replies.ts";
import { thanksReplies } from "./texts/thanks.ts";

export interface ReplyTo {
  channel: Channel;
  bank: Bank;
  entry: Case;
  scene: Scene;
  agency: Agency;
  manner: Manner;
  outcome: Outcome;
  thanks: boolean;
  /** Another agency the matter belongs to. */
  elsewhere: Agency;
}

const roleOf: Readonly<Partial<Record<Outcome, Role>>> = { acted: "=", planned: ">", explained: "~", refused: "-" };

/** The matter of a reply: a sentence from the case if it has one, otherwise from the topic. */
function matter({ bank, entry, scene, outcome, elsewhere }: ReplyTo, at: number, random: Random): string {
  if (outcome === "redirected") return fill(random.pick(redirected).replace("{кому}", elsewhere.to), scene, random, at);
  const role = roleOf[outcome] ?? "~";
  const own = entry.own[role].filter((line) => fits(line.tags, scene));
  const common = bank.common[role].filter((line) => fits(line.tags, scene));
  const from = own.length > 0 && (common.length === 0 || random.chance(0.85)) ? own : common;
  return from.length === 0 ? "" : fill(random.pick(from).text, scene, random, at);
}

/** The reply that only takes note of an appeal. */
export function composeNote(scene: Scene, at: number, random: Random): string {
  return fill(random.pick(noted), scene, random, at);
}

/** The reply that closes an appeal, written at minute `at`. Empty where the register has none. */
export function composeReply(to: ReplyTo, at: number, random: Random): string {
  const { channel, manner, outcome, scene, agency } = to;
  if (outcome === "unanswered" || outcome === "withdrawn" || random.chance(0.015)) return "";
  if (to.thanks) return random.pick(thanksReplies);
  if (manner.replies === "one" && outcome !== "redirected" && random.chance(0.72)) return oneText;
  if (manner.replies === "three" && outcome !== "redirected" && random.chance(0.85)) return fill(random.pick(threeTemplates), scene, random, at);
  const formula = formulas[outcome];
  if (formula !== undefined && channel !== "letter" && random.chance(manner.formulas)) return random.pick(formula);
  const body = matter(to, at, random);
  if (channel === "letter") {
    const ending = random.chance(0.55) ? ` ${random.pick(letterEndings)}` : "";
    const signature = random.chance(0.35) ? `\n${agency.name}` : "";
    return `${fill(random.pick(letterOpenings), scene, random, at)} ${body}${ending}${signature}`;
  }
  const greeting = random.chance(0.82) ? `${random.pick(greetings)} ` : "";
  const ending = random.chance(0.28) ? ` ${random.pick(endings)}` : "";
  const signature = random.chance(0.12) ? ` С уважением, ${agency.short}.` : "";
  return `${greeting}${body}${ending}${signature}`;
}

/** The reply after an appeal was reopened, or after a plan was carried out. */
export function composeLaterReply(outcome: Outcome, fulfilled: boolean, scene: Scene, at: number, random: Random): string {
  const from = fulfilled ? doneLater : secondLook[outcome] ?? secondLook["explained"];
  return fill(random.pick(from ?? doneLater), scene, random, at);
}
