import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMarkReader } from "../../../src/replies/marks/markReader.ts";
import { readability } from "../../../src/replies/marks/readability.ts";
import { readMarks } from "../../../src/replies/marks/readMarks.ts";
import { sentencesOf } from "../../../src/replies/marks/replyWords.ts";
import { rulesAlphabet } from "../../../src/replies/marks/rulesAlphabet.ts";
import { marksOf } from "../../../src/model/replyMarks.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";
import { generatedReplies } from "../generatedReplies.ts";
import { areRepliesPresent, readReplies } from "./devReplies.ts";
import { inventedReplies, styles } from "./inventedReplies.ts";
import { laterReplies } from "./laterReplies.ts";
import { plainCanRead, plainMarks, plainReadability, plainSentences } from "./plainReading.ts";

const rules = await readReplyRules(resolve(import.meta.dirname, "../../../data"));
const reader = createMarkReader(rules);

/** All replies that lie with the tests, real ones where they are there, and generated ones. */
const replies: readonly { readonly question: string; readonly reply: string }[] = [
  ...(areRepliesPresent() ? readReplies() : []),
  ...styles.flatMap((style) => inventedReplies(style)),
  ...(["later", "unread", "last"] as const).flatMap((batch) => laterReplies(batch)),
  ...generatedReplies(60).map(({ appeal }) => ({
    question: "Не горит фонарь у лифта, сломаны перила",
    reply: appeal.reply!,
  })),
];

/** What a text can be made of, beside ordinary words. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."Яма |засыпана|. |.|, |! |; |\n|12.05.2026| 12.05|31.12.5| г.|ул. |Садовая|[имя; тел. 5]|[|]|тел. |5этаж. |а-|-|‑|№ 5|%|«Двор». |ё|й|И\u0306|…|\u0301|\u00a0|ЖЭК|: |буде|Роботи |і|x|É|😀|𝐀𝐛|٣|СНиП-2|ом.3".split(
          "|",
        ),
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

test("Words are read in one pass as one pattern after the other reads them", () => {
  const plain = (text: string) => sentencesOf(text).map((words) => words.map(({ id: _, ...word }) => word));
  for (const { question, reply } of replies) {
    expect(plain(reply)).toEqual(plainSentences(reply));
    expect(plain(question)).toEqual(plainSentences(question));
  }
  fc.assert(
    fc.property(oddText, (text) => void expect(plain(text)).toEqual(plainSentences(text))),
    { numRuns: 3000 },
  );
});

test("Words a sentence and letters a word are counted in one pass as patterns count them", () => {
  for (const { reply } of replies) expect(readability(reply)).toEqual(plainReadability(reply));
  fc.assert(
    fc.property(oddText, (text) => {
      const long = `${text} `.repeat(40);
      expect(readability(long)).toEqual(plainReadability(long));
    }),
    { numRuns: 1000 },
  );
});

test("A language is told in one pass as patterns tell it", () => {
  const [fast, plain] = [rulesAlphabet([rules.lists, rules.marks]), plainCanRead([rules.lists, rules.marks])];
  for (const { question, reply } of replies) expect(fast(reply, question)).toBe(plain(reply, question));
  fc.assert(
    fc.property(oddText, oddText, (reply, question) => void expect(fast(reply, question)).toBe(plain(reply, question))),
    { numRuns: 3000 },
  );
});

test("Marks and their words are those that every rule finds when it is read by itself", () => {
  const plain = plainMarks(rules);
  for (const { question, reply } of replies) {
    const { marks, spans } = readMarks(reply, question, reader);
    const expected = plain(reply, question);
    expect(marksOf(marks), reply).toEqual(expected.map(([mark]) => mark));
    for (const [mark, words] of expected) {
      const inSpans = sentencesOf(reply)
        .flat()
        .filter(({ start, end }) => spans.get(mark)!.some((span) => span.start <= start && end <= span.end));
      expect(
        inSpans.map(({ start, plain: word }) => `${String(start).padStart(6, "0")} ${word}`),
        reply,
      ).toEqual(words);
    }
  }
});
