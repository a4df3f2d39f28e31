import type { ColumnProfile } from "../../intake/inspect/columnProfile.ts";
import { isTextColumn } from "../../intake/inspect/columnKinds.ts";
import type { SourceComments } from "../../intake/inspect/sourceAsYaml.ts";
import type { KeyBelow, ReportWords } from "../../words/reportStrings.ts";

/** What a column looks like, for somebody who has to name it: dates, texts, a list, numbers. */
export function lookOf(column: ColumnProfile, words: ReportWords): string {
  const { filled, dates, distinct, figures, shapes } = column;
  const shape = shapes[0] ?? "";
  if (filled === 0) return words.say("inspect.look.empty");
  if (dates > filled / 2) return words.say("inspect.look.dates", { shape });
  if (distinct === filled && filled > 1 && column.length.mean <= 40) return words.say("inspect.look.unique", { shape });
  if (isTextColumn(column) && distinct > filled / 2) return words.say("inspect.look.texts");
  return words.say(figures > filled / 2 ? "inspect.look.figures" : "inspect.look.list", {
    distinct: words.number(distinct),
  });
}

/** The comments of a description that inspect saves. */
export function sourceComments(words: ReportWords, namesChannel: boolean): SourceComments {
  const say = (key: KeyBelow<"inspect.comment">): string => words.say(`inspect.comment.${key}`);
  return {
    head: [say("head"), ...(namesChannel ? [] : [say("channel")])].join("\n "),
    kind: say("kind"),
    ignore: say("ignore"),
    agency: say("agency"),
    received: say("received"),
    outcomes: say("outcomes"),
    channels: say("channels"),
    closing: (filled, after) => words.say("inspect.comment.closing", { filled, after }),
    closingHeaderless: (number, filled, after) =>
      words.say("inspect.comment.closingHeaderless", { number, filled, after }),
    earlier: ({ pairs, earlier }) =>
      words.say("inspect.comment.earlier", { pairs: words.number(pairs), earlier: words.number(earlier) }),
    groupedBy: (headings, rows) =>
      words.say("inspect.comment.groupedBy", { headings: words.number(headings), rows: words.number(rows) }),
    groupedByWhat: (headings, rows) =>
      words.say("inspect.comment.groupedByWhat", { headings: words.number(headings), rows: words.number(rows) }),
    headers: say("headers"),
    look: (column) => lookOf(column, words),
  };
}
