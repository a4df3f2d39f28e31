import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMarkReader } from "../../../src/replies/marks/markReader.ts";
import { readMarks } from "../../../src/replies/marks/readMarks.ts";
import { sentencesOf } from "../../../src/replies/marks/replyWords.ts";
import { endsAfter } from "../../../src/replies/marks/sentenceEnds.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";

const rules = await readReplyRules(resolve(import.meta.dirname, "../../../data"));

/** The words of sentences with their places, which is all that rules see. */
const wordsOf = (text: string) =>
  sentencesOf(text).map((words) => words.map(({ plain, start, end, isName }) => [plain, start, end, isName]));

/** The same, read piece by piece. */
const byPieces = (text: string) => {
  let from = 0;
  return endsAfter(text, 0, text.length).flatMap((to) => {
    const [offset, piece] = [from, text.slice(from, to)];
    from = to;
    return sentencesOf(piece).map((words) =>
      words.map(({ plain, start, end, isName }) => [plain, start + offset, end + offset, isName]),
    );
  });
};

const pieces = fc.array(
  fc.constantFrom(
    ..."Яма |засыпана|. |.|, |! |; |\n|12.05.2026| г.|ул. |Садовая|[имя; тел. 5]|[|]|тел. |распор. |5этаж. |а-|-|№ 5|утв.|«Двор». |ё|й|…|\u0301| ".split(
      "|",
    ),
  ),
  { maxLength: 30 },
);

test("A text read in pieces has the sentences that it has as a whole", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      expect(byPieces(text)).toEqual(wordsOf(text));
    }),
    { numRuns: 3000 },
  );
});

test("What was read before changes nothing of what is read now", () => {
  const [fresh, used] = [createMarkReader(rules), createMarkReader(rules)];
  const texts = [
    "Яму засыпали. Обращение направлено в водоканал.",
    "Обращение направлено в водоканал. Это не наша территория.",
    "Это не наша территория.",
    "Яму засыпали. Это не наша территория.",
  ];
  for (const text of [...texts, ...texts.toReversed()]) readMarks(text, "Яма", used);
  for (const text of texts)
    expect(readMarks(text, "Яма", used)).toEqual(readMarks(text, "Яма", createMarkReader(rules)));
  expect(readMarks(texts[0]!, null, fresh).spans).toEqual(readMarks(texts[0]!, null, used).spans);
});
