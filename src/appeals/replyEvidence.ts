import type { PublicAppeal } from "../model/appeal.ts";
import type { ReplyMark } from "../model/replyMarks.ts";
import { markedParagraphs, markup, type Markup } from "../words/markup.ts";
import type { Links } from "../words/links.ts";
import { createReplyTexts } from "../words/replyTexts.ts";
import type { Voice } from "../words/language.ts";

/** What the evidence of a reply is told with. */
interface EvidenceSetting {
  readonly voice: Pick<Voice, "language">;
  readonly links: Pick<Links, "path">;
  /** How many appeals were given the reply of a group, by its id; left out: no groups are known. */
  readonly groupSizes?: ReadonlyMap<string, number>;
}

/** The marks of a reply in the order in which they are first seen: the numbers of the legend. */
const marksSeen = (spans: NonNullable<PublicAppeal["replySpans"]>): ReplyMark[] => [
  ...new Set(spans.map(([mark]) => mark)),
];

/**
 * A reply with the words highlighted by which a rule found a mark. Where several marks were found, each highlight has the numbers that
 * the legend explains; they are drawn by the styles, so that whoever copies the reply copies its words alone.
 */
export function highlightedReply(reply: string, spans: NonNullable<PublicAppeal["replySpans"]>): Markup[] {
  const seen = marksSeen(spans);
  return markedParagraphs(reply, spans).map(
    (pieces) =>
      markup`<p>${pieces.map(({ text, names }) =>
        names.length === 0
          ? markup`${text}`
          : markup`<mark${seen.length > 1 && markup` data-n="${numbersOf(names, seen)}"`}>${text}</mark>`,
      )}</p>`,
  );
}

function numbersOf(names: readonly string[], seen: readonly ReplyMark[]): string {
  return seen.flatMap((mark, at) => (names.includes(mark) ? [String(at + 1)] : [])).join(", ");
}

/**
 * What the highlights mean, and to how many appeals the same reply was given; null where there is neither.
 *
 * @param isLasting the number is left out: it grows from edition to edition, and what is told here must last
 */
export function replyEvidence(
  { replySpans = [], replyGroup }: PublicAppeal,
  { voice, links, groupSizes }: EvidenceSetting,
  isLasting = false,
): Markup | null {
  const { say, counted } = createReplyTexts(voice.language);
  const seen = marksSeen(replySpans);
  const size = replyGroup === undefined ? 0 : (groupSizes?.get(replyGroup) ?? 0);
  const legend =
    seen.length > 0 &&
    markup`<p>${say("appeal.legend")}</p><ul>${seen.map((mark, at) => markup`<li><mark${seen.length > 1 && markup` data-n="${at + 1}"`}>${say(`mark.${mark}`)}</mark></li>`)}</ul><p><a href="${links.path("/method/#replies")}">${say("appeal.legend.link")}</a></p>`;
  const group =
    size > 1 &&
    markup`<p><a href="${links.path(`/replies/${replyGroup!}/`)}">${isLasting ? say("appeal.alike") : counted("appeal.group", size - 1)}</a></p>`;
  return legend === false && group === false ? null : markup`<div class="appeal-evidence">${group}${legend}</div>`;
}
