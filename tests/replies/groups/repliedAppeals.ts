import type { RepliedAppeal } from "../../../src/replies/groups/repliedAppeal.ts";

/** An appeal of one agency, topic and place, received and answered on a day of May, with what a test is about. */
export function replied(id: string, reply: string | null, about: Partial<RepliedAppeal> = {}): RepliedAppeal {
  return {
    id,
    agency: "roads",
    topic: "potholes",
    place: "north",
    received: "2026-05-04",
    firstReply: null,
    closed: "2026-05-12",
    outcome: "acted",
    rating: null,
    reply,
    ...about,
  };
}

/** Twenty-one words without anything that differs from copy to copy. */
export const longReply =
  "Изложенные сведения приняты к вниманию и направлены в отраслевой отдел, который рассмотрит их в пределах своих полномочий и при необходимости примет меры.";

/** Appeals that all got one reply, received a given number of days apart. */
export function copies(count: number, daysApart: number, about: Partial<RepliedAppeal> = {}): RepliedAppeal[] {
  const first = Date.parse("2026-01-05");
  return Array.from({ length: count }, (_, index) => {
    const received = new Date(first + index * daysApart * 86_400_000).toISOString().slice(0, 10);
    return replied(`${about.agency ?? "roads"}-${String(index).padStart(5, "0")}`, longReply, {
      received,
      closed: received,
      ...about,
    });
  });
}
