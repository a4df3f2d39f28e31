import { type Association, associatedWith } from "../../model/replies.ts";
import { capitalised } from "../../words/headline.ts";
import type { Voice } from "../../words/language.ts";
import type { ReplyTelling } from "./replyTelling.ts";

/** «+0,21» as points: 0.21 → «21», −0.02 → «−2», 0.004 → «0,4»: a limit that is not nought must not be printed as if it were. */
function points(value: number, { decimal }: Pick<Voice, "decimal">): string {
  const size = Math.abs(value) * 100;
  const text = decimal(size, size < 1 ? 1 : 0);
  return `${value < 0 && /[1-9]/u.test(text) ? "\u2212" : ""}${text}`;
}

/** What goes together, a sentence each, whatever its sign; what cannot be told is told once for each reason. */
export function associationSentences(replies: ReplyTelling): string[] {
  const all = replies.replies.associations;
  return [
    ...all.flatMap((association) => sentenceOf(replies, association) ?? []),
    ...comparedSentences(replies, all),
    ...(all.some((association) => association.with === "returned" && association.figure.state === "exact")
      ? [replies.say("method.association.last-text")]
      : []),
    ...absentSentences(replies, all),
  ];
}

/** A field that no export has is one thing; replies that cannot be compared are another. */
function whyAbsent(figure: Exclude<Association["figure"], { state: "exact" }>) {
  if (figure.state === "hidden") return "too-few";
  return figure.reason === "not-recorded" ? "not-recorded" : "none-found";
}

/** In quotes: a name may be a sentence of its own. */
const nameOf = ({ say }: ReplyTelling, property: Association["property"]): string =>
  say("marks.quoted", { mark: say(property === "repeated" ? "property.repeated" : `mark.${property}`) });

/** «Возврат…: сравнивались только обращения с итогами, при которых выгрузки говорят о возвратах», once for each kind. */
function comparedSentences({ say, telling }: ReplyTelling, all: readonly Association[]): string[] {
  const { names, voice } = telling;
  return associatedWith.flatMap((kind) => {
    const outcomes = all.find((association) => association.with === kind)?.outcomes;
    if (outcomes === undefined || outcomes.length === 0) return [];
    const named = outcomes.map((outcome) => {
      const name = say("marks.quoted", { mark: names.outcome(outcome) });
      return outcome === "open" ? say("outcome.open-again", { outcome: name }) : name;
    });
    return [
      say("method.association.compared", {
        with: capitalised(say(`with.${kind}`)),
        outcomes: new Intl.ListFormat(voice.language).format(named),
      }),
    ];
  });
}

/** «Подтверждение жителя: в выгрузках этого нет.» */
function absentSentences(replies: ReplyTelling, all: readonly Association[]): string[] {
  const { say } = replies;
  return associatedWith.flatMap((kind) => {
    const ofKind = all.filter((association) => association.with === kind);
    const reasons = new Map<ReturnType<typeof whyAbsent>, Association["property"][]>();
    for (const { figure, property } of ofKind) {
      if (figure.state === "exact") continue;
      const why = whyAbsent(figure);
      reasons.set(why, [...(reasons.get(why) ?? []), property]);
    }
    return [...reasons].map(([reason, properties]) => {
      const told = {
        with: capitalised(say(`with.${kind}`)),
        why: say(`method.absent.${reason}`),
      };
      if (properties.length === ofKind.length) return say("method.association.absent.all", told);
      const names = properties.map((property) => nameOf(replies, property));
      return say("method.association.absent", { ...told, properties: names.join(", ") });
    });
  });
}

function sentenceOf(replies: ReplyTelling, { property, with: kind, figure }: Association): string | null {
  if (figure.state !== "exact") return null;
  const { say, telling } = replies;
  const { voice } = telling;
  const names = { property: nameOf(replies, property), with: say(`with.${kind}`) };
  const { value, low, high, having, lacking, eventsHaving, eventsLacking } = figure;
  const level = (events: number, of: number): string =>
    say("level", { part: voice.integer(events), whole: voice.integer(of), share: voice.percent(events / of) });
  const told = {
    ...names,
    // «Реже на 9 (от 2 до 16)»: the word carries the sign.
    range: say(
      "range.signed",
      high < 0
        ? { low: points(-high, voice), high: points(-low, voice) }
        : { low: points(low, voice), high: points(high, voice) },
    ),
    having: level(eventsHaving, having),
    lacking: level(eventsLacking, lacking),
  };
  if (low <= 0 && high >= 0) {
    const range = say("range.either", { low: points(-low, voice), high: points(high, voice) });
    return say("method.association.unclear", { ...told, range });
  }
  return say(value > 0 ? "method.association.more" : "method.association.less", {
    ...told,
    points: say("points", { n: points(Math.abs(value), voice) }),
  });
}
