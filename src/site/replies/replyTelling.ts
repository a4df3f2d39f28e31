import type { Replies, ReplySubject } from "../../model/replies.ts";
import { createReplyTexts, type ReplyTexts } from "../../words/replyTexts.ts";
import type { Telling } from "../../words/telling.ts";

/** What the replies of an edition say, and everything that tells of it in one language. */
export interface ReplyTelling extends ReplyTexts {
  readonly telling: Telling;
  readonly replies: Replies;
}

export function createReplyTelling(telling: Telling, replies: Replies): ReplyTelling {
  return { telling, replies, ...createReplyTexts(telling.voice.language) };
}

/** A figure in a sentence of its own, with what has to be known beside it. */
export interface FigureSentence {
  readonly text: string;
  readonly note: string | null;
}

export function repliesOf(
  { replies }: ReplyTelling,
  dimension: ReplySubject["dimension"],
  code: string,
): ReplySubject | undefined {
  return replies.subjects.find((subject) => subject.dimension === dimension && subject.code === code);
}

/** The group of an id; undefined where the edition has none of it. */
export function groupOf({ replies }: ReplyTelling, id: string): Replies["groups"][number] | undefined {
  return replies.groups.find((group) => group.id === id);
}

/** «Интервал 95 % — 38–44 %.» */
export function intervalNote({ say, telling }: ReplyTelling, { low, high }: { low: number; high: number }): string {
  return say("note.interval", { range: telling.voice.percentRange(low, high) });
}

/** Figures that are there; null of all others. */
export function exactOf<Figure extends { state: string }>(
  figure: Figure | undefined,
): Extract<Figure, { state: "exact" }> | null {
  return figure?.state === "exact" ? (figure as Extract<Figure, { state: "exact" }>) : null;
}
