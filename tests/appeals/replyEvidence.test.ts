import { expect, test } from "vitest";
import { highlightedReply, replyEvidence } from "../../src/appeals/replyEvidence.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { ReplyMark } from "../../src/model/replyMarks.ts";
import { markedParagraphs, paragraphsOf } from "../../src/words/markup.ts";

const reply = " Здравствуйте! \r\n\r\nЯму \u202Eзасыпали <b>бригадой</b>\u0007 участка.\n";
const span = (mark: ReplyMark, word: string): [ReplyMark, number, number] => [
  mark,
  reply.indexOf(word),
  reply.indexOf(word) + word.length,
];
const setting = {
  voice: { language: "ru" as const },
  links: { path: (address: string) => `/otklik${address}` },
  groupSizes: new Map([["d0326210c6ee", 21]]),
};
const appeal = (more: Partial<PublicAppeal>) => ({ reply, ...more }) as PublicAppeal;
const html = (parts: readonly { html: string }[]): string => parts.map((part) => part.html).join("");

test("Words that made a mark are highlighted where they stand, and everything else is as before", () => {
  expect(html(highlightedReply(reply, [span("deed", "засыпали")]))).toBe(
    "<p>Здравствуйте!</p><p>Яму <mark>засыпали</mark> &lt;b&gt;бригадой&lt;/b&gt; участка.</p>",
  );
});

test("Of several marks each highlight has its numbers, overlapping ones both", () => {
  const spans = [span("deed", "засыпали <b>бригадой"), span("who", "бригадой")];
  expect(html(highlightedReply(reply, spans))).toContain(
    '<mark data-n="1">засыпали &lt;b&gt;</mark><mark data-n="1, 2">бригадой</mark>',
  );
  const told = replyEvidence(appeal({ replySpans: spans }), setting)!.html;
  expect(told).toContain('<mark data-n="1">Сказано, что именно');
  expect(told).toContain('<mark data-n="2">Указано, кто');
});

test("Cut or not, the paragraphs are those that other pages show", () => {
  for (const text of [reply, "", "\r", "\n \n", "а\rб\r\nв\nг", "\u0007", " \u202E \n x "]) {
    for (const spans of [[], [["a", 0, 3] as const, ["b", 1, 99] as const]])
      expect(markedParagraphs(text, spans).map((pieces) => pieces.map((piece) => piece.text).join(""))).toEqual(
        paragraphsOf(text),
      );
  }
});

test("A reply given to many says to how many, and leads to them; a group that is not known says nothing", () => {
  const told = replyEvidence(appeal({ replyGroup: "d0326210c6ee" }), setting)!.html;
  expect(told).toContain('href="/otklik/replies/d0326210c6ee/"');
  expect(told.replaceAll("\u00a0", " ")).toContain("Почти такой же ответ дан ещё на 20 обращений<");
  const lasting = replyEvidence(appeal({ replyGroup: "d0326210c6ee" }), setting, true)!.html;
  expect(lasting.replaceAll("\u00a0", " ")).toContain(">Почти такой же ответ дан и на другие обращения<");
  expect(replyEvidence(appeal({ replyGroup: "0123456789ab" }), setting)).toBeNull();
  expect(replyEvidence(appeal({}), setting)).toBeNull();
});
