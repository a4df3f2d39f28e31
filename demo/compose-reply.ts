import type { Agency } from "./agencies.ts";
import type { Channel, Outcome } from "./appeal.ts";
import type { Role } from "./bank.ts";
import type { Manner } from "./manner.ts";
import { linesFor, type Matter } from "./matter.ts";
import { salutation } from "./people.ts";
import type { Random } from "./random.ts";
import { fill } from "./fill-template.ts";
import type { Scene } from "./scene.ts";
import {
  doneLater,
  endings,
  formulas,
  greetings,
  letterEndings,
  letterOpenings,
  noted,
  notedOnSite,
  oneText,
  paperInGeneral,
  redirected,
  secondLook,
  settledLater,
  threeTemplates,
  visited,
  worksInGeneral,
} from "./texts/replies.ts";
import { thanksReplies } from "./texts/thanks.ts";

export interface ReplyTo {
  channel: Channel;
  matter: Matter;
  /** Works on the ground, or paper and people: the words are different. */
  works: boolean;
  scene: Scene;
  agency: Agency;
  manner: Manner;
  outcome: Outcome;
  thanks: boolean;
  /** Another agency the matter belongs to. */
  elsewhere: Agency;
}

const roleOf: Readonly<Partial<Record<Outcome, Role>>> = { acted: "=", planned: ">", explained: "~", refused: "-" };

/** The substance of a reply: a sentence about this very matter, otherwise one of the topic, otherwise a general one. */
function substance({ matter, works, scene, outcome, elsewhere }: ReplyTo, at: number, random: Random): string {
  if (outcome === "redirected") return fill(random.pick(redirected).replace("{кому}", elsewhere.to), scene, random, at);
  const role = roleOf[outcome] ?? "~";
  const { own, common } = linesFor(matter, role, scene);
  const from = own.length > 0 ? own : common;
  const general = (works ? worksInGeneral : paperInGeneral)[role] ?? [];
  return fill(from.length > 0 ? random.pick(from).text : random.pick(general), scene, random, at);
}

/** The endings for which there is something to say about this very matter. */
export function tellableOutcomes(matter: Matter, scene: Scene): ReadonlySet<Outcome> {
  const told = (Object.keys(roleOf) as Outcome[]).filter((outcome) => {
    const role = roleOf[outcome];
    if (role === undefined) return false;
    const { own, common } = linesFor(matter, role, scene);
    return own.length + common.length > 0;
  });
  return new Set(told);
}

/** The reply that only takes note of an appeal. */
export function composeNote(works: boolean, scene: Scene, at: number, random: Random): string {
  return fill(random.pick(works ? [...noted, ...notedOnSite] : noted), scene, random, at);
}

/** The reply that closes an appeal, written at minute `at`. Empty where the register has none. */
export function composeReply(to: ReplyTo, at: number, random: Random): string {
  const { channel, manner, outcome, scene, agency } = to;
  if (outcome === "unanswered" || outcome === "withdrawn" || random.chance(0.015)) return "";
  if (to.thanks) return random.pick(thanksReplies);
  if (manner.replies === "one" && outcome !== "redirected" && random.chance(0.72)) return oneText;
  if (manner.replies === "three" && outcome !== "redirected" && random.chance(0.85))
    return fill(random.pick(threeTemplates), scene, random, at);
  const formula = formulas[to.works ? outcome : `${outcome}/paper`] ?? formulas[outcome];
  if (formula !== undefined && channel !== "letter" && random.chance(manner.formulas)) return random.pick(formula);
  const body = substance(to, at, random);
  if (channel === "letter") {
    const ending = random.chance(0.55) ? ` ${random.pick(letterEndings)}` : "";
    const named = random.chance(0.02) ? `${salutation(scene.woman, random)} ` : "";
    const signature = random.chance(0.35) ? `\n${agency.name}` : "";
    return `${named}${fill(random.pick(to.works && (outcome === "acted" || outcome === "planned") ? [...letterOpenings, visited] : letterOpenings), scene, random, at)} ${body}${ending}${signature}`;
  }
  const greeting = random.chance(0.82) ? `${random.pick(greetings)} ` : "";
  const ending =
    outcome !== "refused" && outcome !== "redirected" && random.chance(0.28) ? ` ${random.pick(endings)}` : "";
  const signature = random.chance(0.12) ? ` С уважением, ${agency.short}.` : "";
  return `${greeting}${body}${ending}${signature}`;
}

/** The reply after an appeal was reopened, or after a plan was carried out. */
export function composeLaterReply(
  outcome: Outcome,
  fulfilled: boolean,
  works: boolean,
  scene: Scene,
  at: number,
  random: Random,
): string {
  const kept = works ? doneLater : settledLater;
  const again = secondLook[works ? outcome : `${outcome}/paper`] ?? secondLook["explained"] ?? kept;
  return fill(random.pick(fulfilled ? kept : again), scene, random, at);
}
