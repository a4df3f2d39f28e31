import { type Association } from "../../model/replies.ts";
import { type ReplyTelling } from "./replyTelling.ts";

/** «+0,21» as points: 0.21 → «21», −0.02 → «−2». */
function points(value: number): string {
  const rounded = Math.round(value * 100);
  return `${rounded < 0 ? "\u2212" : ""}${Math.abs(rounded)}`;
}

/** What goes together, a sentence each, whatever its sign; absent ones say why. */
export function associationSentences(replies: ReplyTelling): string[] {
  return replies.replies.associations.map((association) => sentenceOf(replies, association));
}

/** A field that no export has is one thing; replies that cannot be compared are another. */
function whyAbsent(figure: Exclude<Association["figure"], { state: "exact" }>) {
  if (figure.state === "hidden") return "too-few";
  return figure.reason === "not-recorded" ? "not-recorded" : "none-found";
}

function sentenceOf({ say, telling: { voice } }: ReplyTelling, { property, with: kind, figure }: Association): string {
  const names = {
    property: say(property === "repeated" ? "property.repeated" : `mark.${property}`),
    with: say(`with.${kind}`),
  };
  if (figure.state !== "exact")
    return say("method.association.absent", {
      ...names,
      why: say(`method.absent.${whyAbsent(figure)}`),
    });
  const { value, low, high, having, lacking } = figure;
  const told = {
    ...names,
    // «Реже на 9 (от 2 до 16)»: the word carries the sign.
    range: say(
      "range.signed",
      high < 0 ? { low: points(-high), high: points(-low) } : { low: points(low), high: points(high) },
    ),
    having: voice.integer(having),
    lacking: voice.integer(lacking),
  };
  if (low <= 0 && high >= 0) return say("method.association.unclear", told);
  return say(value > 0 ? "method.association.more" : "method.association.less", {
    ...told,
    points: say("points", { n: points(Math.abs(value)) }),
  });
}
